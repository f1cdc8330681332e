import Diplomacy
import Language

// MARK: - The form of a contact

extension ContactFinder {
  /// The form of a contact: what its word says, made exact by "by phone", "over lunch".
  func kind(_ kind: MeetingKind?, _ trigger: Int, _ units: [Int]) -> MeetingKind? {
    if kind == .meeting, isReception(trigger) { return .visit }
    func told(by unit: Int) -> MeetingKind? { self.kind(told: kind, by: unit) }
    for child in graph.children[trigger] { if let kind = told(by: child) { return kind } }
    for child in graph.children[trigger] {
      for unit in graph.children[child] { if let kind = told(by: unit) { return kind } }
    }
    // "spoke by telephone and met": what is said of the one verb is not said of the next.
    let isNext = graph.isVerb(trigger) && graph.relation(trigger) == .conj
    guard let governor = graph.head(trigger), graph.isVerb(governor), !isNext else { return kind }
    for child in graph.children[governor]
    where graph.units[child].actors == nil && child != trigger {
      if let kind = told(by: child) { return kind }
    }
    for child in graph.children[governor] where graph.units[child].actors == nil {
      for unit in graph.children[child] { if let kind = told(by: unit) { return kind } }
    }
    return kind
  }

  /// "was met by the governor at the airport", "received him on the tarmac": a reception with no talks told.
  private func isReception(_ trigger: Int) -> Bool {
    let word = graph.word(trigger)
    guard
      ContactFinder.receiving.contains(word)
        || word == "met" && graph.isPassive(trigger)
    else { return false }
    return graph.obliques(of: trigger, ["at", "on"]).contains {
      ContactFinder.landings.contains(graph.word($0))
    }
  }

  private static let receiving: WordSet = [
    "received", "receives", "receive", "welcomed", "welcomes", "greeted", "greets",
  ]
  private static let landings: WordSet = [
    "airport", "airfield", "airbase", "tarmac", "aerodrome",
  ]

  /// The form that a word beside it makes of `kind`; nil where it says nothing of it.
  private func kind(told kind: MeetingKind?, by unit: Int) -> MeetingKind? {
    guard let sign = ContactFinder.kindSigns[graph.word(unit)] else { return nil }
    let preposition = graph.preposition(of: unit)
    switch sign {
    case .device: return kind != .meal && !isFilm(unit) ? .call : nil
    // "held a virtual meeting"; a summit stays one.
    case .virtual: return kind == .summit || kind == .meal ? nil : .call
    case .call: return ["in", "during", "by", "on"].contains(preposition) ? .call : nil
    case .meal:
      let isAt = ["over", "at", "during", "for", "to"].contains(preposition)
      return isAt && kind != .call ? .meal : nil
    // "hosted him for a state visit"
    case .visit: return kind == .meeting && preposition == "for" ? .visit : nil
    case .person: return kind == .call ? .meeting : nil
    }
  }

  /// What makes the form of a contact exact.
  private enum KindSign { case device, virtual, call, meal, visit, person }

  private static let kindSigns = WordTable<KindSign>([
    "phone": .device, "telephone": .device, "telephonic": .device, "video": .device,
    "videoconference": .device,
    "video-link": .device, "videolink": .device, "zoom": .device, "hotline": .device,
    "virtually": .device, "virtual": .virtual, "online": .device, "teleconference": .device,
    "video-conference": .device, "visit": .visit,
    "call": .call, "calls": .call, "lunch": .meal, "dinner": .meal, "breakfast": .meal,
    "luncheon": .meal, "banquet": .meal, "iftar": .meal, "supper": .meal, "tea": .meal,
    "person": .person, "face-to-face": .person,
  ])
}
