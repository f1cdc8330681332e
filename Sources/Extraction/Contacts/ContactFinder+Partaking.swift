import Diplomacy
import Language

/// Who took part in an occasion told before, by verbs and words that leave it unnamed.
extension ContactFinder {
  /// "Starmer and Macron dialled in", "Putin joined by video link", "Trump co-chaired it", "Antonio presided".
  func partaking(_ verb: Int) -> Attendance? {
    // Read as "Putin, who was joined by": no verb beside it says otherwise.
    if isLinked(verb), ![".", ","].contains(graph.word(verb - 1)) {
      let linked = list(before: verb)
      if linked.namesSomebody { return Attendance(side: linked, isNear: true) }
    }
    guard graph.isVerb(verb), !graph.isPassive(verb), graph.isPredicate(verb),
      ![.acl, .advcl, .ccomp, .xcomp].contains(graph.relation(verb)),
      isOfIt(verb) || isPresiding(verb),
      case let subject = side(graph.subjects(of: verb)), subject.namesSomebody
    else { return nil }
    return Attendance(side: subject, isNear: true)
  }

  /// "dialled in", "joined remotely", "joined by video link"
  private func isLinked(_ verb: Int) -> Bool {
    let (word, next) = (graph.word(verb), graph.word(verb + 1))
    if ContactFinder.dialling.contains(word) {
      return next == "in"
        && [".", ",", "from", "by", "via", "and", "to", ""].contains(graph.word(verb + 2))
    }
    guard word == "joined" else { return false }
    return ["remotely", "virtually", "online"].contains(next)
      || ["by", "via"].contains(next)
        && ["video", "telephone", "phone", "zoom", "videolink", "video-link", "videoconference"]
          .contains(graph.word(verb + 2))
  }

  private static let dialling: WordSet = [
    "dialled", "dialed", "phoned", "beamed", "patched", "zoomed",
  ]

  /// "attended it", "chaired it", behind a sentence that tells of the occasion.
  private func isOfIt(_ verb: Int) -> Bool {
    guard ContactFinder.holdingIt.contains(graph.word(verb)), graph.word(verb + 1) == "it" else {
      return false
    }
    return [".", ",", "and", "with", "by", "in", "on", "as", ""].contains(graph.word(verb + 2))
  }

  private static let holdingIt: WordSet = [
    "attended", "joined", "chaired", "co-chaired", "hosted", "co-hosted", "moderated", "mediated",
  ]

  /// "Landsbergis chaired, with", "Antonio presided", "Ashton is mediating"
  private func isPresiding(_ verb: Int) -> Bool {
    let word = graph.word(verb)
    guard ["chaired", "presided", "moderated", "mediated", "mediating", "presiding"].contains(word)
    else { return false }
    return [".", ",", "and", "with", "as", ""].contains(graph.word(verb + 1))
      && graph.children(of: verb, by: .obj).isEmpty
  }

  /// "Museveni welcomed his guests", "The guests were welcomed by Museveni": the host of those whom the occasion before
  /// calls several.
  func welcoming(_ verb: Int) -> Attendance? {
    guard graph.isVerb(verb), graph.isPredicate(verb) else { return nil }
    let isPassive = graph.isPassive(verb)
    let guests = graph.children(of: verb, by: isPassive ? .nsubjPass : .obj)
    guard
      guests.contains(where: { guest in
        ContactFinder.guests.contains(graph.word(guest))
          && !graph.actors(at: guest).contains { $0.person != nil }
      }),
      case let host = side(isPassive ? graph.obliques(of: verb, ["by"]) : graph.subjects(of: verb)),
      host.namesSomebody
    else { return nil }
    return Attendance(side: host, isNear: true, isMembers: true)
  }

  private static let guests: WordSet = [
    "guests", "delegates", "participants", "visitors", "dignitaries", "attendees",
  ]

  /// "Ruto and Kagame were the first to arrive".
  func comers(at verb: Int) -> Attendance? {
    guard graph.word(verb - 1) == "to", ["first", "last"].contains(graph.word(verb - 2)),
      let copula = (max(1, verb - 6)..<verb).last(where: {
        ["was", "were", "is", "are"].contains(graph.word($0))
      }), case let people = list(before: copula), people.namesSomebody
    else { return nil }
    return Attendance(side: people, isNear: true, isMembers: true)
  }

  /// "Joining them was John Kerry".
  func joining(first verb: Int) -> Attendance? {
    guard verb == 0, graph.word(1) == "them", ["was", "were"].contains(graph.word(2)) else {
      return nil
    }
    return Attendance(side: list(from: 3), isNear: true)
  }

  /// "Joe Biden was among them": one of those of whom the occasion before tells only the kind.
  func one(ofThoseAt unit: Int) -> Attendance? {
    guard unit > 1, graph.word(unit + 1) == "them",
      [".", ",", "", "and", "as"].contains(graph.word(unit + 2)),
      let copula = (max(1, unit - 2)..<unit).last(where: {
        ["was", "were", "is", "are"].contains(graph.word($0))
      })
    else { return nil }
    let people = list(before: copula)
    return people.namesSomebody ? Attendance(side: people, isNear: true, isMembers: true) : nil
  }
}
