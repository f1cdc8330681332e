import Diplomacy
import Language

/// Who came to an occasion told before, by words that say so of no occasion in particular.
extension ContactFinder {
  /// "all made the trip", "took her place at the table", "looked in", "observed for Guterres", "the Americans
  /// brought Sanders".
  func arrival(_ unit: Int) -> Attendance? {
    guard graph.isVerb(unit), ![.aclRelcl, .acl, .advcl].contains(graph.relation(unit)) else {
      return nil
    }
    let word = graph.word(unit)
    if isLedIn(unit) {
      // "Samaraweera and Doval were called in afterwards"
      let guests = side(graph.subjects(of: unit))
      return guests.isEmpty ? nil : Attendance(side: guests, isNear: true)
    }
    if word == "brought" || word == "sent" { return sent(unit) }
    guard isArriving(unit, word) else { return nil }
    let subject = side(graph.subjects(of: unit))
    return subject.isEmpty ? nil : Attendance(side: subject, isNear: word != "opened")
  }

  /// "were called in", "was ushered in": let in where others sit.
  private func isLedIn(_ verb: Int) -> Bool {
    guard ["called", "brought", "ushered", "shown"].contains(graph.word(verb)),
      graph.isPassive(verb), graph.word(verb + 1) == "in"
    else { return false }
    return [".", ",", "and", "", "afterwards", "later", "to", "at", "after", "then"].contains(
      graph.word(verb + 2))
  }

  private func isArriving(_ verb: Int, _ word: Word) -> Bool {
    let objects = graph.children(of: verb, by: .obj)
    switch word {
    case "made":
      return objects.contains { object in
        ["trip", "journey", "appearance"].contains(graph.word(object))
          && graph.obliques(of: object, ["to", "from"]).isEmpty
      } && graph.obliques(of: verb, ["to", "from"]).isEmpty
    case "took":
      return objects.contains { object in
        let word = graph.word(object)
        // Whoever takes another's place is where that one is not.
        return word == "chair" && graph.obliques(of: object, ["of"]).isEmpty
          || ["place", "places", "seat", "seats"].contains(word)
            && (object + 1...object + 4).contains { ["table", "too"].contains(graph.word($0)) }
      }
    case "opened":
      return objects.contains {
        ["proceedings", "session", "sitting"].contains(graph.word($0)) || isToldBefore($0)
      }
    case "called": return graph.word(verb + 1) == "the" && graph.word(verb + 2) == "roll"
    case "looked", "dropped":
      return graph.word(verb + 1) == "in" && [".", ",", "and", ""].contains(graph.word(verb + 2))
    case "observed":
      return objects.isEmpty && !side(graph.obliques(of: verb, ["for"])).isEmpty
    case "admitted":
      return graph.isPassive(verb)
        && graph.children[verb].contains { ["observer", "observers"].contains(graph.word($0)) }
    default: return false
    }
  }

  /// "sat at Redwan's right hand": beside whom somebody sat.
  func beside(_ verb: Int) -> Attendance? {
    let place = graph.children[verb].first { child in
      ["at", "on", "by", "to"].contains(graph.preposition(of: child))
        && ["hand", "right", "left", "side", "elbow", "shoulder"].contains(graph.word(child))
    }
    guard let place,
      case let companions = side(graph.children(of: place, by: .nmodPoss)).actors,
      companions.contains(where: { $0.person != nil })
    else { return nil }
    return Attendance(side: side(graph.subjects(of: verb)), companions: companions)
  }

  /// "had Barnier and Riso beside her": whom somebody had at the side.
  func neighbours(_ unit: Int) -> Side? {
    guard ["him", "her", "them"].contains(graph.word(unit + 1)) else { return nil }
    let near = max(0, unit - 16)..<unit
    guard let had = near.last(where: { graph.isVerb($0) && graph.units[$0].actors == nil }),
      ["had", "has", "have"].contains(graph.word(had)), had + 1 < unit,
      graph.units[had + 1].actors != nil
    else { return nil }
    return list(from: had + 1)
  }

  /// "They were lined up before the flags: Kerry, Lavrov and Wang": a row of three and more.
  func row(_ verb: Int) -> Side? {
    guard ["up", "shoulder"].contains(graph.word(verb + 1)),
      let colon = (verb..<min(verb + 24, graph.units.count)).first(where: { graph.word($0) == ":" }
      ),
      colon + 1 < graph.units.count, graph.units[colon + 1].actors != nil
    else { return nil }
    let whole = list(from: colon + 1)
    return whole.actors.count { $0.person != nil } > 2 ? whole : nil
  }

  /// "Skerrit, the chair, and Amorim, the envoy, were the other interlocutors": the people before a copula that the
  /// tree does not know as one.
  func listed(beforeCopulaOf unit: Int) -> Side? {
    guard
      let copula = (max(0, unit - 4)..<unit).last(where: {
        ["were", "are"].contains(graph.word($0))
      })
    else { return nil }
    var units: [Int] = []
    var at = copula - 1
    while at >= 0 {
      if graph.units[at].actors != nil {
        units.insert(at, at: 0)
      } else if graph.word(at) == ",", let comma = opening(ofAsideEndingAt: at) {
        at = comma
      } else if ![",", "and"].contains(graph.word(at)) {
        break
      }
      at -= 1
    }
    return units.isEmpty ? nil : side(units)
  }

