import Diplomacy
import SQLite

extension CopyGroups {
  /// Sketches and groups all articles anew, and indexes the original of each group.
  static func addAll(_ connection: Connection) throws {
    for table in ["copy", "copyLink", "articleBand", "articleSketch"] {
      try connection.executeScript("delete from \(table)")
    }
    let groups = CopyGroups(connection, ShingleShelf())
    let ids = try connection.rows("select id from article order by id") { $0.text(at: 0) }
    for id in ids {
      let row = try connection.first("select text, url from article where id = \(id)") {
        (text: $0.text(at: 0), url: $0.optionalText(at: 1))
      }
      guard let row else { continue }
      let sketch = TextSketch(try connection.shingles(of: id, text: row.text))
      let key = row.url.map { WebAddress($0)?.key ?? $0 }
      _ = try groups.add(id, sketch, urlKey: key) { try ReportReader(connection).article(id) }
    }
  }
}
