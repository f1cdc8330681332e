import Diplomacy

/// Joins the tellings of one occasion.
///
/// Two tellings are one occasion when the same people took part, or those of one are among those
/// of the other, and neither date, form nor status contradicts. A telling without a date or form of
/// its own joins the first occasion that fits.
struct OccasionStage {
  /// The occasions, each as indices into `reading.contacts`, in order of first telling.
  func occasions(of reading: Reading) -> [[Int]] {
    var occasions: [[Int]] = []
    for index in reading.contacts.indices {
      let contact = reading.contacts[index]
      if let fit = occasions.firstIndex(where: { group in
        group.allSatisfy { agrees(reading.contacts[$0], contact) }
          && group.contains { shares(reading.contacts[$0], contact) }
      }) {
        occasions[fit].append(index)
      } else {
        occasions.append([index])
      }
    }
    return occasions
  }

  private func shares(_ a: ContactDraft, _ b: ContactDraft) -> Bool {
    let (x, y) = (Set(a.actors.map(\.identity)), Set(b.actors.map(\.identity)))
    if x == y { return true }
    let (p, q) = (Set(a.people), Set(b.people))
    guard p.count >= 2, q.count >= 2 else { return false }
    if p == q { return true }
    guard !a.isSeparate, !b.isSeparate else { return false }
    return (a.sentence != b.sentence && (p.isSubset(of: q) || q.isSubset(of: p)))
  }

  private func agrees(_ a: ContactDraft, _ b: ContactDraft) -> Bool {
    guard a.status == b.status else { return false }
    if let x = a.date?.value, let y = b.date?.value, !x.isCompatible(with: y) { return false }
    guard let x = a.kind, let y = b.kind, x != y else { return true }
    let face: Set<MeetingKind> = [.meeting, .visit, .summit]
    return face.contains(x) && face.contains(y)
  }
}
