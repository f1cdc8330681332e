import Diplomacy

/// Tells people of one full name apart.
enum Homonyms {
  /// `places` in as many parts as there are people.
  ///
  /// Two are apart if each acts for a state of its own under offices that the other has not, or if
  /// the reports of one end a lifetime of work before those of the other begin.
  static func parts(of places: [Int], _ personas: [Persona]) -> [[Int]] {
    var byCountry = Dictionary(grouping: places.filter { personas[$0].country != nil }) {
      personas[$0].country ?? CountryCode("")
    }.sorted { $0.key < $1.key }.map(\.value)
    let unknown = places.filter { personas[$0].country == nil }
    var parts: [[Int]] = []
    while let next = byCountry.first {
      byCountry.removeFirst()
      if let fitting = parts.firstIndex(where: { !areApart($0, next, personas) }) {
        parts[fitting] += next
      } else {
        parts.append(next)
      }
    }
    for place in unknown {
      let fitting = parts.indices.filter { !areApart(parts[$0], [place], personas) }
      let sharing = fitting.filter {
        !offices(parts[$0], personas).isDisjoint(with: offices([place], personas))
      }
      if let only = sharing.count == 1 ? sharing.first : fitting.count == 1 ? fitting.first : nil {
        parts[only].append(place)
      } else if let own = parts.firstIndex(where: { $0.allSatisfy { personas[$0].country == nil } })
      {
        parts[own].append(place)
      } else {
        parts.append([place])
      }
    }
    return parts.flatMap { eras(of: $0, personas) }.map { $0.sorted() }
  }

  private static let lifetime = 45

  private static func areApart(_ a: [Int], _ b: [Int], _ personas: [Persona]) -> Bool {
    let (countries, others) = (states(a, personas), states(b, personas))
    let (held, theirs) = (offices(a, personas), offices(b, personas))
    return !countries.isEmpty && !others.isEmpty && !held.isEmpty && !theirs.isEmpty
      && held.isDisjoint(with: theirs) && Bearer.countriesAgree(countries, others) == false
  }

  private static func states(_ places: [Int], _ personas: [Persona]) -> Set<CountryCode> {
    Set(places.compactMap { personas[$0].country })
  }

  private static func offices(_ places: [Int], _ personas: [Persona]) -> Set<String> {
    Set(places.flatMap { personas[$0].offices.map(\.text) })
  }

  private static func eras(of places: [Int], _ personas: [Persona]) -> [[Int]] {
    let dated = places.filter { personas[$0].year != nil }
      .sorted { (personas[$0].year ?? 0, $0) < (personas[$1].year ?? 0, $1) }
    var eras: [[Int]] = []
    for place in dated {
      if let last = eras.last?.last,
        (personas[place].year ?? 0) - (personas[last].year ?? 0) <= lifetime
      {
        eras[eras.count - 1].append(place)
      } else {
        eras.append([place])
      }
    }
    let undated = places.filter { personas[$0].year == nil }
    if eras.isEmpty { return [undated] }
    eras[eras.count - 1] += undated
    return eras
  }
}
