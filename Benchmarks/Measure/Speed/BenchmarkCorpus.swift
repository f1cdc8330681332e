import TestSupport

/// Articles made from the example articles: the words are theirs, which paragraphs stand in which
/// order is drawn, from the same numbers on every run.
///
/// An article keeps the headline and the date of one example, so that it reads as one; its body is
/// that example's with paragraphs of the others between, some run together. About 2 kB each, the
/// length of a short report of an agency.
struct BenchmarkCorpus {
  let texts: [String]

  /// `count` articles from the texts of the examples.
  init(examples: [String], count: Int) {
    let parts = examples.map(ExampleParts.init)
    let paragraphs = parts.flatMap(\.body)
    var random = RepeatableRandom(seed: 2_025_03_20)
    texts = (0..<count).map { index in
      let example = parts[index % parts.count]
      let others = paragraphs.shuffled(using: &random).filter { !example.body.contains($0) }
      let length = Int.random(in: 2...10, using: &random)
      let body = (example.body + others.prefix(length)).shuffled(using: &random)
      return (example.head + Self.joined(body, using: &random) + example.foot)
        .joined(separator: "\n\n")
    }
  }

  /// `paragraphs`, one in four of them run on to the one before it.
  private static func joined(
    _ paragraphs: [String], using random: inout RepeatableRandom
  ) -> [String] {
    var joined: [String] = []
    for paragraph in paragraphs {
      if let last = joined.last, Int.random(in: 0..<4, using: &random) == 0 {
        joined[joined.count - 1] = last + " " + paragraph
      } else {
        joined.append(paragraph)
      }
    }
    return joined
  }

  /// The size of all texts, in bytes of UTF-8.
  var byteCount: Int { texts.reduce(0) { $0 + $1.utf8.count } }
}

/// An example cut into what stands above its body, the body's paragraphs, and what stands below.
private struct ExampleParts {
  var head: [String] = []
  var body: [String] = []
  var foot: [String] = []

  init(_ text: String) {
    for part in text.split(separator: "\n\n") {
      let paragraph = String(part.drop { $0 == "\n" })
      if paragraph.hasSuffix(".") || paragraph.hasSuffix(".\n") {
        body.append(paragraph.last == "\n" ? String(paragraph.dropLast()) : paragraph)
      } else if body.isEmpty {
        head.append(paragraph)
      } else {
        foot.append(paragraph)
      }
    }
  }
}
