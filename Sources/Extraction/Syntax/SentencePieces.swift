import Diplomacy
import Language

/// Cuts a sentence's units into the pieces that are parsed by themselves.
///
/// Newspapers hang much on a sentence that says nothing of its syntax: datelines, brackets, who said
/// it. Without these, and cut where no dependency crosses, what is left is plain enough to be parsed
/// well.
struct SentencePieces {
  let reading: Reading

  /// The pieces of a sentence, each a run of units without brackets and attribution.
  func pieces(of units: [SentenceUnit]) -> [[SentenceUnit]] {
    guard units.contains(where: mayPart) else {
      return [withoutAttribution(units)].filter { $0.count > 1 }
    }
    var pieces: [[SentenceUnit]] = []
    var piece: [SentenceUnit] = []
    var depth = 0
    for (index, unit) in units.enumerated() {
      let first = unit.tokens.lowerBound
      switch unit.tokens.count == 1 && reading.tokens[first].isMark ? reading.form(first) : "" {
      case "(", "[": depth += 1
      case ")", "]": depth = max(0, depth - 1)
      case ";" where isList(units, from: index + 1): if depth == 0 { piece.append(unit) }
      case ";", "•", "|", "·":
        pieces.append(piece)
        piece = []
      default: if depth == 0 { piece.append(unit) }
      }
    }
    pieces.append(piece)
    return pieces.map(withoutAttribution).filter { $0.count > 1 }
  }

  /// Whether a unit is one of the marks by which pieces are cut.
  private func mayPart(_ unit: SentenceUnit) -> Bool {
    let first = unit.tokens.lowerBound
    return unit.tokens.count == 1 && reading.tokens[first].isMark
      && SentencePieces.parting.contains(reading.form(first))
  }

  private static let parting: WordSet = ["(", "[", ")", "]", ";", "•", "|", "·"]

  /// Whether a list of people goes on after a semicolon: "; the foreign minister, Ri Yong-ho; and".
  private func isList(_ units: [SentenceUnit], from start: Int) -> Bool {
    var at = start
    if at < units.count, ["and", "&"].contains(word(units[at])) { at += 1 }
    guard at < units.count, units[at].actors != nil, at + 1 < units.count else { return false }
    return [",", ";", ".", "and", "who", ")", "("].contains(word(units[at + 1]))
  }

  /// ", the ministry said in a statement", ", according to officials" at the end of a sentence.
  private func withoutAttribution(_ piece: [SentenceUnit]) -> [SentenceUnit] {
    var end = piece.count
    while end > 0, isClosing(piece[end - 1]) { end -= 1 }
    guard let comma = piece.indices.prefix(end).last(where: { word(piece[$0]) == "," }),
      comma > 2, end - comma <= 14, comma + 1 < end
    else { return piece }
    let rest = piece[comma + 1..<end]
    if rest.first.map(word) == "according" { return Array(piece[..<comma]) }
    guard let verb = rest.indices.first(where: { SentencePieces.speech.contains(word(piece[$0])) })
    else { return piece }
    // What follows the verb of saying may be a clause: "after talks, he said Europe must act".
    // Or where they said it: "Medvedev said at a meeting with the Iranian president".
    let said = rest[(verb + 1)...]
    guard said.count <= 7,
      !said.contains(where: {
        SentencePieces.finite.contains(word($0)) || SentencePieces.occasions.contains(word($0))
      }),
      // "Blinken said after seeing Lavrov"
      !(said.contains(where: \.isPerson)
        && said.contains { ["after", "before", "following", "when"].contains(word($0)) }),
      !isFronted(piece[..<comma])
    else {
      return piece
    }
    if verb == comma + 1 {
      // ", said Peskov"
      guard verb + 1 < end, piece[verb + 1].actors != nil || piece[verb + 1].tokens.count > 1 else {
        return piece
      }
      return Array(piece[..<comma])
    }
    let subject = piece[comma + 1..<verb]
    let isNominal = subject.allSatisfy { unit in
      unit.actors != nil || unit.tokens.count > 1 || reading.entityOfToken[unit.head] >= 0
        || !SentencePieces.clausal.contains(word(unit))
    }
    return isNominal && subject.count <= 7 ? Array(piece[..<comma]) : piece
  }

  /// "Speaking after talks with Juncker, Kenny said": what stands in front is about who said it.
  private func isFronted(_ piece: ArraySlice<SentenceUnit>) -> Bool {
    guard let first = piece.first.map(word) else { return false }
    return SentencePieces.fronting.contains(first)
      && piece.contains { SentencePieces.occasions.contains(word($0)) }
  }

  private static let fronting: WordSet = [
    "speaking", "after", "following", "during", "before", "at", "in", "meeting", "addressing",
    "briefing", "hosting", "welcoming", "ahead", "asked", "emerging", "opening", "talking",
  ]

  private static let occasions: WordSet = [
    "meeting", "meetings", "talks", "call", "conversation", "discussion", "discussions", "dinner",
    "lunch", "breakfast", "summit", "negotiations", "consultations", "visit", "meet", "audience",
    "conference", "appearance", "encounter", "phone", "telephone", "alongside",
  ]

  private func isClosing(_ unit: SentenceUnit) -> Bool {
    SentencePieces.closing.contains(reading.form(unit.head))
  }

  private static let closing: WordSet = [".", "!", "?", "\"", "”", "’", "'"]

  private func word(_ unit: SentenceUnit) -> Word { reading.word(unit.head) }

  private static let speech: WordSet = [
    "said", "says", "reported", "reports", "announced", "added", "confirmed", "noted", "wrote",
    "tweeted", "posted", "stated",
  ]

  private static let finite: WordSet = [
    "that", "would", "will", "must", "had", "has", "have", "is", "are", "was", "were", "could",
    "should", "may", "might", "can", "did", "does", "do", "he", "she", "they", "it", "we", "i",
  ]

  /// Words that show a clause of its own before the verb of speech.
  private static let clausal: WordSet = [
    "who", "which", "that", "and", "but", "when", "where", "while", "as", "after", "before",
    "because", "to", "with", "if", "although", "though", "also", "he", "she",
  ]
}
