import Articles
import Diagnostics
import Diplomacy
import Testing

/// A page with `title` and `body`.
private func page(_ title: String, _ body: String, head: String = "") -> [UInt8] {
  Array(
    """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>\(title)</title>\(head)</head>
    <body><nav><a href="/">Home</a> <a href="/world">World</a> <a href="/login">Log in</a></nav>
    <main>\(body)</main><footer><a href="/about">About us</a></footer></body></html>
    """.utf8)
}

private func reason(_ bytes: [UInt8], name: String = "page.html") -> Refusal.Reason? {
  let all = outcomes(bytes, name: name)
  #expect(all.count == 1)
  #expect(all.first?.summary.contains(name) == true)
  return all.first?.refusal?.reason
}

/// Paragraphs of a whole article.
private let paragraphs = """
  <p>\(prose)</p><p>The railway carries iron ore from Kiruna to the harbour, and has been cut off by \
  derailments three times within two years. Sweden wants a second track, which would cost more than \
  its whole budget for new lines, and asks Norway to pay for the part that lies beyond the border.</p>\
  <p>Officials of both sides will work out a plan by autumn. A report on the damage of the last \
  winter, which the two ministries had ordered together, was handed over before the dinner. It says \
  that the line could not carry the trains that an army would need, and names nine bridges that \
  should be built anew. The mayor of Narvik, who had been waiting for it, called it overdue. \
  Eide said that money would be found, and that he had told his colleague so. She answered that \
  she would take him at his word, and that her own government would decide in August.</p>
  """

struct `A page with the start of an article` {
  private let start = "<article><h1>Talks in Oslo</h1><p>\(prose)</p>"

  @Test(arguments: [
    "<p>Subscribe to continue reading.</p></article>",
    "</article><div class=\"paywall\"><h3>This article is for subscribers</h3><a href=\"/s\">Subscribe</a></div>",
    "<div class=\"gate\"><p>You’ve read your last free article.</p></div></article>",
    "<p>Already a subscriber? <a href=\"/in\">Log in</a></p></article>",
    "</article><aside><p>Sign in to read this story, or register.</p></aside>",
    "<p>To read the full story, start your free trial.</p></article>",
  ])
  func `and a line that asks for money is refused as such`(_ wall: String) {
    #expect(reason(page("Talks in Oslo", start + wall)) == .paywall)
  }

  @Test func `that calls itself closed to readers is refused, too`() {
    let data = """
      <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Talks in Oslo",
      "isAccessibleForFree": false}</script>
      """
    #expect(reason(page("Talks in Oslo", start + "</article>", head: data)) == .paywall)
    // Whoever pays gets the whole, with the same mark.
    let whole = "<article><h1>Talks in Oslo</h1>\(paragraphs)</article>"
    #expect(reason(page("Talks in Oslo", whole, head: data)) == nil)
  }

  @Test func `and nothing more to come is read`() {
    #expect(reason(page("Talks in Oslo", start + "</article>")) == nil)
    let beside = "<aside><p>Subscribe to our newsletter. Already a subscriber?</p></aside>"
    #expect(reason(page("Talks in Oslo", start + "</article>" + beside)) == nil)
  }
}

struct `A page that is not the article` {
  @Test(arguments: [
    ("404 Not Found", "<h1>Not Found</h1><p>The requested URL was not found on this server.</p>"),
    ("Page not found | Northern Wire", "<h1>Sorry</h1><p>Nothing is at this address any more.</p>"),
    (
      "Northern Wire",
      "<h1>We can’t find that page</h1><p>It may have moved. Try the search, or go to the first page.</p>"
    ),
    ("Just a moment...", "<p>Checking your browser before you enter the site.</p>"),
    ("Access Denied", "<p>You do not have permission to see this page. Reference 18.4f.</p>"),
    ("Ministry – Error 500", "<p>Something went wrong on our side.</p>"),
    ("Attention Required! | Shield", "<p>Please show that you are no robot.</p>"),
    ("503 Service Unavailable", "<p>The server is busy with too many visitors at the moment.</p>"),
  ])
  func `but an error is refused as such`(_ title: String, _ body: String) {
    #expect(reason(page(title, body)) == .errorPage)
  }

  @Test(arguments: [
    "Wreck of the ferry still not found", "404 prisoners exchanged in talks in Oslo",
    "Access to the railway denied", "Forbidden railway: talks in Oslo",
    "Error in the treaty mended",
  ])
  func `in its headline, but is one, is read`(_ title: String) {
    #expect(reason(page(title, "<h1>\(title)</h1><p>\(prose)</p>")) == nil)
  }

