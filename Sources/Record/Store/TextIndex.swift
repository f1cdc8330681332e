import SQLite

/// Takes the texts of new articles into the index for full-text search, many in one statement.
///
/// FTS5 writes what it holds in memory before every statement that may have to be undone alone, and each time that
/// makes a piece of the index to be merged with others later. Article by article, among the statements that write
/// reports, that would cost as much as reading the texts.
struct TextIndex {
  private let connection: Connection
  /// The number of the last article whose text the index holds.
  private var last: Int

  /// The index as it is before an article is added; it holds the texts of all that are there.
  init(_ connection: Connection) throws {
    self.connection = connection
    last = try connection.lastArticle()
  }

  /// Takes in the articles added since.
  mutating func catchUp() throws {
    try connection.execute(
      """
      insert into articleSearch (rowid, title, text)
      select number, title, text from article where number > \(last) order by number
      """)
    last = try connection.lastArticle()
  }

  /// Runs `body`, which takes articles away: their texts have to be in the index by then, and the numbers of
  /// the last may be given again.
  mutating func around(_ body: () throws -> Void) throws {
    try catchUp()
    try body()
    last = try connection.lastArticle()
  }
}

extension Connection {
  /// The greatest number of an article; 0 if there is none.
  fileprivate func lastArticle() throws(DatabaseError) -> Int {
    try integer("select max(number) from article") ?? 0
  }
}
