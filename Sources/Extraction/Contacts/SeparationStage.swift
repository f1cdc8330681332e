import Diplomacy
import Language

/// Keeps why people named close together in a sentence are not joined by a meeting.
struct SeparationStage {
  private let reading: Reading
  private let meetings: [MeetingReport]
  /// For each person the indices of the meetings with them, in order.
  private let meetingsOfPerson: [[Int]]

  /// A mention is taken with so many that follow it in its sentence, so that a sentence of any
  /// length is read in time that grows with it; in a sentence of a newspaper that is all of them.
  private static let reach = 16

  init(reading: Reading, meetings: [MeetingReport]) {
    self.reading = reading
    self.meetings = meetings
    var meetingsOfPerson = [[Int]](repeating: [], count: reading.people.count)
    for (index, meeting) in meetings.enumerated() {
      for participant in meeting.participants {
        meetingsOfPerson[participant.person].append(index)
      }
    }
    self.meetingsOfPerson = meetingsOfPerson
  }

  /// A report a pair, in the order of the people.
  func separations() -> [SeparationReport] {
    let mentions = reading.mentions.sorted {
      ($0.tokens.lowerBound, $0.person) < ($1.tokens.lowerBound, $1.person)
    }
    var found: [Pair: Finding] = [:]
    var outcomes: [Pair: MeetingStatus?] = [:]
    var next = 0
    for sentence in reading.document.sentences {
      while next < mentions.count, mentions[next].tokens.lowerBound < sentence.tokens.lowerBound {
        next += 1
      }
      let start = next
      while next < mentions.count, mentions[next].tokens.lowerBound < sentence.tokens.upperBound {
        next += 1
      }
      for first in start..<next {
        for second in first + 1..<max(first + 1, min(next, first + 1 + Self.reach)) {
          note(mentions[first], mentions[second], &found, &outcomes)
        }
      }
    }
    return found.sorted { $0.key < $1.key }.map { pair, finding in
      SeparationReport(
        pair.first, pair.second, finding.reason, reading.evidence(finding.tokens))
    }
  }

  /// Of several places that name a pair, the one that says most is kept, and of those the shortest.
  private func note(
    _ first: PersonMention, _ second: PersonMention, _ found: inout [Pair: Finding],
    _ outcomes: inout [Pair: MeetingStatus?]
  ) {
    guard first.person != second.person else { return }
    let pair = Pair(first.person, second.person)
    let outcome: MeetingStatus?
    if meetingsOfPerson[pair.first].isEmpty || meetingsOfPerson[pair.second].isEmpty {
      outcome = nil
    } else {
      outcome = outcomes[pair] ?? self.outcome(of: pair)
      outcomes[pair] = .some(outcome)
    }
    guard outcome != .held else { return }
    let finding = Finding(
      reason: reason(first, second, outcome),
      tokens: first.tokens.lowerBound..<max(first.tokens.upperBound, second.tokens.upperBound))
    if let known = found[pair], !finding.saysMore(than: known) { return }
    found[pair] = finding
  }
}

// MARK: - Values

extension SeparationStage {
  /// Two people, the smaller index first.
  private struct Pair: Hashable, Comparable {
    let first: Int
    let second: Int

    init(_ a: Int, _ b: Int) {
      first = min(a, b)
      second = max(a, b)
    }

    static func < (a: Pair, b: Pair) -> Bool { (a.first, a.second) < (b.first, b.second) }
  }

  private struct Finding {
    let reason: SeparationReason
    let tokens: Range<Int>

    func saysMore(than other: Finding) -> Bool {
      (strength, -tokens.count) > (other.strength, -other.tokens.count)
    }

    private var strength: Int {
      switch reason {
      case .declined, .cancelled, .planned: 3
      case .relativeClause, .separateMeetings, .subjectOfTalk, .pastHolder, .hypothetical,
        .negated:
        2
      case .possessor: 1
      case .namedTogether: 0
      }
    }
  }
}

// MARK: - Reasons

extension SeparationStage {
  /// What became of the meetings with both: held if any was, else the status of the first.
  private func outcome(of pair: Pair) -> MeetingStatus? {
    // Both are in the order of the meetings.
    let others = meetingsOfPerson[pair.second]
    var place = 0
    var first: MeetingStatus?
    for meeting in meetingsOfPerson[pair.first] {
      while place < others.count, others[place] < meeting { place += 1 }
      guard place < others.count, others[place] == meeting else { continue }
      let status = meetings[meeting].status.value
      if status == .held { return .held }
      first = first ?? status
    }
    return first
  }

  private func reason(
    _ first: PersonMention, _ second: PersonMention, _ outcome: MeetingStatus?
  ) -> SeparationReason {
    switch outcome {
    case .planned: return .planned
    case .cancelled: return .cancelled
    case .declined: return .declined
    case .held, nil: break
    }
    if first.isPossessor || second.isPossessor { return .possessor }
    let between = first.tokens.upperBound..<max(first.tokens.upperBound, second.tokens.lowerBound)
    let words = between.lazy.map { reading.word($0) }
    if words.contains(where: Self.relativePronouns.contains) { return .relativeClause }
    if [first, second].contains(where: isPastHolder) { return .pastHolder }
    if Self.subjectPrepositions.contains(reading.word(second.tokens.lowerBound - 1)) {
      return .subjectOfTalk
    }
    if words.contains(where: Self.contactWords.contains) {
      if words.contains(where: Self.negations.contains) { return .negated }
      if words.contains(where: Self.suppositions.contains) { return .hypothetical }
    }
    let tookPart = [first.person, second.person].allSatisfy { !meetingsOfPerson[$0].isEmpty }
    return tookPart ? .separateMeetings : .namedTogether
  }

  /// "his predecessor, Angela Merkel", "the late Shinzo Abe".
  private func isPastHolder(_ mention: PersonMention) -> Bool {
    (max(0, mention.tokens.lowerBound - 2)..<mention.tokens.lowerBound).contains {
      Self.pastWords.contains(reading.word($0))
    }
  }

  private static let relativePronouns: WordSet = ["who", "whom", "whose"]
  private static let pastWords: WordSet = [
    "predecessor", "late", "succeeded", "replaced", "ousted",
  ]
  private static let subjectPrepositions: WordSet = [
    "on", "about", "over", "regarding", "concerning",
  ]
  /// Enough of them to tell what a negation or a wish between two names is about.
  private static let contactWords: WordSet = [
    "meet", "met", "meeting", "see", "seeing", "talk", "talks", "speak", "spoken", "speaking",
    "visit", "visiting", "call", "calling", "host", "receive", "summit", "negotiate",
  ]
  private static let negations: WordSet = ["not", "n't", "never", "without", "neither"]
  private static let suppositions: WordSet = [
    "would", "could", "might", "may", "if", "hopes", "hoped", "wants", "wanted", "urged", "ready",
    "willing", "offered", "proposed", "demanded", "invited", "should", "hope", "want", "like",
  ]
}