  @Test func `but the front of a site is refused as a list of links`() {
    let cards = (1...24).map { number in
      "<li><a href=\"/2025/\(number)\">Ministers hold talks in the city with number \(number)</a></li>"
    }
    #expect(reason(page("Northern Wire", "<ul>\(cards.joined())</ul>")) == .linkList)
    let teasers = (1...12).map { number in
      """
      <div class="story"><h3><a href="/2025/\(number)">Ministers hold talks in city \(number)</a></h3>
      <p>They spoke of the railway for \(number) hours.</p></div>
      """
    }
    #expect(reason(page("Northern Wire", teasers.joined())) == .linkList)
  }

  @Test func `but an article with many links beside it is read`() {
    let links = (1...40).map { "<li><a href=\"/\($0)\">More on the talks, part \($0)</a></li>" }
    let body = "<article><h1>Talks in Oslo</h1><p>\(prose)</p></article><ul>\(links.joined())</ul>"
    #expect(reason(page("Talks in Oslo", body)) == nil)
  }

  @Test(arguments: [
    "<div id=\"root\"></div><script src=\"/app.js\"></script>",
    "<div id=\"app\"></div><noscript>You need to enable JavaScript to run this app.</noscript><script>start()</script>",
  ])
  func `until a script has run is refused as such`(_ body: String) {
    let shell = "<!doctype html><html><head><title>Wire</title></head><body>\(body)</body></html>"
    #expect(reason(Array(shell.utf8)) == .appShell)
  }

  @Test(arguments: [
    ("talks.js", "function talks() { return 'ministers'; }"),
    ("style.css", "body { color: black; } /* the ministers met */"),
    ("run", "#!/bin/sh\necho the ministers met\n"),
  ])
  func `but a script is refused as such`(_ name: String, _ text: String) {
    #expect(reason(Array(text.utf8), name: name) == .script)
  }

  @Test func `but a text of addresses is refused as a list of links`() {
    let links = (1...30).map { "https://wire.example/2025/03/\($0)/talks-in-oslo\n" }
    #expect(reason(Array(links.joined().utf8), name: "links.txt") == .linkList)
    let sources = prose + "\n\nSources:\nhttps://a.example/1\nhttps://a.example/2\n"
    #expect(reason(Array(sources.utf8), name: "talks.txt") == nil)
  }
}

