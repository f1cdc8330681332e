import Diplomacy
import JSON
import SQLite

/// A decision as it lies in its table.
struct StoredDecision: Sendable {
  let number: Int
  let kind: String
  let layer: String
  let subject: String
  let object: String?
  let detail: String?
  private let anchors: JSONValue

  init(_ row: Statement) {
    number = row.integer(at: 0)
    kind = row.text(at: 1)
    layer = row.text(at: 2)
    subject = row.text(at: 3)
    object = row.optionalText(at: 4)
    detail = row.optionalText(at: 5)
    anchors = (try? JSONValue(parsing: row.text(at: 6).utf8)) ?? .null
  }

  static let columns: SQL = "number, kind, layer, subject, object, detail, anchors"

  /// Reports that were the subject's when it was decided.
  var subjectAnchors: [Anchor] { Anchor.list(anchors["subject"]) }
  /// Reports that were the object's.
  var objectAnchors: [Anchor] { Anchor.list(anchors["object"]) }

  /// The folded names of both sides of a decision that two are not one.
  var namesApart: ([String], [String]) {
    func names(_ key: String) -> [String] {
      guard case .array(let names) = detailValue[key] else { return [] }
      return names.compactMap(\.stringValue)
    }
    return (names("subject"), names("object"))
  }

  /// The blocks in which a decision that two are not one may change something.
  var blocks: [String] {
    guard case .array(let blocks) = detailValue["blocks"] else { return [] }
    return blocks.compactMap(\.stringValue)
  }

  /// The reports that a decision takes away from a person.
  var splitReports: [Anchor] { Anchor.list(detailValue["reports"]) }

  /// What the person is called that a decision splits off.
  var splitName: String? { detailValue["name"]?.stringValue }

  /// The entry of a register.
  var registerEntry: RegisterEntry? { RegisterEntry(detailValue) }

  private var detailValue: JSONValue {
    (detail.flatMap { try? JSONValue(parsing: $0.utf8) }) ?? .null
  }
}

/// A report by which a decision finds its person or meeting again: of a person the name in the
/// article, of a meeting the number.
struct Anchor: Hashable, Sendable {
  let article: String
  let name: String

  var json: JSONValue { .array([.string(article), .string(name)]) }

  static func list(_ value: JSONValue?) -> [Anchor] {
    guard case .array(let elements) = value else { return [] }
    return elements.compactMap {
      guard case .array(let pair) = $0, pair.count == 2, let article = pair[0].stringValue,
        let name = pair[1].stringValue
      else { return nil }
      return Anchor(article: article, name: name)
    }
  }
}

extension RegisterEntry {
  /// The entry as it is kept in a decision.
  init?(_ value: JSONValue) {
    guard let name = value["name"]?.stringValue else { return nil }
    func texts(_ value: JSONValue?) -> [String] {
      guard case .array(let elements) = value else { return [] }
      return elements.compactMap(\.stringValue)
    }
    var roles: [Role] = []
    if case .array(let elements) = value["roles"] {
      roles = elements.compactMap { element in
        guard let title = element["title"]?.stringValue else { return nil }
        return Role(
          title: title, office: element["office"]?.stringValue,
          of: element["of"]?.stringValue ?? "", since: element["since"]?.stringValue,
          until: element["until"]?.stringValue)
      }
    }
    self.init(
      name: name, aliases: texts(value["aliases"]),
      country: value["country"]?.stringValue.map { CountryCode($0) }, roles: roles,
      wikidata: value["wikidata"]?.stringValue)
  }

  /// The entry for keeping.
  var json: JSONValue {
    [
      "name": .string(name), "aliases": .array(aliases.map(JSONValue.string)),
      "country": .optional(country?.rawValue),
      "roles": .array(
        roles.map { role in
          [
            "title": .string(role.title), "office": .optional(role.office), "of": .string(role.of),
            "since": .optional(role.since), "until": .optional(role.until),
          ]
        }), "wikidata": .optional(wikidata),
    ]
  }
}

extension Connection {
  /// The decisions on people or on meetings, by number, without the entries of registers.
  func storedDecisions(layer: String) throws -> [StoredDecision] {
    try rows(
      """
      select \(StoredDecision.columns) from decision
      where kind in ('merge', 'apart', 'reject', 'split', 'rename') and layer = \(layer)
      order by number
      """, StoredDecision.init)
  }
}
