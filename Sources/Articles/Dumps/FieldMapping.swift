import JSON

/// Under which keys or columns the records of a dump have what an article has.
///
///     try FieldMapping(["text=story.body", "title=head"])
///
/// A key may lead into objects by dots. What is not mapped is found under the names that dumps use.
public struct FieldMapping: Hashable, Sendable {
  /// What a record can tell of an article.
  public enum Field: String, Sendable, CaseIterable {
    case id, text, html, title, published, url, publisher, author
  }

  private var paths: [Field: String] = [:]

  /// The usual names only.
  public init() {}

  /// Takes `field` from `key`.
  public mutating func map(_ field: Field, to key: String) { paths[field] = key }

  /// Whether a key was mapped.
  func isMapped(_ field: Field) -> Bool { paths[field] != nil }

  /// The value of a field; nil where the record has none.
  func value(of field: Field, in record: JSONValue) -> JSONValue? {
    if let path = paths[field] { return Self.value(at: path, in: record) }
    for key in Self.names[field, default: []] {
      if let value = record[key], value != .null, value.stringValue != "" { return value }
    }
    return nil
  }

  /// The keys that hold what an article has, so that they are not kept as metadata once more.
  func isUsed(_ key: String) -> Bool {
    Self.allNames.contains(key) || paths.values.contains { $0 == key || $0.hasPrefix(key + ".") }
  }

  private static func value(at path: String, in record: JSONValue) -> JSONValue? {
    if let value = record[path] { return value }
    var value: JSONValue? = record
    for key in path.split(separator: ".") { value = value?[String(key)] }
    return value
  }

  /// The names of the column or key that holds the words.
  static let textKeys: Set<String> = Set(names[.text, default: []] + names[.html, default: []])

  private static let names: [Field: [String]] = [
    .id: ["id", "_id", "uid", "guid", "article_id", "docid", "doc_id"],
    .text: [
      "text", "body", "content", "articleBody", "article_text", "maintext", "full_text", "fulltext",
      "text_content", "plain_text", "article", "story",
    ],
    .html: ["html", "content_html", "body_html", "raw_html"],
    .title: ["title", "headline", "name", "heading", "subject"],
    .published: [
      "published", "date", "datePublished", "date_published", "published_at", "publish_date",
      "pub_date", "pubDate", "publication_date", "published_date", "date_publish", "publishedAt",
      "created_at", "timestamp",
    ],
    .url: ["url", "link", "canonical_url", "source_url", "permalink", "web_url", "uri"],
    .publisher: [
      "publisher", "source", "site_name", "source_domain", "outlet", "publication", "site",
    ],
    .author: ["author", "authors", "byline", "creator", "writer"],
  ]

  /// The names that memcon's own format has.
  private static let allNames: Set<String> = [
    "id", "text", "html", "title", "published", "url", "publisher", "author",
  ]
}
