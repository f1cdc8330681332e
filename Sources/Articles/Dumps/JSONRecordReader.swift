import Diplomacy
import JSON

/// Reads an article from a JSON object.
///
/// Keys: `text`, and optionally `id`, `title`, `published`, `url`, `publisher`, `author`. Other
/// keys are kept as metadata.
struct JSONRecordReader {
  let published: CalendarDate?

  func article(from line: String, at place: String) throws(Refusal) -> Article {
    guard let object = try? JSONValue(parsing: Array(line.utf8)), case .object(let members) = object
    else {
      throw Refusal(
        .damaged, "\(place) is not a JSON object", help: ["each line holds one whole object"])
    }
    guard let text = object["text"]?.stringValue else {
      throw Refusal(
        .noText, "\(place) has no text",
        notes: ["its keys: \(members.map(\.key).joined(separator: ", "))"],
        help: ["the article's words belong under the key \"text\""])
    }
    // SQLite's `substr` ends at such a character, so no quote after it could be proved.
    if members.contains(where: { $0.value.stringValue?.unicodeScalars.contains("\0") == true }) {
      throw Refusal(
        .binary, "\(place) is not text", notes: ["it holds the character \\u0000"],
        help: ["take that character out"])
    }
    var stated: Article.Publication?
    if let day = object["published"]?.stringValue, !day.isEmpty {
      guard let date = CalendarDate(iso: day.prefix(10)) else {
        throw Refusal(.date, "\(place): \"\(day)\" is no date", help: ["write it as 2025-03-20"])
      }
      stated = Article.Publication(date, from: .metadata)
    }
    let reader = PlainTextReader(published: published, stated: stated)
    var article = try reader.read(text, named: place)
    article.id = object["id"]?.stringValue
    article.title = object["title"]?.stringValue ?? article.title
    article.url = object["url"]?.stringValue ?? article.url
    article.publisher = object["publisher"]?.stringValue
    article.author = object["author"]?.stringValue ?? article.author
    let known: Set = ["id", "text", "title", "published", "url", "publisher", "author"]
    for member in members where !known.contains(member.key) {
      article.metadata[member.key] = member.value.stringValue ?? member.value.text
    }
    return article
  }
}
