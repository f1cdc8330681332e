import SQLite
import Testing

struct `A connection` {
  @Test(
    arguments: [
      Value.null, .integer(.min), .real(0.1), .text(""), .text("a\u{0}b"), .text("Cafe\u{301} 🇳🇿"),
      .blob([]), .blob([0, 255]),
    ])
  func `gives back every value as it was bound`(_ value: Value) throws {
    let connection = try Connection(path: "", mode: .inMemory)
    #expect(try connection.first("select \(value)") { $0.value(at: 0) } == value)
  }

  @Test func `binds interpolated values and never reads them as a statement`() throws {
    let connection = try Connection(path: "", mode: .inMemory)
    try connection.executeScript("create table person (name text)")
    let hostile = "x'); drop table person; --"
    try connection.execute("insert into person values (\(hostile))")
    #expect(try connection.rows("select name from person") { $0.text(at: 0) } == [hostile])
  }

  @Test func `undoes a transaction that throws`() throws {
    struct Refused: Error {}
    let connection = try Connection(path: "", mode: .inMemory)
    try connection.executeScript("create table person (name text)")
    #expect(throws: Refused.self) {
      try connection.transaction {
        try connection.execute("insert into person values ('Winston Peters')")
        throw Refused()
      }
    }
    #expect(try connection.integer("select count(*) from person") == 0)
    try connection.transaction { try connection.execute("insert into person values ('x')") }
    #expect(try connection.integer("select count(*) from person") == 1)
  }

  @Test func `runs the same text twice at once`() throws {
    let connection = try Connection(path: "", mode: .inMemory)
    let first = try connection.prepare("select 1 union all select 2")
    let second = try connection.prepare("select 1 union all select 2")
    #expect(try first.step())
    #expect(try second.step())
    #expect(try first.step())
    #expect(first.integer(at: 0) == 2)
    #expect(second.integer(at: 0) == 1)
  }

  @Test func `forgets the bindings of a statement it keeps`() throws {
    let connection = try Connection(path: "", mode: .inMemory)
    try connection.execute("select \("kept?")")
    let again = try connection.prepare("select ?")
    #expect(try again.step())
    #expect(again.isNull(at: 0))
  }

  @Test func `refuses two statements in one`() throws {
    let connection = try Connection(path: "", mode: .inMemory)
    #expect(throws: DatabaseError.self) { try connection.prepare("select 1; select 2") }
    #expect(try connection.integer("select 1 ;\n") == 1)
  }

  @Test func `tells message and statement of a failure`() throws {
    let connection = try Connection(path: "", mode: .inMemory)
    try connection.executeScript("create table person (name text not null)")
    let error = #expect(throws: DatabaseError.self) {
      try connection.execute("insert into person values (null)")
    }
    #expect(error?.kind == .constraint)
    #expect(error?.message == "NOT NULL constraint failed: person.name")
    #expect(error?.sql == "insert into person values (null)")
  }

  @Test func `does not make a file it is only to read`() {
    let error = #expect(throws: DatabaseError.self) {
      try Connection(path: "/no/such/folder/graph.sqlite", mode: .readOnly)
    }
    #expect(error?.kind == .cannotOpen)
  }
}

struct `SQL as a value` {
  @Test func `is put together from parts with their values in order`() {
    let conditions: [SQL] = ["country = \("NZ")", "id in \(list: [1, 2])"]
    let sql: SQL =
      "select \(raw: "name") from person where \(conditions.joined(separator: " and "))"
    #expect(sql.text == "select name from person where country = ? and id in (?, ?)")
    #expect(sql.bindings == [.text("NZ"), .integer(1), .integer(2)])
  }

  @Test(arguments: [0, 1, 2, 63, 64, 65, 128, 200])
  func `lists any number of values`(_ count: Int) throws {
    let connection = try Connection(path: "", mode: .inMemory)
    let numbers = Array(0..<count)
    let sum = try connection.integer(
      """
      with recursive number (value) as (
        select 0 union all select value + 1 from number where value < 300)
      select sum(value) from number where value in \(list: numbers)
      """)
    #expect(sum == (count == 0 ? nil : numbers.reduce(0, +)))
  }
}
