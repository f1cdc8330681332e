import Language

/// Which words of a sentence stand in its main clause, and which in clauses set into it.
///
/// A region is a stretch that is read by itself: a relative clause, what somebody said, what stands
/// between brackets or dashes. A date or place in one says little about a verb in another.
struct ClauseRegions {
  /// For each token of the document the number of its region.
  private var regionOfToken: [Int32]
  /// For each region the one it is set into, or -1 for a sentence's main clause.
  private var parents: [Int32] = []
  /// For each region the token of the verb it hangs on, or -1 where no tree tells.
  private var verbs: [Int32] = []

  /// What dividing by a tree computes in, kept from sentence to sentence.
  var scratch = Scratch()

  struct Scratch {
    var clauses: [Int] = []
    var path: [Int] = []
    var regions: [Int32] = []
  }

  /// For each token whether it belongs to a participle beside a noun: "the pact signed in 2022".
  private var isAside: [Bool]

  init(_ reading: Reading) {
    regionOfToken = Array(repeating: 0, count: reading.tokens.count)
    isAside = Array(repeating: false, count: reading.tokens.count)
    for sentence in reading.document.sentences { divide(sentence.tokens, reading) }
    for graph in reading.graphs { divide(by: graph) }
    scratch = Scratch()
  }

  /// The region of the token at `index`.
  func region(_ index: Int) -> Int { Int(regionOfToken[index]) }

  /// The region that `region` is set into, or nil for a main clause.
  func parent(_ region: Int) -> Int? { parents[region] < 0 ? nil : Int(parents[region]) }

  /// The token of the verb that `region` hangs on, where a tree tells.
  func verb(of region: Int) -> Int? { verbs[region] < 0 ? nil : Int(verbs[region]) }

  /// Whether the token at `index` says something of another noun: "the pact signed in 2022".
  func isAside(_ index: Int) -> Bool { isAside[index] }

  mutating func setAside(_ token: Int) { isAside[token] = true }

  mutating func addRegion(verb: Int) -> Int32 {
    let region = newRegion(in: -1)
    verbs[Int(region)] = Int32(verb)
    return region
  }

  mutating func setParent(of region: Int32, _ parent: Int32) { parents[Int(region)] = parent }

  mutating func assign(_ region: Int32, to token: Int) { regionOfToken[token] = region }

  /// The words and marks at which a region may begin or end; see `divide`.
  private static let dividers: WordSet = [
    "who", "whom", "whose", "which", "where", "when", "while", "because", "although", "though",
    "whereas", "if", "that", "(", ")", "—", "–", ";", ",",
  ]

  private enum Opening { case comma, plain, bracket, dash }

  private mutating func divide(_ sentence: Range<Int>, _ reading: Reading) {
    var open: [(region: Int32, opening: Opening, start: Int)] = []
    var current = newRegion(in: -1)
    let main = current
    for index in sentence {
      let word = reading.word(index)
      guard ClauseRegions.dividers.contains(word) else {
        regionOfToken[index] = current
        continue
      }
      switch word {
      case "who", "whom", "whose", "which", "where", "when", "while", "because", "although",
        "though", "whereas", "if":
        let opening: Opening = index > 0 && reading.word(index - 1) == "," ? .comma : .plain
        current = newRegion(in: current)
        open.append((current, opening, index))
      case "that" where isSpeech(before: index, sentence, reading):
        current = newRegion(in: current)
        open.append((current, .plain, index))
      case "(":
        current = newRegion(in: current)
        open.append((current, .bracket, index))
      case ")":
        while let last = open.popLast() {
          current = open.last?.region ?? main
          if last.opening == .bracket { break }
        }
      case "—", "–":
        if let place = open.firstIndex(where: { $0.opening == .dash }) {
          open.removeSubrange(place...)
          current = open.last?.region ?? main
        } else if index > sentence.lowerBound + 12 || hasDash(after: index, sentence, reading) {
          current = newRegion(in: current)
          open.append((current, .dash, index))
        }
      case ";":
        open.removeAll()
        current = main
      case ",":
        if let last = open.last, last.opening == .comma || last.opening == .plain,
          index > last.start + 2, closesRelative(index, sentence, reading, last.opening)
        {
          open.removeLast()
          current = open.last?.region ?? main
        }
      default: break
      }
      regionOfToken[index] = current
    }
  }

  private mutating func newRegion(in parent: Int32) -> Int32 {
    parents.append(parent)
    verbs.append(-1)
    return Int32(parents.count - 1)
  }

  private func hasDash(after index: Int, _ sentence: Range<Int>, _ reading: Reading) -> Bool {
    (index + 1..<min(index + 41, sentence.upperBound)).contains {
      let word = reading.word($0)
      return word == "—" || word == "–"
    }
  }

  /// "that" opens what was said: "told reporters on Monday that".
  private func isSpeech(before index: Int, _ sentence: Range<Int>, _ reading: Reading) -> Bool {
    let start = max(sentence.lowerBound, index - 8)
    return (start..<index).contains { SpeechWords.verbs.contains(reading.word($0)) }
  }

  /// Whether the comma ends the clause: not one between a city and its country, or before a year.
  private func closesRelative(
    _ comma: Int, _ sentence: Range<Int>, _ reading: Reading, _ opening: Opening
  ) -> Bool {
    let next = comma + 1
    guard next < sentence.upperBound else { return false }
    if reading.tokens[next].shape.contains(.number) { return false }
    if let entity = reading.entity(startingAt: next), reading.word(entity.tokens.upperBound) == ","
    {
      return false
    }
    return opening == .comma || !["and", "or"].contains(reading.word(next))
  }
}

/// Words by which something is said, so that a date beside them dates the saying.
enum SpeechWords {
  static let verbs: WordSet = [
    "said", "says", "say", "told", "tells", "announced", "announces", "added", "wrote", "posted",
    "tweeted", "confirmed", "reported", "declared", "warned", "stated", "noted", "insisted",
    "acknowledged", "claimed", "revealed", "disclosed", "explained", "argued", "denied", "quoted",
    "saying", "according", "statement", "tweeted", "published", "reports", "accused", "rejected",
    "criticised", "criticized", "condemned", "praised", "predicted", "hinted", "indicated",
    "suggested", "asked", "replied",
  ]
}
