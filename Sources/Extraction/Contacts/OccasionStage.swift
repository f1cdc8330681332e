import Diplomacy

/// Joins the tellings of one occasion.
///
/// Two tellings are one occasion when the parties of one are among those of the other and neither
/// date, form nor status contradicts. A party told by country or office ("the NATO chief") is among
/// those of a telling that names somebody who acts for it. A telling without a date or form of its own
/// joins the first occasion that fits, one with the very same people before others.
struct OccasionStage {
  let reading: Reading

  /// The occasions, each as indices into `reading.contacts`, in order of first telling.
  func occasions() -> [[Int]] {
    var occasions: [[Int]] = []
    for index in reading.contacts.indices {
      let contact = reading.contacts[index]
      let fitting = occasions.indices.filter { group in
        occasions[group].allSatisfy { agrees(reading.contacts[$0], contact) }
          && occasions[group].contains { shares(reading.contacts[$0], contact) }
      }
      let same = fitting.first { group in
        occasions[group].contains { Set(reading.contacts[$0].people) == Set(contact.people) }
      }
      if let fit = same ?? fitting.first {
        occasions[fit].append(index)
      } else {
        occasions.append([index])
      }
    }
    return occasions
  }

  // MARK: - Parties

  private func shares(_ a: ContactDraft, _ b: ContactDraft) -> Bool {
    let (p, q) = (Set(a.people), Set(b.people))
    if p == q, p.count >= 2 { return true }
    if Set(a.actors.map(\.identity)) == Set(b.actors.map(\.identity)) { return true }
    if p.count >= 2, q.count >= 2, p.isSubset(of: q) || q.isSubset(of: p) {
      return !a.isSeparate && !b.isSeparate && a.sentence != b.sentence
    }
    guard !p.isDisjoint(with: q) || p.isEmpty || q.isEmpty else { return false }
    let (fewer, more) = p.count <= q.count ? (a, b) : (b, a)
    guard fewer.people.count < 2 || p == q else { return false }
    return fewer.actors.allSatisfy { actor in more.actors.contains { covers(actor, $0) } }
      && Set(fewer.actors.compactMap(side)).count >= 2
  }

  /// Whether `actor` can be whom `other` names more exactly.
  private func covers(_ actor: Actor, _ other: Actor) -> Bool {
    if actor.identity == other.identity { return true }
    guard actor.person == nil, let side = side(actor) else { return false }
    return side == self.side(other)
  }

  /// The country or body that an actor acts for.
  private func side(_ actor: Actor) -> String? {
    switch actor.identity {
    case .person(let person): reading.people[person].country?.value.rawValue
    case .unnamed(_, let of): of?.text
    case .country(let code): code.rawValue
    case .group: nil
    }
  }

  // MARK: - Circumstances

  private func agrees(_ a: ContactDraft, _ b: ContactDraft) -> Bool {
    guard a.status == b.status || a.isPreview || b.isPreview else { return false }
    if let x = a.date?.value, let y = b.date?.value, !x.isCompatible(with: y) { return false }
    guard let x = a.form, let y = b.form, x != y else { return true }
    let face: Set<MeetingKind> = [.meeting, .visit, .summit]
    return face.contains(x) && face.contains(y)
  }
}

extension ContactDraft {
  /// The form, where the words tell it beyond doubt.
  var form: MeetingKind? { isSpoken ? nil : kind }
}