  /// The comma behind a person at which an aside opens that another comma closes: ", personal envoy of Lula,".
  private func opening(ofAsideEndingAt end: Int) -> Int? {
    guard end > 2, graph.units[end - 1].actors == nil || graph.word(end - 2) != "and" else {
      return nil
    }
    let near = max(1, end - 9)..<end
    return near.last { at in
      graph.word(at) == ","
        && graph.units[at - 1].actors?.actors.contains { $0.person != nil } == true
        && !(at + 1..<end).contains { graph.isVerb($0) } && at + 1 < end
        && graph.units[at + 1].actors == nil && graph.word(at + 1) != "and"
    }
  }

  /// "were the other principal interlocutors", which stands for somebody itself elsewhere.
  func isSaidOfOthers(_ unit: Int) -> Bool {
    graph.units[unit].actors?.actors.allSatisfy { $0.person == nil } ?? false
      && (isPredicative(unit) || isCompany(unit))
  }

  private func isCompany(_ unit: Int) -> Bool {
    ["interlocutors", "participants", "attendees"].contains(graph.word(unit))
      && ["were", "are"].contains(graph.word(unit - 1))
  }

  /// "The Americans brought Sanders and Pottinger", "Egypt sent its foreign minister, Sameh Shoukry": whom a side
  /// that is no person had with it.
  private func sent(_ verb: Int) -> Attendance? {
    guard !graph.isPassive(verb), let object = graph.objects(of: verb).first, object > verb,
      case let subjects = graph.children(of: verb, by: .nsubj), !subjects.isEmpty,
      side(subjects).actors.allSatisfy({ $0.person == nil })
    else { return nil }
    let whole = list(from: object)
    // "sent Lavrov to Cairo", "brought Kallas to tears": elsewhere.
    guard whole.actors.contains(where: { $0.person != nil }), let last = whole.units.last,
      !["to", "into", "back", "from", "for"].contains(graph.word(last + 1)),
      !graph.children[verb].contains(where: { child in
        [.xcomp, .advcl, .ccomp].contains(graph.relation(child))
          || ["to", "into", "from"].contains(graph.preposition(of: child))
      })
    else { return nil }
    return Attendance(side: whole, isNear: true)
  }

  /// "received Burns in the presence of Rashad", "spoke in Albusaidi's presence": who else was there.
  func witnesses(of trigger: Int) -> [Actor] {
    func isPresence(_ unit: Int) -> Bool {
      graph.word(unit) == "presence" && graph.preposition(of: unit) == "in"
    }
    guard graph.holdsAny(of: ["in"]),
      let presence = graph.children[trigger].first(where: isPresence)
        ?? graph.children(of: trigger, by: .obj).flatMap({ graph.children[$0] })
        .first(where: isPresence)
    else { return [] }
    return side(
      graph.obliques(of: presence, ["of"]) + graph.children(of: presence, by: .nmodPoss)
    ).actors.filter { $0.person != nil }
  }

  /// "talks were held in Islamabad, led by Baloch and Bartoszewski": who led what a verb holds.
  func leading(behind verb: Int) -> [Int] {
    graph.children(of: verb, by: .advcl, .acl)
      .filter {
        ["led", "headed", "co-led", "co-chaired", "chaired"].contains(graph.word($0))
          && graph.word($0 - 1) == ","
      }.flatMap { graph.obliques(of: $0, ["by"]) }
  }

  /// "met at Putin's dinner", "at a lunch given by Guterres": who gave the meal at which others met.
  func givers(ofMealsBeside unit: Int) -> [Int] {
    graph.children[unit].filter {
      ["at", "over", "during"].contains(graph.preposition(of: $0))
        && contactWords.nouns[graph.word($0)]?.kind == .meal
    }.flatMap { meal in
      graph.children(of: meal, by: .nmodPoss)
        + (meal + 1..<max(meal + 1, min(meal + 6, graph.units.count))).filter {
          ["given", "hosted", "thrown", "offered"].contains(graph.word($0))
            && graph.word($0 + 1) == "by"
        }.flatMap { graph.obliques(of: $0, ["by"]) }
    }
  }

  /// "the panel made up of Obasanjo; Kenyatta; and Mlambo-Ngcuka": where the members of a body are told.
  func members(behind body: Int) -> Int? {
    let near = body + 1..<max(body + 1, min(body + 8, graph.units.count - 1))
    return near.first { unit in
      let before = graph.word(unit - 1)
      return graph.units[unit].actors != nil
        && (before == "of" && ["up", "composed", "consisting"].contains(graph.word(unit - 2))
          || ["comprising", "including"].contains(before))
    }
  }

  /// What who gives or chairs an occasion does, told right behind it.
  static let chairing: WordSet = [
    "attended", "hosted", "co-hosted", "chaired", "co-chaired", "convened",
  ]

  /// What who chairs or arranges an occasion does.
  static let presidingVerbs: WordSet = [
    "hosted", "chaired", "co-chaired", "convened", "mediated", "brokered", "facilitated",
    "organised", "organized", "attended", "moderated", "presided",
  ]
}
