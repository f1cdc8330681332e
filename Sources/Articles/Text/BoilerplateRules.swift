import Diplomacy
import Lexicons

/// The rules of `boilerplate.tsv`, of which the first that a line meets counts.
struct BoilerplateRules: Sendable {
  private enum Position: String { case exact, prefix, suffix, contains }

  /// What a rule says of a line.
  struct Verdict: Sendable {
    var kind: Article.Block.Kind
    /// Whether links to other articles follow.
    var opensLinks = false
  }

  private let verdicts: [Verdict]
  /// The rules for the start of a line by its first byte: all of `prefix` and `exact`.
  private var starts: [[(rule: Int, words: [UInt8], isWhole: Bool)]]
  private var ends: [(rule: Int, words: [UInt8])] = []
  /// The rules for anywhere in a line, as they stand in `search`.
  private var anywhere: [Int] = []
  private let search: PhraseSearch

  /// The rules of the table.
  static let shared = BoilerplateRules(rows: LexiconTable(named: "boilerplate")?.rows ?? [])

  private init(rows: [[String]]) {
    var verdicts: [Verdict] = []
    var phrases: [String] = []
    starts = Array(repeating: [], count: 256)
    for row in rows where row.count >= 3 {
      guard let position = Position(rawValue: row[0]),
        let kind = Article.Block.Kind(rawValue: row[2] == "links" ? "boilerplate" : row[2]),
        let first = row[1].utf8.first
      else { continue }
      let words = Array(row[1].utf8)
      switch position {
      case .exact: starts[Int(first)].append((verdicts.count, words, true))
      case .prefix: starts[Int(first)].append((verdicts.count, words, false))
      case .suffix: ends.append((verdicts.count, words))
      case .contains:
        anywhere.append(verdicts.count)
        phrases.append(row[1])
      }
      verdicts.append(Verdict(kind: kind, opensLinks: row[2] == "links"))
    }
    self.verdicts = verdicts
    search = PhraseSearch(phrases)
  }

  /// What the first rule says that `line` meets, given in small bytes.
  func verdict(on line: [UInt8]) -> Verdict? {
    guard let first = line.first else { return nil }
    var best = Int.max
    for (rule, words, isWhole) in starts[Int(first)]
    where rule < best && (!isWhole || words.count == line.count) {
      if PhraseSearch.stands(words, in: line, at: 0) { best = rule }
    }
    for (rule, words) in ends where rule < best {
      if PhraseSearch.stands(words, in: line, at: line.count - words.count) { best = rule }
    }
    if let index = search.first(in: line) { best = min(best, anywhere[index]) }
    return best == .max ? nil : verdicts[best]
  }
}
