import Diplomacy

/// Chooses whom a name that fits several people stands for.
struct PersonaChoice {
  enum Decision {
    case joins(Int, IdentityRule, evidence: String)
    /// Nobody surely; any of these.
    case open(candidates: [Int])
  }

  let persona: Persona
  let name: PersonName

  /// Within so many years of the reports of somebody, their family name alone can mean them.
  private static let lifetime = 30
  /// But an office that is not theirs in that year, so far as is told, is theirs only within so many
  /// years after their last report, and not before their first: sons follow their fathers.
  private static let tenure = 3
  /// And a family name without an office is theirs within so many.
  private static let memory = 10
  /// Who is reported in an office before and after, with so many years between, held it meanwhile.
  private static let silence = 9

  /// Whom the persona stands for, of the bearers with these places.
  func decide(among bearers: [(place: Int, bearer: Bearer)]) -> Decision {
    let possible = bearers.filter { isPossible($0.bearer) }
    guard !possible.isEmpty else { return .open(candidates: []) }
    if !persona.offices.isEmpty {
      let holders = possible.filter { candidate in
        persona.offices.contains { candidate.bearer.holds($0, in: persona.year) }
      }
      if holders.count == 1 {
        return .joins(holders[0].place, officeRule, evidence: evidence(holders[0].bearer))
      }
      guard holders.isEmpty else { return .open(candidates: holders.map(\.place)) }
      let around = possible.filter { candidate in
        persona.offices.contains {
          candidate.bearer.bridges($0, persona.year, within: PersonaChoice.silence)
        }
      }
      if around.count == 1 {
        return .joins(around[0].place, officeRule, evidence: evidence(around[0].bearer))
      }
      // The office is news: it must not contradict another that is held at that time.
      let free = possible.filter { !contradicts($0.bearer) }
      guard free.count == 1, possible.count == 1,
        !name.isFamilyNameOnly
          || hasCountry(in: free[0].bearer) && isInTenure(of: free[0].bearer)
      else {
        return .open(candidates: possible.map(\.place))
      }
      return .joins(free[0].place, nameRule, evidence: onlyOne(free[0].bearer))
    }
    let memory = name.isFamilyNameOnly ? PersonaChoice.memory : Bearer.reach
    if possible.count == 1, isNear(possible[0].bearer, within: memory) {
      return .joins(possible[0].place, nameRule, evidence: onlyOne(possible[0].bearer))
    }
    if let year = persona.year, let current = onlyCurrent(in: year, of: possible) {
      return .joins(
        current.place, nameRule, evidence: "\(onlyOne(current.bearer)) told of in \(year)")
    }
    return .open(candidates: possible.map(\.place))
  }

  /// Of several in one country the one whom articles tell of in, or before and after, `year`, where of nobody else
  /// anything was told for years: a family name alone means who is in the news. Who once led a state stays there.
  private func onlyCurrent(
    in year: Int, of possible: [(place: Int, bearer: Bearer)]
  ) -> (place: Int, bearer: Bearer)? {
    let near = possible.filter {
      $0.bearer.hasLed || isNear($0.bearer, within: PersonaChoice.tenure)
    }
    guard name.isFamilyNameOnly, possible.count > 1, near.count == 1,
      hasCountry(in: near[0].bearer),
      near[0].bearer.years?.contains(year) == true
    else { return nil }
    return near[0]
  }

  /// The rule by which the name and the office tell who it is.
  private var officeRule: IdentityRule { nameRule == .initial ? .initial : .familyNameAndOffice }

  /// The rule by which the name alone tells who it is.
  private var nameRule: IdentityRule {
    name.isFamilyNameOnly || name.hasGivenName ? .familyName : .initial
  }

  private func isPossible(_ bearer: Bearer) -> Bool {
    guard isNear(bearer, within: PersonaChoice.lifetime),
      !bearer.names.contains(where: { persona.apart.contains($0.folded) }),
      name.isFamilyNameOnly || !bearer.apart.contains(name.folded),
      Bearer.countriesAgree(Set([persona.country].compactMap(\.self)), bearer.countries)
    else { return false }
    guard name.isFamilyNameOnly else { return true }
    // "Paul" is a pope only where the article makes him one.
    if bearer.names.contains(where: { $0.number != nil }) {
      guard persona.offices.contains(where: { PersonaChoice.reigns.contains($0.office) }) else {
        return false
      }
    }
    // A name that only sounds alike needs the country to agree.
    let isSpelledSo = bearer.names.contains {
      $0.family == name.family || $0.familyNames.contains(name.folded)
    }
    return isSpelledSo || hasCountry(in: bearer)
  }

  private static let reigns: Set<String> = [
    Office.monarch.rawValue, Office.royal.rawValue, Office.religiousLeader.rawValue,
    Office.headOfState.rawValue,
  ]

  private func isInTenure(of bearer: Bearer) -> Bool {
    guard let year = persona.year, let years = bearer.years else { return true }
    return years.lowerBound <= year && year <= years.upperBound + PersonaChoice.tenure
  }

  private func isNear(_ bearer: Bearer, within years: Int) -> Bool {
    bearer.isNear(persona.year.map { $0...$0 }, within: years)
  }

  private func hasCountry(in bearer: Bearer) -> Bool {
    if let country = persona.country { return bearer.countries.contains(country) }
    // "The Russian foreign minister, Lavrov" tells the country by the office.
    return persona.offices.contains { bearer.countries.contains(CountryCode($0.of)) }
  }

  private func contradicts(_ bearer: Bearer) -> Bool {
    persona.offices.contains { !$0.isFormer } && bearer.holdsAnything(in: persona.year)
  }

  private func evidence(_ bearer: Bearer) -> String {
    let office =
      persona.offices.first { bearer.holds($0, in: persona.year) }
      ?? persona.offices.first {
        bearer.bridges($0, persona.year, within: PersonaChoice.silence)
      }
    return [office?.text, persona.year.map { "in \($0)" }].compactMap(\.self).joined(separator: " ")
  }

  private func onlyOne(_ bearer: Bearer) -> String {
    "only \(name.folded)\(persona.country.map { " of \($0)" } ?? "")"
  }
}
