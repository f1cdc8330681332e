import Commands
import Diplomacy
import Foundation
import TestSupport
import Testing

/// The section of `Docs/Ontology.md` on questions of time: every command and every query it shows is run, and the answers
/// below the queries are those of this graph.
struct `Questions of time` {
  private static let page = "Docs/Ontology.md"
  private let graph: SampleGraph

  init() throws { graph = try SampleGraph(of: Self.tellings) }

  @Test func `have the answers in openCypher that the page shows`() throws {
    let text = try String(contentsOf: Self.root.appending(path: Self.page), encoding: .utf8)
    let parts = text.components(separatedBy: "## Questions of time\n")
    try #require(parts.count == 2)
    var shown = ""
    let blocks = parts[1].components(separatedBy: "```cypher\n")
    shown += blocks[0]
    for block in blocks.dropFirst() {
      let pieces = block.components(separatedBy: "\n```\n")
      let query = pieces[0]
      let run = graph.run("query", query, "--format", "csv")
      #expect(run.status == .done, "\(run.error)")
      // Below the query stands its last answer, then the words on the next question.
      let words = pieces.dropFirst().filter { !$0.contains("```text\n") }.joined(
        separator: "\n```\n")
      let answer = run.output.replacing("\r\n", with: "\n")
      shown += "```cypher\n\(query)\n```\n\n```text\n\(answer)```\n\(words)"
    }
    try expectSnapshot(parts[0] + "## Questions of time\n" + shown, at: Self.page)
  }

  @Test(arguments: [
    (
      ["history", "Kerry", "Lavrov"],
      ["3 meetings", "2014-03-06", "2015-05-12", "424 days", "Secretary of State"]
    ),
    (["history", "Kerry", "Lavrov", "--since", "2014-03-10"], ["2014-03-14"]),
    (["history", "Putin", "Blair"], ["Prime Minister", "President"]),
    (["announced"], ["2013-09-03", "Obama"]),
    (["sidelines"], ["Marco Rubio", "Winston Peters"]),
    (
      ["courier", "Khan", "Nixon", "--by", "1971-07-31"],
      ["Henry Kissinger", "1971-07-08", "1971-07-13"]
    ),
  ])
  func `have the same answers as commands, with what they rest on`(
    _ arguments: [String], _ words: [String]
  ) throws {
    let run = graph.run(arguments)
    #expect(run.status == .done, "\(run.error)")
    for word in words { #expect(run.output.contains(word), "\(word) in:\n\(run.output)") }
    #expect((run.output + run.error).contains("11 articles"), "\(run.output)\(run.error)")
  }

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

// MARK: - The graph

extension `Questions of time` {
  private typealias Party = (name: String, country: String, title: String)

  private static func telling(
    _ day: String, _ parties: [Party], isPlanned: Bool = false, place: PlaceName? = nil
  ) -> Telling {
    let names = parties.map { "\($0.title) \($0.name)" }.joined(separator: " and ")
    let words = isPlanned ? "will meet" : "met"
    var telling = Telling("\(names) \(words) on \(day).", id: "told-\(day)", published: day)
    let people = parties.map { telling.person($0.name, country: $0.country, title: $0.title) }
    telling.meeting(
      people, words, status: isPlanned ? .planned : .held, date: day, place: place)
    return telling
  }

  private static let kerry: Party = ("John Kerry", "US", "Secretary of State")
  private static let lavrov: Party = ("Sergei Lavrov", "RU", "Foreign Minister")
  private static let blair: Party = ("Tony Blair", "GB", "Prime Minister")
  private static let kissinger: Party = ("Henry Kissinger", "US", "National Security Adviser")

  private static func putin(_ title: String) -> Party { ("Vladimir Putin", "RU", title) }

  private static var visit: Telling {
    var visit = Telling("Winston Peters visited Washington.", id: "visit", published: "2025-03-21")
    let peters = visit.person("Winston Peters", country: "NZ")
    visit.meeting(
      [peters], "visited", kind: .visit, date: "2025-03-16/2025-03-20",
      place: PlaceName("Washington", in: CountryCode("US")), countries: ["US"])
    return visit
  }

  fileprivate static var tellings: [Telling] {
    [
      telling("1971-07-08", [("Yahya Khan", "PK", "President"), kissinger]),
      telling("1971-07-09", [kissinger, ("Zhou Enlai", "CN", "Premier")]),
      telling("1971-07-13", [kissinger, ("Richard Nixon", "US", "President")]),
      telling("2000-03-30", [putin("Prime Minister"), blair]),
      telling("2000-11-21", [putin("President"), blair]),
      telling(
        "2013-09-03", [("Barack Obama", "US", "President"), putin("President")], isPlanned: true),
      telling("2014-03-06", [kerry, lavrov]), telling("2014-03-14", [kerry, lavrov]),
      telling("2015-05-12", [kerry, lavrov]), visit,
      telling(
        "2025-03-18",
        [
          ("Marco Rubio", "US", "Secretary of State"), ("Winston Peters", "NZ", "Foreign Minister"),
        ], place: PlaceName("Washington", in: CountryCode("US"))),
    ]
  }
}
