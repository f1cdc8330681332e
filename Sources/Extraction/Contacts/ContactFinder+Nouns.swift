import Diplomacy

extension ContactFinder {
  /// The contacts a noun tells of: "talks with", "a meeting between", "held talks".
  func nounContacts(
    at index: Int, _ token: Int, _ kind: MeetingKind?
  ) -> [ContactDraft] {
    let side = ClauseSide(clause: clause, reading: reading)
    if let between = side.group(after: index, through: ["between", "among", "of"], verb: true),
      between.group.actors.count > 1
    {
      return [draft([between.group], index, token, kind, through: between.end)]
    }
    if reading.word(token) == "between" { return [] }
    let owner = possessor(before: index)
    if let with = side.group(after: index, through: ["with", "to", "from"], verb: false),
      !isPreposition("to", before: with.group) || kind == .call
    {
      guard let subject = owner ?? side.subject(of: index) ?? recordTraveller() else { return [] }
      var drafts = [draft([subject, with.group], index, token, kind, through: with.end)]
      var end = with.end
      while let next = side.repeated("with", after: end) {
        drafts.append(draft([subject, next.group], index, token, kind, through: next.end))
        end = next.end
      }
      return drafts
    }
    guard side.hasLightVerb(before: index), let subject = side.subject(of: index),
      subject.actors.count > 1
    else { return [] }
    return [draft([subject], index, token, kind, through: index + 1)]
  }

  private func isPreposition(_ word: String, before group: ActorGroup) -> Bool {
    reading.word(group.tokens.lowerBound - 1) == word
  }

  /// "Blinken's" in "Blinken's first meeting with".
  private func possessor(before index: Int) -> ActorGroup? {
    var position = index - 1
    while position >= 0, position >= index - 4 {
      if case .actors(let group) = clause.parts[position] {
        return group.isPossessive ? group : nil
      }
      position -= 1
    }
    return nil
  }
}
