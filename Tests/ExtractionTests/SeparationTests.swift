import Diplomacy
import Extraction
import TestSupport
import Testing

/// A sentence, two people it names together, and why they are not joined.
struct SeparationCase: CustomTestStringConvertible {
  let reason: SeparationReason
  let text: String
  let pair: [String]

  var testDescription: String { reason.rawValue }

  static let all = [
    SeparationCase(
      reason: .possessor,
      text: "Winston Peters met Donald Trump's National Security Advisor Mike Waltz on Monday.",
      pair: ["Donald Trump", "Winston Peters"]),
    SeparationCase(
      reason: .relativeClause,
      text: "Winston Peters met Morgan Ortagus, who works with Steve Witkoff, on Monday.",
      pair: ["Steve Witkoff", "Winston Peters"]),
    SeparationCase(
      reason: .planned, text: "Prime Minister Keir Starmer will meet President Donald Trump.",
      pair: ["Donald Trump", "Keir Starmer"]),
    SeparationCase(
      reason: .separateMeetings,
      text: """
        Prime Minister Justin Trudeau met President Emmanuel Macron in Paris on Monday, and \
        President Joe Biden met Chancellor Olaf Scholz in Berlin on Tuesday.
        """, pair: ["Emmanuel Macron", "Joe Biden"]),
    SeparationCase(
      reason: .pastHolder,
      text: "Chancellor Olaf Scholz praised his predecessor, Angela Merkel, on Monday.",
      pair: ["Angela Merkel", "Olaf Scholz"]),
    SeparationCase(
      reason: .negated,
      text: "President Emmanuel Macron has never met Prime Minister Giorgia Meloni.",
      pair: ["Emmanuel Macron", "Giorgia Meloni"]),
    SeparationCase(
      reason: .hypothetical,
      text: "President Emmanuel Macron hoped to meet Prime Minister Giorgia Meloni.",
      pair: ["Emmanuel Macron", "Giorgia Meloni"]),
    SeparationCase(
      reason: .namedTogether,
      text: "Foreign Minister Penny Wong and Foreign Minister Winston Peters praised the treaty.",
      pair: ["Penny Wong", "Winston Peters"]),
  ]
}

struct `Two people named together` {
  @Test(arguments: SeparationCase.all)
  func `are kept apart for a reason, with the clause that names both`(
    _ example: SeparationCase
  ) throws {
    let (_, reports) = try read(example.text)
    let found = reports.separations.first { separation in
      [separation.first, separation.second].map { reports.people[$0].name }.sorted() == example.pair
    }
    #expect(found?.reason == example.reason)
    let quote = try #require(found?.evidence.quote)
    #expect(example.pair.allSatisfy { quote.contains($0) })
  }

  @Test func `are found in a sentence of any length`() throws {
    let clauses = Array(
      repeating: "Foreign Minister Penny Wong praised Foreign Minister Winston Peters", count: 400)
    let (article, reports) = try read(clauses.joined(separator: ", and ") + ".")
    #expect(reports.faults(in: article) == [])
    #expect(reports.separations.count == 1)
  }
}
