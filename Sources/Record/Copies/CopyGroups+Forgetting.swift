import Diplomacy
import SQLite

extension CopyGroups {
  /// Sketches and groups all articles anew, and has `index` take in the original of each group.
  static func addAll(_ connection: Connection, _ index: ArticleIndex) throws {
    for table in ["copy", "copyLink", "articleBand", "articleSketch"] {
      try connection.executeScript("delete from \(table)")
    }
    let groups = CopyGroups(connection, ShingleShelf(), index)
    let ids = try connection.rows("select id from article order by id") { $0.text(at: 0) }
    for (place, id) in ids.enumerated() {
      if place % 256 == 255 { try groups.finish() }
      let row = try connection.first("select text, url, number from article where id = \(id)") {
        (text: $0.text(at: 0), url: $0.optionalText(at: 1), number: $0.integer(at: 2))
      }
      guard let row else { continue }
      let sketch = TextSketch(try connection.shingles(of: id, text: row.text))
      let key = row.url.map { WebAddress($0)?.key ?? $0 }
      _ = try groups.add(id, number: row.number, sketch, urlKey: key) {
        try ReportReader(connection).article(id)
      }
    }
    try groups.finish()
  }
}
