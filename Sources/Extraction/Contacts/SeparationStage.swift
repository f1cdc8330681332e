import Diplomacy
import Language

/// Keeps why people named in one sentence are not joined by a meeting.
struct SeparationStage {
  let reading: Reading
  let meetings: [MeetingReport]

  func separations() -> [SeparationReport] {
    var reports: [[Int]: SeparationReport] = [:]
    for sentence in reading.document.sentences {
      let mentions = reading.mentions.filter { sentence.tokens.contains($0.tokens.lowerBound) }
      for (index, first) in mentions.enumerated() {
        for second in mentions[(index + 1)...] where second.person != first.person {
          let pair = [first.person, second.person].sorted()
          guard !met(pair) else { continue }
          let reason = reason(first, second, sentence)
          if let known = reports[pair], strength(known.reason) >= strength(reason) { continue }
          let tokens =
            first.tokens.lowerBound..<max(first.tokens.upperBound, second.tokens.upperBound)
          reports[pair] = SeparationReport(
            pair[0], pair[1], reason, reading.evidence(tokens))
        }
      }
    }
    return reports.values.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  private func met(_ pair: [Int]) -> Bool {
    meetings.contains { $0.status.value == .held && takesPart(pair, in: $0) }
  }

  private func takesPart(_ pair: [Int], in meeting: MeetingReport) -> Bool {
    pair.allSatisfy { person in meeting.participants.contains { $0.person == person } }
  }

  private func reason(
    _ first: PersonMention, _ second: PersonMention, _ sentence: Document.Sentence
  ) -> SeparationReason {
    let pair = [first.person, second.person]
    for meeting in meetings where takesPart(pair, in: meeting) {
      switch meeting.status.value {
      case .planned: return .planned
      case .cancelled: return .cancelled
      case .declined: return .declined
      case .held: break
      }
    }
    if first.isPossessor || second.isPossessor { return .possessor }
    let between = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
    if between.contains(where: { ["who", "whom", "whose"].contains(reading.word($0)) }) {
      return .relativeClause
    }
    if ["on", "about", "over"].contains(reading.word(second.tokens.lowerBound - 1)) {
      return .subjectOfTalk
    }
    let took = pair.map { person in
      meetings.contains { $0.participants.contains { $0.person == person } }
    }
    return took.allSatisfy(\.self) ? .separateMeetings : .namedTogether
  }

  /// Of several sentences that name a pair, the one that says most is kept.
  private func strength(_ reason: SeparationReason) -> Int {
    switch reason {
    case .declined, .cancelled, .planned: 3
    case .relativeClause, .separateMeetings, .subjectOfTalk: 2
    case .possessor: 1
    case .namedTogether: 0
    }
  }
}
