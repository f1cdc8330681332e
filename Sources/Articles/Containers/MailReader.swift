import Characters
import Diplomacy
import Markup

/// Reads a mail (RFC 5322, MIME) such as a newsletter, or a page saved as one file (MHTML, RFC 2557).
struct MailReader {
  /// The day the user stated.
  let published: CalendarDate?
  var facts = StatedFacts()

  func read(_ bytes: [UInt8], named name: String) throws(Refusal) -> Article {
    guard let mail = MailPart(bytes[...]) else {
      throw Refusal(.damaged, "\(name) is no mail: it has no header")
    }
    let isPage =
      mail.fields["snapshot-content-location"] != nil
      || mail.mediaType == "multipart/related" && mail.fields["message-id"] == nil
        && mail.fields["from"]?.contains("@") != true
    guard let part = mail.best(prefersHTML: isPage) else {
      throw Refusal(
        .noText, "\(name) has no part that is text", help: ["save its text, or attach it as PDF"])
    }
    var facts = facts
    if isPage {
      facts.url = mail.fields["snapshot-content-location"] ?? part.fields["content-location"]
      // The day in the header is the day of saving.
      return try PageReader(published: published, facts: facts).read(part.text(), named: name)
    }
    facts.title = mail.fields["subject"].map { oneLine(MailWords.decoded($0)) }
    facts.published = mail.fields["date"].flatMap(WrittenDate.inField)
    facts.id = mail.fields["message-id"].map { $0.filter { !"<>".contains($0) } }
    facts.publisher = mail.fields["from"].flatMap { Self.sender(MailWords.decoded($0)) }
    let text = part.text()
    if part.mediaType == "text/html" {
      let tree = MarkupTree(html: text)
      return try MailText(tree).article(facts, published: published, named: name)
    }
    return try PlainTextReader(published: published, facts: facts)
      .read(try TextDecoder.unixText(text, named: name), named: name)
  }

  /// The name before the address, or the address's domain.
  private static func sender(_ from: String) -> String? {
    let name = from.prefix { $0 != "<" }.filter { $0 != "\"" }
    let words = oneLine(name)
    if !words.isEmpty, !words.contains("@") { return words }
    return from.split(separator: "@").last.map { String($0.prefix { $0 != ">" }) }
  }
}

/// The words of a newsletter in HTML: what is told, without buttons, footers and lists of links.
private struct MailText {
  private let blocks: [PageBlock]

  init(_ tree: MarkupTree) {
    let anatomy = PageAnatomy(of: tree)
    blocks = PageBlocks(of: tree, parts: anatomy.parts, isDropped: anatomy.isDropped).blocks
  }

  func article(
    _ facts: StatedFacts, published: CalendarDate?, named name: String
  ) throws(Refusal) -> Article {
    var composer = ArticleComposer()
    if let title = facts.title { composer.add(.title, title) }
    for block in blocks where !PageContent.isTitle(block, facts.title) {
      if block.linkShare > 0.6, !block.isHeading { continue }
      composer.addLine(block.text, as: block.kind)
    }
    return try composer.article(facts, published: published, named: name)
  }
}
