import Diplomacy
import Language

/// Tells who speaks what stands in quotation marks, and the turns of a transcript.
struct SpeakerFinder {
  let reading: Reading
  private let mentionAt: [Int32]
  private let mentionEnding: [Int32]
  /// For labels in capitals that were not read as names.
  private let peopleByName: PeopleByName

  /// People by their names in lower case; made at the first question, since few texts have such labels.
  private final class PeopleByName {
    private let people: [PersonDraft]
    private(set) lazy var table: [String: Int32] = Dictionary(
      people.indices.map { (people[$0].name.lowercased(), Int32($0)) },
      uniquingKeysWith: { first, _ in first })

    init(_ people: [PersonDraft]) { self.people = people }
  }

  init(_ reading: Reading) {
    self.reading = reading
    var starts = [Int32](repeating: -1, count: reading.tokens.count + 1)
    var ends = [Int32](repeating: -1, count: reading.tokens.count + 1)
    for mention in reading.mentions {
      starts[mention.tokens.lowerBound] = Int32(mention.person)
      ends[mention.tokens.upperBound] = Int32(mention.person)
    }
    mentionAt = starts
    mentionEnding = ends
    peopleByName = PeopleByName(reading.people)
  }

  /// Who speaks where.
  struct Speakers {
    /// For each token the person who speaks it, or -1.
    var ofToken: [Int32]
    /// For each token whether it stands in quotation marks.
    var isQuoted: [Bool]
    /// Those who speak in turns, in order of their first.
    var podium: [Int] = []
    /// What stands in quotation marks, in text order, but for the turns of a transcript.
    var quotations: [Quotation] = []
  }

  /// Words in quotation marks, with what tells who speaks them.
  struct Quotation {
    var tokens: Range<Int>
    /// The person whose name beside it tells it, or -1.
    var speaker: Int32
    /// The words behind it that tell who spoke; empty where they have no verb of saying.
    var behind: Range<Int>
    /// The words before it likewise.
    var before: Range<Int>
    /// The block it stands in.
    var block: Int
  }

  /// "Velayati: Iraq must stand together" over a text: a heading opens no turn that others go on.
  private func isHeadline(_ sentence: Document.Sentence) -> Bool {
    sentence.tokens.lowerBound == 0
      ? reading.endsWithoutStop(sentence) : reading.blockKind(of: sentence) == .heading
  }

  /// Who speaks what of the text.
  func speakers() -> Speakers {
    var found = Speakers(
      ofToken: Array(repeating: -1, count: reading.tokens.count),
      isQuoted: Array(repeating: false, count: reading.tokens.count))
    var turn: Int32 = -1
    var block = -1
    var opening: Int?
    for sentence in reading.document.sentences {
      if sentence.origin != block {
        block = sentence.origin
        opening = nil
        if let label = label(opening: sentence.tokens), !isHeadline(sentence) {
          turn = label
          if !found.podium.contains(Int(label)) { found.podium.append(Int(label)) }
        } else if opensTurn(sentence.tokens) {
          turn = -1
        }
      }
      for index in sentence.tokens {
        if turn >= 0 { found.ofToken[index] = turn }
        if opening != nil { found.isQuoted[index] = true }
        guard let isOpening = quote(at: index, isOpen: opening != nil) else { continue }
        if isOpening {
          opening = index
        } else if let start = opening {
          let speaker = speaker(of: start..<index + 1)
          if speaker >= 0 {
            for inner in start..<index + 1 { found.ofToken[inner] = speaker }
          }
          if turn < 0 {
            found.quotations.append(
              Quotation(
                tokens: start..<index + 1, speaker: speaker, behind: attribution(behind: index + 1),
                before: attribution(before: start), block: block))
          }
          opening = nil
        }
      }
    }
    return found
  }

  /// The words behind a quotation up to the next mark that ends a clause, if one of them is a verb of saying.
  private func attribution(behind start: Int) -> Range<Int> {
    let limit = min(start + 9, reading.tokens.count)
    var end = start
    while end < limit, !isEnd(end) { end += 1 }
    return (start..<end).contains { SpeakerFinder.verbs.contains(reading.tokens[$0].word) }
      ? start..<end : start..<start
  }

