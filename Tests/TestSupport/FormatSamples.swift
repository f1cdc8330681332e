/// A small sound input of every format, to be spoilt.
public enum FormatSamples {
  private static let prose = """
    The foreign minister of Norway, Espen Barth Eide, met his Swedish colleague Maria Malmer Stenergard \
    in Oslo on Thursday. They spoke about the border in the north and about the railway to Narvik.
    """

  private static let page = """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>Talks in Oslo | Northern Wire</title>
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks in Oslo",
    "author":[{"name":"Nina Berglund"}],"datePublished":"2025-03-20T08:00:00Z"}</script></head>
    <body><nav><a href="/">Home</a></nav><article><h1>Talks in Oslo</h1><p>\(prose)</p>
    <ul><li>Norway<li>Sweden</ul><figure><figcaption>The two &amp; a train</figcaption></figure>
    <table><tr><td>\(prose)<br><br>Again.</table></article><div class="comments">x</div></body></html>
    """

  private static let feed = """
    <?xml version="1.0"?><rss><channel><title>Wire</title><item><title>Talks</title>
    <link>https://a.example/1</link><pubDate>Thu, 20 Mar 2025 18:00:00 +0100</pubDate>
    <description><![CDATA[<p>\(prose) \(prose)</p>]]></description></item></channel></rss>
    """

  private static let mail = """
    From: =?utf-8?Q?Caf=C3=A9?= <a@b.example>\r
    Subject: =?utf-8?B?VGFsa3M=?=\r
    Date: Thu, 20 Mar 2025 07:30:00 +0100\r
    MIME-Version: 1.0\r
    Content-Type: multipart/mixed; boundary="b"\r
    \r
    --b\r
    Content-Type: text/html; charset=iso-8859-1\r
    Content-Transfer-Encoding: quoted-printable\r
    \r
    <p>\(prose)=20caf=E9</p>\r
    --b--\r
    """

  private static let warc =
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/2025/03/20/x\r\n"
    + "Content-Length: \(http.utf8.count)\r\n\r\n\(http)\r\n\r\n"

  private static let http =
    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    + "\(String(page.utf8.count, radix: 16))\r\n\(page)\r\n0\r\n\r\n"

  private static let tei = """
    <?xml version="1.0"?><TEI><text><body><div type="document" xml:id="d1"><head>Memorandum</head>
    <dateline><placeName>Paris</placeName> <date when="1969-02-28">then</date></dateline>
    <list type="participants"><head>PARTICIPANTS</head><item>Nixon<list><item>Rogers</item></list></item></list>
    <p>\(prose)<note>See d2.</note></p></div><!-- x --><div type="document" xml:id="d2"><head>2.</head>
    <![CDATA[<div>]]><p>\(prose)</p></div></body></text></TEI>
    """

  private static let mhtml = """
    From: <Saved by Blink>\r
    Snapshot-Content-Location: https://a.example/2025/03/20/x\r
    MIME-Version: 1.0\r
    Content-Type: multipart/related; type="text/html"; boundary="b"\r
    \r
    --b\r
    Content-Type: text/html\r
    Content-Transfer-Encoding: quoted-printable\r
    \r
    \(page.replacing("=", with: "=3D"))\r
    --b--\r
    """

  private static let pdf = PDFBytes.pages([
    PDFBytes.line("Talks in Oslo", at: 700, size: 24)
      + PDFBytes.line(
        "The foreign minister of Norway met his Swedish colleague in", at: 640, size: 11)
      + PDFBytes.line("Oslo on Thursday, and they spoke of the railway.", at: 627, size: 11)
  ])

  private static let travels = """
    <trips><trip role="secretary"><id>1</id><name>Kerry</name><start-date>2015-07-13</start-date>
    <end-date>2015-07-14</end-date><country>Austria</country><locale>Vienna</locale>
    <remarks>Met with Iranian Foreign Minister Zarif.</remarks></trip></trips>
    """

  private static let members = [
    (path: "a.html", content: Array(page.utf8)), (path: "b.jsonl", content: Array(lines.utf8)),
  ]

  private static let lines =
    "{\"text\": \"\(prose)\", \"url\": \"https://a.example/2025/03/20/\"}\n{\"text\": \"x\"}\n"

  /// The names of the formats, each once.
  public static let formats: [String] = samples.map(\.format).reduce(into: []) { formats, format in
    if formats.last != format { formats.append(format) }
  }

  /// The samples of a format.
  public static func of(_ format: String) -> [[UInt8]] {
    samples.filter { $0.format == format }.map(\.bytes)
  }

  /// The samples, packed ones last.
  public static let all: [[UInt8]] = samples.map(\.bytes)

  private static let samples: [(format: String, bytes: [UInt8])] =
    [
      ("text", prose),
      ("text", "Published 20 March 2025\n\nBy Nina Berglund\n\nOSLO — \(prose)\n\nHits: 28\n"),
      ("markdown", "---\ntitle: Talks\n---\n\n# Talks\n\n\(prose)\n\n- a\n- b\n"),
      ("html", page), ("mhtml", mhtml), ("mail", mail), ("feed", feed),
      (
        "json",
        "[{\"text\": \"\(prose)\", \"published\": \"2025-03-20\"}, {\"html\": \"<p>\(prose)</p>\"}]"
      ),
      ("jsonl", lines),
      ("csv", "title,date,content\nTalks,2025-03-20,\"\(prose), \"\"and\"\"\nso on\"\n"),
      ("pdf", pdf), ("warc", warc), ("tei", tei), ("travels", travels),
      (
        "travels",
        "<visits><visit><id>1</id><start-date>1961-06-05</start-date><visitor>Adenauer</visitor>"
          + "<description>Met with President Kennedy.</description></visit></visits>"
      ),
    ].map { ($0, Array($1.utf8)) } + [
      ("packed", PackedBytes.gzip(Array(lines.utf8))),
      ("packed", PackedBytes.zstd(Array(page.utf8))),
      ("packed", PackedBytes.zip(members)), ("packed", PackedBytes.gzip(PackedBytes.tar(members))),
    ]
}
