import Diplomacy
import Language

/// Those who are told to have been at an occasion that was told before: "also present were", "sat in",
/// "the Saudi side was represented by".
extension ContactFinder {
  func presences() -> [ContactDraft] {
    var found: [ContactDraft] = []
    for unit in graph.units.indices where graph.units[unit].actors == nil || isSaidOfOthers(unit) {
      guard let told = attendees(at: unit), !isNeither(told.side) else { continue }
      let sides = told.isTeam ? sides(representedBy: unit) : []
      if !sides.isEmpty {
        found += sides.compactMap { team($0, unit) }
        continue
      }
      guard told.side.actors.contains(where: { $0.person != nil }) else { continue }
      if let beside = appearance(of: told.side, at: unit) ?? besideSpeaker(told.side, at: unit) {
        found.append(beside)
      }
      let people = told.side.actors.filter { $0.person != nil || $0.isGroup }
      let event = told.event ?? eventBeside(unit)
      guard
        var draft = draft(
          [Side(actors: people, units: told.side.units)], told.trigger ?? unit,
          event.flatMap { contactWords.nouns[graph.word($0)]?.kind })
      else { continue }
      draft.joinsPrevious = true
      draft.event = event.map { graph.units[$0].head }
      draft.companions = told.companions.compactMap(\.person)
      draft.isTeam = told.isTeam
      draft.isNear = told.isNear && event == nil
      // Who is linked in makes no call of the others' meeting.
      if event == nil { draft.kind = nil }
      draft.isMembers = told.isMembers
      draft.isSameTeam =
        told.isTeam && graph.relation(unit) == .conj
        && graph.children(of: unit, by: .nsubj, .nsubjPass).isEmpty
      found.append(draft)
    }
    return found
  }

  /// Who is told to have been at an occasion.
  struct Attendance {
    var side: Side
    /// The noun of the occasion.
    var event: Int?
    /// Those at whose side they were.
    var companions: [Actor] = []
    /// Whether they are only told to be of one side.
    var isTeam = false
    /// The word that tells it, where that is another than the sign: "the meeting, which had been convened by".
    var trigger: Int?
    /// Whether the words tell it so loosely that the occasion must be near.
    var isNear = false
    /// Whether they are told to be those whom the occasion calls several.
    var isMembers = false
  }

  /// The noun of an occasion told before that stands in the clause of a verb or predicate: "was present
  /// at the meeting".
  func eventBeside(_ unit: Int) -> Int? {
    let near = max(0, unit - 6)..<min(unit + 30, graph.units.count)
    return near.first { at in
      isToldBefore(at) && !contactWords.isVague(graph.word(at))
        && (at < unit || ["at", "in", "during", "for"].contains(graph.preposition(of: at))
          || graph.relation(at) == .obj)
    }
  }

  /// Words by which a sentence can tell who was there, without a word of contact.
  static let presenceWords: WordSet = [
    "attending", "present", "participating", "attendance", "side", "table", "beside", "team",
    "delegation", "represented", "sat", "alongside", "there", "participants", "attendees",
    "interlocutors", "flanked", "included", "opposite", "looking", "watching", "room",
    "accompanied",
    "joining",
    "delegations", "represents", "representing", "facing", "seated", "comprised", "consisted",
    "consists", "trip", "journey", "place", "seat", "looked", "dropped", "observed", "admitted",
    "brought", "sent", "roll", "proceedings", "lined",
    "chaired", "convened", "hosted",
    "facilitated", "moderated", "mediated", "guests", "part", "called", "ushered", "shown",
    "presence", "arrive", "dialled", "dialed", "beamed", "patched", "zoomed", "presided",
    "mediating",
    "presiding", "host", "mediator", "moderator",
  ]

  /// Words that can tell who was there, by how they do.
  enum PresenceSign {
    case presence, copula, place, including, represented, representing, sitting, attended, listed,
      flanking
    case watching, accompanied, heading, arriving, chaired, lined, beside, company, among, partaking
    case welcoming, coming
  }

