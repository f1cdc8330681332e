import Diplomacy
import Language

// MARK: - Leaders and ministers of three or more countries

extension MeetingBuilder {
  /// "a summit of European leaders": more than two sides by its words.
  func isSummit(_ tellings: [ContactDraft]) -> Bool {
    tellings.contains { telling in
      ["summit", "conference"].contains(reading.word(telling.trigger))
        && telling.actors.contains {
          guard case .unnamed(let role, _) = $0.identity else { return false }
          return role.hasSuffix("s")
        }
    }
  }

  /// "met EU leaders", "received the G7 foreign ministers": leaders or ministers of a body of many countries.
  func isOfMany(_ tellings: [ContactDraft]) -> Bool {
    tellings.contains { telling in
      telling.actors.contains { actor in
        guard case .unnamed(let role, let of) = actor.identity, isHigh(role), role.hasSuffix("s")
        else { return false }
        if case .country(let code)? = of, MeetingBuilder.bodies.contains(code) { return true }
        return (max(0, actor.tokens.lowerBound - 2)..<actor.tokens.upperBound).contains {
          MeetingBuilder.regions.contains(reading.word($0))
        }
      }
    }
  }

  /// The countries of those who lead one or are ministers, named or told by office: "the foreign ministers of Qatar,
  /// Oman and Turkey".
  func highSides(
    _ participants: [ParticipationReport], _ tellings: [ContactDraft]
  ) -> Set<CountryCode> {
    var sides: Set<CountryCode> = []
    for participant in participants {
      let person = reading.people[participant.person]
      if person.roles.contains(where: { $0.office.map(MeetingBuilder.high.contains) ?? false }),
        let code = person.country?.value
      {
        sides.insert(code)
      }
    }
    for case .unnamed(let role, .country(let code)?) in tellings.flatMap(\.actors).map(\.identity)
    where isHigh(role) {
      sides.insert(code)
    }
    return sides
  }

  /// "foreign ministers", "leaders": offices that lead a country or a ministry, and nothing more.
  private func isHigh(_ role: String) -> Bool {
    MeetingBuilder.highRoles.contains(role.lowercased())
  }

  private static let high: Set<Office> = [
    .headOfState, .headOfGovernment, .foreignMinister, .minister, .monarch, .defenceMinister,
    .deputyHeadOfGovernment, .secretaryGeneral, .organizationHead,
  ]

  private static let highRoles: Set = [
    "leader", "leaders", "minister", "ministers", "foreign minister", "foreign ministers",
    "defence minister", "defence ministers", "defense minister", "defense ministers",
    "finance minister", "finance ministers", "president", "presidents", "prime minister",
    "prime ministers", "king", "kings", "premier", "premiers", "head of state", "heads of state",
    "heads of government", "heads of state and government", "interior ministers",
  ]

  private static let bodies: Set = [CountryCode("EU"), CountryCode("NATO")]

  private static let regions: WordSet = [
    "g7", "g20", "g8", "arab", "european", "nordic", "baltic", "gulf", "african", "asean", "gcc",
    "nato", "brics", "caricom", "ecowas", "sadc", "quad", "benelux", "visegrad", "western",
    "eu",
  ]
}
