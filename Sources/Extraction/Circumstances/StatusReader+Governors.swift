import Diplomacy
import Language

/// What words over a contact say of it, though they do not tell it themselves.
extension StatusReader {
  /// The "will" of a verb or of those over it.
  func futureOver(_ verb: Int) -> Int? {
    var at = verb
    for _ in 0..<4 {
      if let sign = graph.children[at].first(where: {
        $0 < at && sign(of: $0) == .future
      }) {
        return sign
      }
      guard let head = graph.head(at), graph.isVerb(head) else { return nil }
      at = head
    }
    return nil
  }

  /// "plans for a meeting", "an invitation to meet", "his refusal to meet".
  func nounGovernor(
    _ governor: Int, _ meaning: ContactWords.Meaning, _ depth: Int
  ) -> Judgement? {
    if isNegated(governor) { return nil }
    if let verb = graph.governingVerb(of: governor) {
      if meaning == .hypothetical, StatusReader.granting.contains(graph.word(verb)) {
        return judged(.planned, verb)
      }
      if meaning == .hypothetical,
        StatusReader.refusing.contains(graph.word(verb))
          || particleStatus(verb)?.status == .declined
      {
        return isNegated(verb) ? nil : judged(.declined, verb)
      }
      if meaning == .planned,
        contactWords.governors[graph.word(verb)] == .cancelled
          || ["fell", "collapsed", "dropped"].contains(graph.word(verb))
      {
        return judged(.cancelled, verb)
      }
    }
    return meant(meaning, governor)
  }

  private static let granting: WordSet = ["accepted", "accept", "accepts", "granted", "approved"]

  /// What is done to a request that leads to nothing.
  private static let refusing: WordSet = [
    "rejected", "refused", "declined", "rejects", "refuses", "declines", "dismissed", "rebuffed",
    "rebuffs", "spurned", "spurns", "denied", "snubbed", "ignored", "unanswered", "brushed",
  ]

  func judged(_ status: MeetingStatus, _ unit: Int) -> Judgement {
    Judgement(status: status, tokens: graph.units[unit].tokens)
  }

  func meant(_ meaning: ContactWords.Meaning, _ unit: Int) -> Judgement? {
    switch meaning {
    case .planned: judged(.planned, unit)
    case .declined: judged(.declined, unit)
    case .cancelled: judged(.cancelled, unit)
    case .hypothetical: nil
    }
  }
}
