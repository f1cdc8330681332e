import Diplomacy
import JSON

/// Reads an article from a JSON object, or from a row of a table as such.
///
/// Its keys are those of `FieldMapping`; other keys are kept as metadata.
struct JSONRecordReader {
  /// The day the user stated.
  let published: CalendarDate?
  let fields: FieldMapping
  /// What came with the dump.
  var facts = StatedFacts()

  func article(from line: String, at place: String) throws(Refusal) -> Article {
    guard let object = try? JSONValue(parsing: Array(line.utf8)), case .object = object else {
      throw Refusal(
        .damaged, "\(place) is not a JSON object", help: ["each line holds one whole object"])
    }
    return try article(from: object, at: place)
  }

  func article(from object: JSONValue, at place: String) throws(Refusal) -> Article {
    guard case .object(let members) = object else {
      throw Refusal(.damaged, "\(place) is not a JSON object")
    }
    // SQLite's `substr` ends at such a character, so no quote after it could be proved.
    if members.contains(where: { Self.hasNull($0.value) }) {
      throw Refusal(
        .binary, "\(place) is not text", notes: ["it holds the character \\u0000"],
        help: ["take that character out"])
    }
    let facts = try facts(of: object, members, at: place)
    if let html = string(.html, in: object), html.contains("<") {
      return try page(html, facts, at: place)
    }
    guard let text = text(in: object) else {
      throw Refusal(
        .noText, "\(place) has no text",
        notes: ["its keys: \(members.map(\.key).joined(separator: ", "))"],
        help: ["the article's words belong under the key \"text\", or name it: --field text=KEY"])
    }
    if Self.isHTML(text) { return try page(text, facts, at: place) }
    return try PlainTextReader(published: published, facts: facts).read(text, named: place)
  }

  private func page(
    _ html: String, _ facts: StatedFacts, at place: String
  ) throws(Refusal) -> Article {
    let reader = PageReader(published: published, facts: facts)
    let bytes = Array(html.utf8)
    if html.prefix(2000).lowercased().contains("<html") {
      return try reader.read(bytes, named: place)
    }
    return try reader.readFragment(bytes, named: place)
  }

  private func facts(
    of object: JSONValue, _ members: [JSONValue.Member], at place: String
  ) throws(Refusal) -> StatedFacts {
    var facts = facts
    if let value = fields.value(of: .published, in: object), let day = Self.words(value),
      !day.isEmpty
    {
      facts.published = WrittenDate.inField(day)
      // "date" may hold anything; what was called the day of publication must be one.
      if facts.published == nil, fields.isMapped(.published) || object["published"] != nil {
        throw Refusal(.date, "\(place): \"\(day)\" is no date", help: ["write it as 2025-03-20"])
      }
    }
    facts.id = string(.id, in: object)
    facts.title = string(.title, in: object)
    facts.url = string(.url, in: object) ?? facts.url
    facts.publisher = string(.publisher, in: object) ?? facts.publisher
    facts.author = string(.author, in: object)
    for member in members where !fields.isUsed(member.key) && !isText(member, of: object) {
      facts.metadata[member.key] = member.value.stringValue ?? member.value.text
    }
    return facts
  }

  /// Whether a member, under whatever key, is the text itself.
  private func isText(_ member: JSONValue.Member, of object: JSONValue) -> Bool {
    guard FieldMapping.textKeys.contains(member.key) else { return false }
    return member.value == fields.value(of: .text, in: object)
      || member.value == fields.value(of: .html, in: object)
  }

  private func string(_ field: FieldMapping.Field, in object: JSONValue) -> String? {
    fields.value(of: field, in: object).flatMap(Self.words)
  }

  /// A text, or a list of paragraphs.
  private func text(in object: JSONValue) -> String? {
    switch fields.value(of: .text, in: object) {
    case .string(let text): text
    case .array(let lines):
      lines.compactMap(Self.words).joined(separator: "\n\n")
    case .object(let members):
      members.lazy.compactMap { $0.value.stringValue }.max { $0.count < $1.count }
    default: nil
    }
  }

  /// A text, a number, the names of a list or of objects.
  private static func words(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text
    case .integer(let number): String(number)
    case .array(let values): values.compactMap(words).joined(separator: ", ")
    case .object:
      ["name", "title", "text", "value", "$date"].lazy.compactMap { value[$0] }.first.flatMap(words)
    default: nil
    }
  }

  private static func hasNull(_ value: JSONValue) -> Bool {
    guard var text = value.stringValue else { return false }
    return text.withUTF8 { $0.contains(0) }
  }

  private static func isHTML(_ text: String) -> Bool {
    let head = text.utf8.prefix(4096)
    return head.first { $0 > 0x20 } == UInt8(ascii: "<")
      && (text.firstRange(of: "</p>") != nil || text.firstRange(of: "</div>") != nil
        || text.firstRange(of: "<p>") != nil)
  }
}
