import Diplomacy
import Lexicons
import Testing

struct `A table of reference data` {
  /// Table, number of fields in each row, and the fewest rows it is of use with.
  static let tables = [
    ("countries", 7, 250), ("government_metonyms", 4, 40), ("organizations", 5, 200),
    ("offices", 3, 1000), ("places", 8, 5000), ("given_names", 2, 4000), ("nicknames", 2, 200),
    ("family_first_surnames", 2, 200), ("name_particles", 2, 50), ("honorifics", 4, 100),
    ("common_words", 1, 3000), ("family_names", 1, 400), ("name_context", 2, 800),
    ("name_origins", 3, 30_000), ("common_name_origins", 2, 5000), ("given_name_variants", 2, 40),
    ("office_countries", 3, 60), ("office_holders", 4, 60_000), ("publishers", 2, 400),
    ("news_agencies", 2, 90),
  ]

  @Test(arguments: tables)
  func `is well formed and sorted`(_ name: String, _ fields: Int, _ minimum: Int) throws {
    let rows = try #require(LexiconTable(named: name)).rows
    #expect(rows.count >= minimum)
    for row in rows {
      #expect(row.count == fields, "\(row)")
      #expect(row.allSatisfy { $0.first != " " && $0.last != " " && !$0.contains("\r") }, "\(row)")
    }
    for (row, next) in zip(rows, rows.dropFirst()) {
      #expect(!next[0].utf8.lexicographicallyPrecedes(row[0].utf8), "\(row) before \(next)")
      // Places and people may share a name; a line twice helps nobody.
      let isShared = name == "places" || name == "office_holders"
      #expect(isShared ? row != next : row[0] != next[0], "\(row)")
    }
  }

  @Test func `gives rows by key as a search from the top would`() throws {
    let table = try #require(LexiconTable(named: "honorifics"))
    let rows = table.rows
    for row in rows { #expect(table.rows(for: row[0]) == [row]) }
    for absent in ["", "#", "~", "Aardvark", "\u{10FFFF}"] {
      #expect(table.rows(for: absent) == [])
    }
  }

  @Test(arguments: [("offices", 1), ("honorifics", 2)])
  func `names offices that there are`(_ name: String, _ column: Int) throws {
    for row in try #require(LexiconTable(named: name)).rows where !row[column].isEmpty {
      #expect(Office(rawValue: row[column]) != nil, "\(row)")
    }
  }

  @Test func `is nil where none has the name`() {
    #expect(LexiconTable(named: "nonsense") == nil)
  }
}
