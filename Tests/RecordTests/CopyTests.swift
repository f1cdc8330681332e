import Diagnostics
import Diplomacy
import Record
import TestSupport
import Testing

/// Reports of an agency as newspapers print them: whole, cut from the end, with a word changed, or with a paragraph
/// of their own.
private struct Agency {
  static let pairs = [
    ("Sergei Lavrov", "Wang Yi"), ("Marco Rubio", "Winston Peters"), ("David Lammy", "Penny Wong"),
  ]
  private static let sentences = [
    "The two ministers spoke for three hours about trade, about the security of shipping in the "
      + "region and about the talks on fisheries that had come to a halt before the winter.",
    "Officials of both sides said that the tone had been frank, and that a date for the next round "
      + "would be found as soon as the parliaments had returned from their recess.",
    "It was their second conversation since the spring, when an exchange of letters over tariffs "
      + "on steel had led each of the governments to recall its envoy for some weeks.",
    "A joint statement was not expected, people close to the delegations said, because the wording "
      + "on the disputed islands had still been open when the ministers left the building.",
    "Neither of them answered questions from reporters as they walked down the steps to their cars "
      + "in the rain, and the press conference that had been planned was cancelled at noon.",
  ]

  /// The report with `number`, as the paper with `id` prints `sentences` of it.
  static func report(
    _ number: Int, id: String, sentences count: Int = 5, changing word: String? = nil,
    adding own: String = "", published: String? = "2025-03-03"
  ) -> Telling {
    let (first, second) = pairs[number]
    let body = sentences[number..<min(number + count, 5)] + sentences[..<max(0, number + count - 5)]
    var text = "\(first) met \(second) in Geneva. " + body.joined(separator: " ") + own
    if let word { text = text.replacing(word, with: "candid") }
    var telling = Telling(text, id: id, published: published)
    telling.meeting(
      [telling.person(first), telling.person(second)], "\(first) met \(second)", date: "2025-03-03")
    return telling
  }

  static var copies: [Telling] {
    [
      report(0, id: "b-whole"), report(0, id: "a-cut", sentences: 3),
      report(0, id: "c-changed", changing: "frank"),
      report(0, id: "d-longer", adding: " The town was quiet.", published: "2025-03-04"),
    ]
  }
}

struct `Copies of one report` {
  @Test func `count once, whichever comes first`() throws {
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2]] {
      let store = try GraphStore.of(order.map { Agency.copies[$0] })
      #expect(try store.statistics().articles == 4)
      let meetings = try store.meetings()
      #expect(meetings.count == 1)
      #expect(Set(meetings.flatMap(\.quotes).map(\.quote.article)) == ["d-longer"])
      #expect(try store.verify().isEmpty)
    }
  }

  @Test func `are told when they come`() throws {
    let store = try GraphStore(path: "graph", mode: .inMemory)
    let outcomes = try Agency.copies.map { try store.ingest($0.article, $0.reports) }
    #expect(
      outcomes == [
        .added(id: "b-whole"), .copy(id: "a-cut", of: "b-whole"),
        .copy(id: "c-changed", of: "b-whole"), .added(id: "d-longer"),
      ])
  }

  @Test func `take the place of the original when it goes`() throws {
    let store = try GraphStore.of(Agency.copies)
    for (gone, next) in [("d-longer", "b-whole"), ("b-whole", "c-changed"), ("c-changed", "a-cut")]
    {
      try store.forget(gone)
      let articles = Set(try store.meetings().flatMap(\.quotes).map(\.quote.article))
      #expect(articles == [next], "after \(gone)")
    }
    try store.forget("a-cut")
    #expect(try store.meetings().isEmpty)
    #expect(try store.verify().isEmpty)
  }

  @Test func `are none with other people, months later, or of a few words`() throws {
    for other in [
      Agency.report(1, id: "other"),
      Agency.report(0, id: "later", changing: "frank", published: "2025-05-03"),
    ] {
      let store = try GraphStore(path: "graph", mode: .inMemory)
      for telling in [Agency.copies[0], other] {
        #expect(
          try store.ingest(telling.article, telling.reports) == .added(id: telling.article.id ?? "")
        )
      }
    }
    let store = try GraphStore(path: "graph", mode: .inMemory)
    for place in ["geneva", "vienna"] {
      var short = Telling("Wang Yi met Sergei Lavrov in \(place) on Monday for talks.", id: place)
      short.meeting([short.person("Wang Yi"), short.person("Sergei Lavrov")], "met")
      #expect(try store.ingest(short.article, short.reports) == .added(id: place))
    }
  }

  @Test
  func `are found within a batch, in those before it, and where one takes the place of another`()
    throws
  {
    func papers(_ numbers: Range<Int>, sentences: Int) -> [Telling] {
      numbers.map { number in
        Agency.report(
          number % 3, id: "paper-\(number)", sentences: sentences,
          adding: " Printed in paper \(number).")
      }
    }
    let expected = try GraphStore.of(papers(0..<12, sentences: 4))
    let store = try GraphStore(path: "graph", mode: .inMemory)
    func ingest(_ tellings: [Telling]) throws {
      try store.ingest(tellings.map { ($0.article, $0.reports) })
    }
    try ingest(papers(0..<6, sentences: 5))
    // New articles, corrected ones, and new ones again, in one transaction.
    try ingest(
      papers(6..<8, sentences: 4) + papers(0..<6, sentences: 4) + papers(8..<12, sentences: 4))
    try store.derive()
    try expectEqual(try exported(store), try exported(expected))
    #expect(try store.verify().isEmpty)
    #expect(try store.statistics().articles == 12)
  }

  @Test(arguments: 0..<6)
  func `leave the same record in any order, and when some go again`(_ seed: Int) throws {
    var random = RepeatableRandom(seed: UInt64(seed))
    var tellings: [Telling] = []
    for number in 0..<3 {
      for paper in 0..<6 {
        tellings.append(
          Agency.report(
            number, id: "paper-\(number)-\(paper)",
            sentences: Int.random(in: 2...5, using: &random),
            changing: [nil, "frank", "winter", "envoy"].randomElement(using: &random) ?? nil,
            adding: " Printed in paper \(paper).",
            published: ["2025-03-03", "2025-03-05", nil].randomElement(using: &random) ?? nil))
      }
    }
    let kept = tellings.filter { _ in Int.random(in: 0..<3, using: &random) > 0 }
    let expected = try exported(try GraphStore.of(kept))
    let store = try GraphStore.of(tellings.shuffled(using: &random))
    let ids = Set(kept.compactMap(\.article.id))
    for telling in tellings.shuffled(using: &random) {
      if let id = telling.article.id, !ids.contains(id) { try store.forget(id) }
    }
    try expectEqual(try exported(store), expected)
    try store.rebuild()
    try expectEqual(try exported(store), expected)
    #expect(try store.verify().isEmpty)
  }
}

struct `An address` {
  @Test func `with and without tracking is one, in any order`() throws {
    let urls = [
      "https://www.example.org/talks?utm_source=feed", "http://example.org/talks/",
      "https://m.example.org/talks#top",
    ]
    var exports: Set<[String]> = []
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
      let store = try GraphStore(path: "graph", mode: .inMemory)
      for url in order.map({ urls[$0] }) {
        var telling = Telling("Winston Peters met Marco Rubio.", url: url)
        telling.person("Winston Peters")
        try store.ingest(telling.article, telling.reports)
      }
      try store.derive()
      #expect(try store.statistics().articles == 1)
      exports.insert(try exported(store))
    }
    #expect(exports.count == 1)
  }
}