  /// The words before a quotation likewise.
  private func attribution(before end: Int) -> Range<Int> {
    var start = end
    while start > max(0, end - 24), !isEnd(start - 1) { start -= 1 }
    return (start..<end).contains { SpeakerFinder.verbs.contains(reading.tokens[$0].word) }
      ? start..<end : end..<end
  }

  /// Whether a quotation opens or ends at a token; nil for any other token.
  private func quote(at index: Int, isOpen: Bool) -> Bool? {
    guard reading.tokens[index].isMark else { return nil }
    switch reading.tokens[index].form {
    case "“", "«": return true
    case "”", "»": return false
    case "\"": return !isOpen
    default: return nil
    }
  }

  /// The person whose name with a colon opens a turn: "SECRETARY RUBIO: …", "JENS STOLTENBERG [NATO
  /// Secretary General]: …".
  private func label(opening range: Range<Int>) -> Int32? {
    for index in range.prefix(14) {
      switch reading.form(index) {
      case ":":
        guard index < range.lowerBound + 8, mentionEnding[index] >= 0 else { return nil }
        return mentionEnding[index]
      case "[", "(":
        guard range.prefix(20).contains(where: { reading.form($0) == ":" }) else { return nil }
        return mentionEnding[index] >= 0
          ? mentionEnding[index] : peopleByName.table[words(range.lowerBound..<index)]
      default: continue
      }
    }
    return nil
  }

  private func words(_ range: Range<Int>) -> String {
    range.map { reading.lower($0) }.joined(separator: " ")
  }

  /// "QUESTION:" and the like, or a stage direction, ends a turn.
  private func opensTurn(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    if reading.tokens[first].form == "[" { return true }
    return range.prefix(4).contains { reading.tokens[$0].form == ":" }
  }

  /// Who said the words in `quotation`: told right after it ("…", said Rubio) or right before.
  private func speaker(of quotation: Range<Int>) -> Int32 {
    var index = quotation.upperBound
    let end = min(index + 9, reading.tokens.count)
    var subject: Int32 = -1
    while index < end, !isEnd(index) {
      if mentionAt[index] >= 0, subject < 0 { subject = mentionAt[index] }
      if SpeakerFinder.verbs.contains(reading.tokens[index].word) {
        if subject >= 0 { return subject }
        for after in index + 1..<max(index + 1, min(index + 8, reading.tokens.count)) {
          if isEnd(after) { break }
          if mentionAt[after] >= 0 { return mentionAt[after] }
        }
        return -1
      }
      index += 1
    }
    // Rubio said: "…" and Rubio told reporters that "…".
    index = quotation.lowerBound - 1
    var hasVerb = false
    var found: Int32 = -1
    while index >= 0, quotation.lowerBound - index < 24, !isEnd(index) {
      if SpeakerFinder.verbs.contains(reading.tokens[index].word) { hasVerb = true }
      if hasVerb, mentionEnding[index + 1] >= 0 {
        found = mentionEnding[index + 1]
        break
      }
      index -= 1
    }
    return found
  }

  private func isEnd(_ index: Int) -> Bool {
    reading.tokens[index].isMark
      && [".", "“", "”", "\"", "?", "!", ";"].contains(reading.tokens[index].form)
  }

  static let verbs: WordSet = [
    "said", "says", "told", "added", "adds", "wrote", "warned", "declared", "stressed", "tweeted",
    "posted", "insisted", "noted", "stated", "replied", "asked", "remarked", "joked", "quipped",
    "concluded", "explained", "argued", "announced", "recalled", "observed", "continued",
    "elaborated", "commented", "emphasised", "emphasized", "underlined", "underscored",
    "reiterated",
    "affirmed", "acknowledged", "admitted", "cautioned", "countered", "responded", "answered",
    "predicted", "conceded", "vowed", "pledged", "promised", "urged", "lamented", "retorted",
  ]
}
