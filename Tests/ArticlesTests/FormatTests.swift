import Articles
import Diplomacy
import Testing

struct `A feed` {
  private let rss = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Northern Wire</title>
    <item><title>Talks in Oslo &amp; after</title><link>https://wire.example/1</link>
      <dc:creator>Nina Berglund</dc:creator><pubDate>Thu, 20 Mar 2025 18:00:00 +0100</pubDate>
      <description>Short.</description>
      <content:encoded><![CDATA[<p>\(prose)</p><p>They&nbsp;parted.</p>]]></content:encoded></item>
    <item><title>Only a link</title><link>https://wire.example/2</link>
      <description>Two ministers met.</description></item>
    </channel></rss>
    """

  @Test func `in RSS gives its entries, and names those that are only links`() {
    let all = outcomes(Array(rss.utf8), name: "feed.xml")
    let first = all.first?.article
    #expect(first?.title == "Talks in Oslo & after")
    #expect(first?.text.hasSuffix("They parted.") == true)
    #expect(first?.url == "https://wire.example/1")
    #expect(first?.publisher == "Northern Wire")
    #expect(first?.author == "Nina Berglund")
    #expect(first?.publication?.date?.description == "2025-03-20")
    #expect(all.map(\.refusal?.reason) == [nil, .onlyLink])
    #expect(all.last?.refusal?.url == "https://wire.example/2")
  }

  @Test func `in Atom is read, too`() {
    let atom = """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>Northern Wire</title><entry>
      <title>Talks</title><link rel="self" href="https://wire.example/x.atom"/>
      <link rel="alternate" href="https://wire.example/3"/><published>2025-03-20T08:00:00Z</published>
      <content type="xhtml"><div><p>\(prose)</p></div></content></entry></feed>
      """
    let all = outcomes(Array(atom.utf8))
    #expect(all.first?.article?.text.contains("Barth Eide") == true)
    #expect(all.first?.article?.url == "https://wire.example/3")
    #expect(all.first?.article?.publication?.source == .metadata)
  }

  @Test func `that refers to entities of its own is not expanded`() {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "\(prose)"><!ENTITY b "&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
      <rss><channel><item><title>x</title><description>&c; &f;</description></item></channel></rss>
      """
    let all = outcomes(Array(bomb.utf8), name: "bomb.xml")
    #expect(all.map(\.refusal?.reason) == [.unsupported])
    #expect(all.first?.summary.hasPrefix("bomb.xml uses an entity of its own") == true)
    let outer = """
      <!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>
      <rss><channel><item><title>x</title><description>&f;</description></item></channel></rss>
      """
    #expect(
      outcomes(Array(outer.utf8), name: "x").map(\.summary)
        == ["x uses an entity of its own, &f;"])
  }
}

struct `A mail` {
  private let mail = """
    From: =?utf-8?Q?Caf=C3=A9_Europa?= <letters@cafe.example>
    To: you@example.org
    Subject: =?utf-8?B?VGFsa3MgaW4gT3Nsbw==?=
    Date: Thu, 20 Mar 2025 07:30:00 +0100
    Message-ID: <1@cafe.example>
    MIME-Version: 1.0
    Content-Type: multipart/alternative; boundary="b-1"

    --b-1
    Content-Type: text/plain; charset=utf-8

    See the other part.
    --b-1
    Content-Type: text/html; charset="iso-8859-1"
    Content-Transfer-Encoding: quoted-printable

    <table><tr><td><p>\(prose.replacing("=", with: "=3D"))</p><p>They met in a caf=
    =E9.</p></td></tr><tr><td><a href=3D"https://x.example">Read it in your browser</a></td></tr></table>
    --b-1--
    """

  @Test func `is read by its best part, with what its header says`() throws {
    let read = try article(mail, name: "letter.eml")
    #expect(read.title == "Talks in Oslo")
    #expect(read.publisher == "Café Europa")
    #expect(read.id == "1@cafe.example")
    #expect(read.publication?.date?.description == "2025-03-20")
    #expect(read.text.hasSuffix("They met in a café."))
  }

