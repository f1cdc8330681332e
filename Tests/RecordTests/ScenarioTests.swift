import Articles
import Diplomacy
import Extraction
import Record
import TestSupport
import Testing

/// A scenario of `Fixtures/scenarios.txt`: short articles and the record that is expected of them.
struct Scenario: CustomTestStringConvertible {
  let name: String
  let articles: [(published: String, text: String)]
  let expected: [String]

  var testDescription: String { name }

  static func all() throws -> [Scenario] {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let bytes = try InputFile(path: "/\(folder)/Fixtures/scenarios.txt").bytes
    let text = String(decoding: bytes, as: UTF8.self)
    return text.split(separator: "\n== ").dropFirst().map { block in
      let lines = block.split(separator: "\n").map(String.init)
      var articles: [(published: String, text: String)] = []
      for line in lines.dropFirst() where !line.hasPrefix("> ") {
        if line.hasPrefix("-- ") {
          articles.append((String(line.dropFirst(3)), ""))
        } else if !articles.isEmpty {
          articles[articles.count - 1].text += line + "\n"
        }
      }
      return Scenario(
        name: lines[0], articles: articles,
        expected: lines.filter { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) })
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
    let lines = try store.recordLines
    #expect(lines == scenario.expected, "== \(scenario.name)\n> \(lines.joined(separator: "\n> "))")
    #expect(try store.verify().isEmpty)
    try expectEqual(try exported(try scenario.store(order.reversed())), try exported(store))
  }
}