/// The same news in several languages.
private let tongues: [(String, String)] = [
  (
    "French",
    "Le ministre des affaires étrangères a reçu son homologue dans la capitale, où les deux ont parlé de la frontière et des trains qui la passent. Ils se reverront au printemps avec les collègues du Nord, selon une note du ministère."
  ),
  (
    "German",
    "Der Außenminister hat seinen Kollegen in der Hauptstadt empfangen, und die beiden sprachen über die Grenze und den Zug, der sie quert. Sie wollen sich im Frühjahr mit den Nachbarn wieder treffen, wie das Amt mitteilte."
  ),
  (
    "Spanish",
    "El ministro de exteriores recibió a su colega en la capital, donde los dos hablaron de la frontera y del tren que la cruza. Se verán de nuevo en primavera con los vecinos del norte, según una nota que publicó el ministerio."
  ),
  (
    "Italian",
    "Il ministro degli esteri ha ricevuto il collega nella capitale, dove i due hanno parlato della frontiera e del treno che la attraversa. Si vedranno di nuovo in primavera con i vicini del nord, secondo una nota del ministero."
  ),
  (
    "Portuguese",
    "O ministro dos negócios estrangeiros recebeu o colega na capital, onde os dois falaram da fronteira e do comboio que a cruza. Vão ver-se de novo na primavera com os vizinhos do norte, segundo uma nota que o ministério publicou."
  ),
  (
    "Dutch",
    "De minister van buitenlandse zaken ontving zijn collega in de hoofdstad, waar het gesprek over de grens en de trein ging die haar kruist. Zij zien elkaar in het voorjaar weer met de buren uit het noorden, aldus het ministerie."
  ),
  (
    "Polish",
    "Minister spraw zagranicznych przyjął kolegę w stolicy i rozmawiał z nim o granicy oraz o pociągu, który ją przecina. Nie podano, co uzgodniono, ale za kilka tygodni spotkają się po raz drugi, jak podało ministerstwo w nocie do prasy."
  ),
  (
    "Turkish",
    "Dışişleri bakanı meslektaşını başkentte kabul etti ve iki bakan sınır ile onu geçen tren için konuştu. Bu görüşme bir yıl sonra ilk olarak yapıldı. Bakanlık, daha sonra kuzeyli komşular ile de bir toplantı olacağını açıkladı."
  ),
  (
    "Indonesian",
    "Menteri luar negeri menerima rekannya di ibu kota untuk membahas perbatasan dan kereta yang melintasinya. Pertemuan itu tidak lama, dan keduanya akan bertemu lagi pada musim semi dengan para tetangga dari utara, kata kementerian ini."
  ),
  (
    "Swedish",
    "Utrikesministern tog emot sin kollega i huvudstaden, och de två talade om gränsen och om tåget som korsar den. Det är första gången på ett år. De ska ses till våren med grannarna i norr, men inte för att besluta, enligt en not av departementet."
  ),
  (
    "Danish or Norwegian",
    "Udenrigsministeren tog imod sin kollega i hovedstaden, og de to talte om grænsen og om toget, som krydser den. Det er første gang i et år. De skal mødes til foråret med naboerne fra nord, men ikke for at beslutte noget, efter en note fra ministeriet."
  ),
  (
    "Finnish",
    "Ulkoministeri otti virkaveljensä vastaan pääkaupungissa, ja he puhuivat rajasta sekä junasta, joka ylittää sen. Tapaaminen oli ensimmäinen vuoteen, mutta se ei ole viimeinen: keväällä he näkevät taas, ja mukana ovat myös pohjoiset naapurit."
  ),
  (
    "Hungarian",
    "A külügyminiszter fogadta kollégáját a fővárosban, és a határról meg az azt átszelő vonatról volt szó. Ez egy év óta az első találkozó, de nem az utolsó: a minisztérium szerint tavasszal már az északi szomszédok is ott lesznek, csak azt nem tudni, hogy hol."
  ),
  (
    "Czech or Slovak",
    "Ministr zahraničí přijal kolegu v hlavním městě a mluvili o hranici i o vlaku, který ji protíná. Je to po roce poprvé, ale ne naposled: na jaře se podle ministerstva sejdou se sousedy ze severu, aby jednali o tom, co by se dalo pro trať udělat, jako loni."
  ),
  (
    "Romanian",
    "Ministrul de externe și-a primit colegul în capitală, iar cei doi au vorbit despre graniță și despre trenul care o trece. Nu este prima întâlnire din acest an, dar este mai lungă. Se vor vedea din nou la primăvară, pentru că nu au terminat, cu vecinii de la nord."
  ),
  (
    "Croatian or Serbian",
    "Ministar vanjskih poslova primio je kolegu u glavnom gradu, a razgovarali su o granici i o vlaku koji je prelazi. To nije prvi susret, ali je prvi od prošle godine. Ministarstvo kaže da će se na proljeće opet vidjeti, i da bi za to došli susjedi sa sjevera, kako se čuje."
  ),
  (
    "Vietnamese",
    "Bộ trưởng ngoại giao đã tiếp người đồng cấp trong thủ đô, và hai bên nói về biên giới với chuyến tàu đi qua đó. Đây là lần gặp mà các nhà báo không được dự, nhưng một số người cho biết những điều của cuộc nói chuyện."
  ),
  (
    "Catalan",
    "El ministre d'afers estrangers va rebre el col·lega a la capital, i els dos van parlar de la frontera i del tren que la creua. És la primera trobada d'una sèrie que va començar amb les cartes del mes passat, i per la primavera es veuran amb els veïns del nord."
  ),
  (
    "not Latin",
    "Министр иностранных дел принял коллегу в столице, и они говорили о границе и о поезде, который её пересекает. Весной они встретятся снова."
  ),
  ("not Latin", "外交部长在首都会见了他的同事，双方就边界和跨越边界的铁路进行了会谈。他们将在春天再次会面。"),
  (
    "not Latin",
    "استقبل وزير الخارجية زميله في العاصمة وتحدثا عن الحدود وعن القطار الذي يعبرها، وسيلتقيان مرة أخرى في الربيع."
  ),
]

struct `A text in another language` {
  @Test(arguments: tongues)
  func `is refused with its name, as text and as page`(_ language: String, _ text: String) {
    let html = page("Oslo", "<article><h1>Oslo</h1><p>\(text)</p></article>")
    for (bytes, name) in [(Array(text.utf8), "talks.txt"), (html, "page.html")] {
      let refusal = outcomes(bytes, name: name).first?.refusal
      #expect(refusal?.reason == .language)
      #expect(refusal?.diagnostic.summary == "\(name) is not in English")
      #expect(
        refusal?.diagnostic.notes.joined().contains(language) == true,
        "\(refusal?.diagnostic.notes ?? [])")
    }
  }

  @Test func `quoted in an English one, or that gives it its names, does not matter`() throws {
    for text in [
      prose + " “Nous avons parlé de la frontière et des trains,” she said to French radio.",
      "Talks between El Salvador and Los Angeles were held in La Paz on Monday, the mayors said.",
      "Rubio, Peters meet in Washington",
    ] {
      #expect(try article(text).text == text)
    }
  }
}
