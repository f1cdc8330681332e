import Diplomacy

/// Gives each contact its date, place and topics.
struct CircumstanceStage {
  func run(_ reading: inout Reading) {
    let places = PlaceReader(reading: reading)
    let topics = TopicReader(reading: reading)
    for index in reading.contacts.indices {
      let contact = reading.contacts[index]
      reading.contacts[index].date = date(of: contact, reading)
      if contact.kind != .call { reading.contacts[index].place = places.place(of: contact) }
      reading.contacts[index].topics = topics.topics(of: contact)
      applyRecord(&reading.contacts[index], reading)
    }
  }

  /// The date nearest to the verb, in the same sentence.
  private func date(of contact: ContactDraft, _ reading: Reading) -> Attested<PartialDate>? {
    let candidates = reading.dates.filter { contact.sentence.contains($0.tokens.lowerBound) }
      .filter { !isAcrossClause($0, contact, reading) }
    let best = candidates.min { distance($0, contact) < distance($1, contact) }
    guard let best else { return nil }
    let isFuture = contact.status == .planned || wasAhead(best, reading)
    guard
      let value = best.date(published: reading.setting.published, isFuture: isFuture)
    else { return nil }
    return Attested(value, reading.evidence(best.tokens))
  }

  /// "set for Tuesday": a day that lay ahead, also of what was then called off.
  private func wasAhead(_ date: DateExpression, _ reading: Reading) -> Bool {
    let before = date.tokens.lowerBound - 1
    guard ["for", "on"].contains(reading.word(before)) else { return false }
    return ["set", "scheduled", "planned", "due", "slated", "arranged"]
      .contains(reading.word(before - 1))
  }

  private func distance(_ date: DateExpression, _ contact: ContactDraft) -> Int {
    let after = date.tokens.lowerBound - contact.tokens.upperBound
    if contact.tokens.contains(date.tokens.lowerBound) { return 0 }
    return after >= 0 ? after : contact.tokens.lowerBound - date.tokens.lowerBound + 2
  }

  /// A date past another contact or past "who", "after" or "since" speaks of something else.
  private func isAcrossClause(
    _ date: DateExpression, _ contact: ContactDraft, _ reading: Reading
  ) -> Bool {
    let start = min(date.tokens.upperBound, contact.trigger)
    let end = max(date.tokens.lowerBound, contact.trigger)
    guard start < end else { return false }
    let breaks: Set = ["who", "which", "since", "when", "where", ";", "whose", "whom"]
    if (start..<end).contains(where: { breaks.contains(reading.word($0)) }) { return true }
    return reading.contacts.contains {
      $0.trigger != contact.trigger && $0.trigger > start && $0.trigger < end
        && $0.people != contact.people
    }
  }

  /// In a travel record the first line tells place and span for all that follows.
  private func applyRecord(_ contact: inout ContactDraft, _ reading: Reading) {
    guard let record = reading.setting.record else { return }
    if contact.date == nil { contact.date = record.date }
    if contact.place == nil, contact.kind != .call { contact.place = record.place }
  }
}
