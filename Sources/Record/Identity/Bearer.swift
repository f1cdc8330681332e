import Diplomacy

/// Somebody of a block as far as the personas counted as theirs tell: what others are compared with.
struct Bearer: Sendable {
  /// The names by which the bearer is told, without those of a family alone.
  var names: [PersonName] = []
  var countries: Set<CountryCode> = []
  /// The years in which each office is reported, by `HeldOffice.text`.
  var offices: [String: [ClosedRange<Int>]] = [:]
  /// The first and the last year of any report.
  var years: ClosedRange<Int>?
  /// The folded names of people whom some article tells apart from this one.
  var apart: Set<String> = []
  /// The personas, by their place in the block.
  var personas: [Int] = []

  mutating func add(_ persona: Persona, at place: Int, name: PersonName?) {
    personas.append(place)
    if let name, !names.contains(name) { names.append(name) }
    if let country = persona.country { countries.insert(country) }
    apart.formUnion(persona.apart)
    guard let year = persona.year else {
      for office in persona.offices where offices[office.text] == nil { offices[office.text] = [] }
      return
    }
    years = years.map { min($0.lowerBound, year)...max($0.upperBound, year) } ?? year...year
    for office in persona.offices where !office.isFormer {
      offices[office.text, default: []].append(year...year)
    }
  }

  mutating func add(_ other: Bearer) {
    for name in other.names where !names.contains(name) { names.append(name) }
    countries.formUnion(other.countries)
    for (office, ranges) in other.offices { offices[office, default: []] += ranges }
    if let theirs = other.years {
      years =
        years.map {
          min($0.lowerBound, theirs.lowerBound)...max($0.upperBound, theirs.upperBound)
        } ?? theirs
    }
    apart.formUnion(other.apart)
    personas += other.personas
  }
}

// MARK: - Agreement

extension Bearer {
  /// Between two reports of one person, more than this many years need another reason than the name.
  static let reach = 20

  /// Whether nothing speaks against both being one: countries, offices, time, an article.
  func agrees(with other: Bearer) -> Bool {
    !isToldApart(from: other) && Bearer.countriesAgree(countries, other.countries)
      && isNear(other.years, within: Bearer.reach) && !officesContradict(other)
  }

  func isToldApart(from other: Bearer) -> Bool {
    names.contains { other.apart.contains($0.folded) }
      || other.names.contains { apart.contains($0.folded) }
  }

  /// Officials of bodies come from countries: only two states contradict each other.
  static func countriesAgree(_ a: Set<CountryCode>, _ b: Set<CountryCode>) -> Bool {
    let states = a.filter(isState)
    let others = b.filter(isState)
    return states.isEmpty || others.isEmpty || !states.isDisjoint(with: others)
  }

  private static func isState(_ code: CountryCode) -> Bool {
    Countries[code]?.kind != .body
  }

  func isNear(_ other: ClosedRange<Int>?, within reach: Int) -> Bool {
    guard let years, let other else { return true }
    return years.lowerBound <= other.upperBound + reach
      && other.lowerBound <= years.upperBound + reach
  }

  /// Whether both hold offices in one year, and none in common in any.
  private func officesContradict(_ other: Bearer) -> Bool {
    guard !offices.isEmpty, !other.offices.isEmpty,
      offices.keys.allSatisfy({ other.offices[$0] == nil })
    else { return false }
    let theirs = other.offices.values.joined()
    return offices.values.joined().contains { range in theirs.contains { $0.overlaps(range) } }
  }
}

// MARK: - Offices

extension Bearer {
  /// Whether the bearer holds `office` in `year`, or is reported in it the year before; a former office
  /// before it.
  ///
  /// Not in the year before the first report: whoever takes an office over is told in full, and a bare name
  /// before that is as likely the predecessor's, who may be the father.
  /// An office of which one side does not tell the country is that of the same class.
  func holds(_ office: HeldOffice, in year: Int?) -> Bool {
    years(of: office).contains { ranges in
      guard let year, !ranges.isEmpty else { return true }
      return ranges.contains {
        office.isFormer
          ? $0.lowerBound <= year : $0.lowerBound <= year && year <= $0.upperBound + 1
      }
    }
  }

  /// Whether the bearer is reported in `office` both before and after `year`, with at most `silence`
  /// years between: fathers come before sons, and sons after fathers.
  func bridges(_ office: HeldOffice, _ year: Int?, within silence: Int) -> Bool {
    guard let year, !office.isFormer else { return false }
    return years(of: office).contains { ranges in
      guard let before = ranges.map(\.upperBound).filter({ $0 < year }).max(),
        let after = ranges.map(\.lowerBound).filter({ $0 > year }).min()
      else { return false }
      return after - before <= silence
    }
  }

  /// Whether the bearer is reported at the head of a state or government in any year.
  var hasLed: Bool {
    offices.keys.contains { office in
      Bearer.leaders.contains { office == $0 || office.hasPrefix("\($0) of ") }
    }
  }

  private static let leaders = [Office.headOfState, .headOfGovernment, .monarch].map(\.rawValue)

  private func years(of office: HeldOffice) -> [[ClosedRange<Int>]] {
    guard !office.of.isEmpty else {
      return offices.filter { $0.key == office.office || $0.key.hasPrefix("\(office.office) of ") }
        .map(\.value)
    }
    return [office.text, office.office].compactMap { offices[$0] }
  }

  /// Whether the bearer holds some other office in `year`.
  func holdsAnything(in year: Int?) -> Bool {
    guard let year else { return !offices.isEmpty }
    return offices.values.joined().contains { $0.contains(year) }
  }
}
