import Articles
import Diplomacy
import Extraction
import Record
import TestSupport
import Testing

/// A scenario of `Fixtures/scenarios.txt`: short articles, what a curator decides, what is asked, and the record that is
/// expected of them.
struct Scenario: CustomTestStringConvertible {
  let name: String
  let articles: [(published: String, text: String)]
  let decisions: [String]
  let questions: [String]
  let expected: [String]

  var testDescription: String { name }

  /// The pieces of the file: what is said above, then one for each scenario.
  private static func pieces() throws -> [Substring] {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let bytes = try InputFile(path: "/\(folder)/Fixtures/scenarios.txt").bytes
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n== ")
  }

  /// The names that the list above the scenarios has, for what each stands for.
  static func listed() throws -> Set<String> {
    let list = try pieces()[0].split(separator: "\n").filter { $0.hasPrefix("- ") }
    return Set(
      list.flatMap { line in
        line.split(separator: ": ", maxSplits: 1)[1].split(separator: "; ").map(String.init)
      })
  }

  static func all() throws -> [Scenario] {
    try pieces().dropFirst().map { block in
      let lines = block.split(separator: "\n").map(String.init)
      var articles: [(published: String, text: String)] = []
      func marked(_ mark: String) -> [String] {
        lines.filter { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
      }
      for line in lines.dropFirst() where !"#>!?".contains(line.prefix(1)) {
        if line.hasPrefix("-- ") {
          articles.append((String(line.dropFirst(3)), ""))
        } else if !articles.isEmpty {
          articles[articles.count - 1].text += line + "\n"
        }
      }
      return Scenario(
        name: lines[0], articles: articles, decisions: marked("! "), questions: marked("? "),
        expected: marked("> "))
    }
  }

  /// The graph of the articles, taken in in the order of `places`.
  func store(_ places: [Int]) throws -> GraphStore {
    let store = try GraphStore(path: "graph", mode: .inMemory)
    let extractor = Extractor()
    for place in places {
      let reader = ArticleReader(
        published: CalendarDate(iso: articles[place].published), format: .text)
      let file = InputFile(name: "text", bytes: Array(articles[place].text.utf8))
      for outcome in reader.read(file) {
        var article = try outcome.get()
        article.id = "article-\(place)"
        try store.ingest(article, extractor.reports(from: article))
      }
    }
    try store.derive()
    return store
  }
}

extension GraphStore {
  /// A line a person and a meeting: what a desk officer would hold to be so.
  fileprivate var recordLines: [String] {
    get throws {
      let meetings = try meetings().map { meeting in
        var line = "\(meeting.status) \(meeting.kind)"
        if let date = meeting.date { line += " \(date)" }
        if let place = meeting.place { line += " in \(place)" }
        line += ": " + (meeting.participants.map(\.name) + meeting.unnamed).joined(separator: " + ")
        line += ", told by \(Set(meeting.quotes.map(\.quote.article)).count)"
        if !meeting.disputed.isEmpty {
          line += ", disputed " + meeting.disputed.map(\.rawValue).joined(separator: " and ")
        }
        return line + (meeting.partOf.map { ", part of \($0)" } ?? "")
      }
      let ids = Set(try self.meetings().flatMap(\.participants).map(\.id)).sorted()
      let people = try ids.compactMap { try why($0) }.map { person in
        let rules = Set(person.reports.map(\.rule)).subtracting(["full name"]).sorted()
        let names = Set(person.reports.map(\.name)).sorted().joined(separator: ", ")
        return "person \(names)" + (rules.isEmpty ? "" : " by " + rules.joined(separator: ", "))
          + (person.candidates.isEmpty
            ? "" : ", or \(person.candidates.map(\.name).joined(separator: ", "))")
      }
      return people + meetings
    }
  }
}

struct `A scenario` {
  @Test(arguments: try Scenario.all())
  func `gives the record that a desk officer would hold to be so`(_ scenario: Scenario) throws {
    let order = Array(scenario.articles.indices)
    let store = try scenario.store(order)
    let undecided = try exported(store)
    try store.carryOut(scenario.decisions)
    let lines = try store.recordLines + store.answers(to: scenario.questions)
    #expect(lines == scenario.expected, "== \(scenario.name)\n> \(lines.joined(separator: "\n> "))")
    #expect(try store.verify().isEmpty)

    let reversed = try scenario.store(order.reversed())
    try reversed.carryOut(scenario.decisions)
    try expectEqual(try exportedRecord(reversed), try exportedRecord(store))
    try store.rebuild()
    try expectEqual(try exportedRecord(store), try exportedRecord(reversed))

    let hasForgotten = scenario.decisions.contains { $0.hasPrefix("forget") }
    for decision in try store.decisions().reversed() { _ = try store.undo(decision.number) }
    if !hasForgotten { try expectEqual(try exported(store), undecided) }
  }

  @Test func `stands for something in the list above them all`() throws {
    #expect(try Set(Scenario.all().map(\.name)) == Scenario.listed())
  }

  /// Decisions bear the time they were made at.
  private func exportedRecord(_ store: GraphStore) throws -> [String] {
    try exported(store).filter { !$0.hasPrefix(#"{"type":"decision""#) }
  }
}
