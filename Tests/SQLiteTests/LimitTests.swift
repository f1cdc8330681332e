import SQLite
import Testing

struct `A limited connection` {
  private static let endless: SQL =
    "with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n"

  @Test func `interrupts a query that runs too long`() throws {
    let connection = try Connection(path: "", mode: .inMemory)
    let error = #expect(throws: DatabaseError.self) {
      try connection.withTimeLimit(.milliseconds(20)) {
        try connection.execute(`A limited connection`.endless)
      }
    }
    #expect(error?.kind == .interrupted)
    #expect(try connection.integer("select 1") == 1)
  }

  @Test(
    arguments: [
      "insert into person values ('x')", "delete from person", "create table x (y)",
      "create temp table x (y)", "attach ':memory:' as other", "pragma user_version = 7",
      "pragma table_info(person)", "begin", "vacuum",
    ])
  func `refuses whatever does more than read`(_ statement: String) throws {
    let connection = try Connection(path: "", mode: .inMemory)
    try connection.executeScript("create table person (name text)")
    connection.allowOnlyReading()
    let error = #expect(throws: DatabaseError.self) {
      try connection.execute(SQL(raw: statement))
    }
    #expect(error?.kind == .notAuthorized)
  }

  @Test func `does not let the schema be rewritten`() throws {
    let connection = try Connection(path: "", mode: .inMemory)
    try connection.executeScript("create table person (name text)")
    connection.allowOnlyReading()
    let error = #expect(throws: DatabaseError.self) {
      try connection.execute("update sqlite_master set sql = ''")
    }
    #expect(error?.message == "table sqlite_master may not be modified")
  }

  @Test func `loads no extension`() throws {
    let connection = try Connection(path: "", mode: .inMemory)
    connection.allowOnlyReading()
    let error = #expect(throws: DatabaseError.self) {
      try connection.execute("select load_extension('x')")
    }
    #expect(error?.message == "not authorized to use function: load_extension")
  }

  @Test func `still searches, counts and recurs when it may only read`() throws {
    let connection = try Connection(path: "", mode: .inMemory)
    try connection.executeScript(
      """
      create virtual table words using fts5(text);
      insert into words values ('Rubio and Peters met in Washington');
      """)
    connection.allowOnlyReading()
    #expect(try connection.integer("select count(*) from words where words match 'peters'") == 1)
    let sum: SQL =
      "with recursive n(i) as (select 1 union all select i + 1 from n where i < 4) select sum(i) from n"
    #expect(try connection.integer(sum) == 10)
  }

  @Test func `refuses what is larger than allowed`() throws {
    let connection = try Connection(path: "", mode: .inMemory)
    connection.limit(.valueBytes, to: 1_000)
    let error = #expect(throws: DatabaseError.self) {
      try connection.execute("select zeroblob(2000)")
    }
    #expect(error?.kind == .tooBig)
  }
}
