import Diplomacy
import Extraction
import TestSupport
import Testing

/// Every piece of evidence in `reports`.
private func evidence(of reports: Reports) -> [Evidence] {
  var all: [Evidence] = []
  for person in reports.people {
    all += person.mentions.map(\.evidence) + person.roles.map(\.evidence)
    if let country = person.country { all.append(country.evidence) }
  }
  for meeting in reports.meetings {
    all += meeting.evidence + meeting.participants.map(\.evidence)
    all += meeting.unnamed.map(\.evidence) + meeting.topics.map(\.evidence)
    all += [meeting.kind.evidence, meeting.status.evidence]
    if let date = meeting.date { all.append(date.evidence) }
    if let place = meeting.place { all.append(place.evidence) }
  }
  return all + reports.separations.map(\.evidence) + reports.countries.flatMap(\.mentions)
}

private func check(_ article: Article, _ reports: Reports) {
  let scalars = Array(article.text.unicodeScalars)
  for piece in evidence(of: reports) {
    var quote = String.UnicodeScalarView()
    quote.append(contentsOf: scalars[piece.range.start..<piece.range.end])
    #expect(String(quote) == piece.quote)
    #expect(!piece.quote.isEmpty)
  }
  for meeting in reports.meetings {
    #expect(!meeting.evidence.isEmpty)
    #expect(meeting.participants.allSatisfy { reports.people.indices.contains($0.person) })
  }
  #expect(reports.people.allSatisfy { !$0.mentions.isEmpty })
}

struct `Every piece of evidence` {
  @Test(arguments: try FixtureCase.all(of: "contacts") + FixtureCase.all(of: "roles"))
  func `is a quote at its place`(_ example: FixtureCase) throws {
    let (article, reports) = try read("🇳🇿 Café Zürich –\n\n" + example.text)
    check(article, reports)
  }

  @Test func `holds in texts cut and shuffled at random`() throws {
    var random = RepeatableRandom(seed: 20_250_320)
    let cases = try FixtureCase.all(of: "contacts") + FixtureCase.all(of: "roles")
    let words = cases.flatMap { $0.text.split(separator: " ").map(String.init) }
    let marks = [
      ",", ".", "\n", "\"", "“", "”", "(", ")", "'s", "—", "who", "and", "😀", "e\u{301}",
    ]
    for _ in 0..<300 {
      var text = "The "
      for _ in 0..<Int.random(in: 1...60, using: &random) {
        let source = Bool.random(using: &random) ? words : marks
        text += source[Int.random(in: 0..<source.count, using: &random)]
        if Int.random(in: 0..<6, using: &random) > 0 { text += " " }
      }
      guard let (article, reports) = try? read(text) else { continue }
      check(article, reports)
    }
  }

  @Test func `is the same each time`() throws {
    for example in try FixtureCase.all(of: "contacts") {
      #expect(try read(example.text).1 == read(example.text).1)
    }
  }
}