  @Test func `that is a saved page has the page's address and not the day of saving`() throws {
    let page = """
      From: <Saved by Blink>
      Snapshot-Content-Location: https://news.example/2024/05/13/talks
      Subject: Talks
      Date: Sat, 1 Mar 2025 10:00:00 -0000
      MIME-Version: 1.0
      Content-Type: multipart/related; type="text/html"; boundary="----Part"

      ------Part
      Content-Type: text/html
      Content-Transfer-Encoding: base64

      \(base64("<html><head><title>Talks in Oslo</title></head><body><p>\(prose)</p></body></html>"))
      ------Part
      Content-Type: image/png
      Content-Transfer-Encoding: base64

      iVBORw0KGgo=
      ------Part--
      """
    let read = try article(page)
    #expect(read.title == "Talks in Oslo")
    #expect(read.url == "https://news.example/2024/05/13/talks")
    #expect(read.publication?.date?.description == "2024-05-13")
    #expect(read.publication?.source == .url)
  }

  private func base64(_ text: String) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var result = ""
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for digit in 0...group.count { result.append(digits[bits >> (18 - 6 * digit) & 63]) }
      result += String(repeating: "=", count: 3 - group.count)
    }
    return result
  }
}

struct `A text in Markdown` {
  @Test func `has its fields in front and its marks taken away`() throws {
    let text = """
      ---
      title: "Talks in Oslo"
      date: 2025-03-20
      author: Nina Berglund
      ---

      ## What was said

      The *ministers* [met](https://x.example) in **Oslo**
      on Thursday.

      - Norway
      - Sweden
      """
    let read = try article(text, name: "talks.md")
    #expect(read.title == "Talks in Oslo")
    #expect(read.author == "Nina Berglund")
    #expect(read.publication?.date?.description == "2025-03-20")
    #expect(
      read.text
        == "Talks in Oslo\n\nWhat was said\n\nThe ministers met in Oslo on Thursday.\n\nNorway\n\nSweden"
    )
    #expect(read.blocks.map(\.kind) == [.title, .heading, .paragraph, .listItem, .listItem])
  }
}

struct `What a crawler kept` {
  private func record(_ type: String, _ address: String, _ content: String) -> String {
    "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(address)\r\n"
      + "WARC-Date: 2025-06-01T00:00:00Z\r\nContent-Length: \(content.utf8.count)\r\n\r\n"
      + content + "\r\n\r\n"
  }

  private func response(_ type: String, _ body: String, chunked: Bool = false) -> String {
    let sent =
      chunked ? "\(String(body.utf8.count, radix: 16))\r\n\(body)\r\n0\r\n\r\n" : body
    return "HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\n"
      + (chunked ? "Transfer-Encoding: chunked\r\n" : "") + "\r\n" + sent
  }

  @Test(arguments: [false, true])
  func `gives its pages with their addresses`(_ chunked: Bool) {
    let page = "<html><head><title>Talks</title></head><body><p>\(prose)</p></body></html>"
    let file =
      record("warcinfo", "x", "software: crawler")
      + record("response", "https://a.example/i.png", response("image/png", "no text"))
      + record(
        "response", "https://a.example/2025/03/20/x", response("text/html", page, chunked: chunked))
    let all = outcomes(Array(file.utf8), name: "crawl.warc")
    #expect(all.map(\.summary) == ["read crawl.warc › https://a.example/2025/03/20/x"])
    #expect(all.first?.article?.text.contains("Barth Eide") == true)
    #expect(all.first?.article?.publication?.date?.description == "2025-03-20")
    let cut = outcomes(Array(file.utf8.dropLast(200)), name: "crawl.warc")
    #expect(cut.last?.refusal?.reason == .damaged)
  }
}
