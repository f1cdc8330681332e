import Diagnostics
import Diplomacy
import Extraction
import Record
import TestSupport

/// `measure copies`: which articles are found to be copies of another, by what a newspaper did to an agency's report.
///
/// For every kind of reworking a graph is made of `--articles N` (200 if not given) generated articles and one reworked
/// article for each. Found is where the graph counts the two as one. Shared is the share of the shorter text's runs
/// of five words that both have, the median and the least: what the limit of four fifths is held against.
enum CopyMeasurement {
  static func run(_ options: ToolOptions) throws {
    let count = options.count("articles", default: 200)
    let archive = GeneratedArchive(articles: count)
    let originals = (0..<count).map { archive.entry($0) }
    var table = MarkdownTable("reworked by", "shared, median", "least", "found")
    for reworking in Reworking.all {
      let store = try GraphStore(path: "graph", mode: .inMemory)
      var shared: [Double] = []
      var same = 0
      for (number, original) in originals.enumerated() {
        var random = RepeatableRandom(seed: UInt64(number) &* 31 &+ 7)
        let other = archive.entry(number, telling: 1)
        let paragraphs = reworking.apply(original.paragraphs, other.paragraphs, &random)
        let day = original.published
        _ = try ingest(original.title, original.paragraphs, day, id: "original-\(number)", store)
        // Headlines every newspaper writes itself; where it is the same, the text may be the same article.
        let outcome = try ingest(other.title, paragraphs, day, id: "reworked-\(number)", store)
        if case .unchanged = outcome { same += 1 }
        shared.append(Self.share(original.paragraphs, paragraphs))
      }
      let ids = (0..<count).flatMap { ["original-\($0)", "reworked-\($0)"] }
      let found = try store.copies(of: Set(ids)).count {
        $0.id.split(separator: "-").last == $0.original.split(separator: "-").last
      }
      shared.sort()
      table.add(
        reworking.name, decimal(shared[count / 2], digits: 2), decimal(shared[0], digits: 2),
        "\(decimal(100 * Double(found + same) / Double(count), digits: 1)) %")
      remark(reworking.name)
    }
    print(table.text)
  }

  private static func ingest(
    _ title: String, _ paragraphs: [String], _ day: String, id: String, _ store: GraphStore
  ) throws -> Ingestion {
    let text = ([title] + paragraphs).joined(separator: "\n\n")
    var article = try readArticle(text, published: CalendarDate(iso: day))
    article.id = id
    return try store.ingest(article, Extractor().reports(from: article))
  }

  /// The share of the shorter text's runs of five words that the other has, too.
  private static func share(_ a: [String], _ b: [String]) -> Double {
    let (a, b) = (runs(of: a), runs(of: b))
    return Double(a.intersection(b).count) / Double(max(1, min(a.count, b.count)))
  }

  private static func runs(of paragraphs: [String]) -> Set<ArraySlice<Substring>> {
    let words = paragraphs.flatMap { $0.split { !$0.isLetter && !$0.isNumber } }
    return words.count < 5
      ? [] : Set((0...(words.count - 5)).map { ArraySlice(Array(words[$0..<($0 + 5)])) })
  }
}

/// What is done to an article: to its own paragraphs, with those of another article on the same meetings at hand.
private struct Reworking: Sendable {
  let name: String
  let apply: @Sendable ([String], [String], inout RepeatableRandom) -> [String]

  static let all: [Reworking] = [
    Reworking(name: "nothing but the headline") { own, _, _ in own },
    Reworking(name: "a last third cut off") { own, _, _ in cut(own, to: 0.67) },
    Reworking(name: "a last half cut off") { own, _, _ in cut(own, to: 0.5) },
    Reworking(name: "all but a fifth cut off") { own, _, _ in cut(own, to: 0.2) },
    Reworking(name: "one word in 100 changed") { own, _, random in changed(own, 1, &random) },
    Reworking(name: "two words in 100 changed") { own, _, random in changed(own, 2, &random) },
    Reworking(name: "four words in 100 changed") { own, _, random in changed(own, 4, &random) },
    Reworking(name: "a paragraph of the newspaper's own") { own, _, _ in own + [note] },
    Reworking(name: "another first paragraph") { own, other, _ in
      Array(other.prefix(1) + own.dropFirst())
    },
    Reworking(name: "paragraphs in another order") { own, _, random in
      own.shuffled(using: &random)
    },
    Reworking(name: "a follow-up that repeats three quarters") { own, other, _ in
      Array(other.prefix(max(1, own.count / 4)) + own.suffix(own.count * 3 / 4))
    },
    Reworking(name: "a follow-up that repeats half") { own, other, _ in
      Array(other.prefix(max(1, own.count / 2)) + own.suffix(own.count / 2))
    },
    Reworking(name: "the same meetings told anew") { _, other, _ in other },
  ]

  private static let note =
    "The town hall was lit in both countries' colours for the evening, and the market had closed early because the "
    + "streets around it were blocked. Residents who had come to watch were sent home by the police at nine."

  private static func cut(_ paragraphs: [String], to share: Double) -> [String] {
    Array(paragraphs.prefix(max(1, Int(Double(paragraphs.count) * share))))
  }

  /// Every hundred words so many that stand in no name are written otherwise.
  private static func changed(
    _ paragraphs: [String], _ count: Int, _ random: inout RepeatableRandom
  ) -> [String] {
    paragraphs.map { paragraph in
      paragraph.split(separator: " ").map { word in
        word.first?.isLowercase == true && Int.random(in: 0..<70, using: &random) < count
          ? "some" : String(word)
      }.joined(separator: " ")
    }
  }
}
