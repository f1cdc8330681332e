public import Diagnostics
import SQLite

/// What an answer rests on: who counts by it must know what it cannot know.
public struct Basis: Hashable, Sendable {
  /// How many articles the graph holds.
  public let articles: Int
  /// The first and last day of publication, of those that tell it.
  public let span: ClosedRange<String>?
}

extension GraphStore {
  /// What every answer of this graph rests on.
  public func basis() throws(Diagnostic) -> Basis {
    try reporting {
      let span = try connection.first("select min(published), max(published) from article") { row in
        row.isNull(at: 0) ? nil : row.text(at: 0)...row.text(at: 1)
      }
      return Basis(
        articles: try connection.integer("select count(*) from article") ?? 0, span: span ?? nil)
    }
  }
}
