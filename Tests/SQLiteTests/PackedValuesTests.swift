import SQLite
import Testing

struct `Values packed together` {
  @Test func `are bound as they would be one by one`() throws {
    let connection = try Connection(path: "", mode: .inMemory)
    try connection.executeScript("create table t (a, b, c)")
    let rows: [[Value]] = [
      [.text("Reykjavík"), .integer(-1), .null], [.text(""), .real(0.5), .text("a\u{0}b")],
      [.blob([0, 255]), .blob([]), .integer(.max)],
    ]
    var values = PackedValues()
    for value in rows.joined() { values.append(value) }
    let insertion = try connection.prepare("insert into t values (?, ?, ?)")
    for row in rows.indices { try insertion.run(values, row * 3..<row * 3 + 3) }
    let kept = try connection.rows("select a, b, c from t order by rowid") { row in
      (0..<3).map { row.value(at: $0) }
    }
    #expect(kept == rows)
  }

  @Test func `that a table refuses are told as an error, and bound no longer`() throws {
    let connection = try Connection(path: "", mode: .inMemory)
    try connection.executeScript("create table t (a text not null)")
    var values = PackedValues()
    values.append(Value.null)
    values.append("Vienna")
    let insertion = try connection.prepare("insert into t values (?)")
    #expect(throws: DatabaseError.self) { try insertion.run(values, 0..<1) }
    try insertion.run(values, 1..<2)
    // Whatever was bound is gone, so that nothing points into values that may be.
    #expect(throws: DatabaseError.self) { try insertion.run() }
    #expect(try connection.integer("select count(*) from t where a = 'Vienna'") == 1)
  }
}
