import Diagnostics
import Diplomacy

/// Reads a plain text, as copied from a web page, into an article.
///
/// The text is kept whole. What is not the article's own (navigation, counters, links, notes of
/// the site) is marked as boilerplate, so that nothing is read from it and no offset shifts.
struct PlainTextReader {
  /// The day the user stated.
  let published: CalendarDate?
  /// The day that came with the text.
  var stated: Article.Publication?

  init(published: CalendarDate?, stated: Article.Publication? = nil) {
    self.published = published
    self.stated = stated
  }

  /// An article has at most this many characters; a book has about as many.
  static let lengthLimit = 500_000

  func read(_ text: String, named name: String) throws(Diagnostic) -> Article {
    guard text.contains(where: { !$0.isWhitespace }) else { throw Diagnostic("\(name) is empty") }
    try LanguageCheck().check(text, named: name)
    guard text.unicodeScalars.count <= Self.lengthLimit else {
      throw Diagnostic(
        "\(name) is longer than an article: more than \(Self.lengthLimit) characters",
        help: ["if it holds many articles, give each a file or a line of JSON Lines of its own"])
    }
    let lines = TextLine.lines(of: text)
    let parts = BlockClassifier().classify(lines)
    var article = Article(text: text, blocks: parts.map { Article.Block($0.kind, $0.line.range) })
    article.title = parts.first { $0.kind == .title }?.line.text
    let facts = HeaderFacts(parts)
    article.author = facts.author
    article.url = facts.url
    if let published {
      article.publication = Article.Publication(published, from: .option)
    } else {
      article.publication = stated ?? facts.publication
    }
    return article
  }
}

/// A line of text, or several that were broken only by the page's width.
struct TextLine {
  /// The words, line breaks inside turned to spaces.
  var text: String
  /// Where they stand, in Unicode scalars, without white space around.
  var range: TextRange
  /// Whether an empty line stood before it.
  var afterGap: Bool
  /// How many scalars of white space stood before it on its line.
  var indent: Int

  /// The lines of `text` that are not blank.
  static func lines(of text: String) -> [TextLine] {
    var lines: [TextLine] = []
    var current = String.UnicodeScalarView()
    var start = 0
    var position = 0
    var gap = true
    func finish() {
      let leading = current.prefix { $0.properties.isWhitespace }.count
      let trimmed = current.dropFirst(leading)
      let trailing = trimmed.reversed().prefix { $0.properties.isWhitespace }.count
      if trimmed.isEmpty {
        gap = true
      } else {
        let first = start + leading
        lines.append(
          TextLine(
            text: String(String.UnicodeScalarView(trimmed.dropLast(trailing))),
            range: TextRange(first, first + trimmed.count - trailing), afterGap: gap,
            indent: leading))
        gap = false
      }
      current = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        finish()
        start = position + 1
      } else {
        current.append(scalar)
      }
      position += 1
    }
    finish()
    return joiningBrokenLines(lines)
  }

  /// A line that fills the page's width and stops in mid-sentence goes on in the next.
  private static func joiningBrokenLines(_ lines: [TextLine]) -> [TextLine] {
    var joined: [TextLine] = []
    var lastWidth = 0
    for line in lines {
      let width = line.range.length
      if var last = joined.last, !line.afterGap, (50...100).contains(lastWidth),
        line.indent == last.indent, let end = last.text.unicodeScalars.last,
        !".!?:;”\"".unicodeScalars.contains(end), let first = line.text.unicodeScalars.first,
        first.properties.isAlphabetic
      {
        last.text += " " + line.text
        last.range = last.range.union(line.range)
        joined[joined.count - 1] = last
      } else {
        joined.append(line)
      }
      lastWidth = width
    }
    return joined
  }
}
