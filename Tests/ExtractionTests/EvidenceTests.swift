import Diplomacy
import Extraction
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct `Every piece of evidence` {
  @Test(arguments: try FixtureCase.all(of: "contacts") + FixtureCase.all(of: "roles"))
  func `is a quote at its place`(_ example: FixtureCase) throws {
    let (article, reports) = try read("🇳🇿 Café Zürich –\n\n" + example.text)
    #expect(reports.faults(in: article) == [])
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
      #expect(reports.faults(in: article) == [])
    }
  }

  /// `MEMCON_FUZZ_RUNS` says how many; `measure fuzz` runs many more, and also finds what hangs.
  @Test func `holds in texts spoilt at random`() throws {
    let cases = try FixtureCase.all(of: "contacts") + FixtureCase.all(of: "roles")
    let mutator = TextMutator(bases: cases.map(\.text))
    let runs = getenv("MEMCON_FUZZ_RUNS").flatMap { Int(String(cString: $0)) } ?? 300
    for number in 0..<runs {
      guard let (article, reports) = try? read(mutator.text(number)) else { continue }
      #expect(reports.faults(in: article) == [], "text \(number)")
    }
  }

  @Test func `holds where a sentence is cut off at the event it names`() throws {
    for end in ["", "\n\nThe", "\n\nof the", "\n\nThe summit opened in Apia."] {
      let (article, reports) = try read(
        "Penny Wong met Winston Peters in Apia on Monday on the sidelines of" + end)
      #expect(reports.faults(in: article) == [])
      #expect(reports.meetings.count == 1)
    }
  }

  @Test func `is the same each time`() throws {
    for example in try FixtureCase.all(of: "contacts") {
      #expect(try read(example.text).1 == read(example.text).1)
    }
  }
}