  static let presenceSigns = WordTable<PresenceSign>([
    "stood": .copula, "are": .copula, "is": .copula, "came": .copula, "attending": .place,
    "present": .place,
    "participating": .place, "part": .place, "attendance": .place, "side": .place, "table": .place,
    "room": .place, "aboard": .place, "there": .place, "guests": .place, "ushered": .arriving,
    "shown": .arriving, "presence": .presence, "participants": .place, "attendees": .place,
    "interlocutors": .place, "host": .place, "mediator": .place, "moderator": .place,
    "flanked": .flanking, "looking": .watching, "watching": .watching,
    "listening": .watching, "joining": .watching, "looks": .watching, "look": .watching,
    "looked": .watching,
    "watches": .watching, "watched": .watching, "included": .including, "includes": .including,
    "include": .including, "including": .including, "comprised": .including,
    "consists": .including, "consisted": .including, "represented": .represented,
    "represent": .representing, "represents": .representing, "representing": .representing,
    "sat": .sitting, "sit": .sitting, "sits": .sitting, "sitting": .sitting,
    "attended": .attended, "joined": .attended, "did": .listed, "was": .listed, "were": .listed,
    "had": .listed, "accompanied": .accompanied, "led": .heading, "headed": .heading,
    "leads": .heading, "heads": .heading, "leading": .heading, "heading": .heading,
    "made": .arriving, "took": .arriving, "dropped": .arriving, "observed": .arriving,
    "admitted": .arriving, "brought": .arriving, "sent": .arriving, "called": .arriving,
    "opened": .arriving, "lined": .lined, "other": .place, "beside": .beside,
    "chaired": .chaired, "convened": .chaired, "hosted": .chaired, "co-chaired": .chaired,
    "facilitated": .chaired, "moderated": .chaired, "mediated": .chaired,
    "dialled": .partaking, "dialed": .partaking, "phoned": .partaking, "beamed": .partaking,
    "patched": .partaking, "zoomed": .partaking, "presided": .partaking, "mediating": .partaking,
    "presiding": .partaking, "among": .among, "welcomed": .welcoming, "greeted": .welcoming,
    "arrive": .coming,
    "leave": .coming, "witnessed": .chaired, "co-hosted": .chaired,
    "with": .company,
  ])

  private static let copulas: WordSet = [
    "sat", "sit", "sits", "stood", "were", "was", "are", "is", "came",
  ]

  private func attendees(at unit: Int) -> Attendance? {
    let word = graph.word(unit)
    guard let sign = ContactFinder.presenceSigns[word] else { return nil }
    if sign == .attended || sign == .chaired, let told = partaking(unit) { return told }
    if ContactFinder.copulas.contains(word), isInverted(unit) {
      let isMembers = isAmongKind(before: unit)
      return Attendance(side: list(from: unit + 1), isNear: isMembers, isMembers: isMembers)
    }
    if sign == .including, let included = included(unit) { return included }
    if let members = members(at: unit) ?? joining(first: unit) { return members }
    switch sign {
    case .including: return nil
    case .heading: return heading(unit)
    case .represented: return graph.isPassive(unit) ? represented(unit) : representing(unit)
    case .representing: return representing(unit)
    case .accompanied: return accompanied(unit)
    case .arriving: return arrival(unit)
    case .presence: return witnessed(unit)
    case .sitting: return beside(unit) ?? present(unit, sign).map { Attendance(side: $0) }
    case .chaired: return chairing(unit)
    case .company: return beside(pronounBehind: unit)
    case .among: return one(ofThoseAt: unit)
    case .partaking: return partaking(unit)
    case .welcoming: return welcoming(unit)
    case .coming: return comers(at: unit)
    default:
      return present(unit, sign).map {
        Attendance(
          side: $0,
          companions: sign == .watching ? speakers(besideClauseOf: unit) : [],
          // "Present at the talks were Ruto and Kagame", of which a tagger takes the first word for a verb.
          trigger: graph.word(0) == "present" && graph.isVerb(0) ? copula(after: unit) : nil,
          isNear: ["guests", "there", "host", "mediator", "moderator"].contains(word))
      }
    }
  }

