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
    <list type="participants"><head>PARTICIPANTS</head><item>Nixon</item></list><p>\(prose)</p></div>
    </body></text></TEI>
    """

  /// The samples, packed ones last.
  public static let all: [[UInt8]] = {
    let texts = [
      page, feed, mail, warc, tei, prose,
      "---\ntitle: Talks\n---\n\n# Talks\n\n\(prose)\n\n- a\n- b\n",
      "[{\"text\": \"\(prose)\", \"published\": \"2025-03-20\"}, {\"html\": \"<p>\(prose)</p>\"}]",
      "{\"text\": \"\(prose)\", \"url\": \"https://a.example/2025/03/20/\"}\n{\"text\": \"x\"}\n",
      "title,date,content\nTalks,2025-03-20,\"\(prose), \"\"and\"\"\nso on\"\n",
      "<visits><visit><id>1</id><start-date>1961-06-05</start-date><visitor>Adenauer</visitor>"
        + "<description>Met with President Kennedy.</description></visit></visits>",
    ].map { Array($0.utf8) }
    let members = [("a.html", texts[0]), ("b.jsonl", texts[8])].map { (path: $0, content: $1) }
    return texts + [
      PackedBytes.gzip(texts[8]), PackedBytes.zstd(texts[0]), PackedBytes.zip(members),
      PackedBytes.gzip(PackedBytes.tar(members)),
    ]
  }()
}
