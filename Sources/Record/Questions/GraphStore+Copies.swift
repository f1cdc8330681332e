public import Diagnostics
public import Diplomacy
import SQLite

/// An article that prints nearly the text of another, and does not count as a report of its own.
public struct ArticleCopy: Hashable, Sendable {
  /// The identifier.
  public let id: String
  /// The article that counts for both.
  public let original: String
  /// Who printed it.
  public let publisher: String?
  /// When it was published.
  public let published: CalendarDate?
}

extension GraphStore {
  /// The copies of articles with these identifiers, by identifier.
  public func copies(of originals: Set<String>) throws(Diagnostic) -> [ArticleCopy] {
    try reporting {
      try connection.rows(
        """
        select a.id, c.original, a.publisher, a.published from copy c
        join article a on a.id = c.articleId
        where c.original in \(list: originals.sorted()) order by c.original, a.id
        """
      ) { row in
        ArticleCopy(
          id: row.text(at: 0), original: row.text(at: 1), publisher: row.optionalText(at: 2),
          published: row.optionalText(at: 3).flatMap { CalendarDate(iso: $0) })
      }
    }
  }
}