  private func present(_ unit: Int, _ sign: PresenceSign) -> Side? {
    let word = graph.word(unit)
    switch sign {
    case .place:
      if word == "part" {
        if graph.word(unit - 1) == "taking", let those = bystanders(before: unit - 1) {
          return those
        }
        return copula(after: unit).map { list(from: $0 + 1) }
          ?? (isPredicative(unit) ? side(graph.subjects(of: unit)) : nil)
      }
      if word == "other" { return sideList(after: unit).map(list(from:)) }
      if word == "there", graph.word(0) != "also" || unit > 2, !isPredicative(unit) { return nil }
      if ["side", "table", "room", "attending", "participating"].contains(word),
        let beside = bystanders(before: unit)
      {
        return beside
      }
      // "was among those in the room when Kellogg met Zelenskyy"
      if word == "room", let those = graph.head(unit), graph.word(those) == "those",
        graph.children[those].contains(where: { graph.relation($0) == .cop })
      {
        return side(graph.subjects(of: those))
      }
      if let copula = copula(after: unit) { return list(from: copula + 1) }
      if word == "side", let start = sideList(after: unit) { return list(from: start) }
      if word == "attendance", !isPredicative(unit) { return listBefore(unit - 1) }
      if !isPredicative(unit), isSaidOfOthers(unit) { return listed(beforeCopulaOf: unit) }
      return isPredicative(unit) ? side(graph.subjects(of: unit)) : nil
    case .flanking:
      return graph.isPassive(unit) ? side(graph.obliques(of: unit, ["by"])) : nil
    case .watching:
      if let guest = arrival(unit) { return guest.side }
      if ["looking", "watching", "listening", "joining"].contains(word) {
        return bystanders(before: unit)
      }
      return onlookers(unit)
    case .lined: return row(unit)
    case .beside: return neighbours(unit)
    case .sitting:
      let particle = graph.children[unit].contains {
        graph.word($0) == "in" && graph.children[$0].isEmpty
      }
      let next = graph.word(unit + 1)
      // "Macron, Merz and Starmer sat around his desk"
      let isAround = graph.obliques(of: unit, ["around", "round"]).contains {
        ["table", "desk"].contains(graph.word($0))
      }
      guard particle || isAround || next == "in" && [".", "on", ""].contains(graph.word(unit + 2))
      else {
        return nil
      }
      return side(graph.subjects(of: unit))
    case .attended:
      guard graph.isPassive(unit),
        let subject = graph.children(of: unit, by: .nsubjPass, .nsubj).first,
        ["it", "which"].contains(graph.word(subject)) && graph.word(unit) == "attended"
          && !isOfConference(unit)
          || contactWords.nouns[graph.word(subject)].map({ $0.strength != .conference }) ?? false
      else { return nil }
      let people = side(graph.obliques(of: unit, ["by"]))
      return people.units.first.map(list(from:)) ?? people
    case .listed:
      // "Macron was there, as were Scholz and Sunak"
      if ["was", "were"].contains(word), unit > 2, unit + 1 < graph.units.count,
        graph.word(unit - 1) == "as", graph.word(unit - 2) == ",", graph.word(unit - 3) == "there",
        graph.units[unit + 1].actors != nil
      {
        return list(from: unit + 1)
      }
      guard unit == 1, ["so", "as"].contains(graph.word(0)), graph.units.count > 2,
        graph.units[2].actors != nil
      else { return nil }
      return list(from: 2)
    default: return nil
    }
  }
}
