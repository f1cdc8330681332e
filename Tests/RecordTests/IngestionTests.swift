import Diagnostics
import Diplomacy
import Record
import SQLite
import TestSupport
import Testing

struct `Ingesting an article` {
  @Test func `twice changes not a byte of the file`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("graph.sqlite")
    try GraphStore(path: path, mode: .write).ingest([.washington])
    let before = try folder.bytes(of: "graph.sqlite")

    let store = try GraphStore(path: path, mode: .write)
    let telling = Telling.washington
    #expect(try store.ingest(telling.article, telling.reports) == .unchanged(id: "washington"))
    #expect(try !store.derive())
    #expect(try folder.bytes(of: "graph.sqlite") == before)
  }

  @Test func `again with another stated day corrects the day, and only then`() throws {
    func talks(_ day: String?) -> Telling {
      var telling = Telling("Winston Peters met Marco Rubio.", published: day)
      telling.person("Winston Peters")
      return telling
    }
    let store = try GraphStore.of(talks(nil))
    let id = try #require(try store.why("winston-peters")?.namings.first?.article)
    try store.ingest([talks("2025-03-20")])
    #expect(
      try store.why("winston-peters")?.namings.map(\.published) == [CalendarDate(iso: "2025-03-20")]
    )
    for day in ["2025-03-20", nil] {
      let again = talks(day)
      #expect(try store.ingest(again.article, again.reports) == .unchanged(id: id))
    }
    #expect(try store.verify().isEmpty)
  }

  @Test func `with the same address and another text replaces it`() throws {
    let store = try GraphStore.of(.washington)
    var corrected = Telling(
      "Winston Peters met nobody.", id: "corrected", url: "https://example.org/washington")
    corrected.person("Winston Peters")
    try store.ingest([corrected])
    #expect(try store.statistics().articles == 1)
    #expect(try store.meetings().isEmpty)
    #expect(try store.verify().isEmpty)
  }

  @Test
  func `together with what it replaces finds each text that is left by its words, and no other`()
    throws
  {
    let folder = try TemporaryFolder()
    let path = folder.path("graph.sqlite")
    let store = try GraphStore(path: path, mode: .write)
    let words = ["alpha", "bravo", "charlie", "delta", "echo"]
    let tellings = words.enumerated().map { place, word in
      // The last is the page of the first again.
      Telling(
        "Talks on \(word).", id: "article-\(place)", url: "https://example.org/\(place % 4)")
    }
    try store.ingest(tellings.map { ($0.article, $0.reports) })
    let reader = try store.readOnlyConnection()
    let found = try words.map { word in
      try reader.rows(
        """
        select a.id from articleSearch join article a on a.number = articleSearch.rowid
        where articleSearch match \(word)
        """
      ) { $0.text(at: 0) }
    }
    #expect(found == [[], ["article-1"], ["article-2"], ["article-3"], ["article-4"]])
    // FTS5 compares its index with the texts, and fails where they differ.
    let writer = try Connection(path: path, mode: .readWrite)
    try writer.execute(
      "insert into articleSearch (articleSearch, rank) values ('integrity-check', 1)")
  }

  @Test func `refuses evidence that is not in the text`() throws {
    let store = try GraphStore(path: "graph", mode: .inMemory)
    let other = Telling("Another text.", id: "other")
    let error = #expect(throws: Diagnostic.self) {
      try store.ingest(other.article, Telling.call.reports)
    }
    #expect(error?.summary == "the words \"Sergei Lavrov\" are not at 0 of the article")
    #expect(try store.statistics().articles == 0)
  }

  @Test func `counts offsets in Unicode scalars as SQLite does`() throws {
    var telling = Telling("🇳🇿 𝒲 Cafe\u{301} — Jose\u{301} Pérez met Łukasz Żak.", id: "scalars")
    let perez = telling.person("Jose\u{301} Pérez")
    let zak = telling.person("Łukasz Żak")
    telling.meeting([perez, zak], "Jose\u{301} Pérez met Łukasz Żak")
    let store = try GraphStore.of(telling)
    #expect(try store.verify().isEmpty)
    #expect(try store.why("jose-perez")?.namings.map(\.range.start) == [13])
    #expect(try store.people(matching: "lukasz zak").map(\.id) == ["lukasz-zak"])
  }

  @Test func `in any order gives the same record`() throws {
    let tellings: [Telling] = [.washington, .announcement, .familyNames, .call]
    let expected = try exported(try GraphStore.of(tellings))
    #expect(expected.count > 10)
    for order in permutations(of: Array(tellings.indices)) {
      #expect(try exported(try GraphStore.of(order.map { tellings[$0] })) == expected)
    }
  }

  @Test func `of one text under two addresses keeps the same one whichever comes first`() throws {
    let copies = ["b", "a"].map { id in
      var telling = Telling("Winston Peters met Marco Rubio.", id: id)
      telling.person("Winston Peters")
      return telling
    }
    for order in [copies, copies.reversed()] {
      let store = try GraphStore.of(order)
      #expect(try store.statistics().articles == 1)
      #expect(try store.why("winston-peters")?.namings.map(\.article) == ["a"])
    }
  }
}

private func permutations(of elements: [Int]) -> [[Int]] {
  guard let first = elements.first else { return [[]] }
  return permutations(of: Array(elements.dropFirst())).flatMap { rest in
    (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
  }
}
