import JSON
import Markup

/// What a page says of its article in JSON-LD, as schema.org has it for `NewsArticle` and its kin.
struct LinkedData {
  var headline: String?
  var body: String?
  var authors: [String] = []
  var publisher: String?
  var published: String?
  var url: String?
  /// Whether everybody may read the whole.
  var isFree: Bool?

  init?(in tree: MarkupTree) {
    var best: (rank: Int, object: JSONValue)?
    for script in tree.descendants(named: "script")
    where tree.attribute("type", of: script)?.lowercased().contains("ld+json") == true {
      let text = tree.text(of: script)
      guard text.utf8.count <= 1 << 20, let value = try? JSONValue(parsing: Array(text.utf8))
      else { continue }
      for object in Self.objects(in: value) {
        let rank = Self.rank(object)
        if rank > best?.rank ?? 0 { best = (rank, object) }
      }
    }
    guard let object = best?.object else { return nil }
    headline = Self.text(object["headline"]) ?? Self.text(object["name"])
    body = Self.text(object["articleBody"])
    published = Self.text(object["datePublished"]) ?? Self.text(object["dateCreated"])
    authors = Self.names(object["author"]) + Self.names(object["creator"])
    publisher = Self.names(object["publisher"]).first
    url =
      Self.text(object["url"]) ?? Self.text(object["mainEntityOfPage"])
      ?? Self.text(object["mainEntityOfPage"]?["@id"])
    if case .bool(let value)? = object["isAccessibleForFree"] { isFree = value }
    if let value = object["isAccessibleForFree"]?.stringValue {
      isFree = value.lowercased() != "false"
    }
  }

  /// The objects that can tell of the page, outermost first; only a few levels are looked into.
  private static func objects(in value: JSONValue) -> [JSONValue] {
    var found: [JSONValue] = []
    var level = [value]
    for _ in 0..<4 {
      var next: [JSONValue] = []
      for value in level.prefix(200) {
        switch value {
        case .array(let elements): next += elements
        case .object:
          found.append(value)
          for key in ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"] {
            if let inner = value[key] { next.append(inner) }
          }
        default: break
        }
      }
      level = next
    }
    return found
  }

  private static func rank(_ object: JSONValue) -> Int {
    var types: [String] = []
    switch object["@type"] {
    case .string(let type): types = [type]
    case .array(let elements): types = elements.compactMap(\.stringValue)
    default: break
    }
    let best = types.map { type in
      if type.hasSuffix("NewsArticle") { return 4 }
      if type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report" { return 3 }
      return type == "WebPage" || type == "GovernmentService" ? 1 : 0
    }
    return best.max() ?? 0
  }

  private static func text(_ value: JSONValue?) -> String? {
    guard let text = value?.stringValue, text.contains(where: { !$0.isWhitespace }) else {
      return nil
    }
    return text
  }

  /// The names of people or organisations, however they are given.
  private static func names(_ value: JSONValue?) -> [String] {
    switch value {
    case .string(let name): return [name]
    case .array(let values): return values.flatMap(names)
    case .object: return text(value?["name"]).map { [$0] } ?? names(value?["name"])
    default: return []
    }
  }
}
