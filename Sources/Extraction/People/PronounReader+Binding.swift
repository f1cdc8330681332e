import Diplomacy
import Language

/// Whom a pronoun cannot stand for by the words right before it (binding theory, Chomsky 1981).
extension PronounReader {
  /// "After meeting Peters he said", "It was Peters he met", "Peters was among those he met": who stands before a subject
  /// pronoun without a mark is an object there, or of its verb.
  func objectBefore(_ index: Int, _ discourse: Discourse) -> Int? {
    guard let last = discourse.here.last, last.form != .pronoun else { return nil }
    var next = last.tokens.upperBound
    if next == index { return last.person }
    // "King Salman, whom he met"
    if index - next <= 2, reading.word(index - 1) == "whom" { return last.person }
    guard index - next < 9, PronounReader.copulas.contains(reading.word(next)) else { return nil }
    while next < index - 1, PronounReader.copulas.contains(reading.word(next)) { next += 1 }
    guard ["among", "one", "the", "not"].contains(reading.word(next)),
      (next..<index).allSatisfy({ !reading.tokens[$0].isMark })
    else { return nil }
    let noun = index - 1
    return ["those", "whom", "people"].contains(reading.word(noun))
      || reading.wordTraits[noun].contains(.person) || reading.wordTraits[noun].contains(.roleHead)
      ? last.person : nil
  }

  /// "Peters was among those who met him", "With Peters standing beside him": who is the subject there is somebody else.
  func subjectBefore(_ index: Int, _ discourse: Discourse) -> Int? {
    guard let last = discourse.here.last, last.form != .pronoun else { return nil }
    let between = last.tokens.upperBound..<max(last.tokens.upperBound, index)
    guard between.count < 10, between.allSatisfy({ !reading.tokens[$0].isMark }) else { return nil }
    if PronounReader.copulas.contains(reading.word(between.lowerBound)) {
      return between.contains { ["who", "that", "to"].contains(reading.word($0)) }
        ? last.person : nil
    }
    var before = last.tokens.lowerBound - 1
    if let start = discourse.titleStart(at: last.tokens.lowerBound) { before = start - 1 }
    while before >= discourse.tokens.lowerBound, reading.entityOfToken[before] >= 0 { before -= 1 }
    return reading.word(before) == "with"
      && between.contains { PronounReader.beside.contains(reading.word($0)) } ? last.person : nil
  }

  private static let beside: WordSet = [
    "beside", "next", "behind", "alongside", "opposite", "near", "facing",
  ]

  private static let copulas: WordSet = [
    "is", "was", "are", "were", "will", "would", "be", "has", "had", "been", "also",
  ]
}
