import Diplomacy

/// Gathers names that nobody could be found for.
enum OpenNames {
  /// `places` by person, as far as can be told: one spelling, one country, no two offices at once.
  static func groups(of places: [Int], _ personas: [Persona], _ names: [PersonName]) -> [[Int]] {
    let spellings = Dictionary(grouping: places) { names[$0].folded }
    return spellings.sorted { $0.key < $1.key }.flatMap { _, places in
      byCountry(places, personas).flatMap { byOffice($0, personas) }
    }
  }

  private static func byCountry(_ places: [Int], _ personas: [Persona]) -> [[Int]] {
    let groups = Dictionary(grouping: places) { personas[$0].country }
    let known = groups.filter { $0.key != nil }.sorted {
      $0.key?.rawValue ?? "" < $1.key?.rawValue ?? ""
    }
    .map(\.value)
    guard let unknown = groups[nil] else { return known }
    return known.count == 1 ? [(known[0] + unknown).sorted()] : known + [unknown]
  }

  private static func byOffice(_ places: [Int], _ personas: [Persona]) -> [[Int]] {
    var groups: [Bearer] = []
    let order = places.sorted {
      (personas[$0].offices.isEmpty ? 1 : 0, personas[$0].year ?? .max, $0)
        < (personas[$1].offices.isEmpty ? 1 : 0, personas[$1].year ?? .max, $1)
    }
    for place in order {
      var own = Bearer()
      own.add(personas[place], at: place, name: nil)
      let fitting = groups.indices.filter { groups[$0].agrees(with: own) }
      let holding = fitting.filter { group in
        personas[place].offices.contains { groups[group].holds($0, in: personas[place].year) }
      }
      // Who holds the office is the same; without one, whoever there is last.
      if let found = holding.first ?? fitting.last {
        groups[found].add(own)
      } else {
        groups.append(own)
      }
    }
    return groups.map { $0.personas.sorted() }
  }
}
