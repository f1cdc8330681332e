import Diplomacy
import Language

/// Words of contact that tell of no occasion, by who stands beside them.
extension ContactFinder {
  /// Whether what is told is none that took place between people.
  func isVague(_ actors: [Actor], _ trigger: Int, _ status: MeetingStatus) -> Bool {
    let word = graph.word(trigger)
    // "did not discuss the campaign with": says nothing of whether they met.
    if status == .declined, ContactFinder.topical.contains(word) { return true }
    if isDemanded(trigger) || isPublic(trigger) || isOpenTo(trigger) { return true }
    let people = actors.filter { $0.person != nil }.count
    guard people < 2,
      ContactFinder.lasting.contains(word)
        || graph.isVerb(trigger) && ContactFinder.speaking.contains(word)
    else { return false }
    // "his contacts with Russian officials", "misled him about his conversations with the diplomat"
    if people < 2, !graph.isVerb(trigger),
      ["contact", "contacts"].contains(word)
        || word == "conversations"
          && ["about", "over", "regarding", "of"].contains(graph.preposition(of: trigger))
    {
      return true
    }
    // "the coming negotiations with the EU", "Flynn's conversations with Russia", "a speech to Congress".
    return actors.allSatisfy { actor in
      switch actor.identity {
      case .person, .country: true
      case .unnamed, .group: false
      }
    }
  }

  /// "maintaining their calls for him to step down": what is demanded.
  private func isDemanded(_ trigger: Int) -> Bool {
    ["call", "calls"].contains(graph.word(trigger)) && !graph.isVerb(trigger)
      && graph.word(trigger + 1) == "for"
      && graph.children[trigger].allSatisfy {
        !["phone", "telephone", "video", "conference"].contains(graph.word($0))
      }
  }

  /// "spoke on behalf of their mother", "will speak publicly about", "stands with Ahmed": to whom, or where,
  /// is not told.
  private func isPublic(_ trigger: Int) -> Bool {
    guard graph.isVerb(trigger) else { return false }
    let word = graph.word(trigger)
    if ["stand", "stands"].contains(word), graph.word(trigger + 1) == "with" {
      return !graph.children[trigger].contains { child in
        ["in", "at", "on", "outside"].contains(graph.preposition(of: child))
      }
    }
    guard ContactFinder.speaking.contains(word) else { return false }
    let next = graph.word(trigger + 1)
    return ["publicly", "publically", "out"].contains(next)
      || next == "on" && graph.word(trigger + 2) == "behalf"
      || next == "along" && graph.word(trigger + 2) == "with"
  }

  /// "was up for continued discussion with", "open to talks with": no more than wished.
  private func isOpenTo(_ trigger: Int) -> Bool {
    guard !graph.isVerb(trigger) else { return false }
    let before = max(0, trigger - 4)..<trigger
    return before.contains { unit in
      graph.word(unit) == "up" && graph.word(unit + 1) == "for"
        || graph.word(unit) == "open" && graph.word(unit + 1) == "to"
    }
  }

  /// "seen in a video": no call.
  func isFilm(_ unit: Int) -> Bool {
    graph.word(unit) == "video" && ["in", "from"].contains(graph.preposition(of: unit))
  }

  private static let topical: WordSet = ["discuss", "discussed", "discusses", "discussing"]
  private static let lasting: WordSet = [
    "negotiations", "conversations", "negotiation", "negotiate", "negotiated", "negotiating",
    "discussions", "contacts", "contact",
  ]
  private static let speaking: WordSet = [
    "speak", "speaks", "spoke", "speaking", "spoken", "talk", "talks", "talked", "talking",
  ]
}
