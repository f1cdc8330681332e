import Diplomacy
import Language

/// Tellings of one occasion by a verb and its noun.
extension ContactStage {
  /// "met for an hour, after which the two had dinner": of another form, in a clause of its own.
  private func isAfterwards(_ contact: ContactDraft, _ first: ContactDraft) -> Bool {
    guard let x = contact.form, let y = first.form, x != y, x == .meal || y == .meal else {
      return false
    }
    return !contact.tokens.contains(first.trigger) && !first.tokens.contains(contact.trigger)
  }

  /// "hosted Kim in March and walked with him in May": each verb with a day of its own.
  private func areOnOtherDays(
    _ first: ContactDraft, _ second: ContactDraft, _ reading: Reading
  ) -> Bool {
    let between = first.trigger..<max(first.trigger, second.trigger)
    guard between.contains(where: { reading.word($0) == "and" }),
      let day = reading.dateIndices(in: between).last,
      let other = reading.dateIndices(
        in: second.trigger..<max(second.trigger, second.sentence.upperBound)
      ).first
    else { return false }
    return reading.document.text(of: reading.dates[day].tokens)
      != reading.document.text(of: reading.dates[other].tokens)
  }

  /// Of two tellings by one verb and its noun ("met … for talks") the wider one is kept.
  func dropNested(_ contacts: [ContactDraft], _ reading: Reading) -> [ContactDraft] {
    var kept: [ContactDraft] = []
    for contact in contacts {
      let first = kept.indices.suffix(8).first { index in
        // "was joined by Mnuchin for lunch with Liu": the lunch is told by its verb.
        kept[index].event == contact.trigger
          && Set(kept[index].people).isSuperset(of: contact.people)
          || !contact.isRepeat && kept[index].sentence == contact.sentence
            && kept[index].status == contact.status
            && kept[index].people == contact.people
            && Set(kept[index].actors.map(\.identity)) == Set(contact.actors.map(\.identity))
            && !(kept[index].kind == nil && contact.kind != nil)
            && !isAfterwards(contact, kept[index]) && !areOnOtherDays(kept[index], contact, reading)
      }
      guard let first else {
        kept.append(contact)
        continue
      }
      // "raised the matter with him when the two met on Friday": day and place are told of the meeting.
      let between = kept[first].trigger..<max(kept[first].trigger, contact.trigger)
      if kept[first].event == nil, between.count < 40,
        between.contains(where: { reading.word($0) == "when" })
      {
        let number = kept[first].number
        kept[first] = contact
        kept[first].number = number
      }
    }
    return kept
  }
}
