import Diplomacy
import Language

/// Clauses of a travel record that tell of a boss beside the traveller, or of an occasion by its noun.
extension RecordLayout {
  /// "Joined President Clinton for meetings with senior Bulgarian officials", "accompanied President
  /// Clinton to ceremonies and to a meeting with President Mitterrand": boss and others.
  func joint(_ start: Int, _ clause: Range<Int>) -> [Telling] {
    guard
      let with = clause.first(where: { index in
        index > start + 1 && reading.word(index) == "with"
          && (max(start, index - 3)..<index).contains { isEvent($0) }
      })
    else { return [] }
    let boss = text.actors(in: start + 1..<with, withPossessors: true)
      .filter { $0.person != nil }.prefix(1)
    let end = partiesEnd(with + 1, clause)
    let others = parties(with + 1..<end)
    guard boss.contains(where: { $0.person != nil }), !others.isEmpty else { return [] }
    return [
      Telling(
        actors: boss + others, trigger: start, kind: .meeting,
        tokens: start..<trimmed(end, from: with))
    ]
  }

  /// "Accompanied President Clinton to a meeting with President Assad"; the journey alone is none.
  func company(_ start: Int, _ clause: Range<Int>) -> [Telling] {
    guard let to = clause.first(where: { $0 > start && reading.word($0) == "to" }) else {
      return []
    }
    let boss = text.actors(in: start + 1..<to)
    let end = partiesEnd(to + 1, clause)
    guard let event = events(to + 1, end).first else { return [] }
    if let with = clause.first(where: { $0 > to && $0 < end && reading.word($0) == "with" }) {
      let others = parties(with + 1..<end)
      guard !others.isEmpty else { return [] }
      return [
        Telling(
          actors: boss + others, trigger: start, kind: .meeting,
          tokens: start..<trimmed(end, from: to))
      ]
    }
    var others = text.actors(in: event).filter { $0.person == nil }
    if others.isEmpty { others = participants(event) }
    return [
      Telling(
        actors: boss + others, trigger: start, kind: .summit, tokens: start..<trimmed(end, from: to)
      )
    ]
  }

  /// "Informal meeting with President Lopez Mateos", "Summit conference with A, B, and C",
  /// "Ministers meeting".
  func occasion(_ start: Int, _ clause: Range<Int>) -> [Telling] {
    let end = partiesEnd(start, clause)
    guard
      let noun = (start..<end).first(where: { isEvent($0) })
        ?? (start..<end).first(where: {
          RecordWords.visits.contains(reading.word($0)) && reading.word($0 + 1) == "with"
        })
    else { return [] }
    let kind: MeetingKind =
      ["conference", "summit"].contains(reading.word(noun))
      ? .summit
      : RecordWords.meals.contains(reading.word(noun)) ? .meal : .meeting
    if let with = (noun..<end).first(where: { reading.word($0) == "with" }) {
      let others = parties(with + 1..<end)
      guard !others.isEmpty else { return [] }
      let isLarge = Set(others.map(\.identity)).count > 1
      return [
        Telling(
          actors: others, trigger: noun, kind: kind == .summit && !isLarge ? .meeting : kind,
          tokens: start..<trimmed(end, from: with))
      ]
    }
    if ["of", "between", "among"].contains(reading.word(noun + 1)) {
      let others = text.actors(in: noun + 2..<max(noun + 2, end)).filter { $0.person != nil }
      if others.count > 1 {
        return [
          Telling(
            actors: others, trigger: noun, kind: .summit, tokens: start..<trimmed(end, from: noun))
        ]
      }
    }
    guard start < noun, end - start < 8 else { return [] }
    return [
      Telling(
        actors: participants(start..<noun), trigger: noun, kind: .summit,
        tokens: start..<trimmed(end, from: noun))
    ]
  }
}
