import Diplomacy

/// A name as scorers compare it: folded, without titles.
struct NameKey: Hashable {
  let words: [String]

  init(_ name: String) {
    var words = Self.words(of: name)
    while words.count > 1, let first = words.first, Self.honorifics.contains(first) {
      words.removeFirst()
    }
    self.words = words
  }

  /// 1 for the same name, 0.7 where the words of one are among the other's, else 0.
  func likeness(to other: NameKey) -> Double {
    if words == other.words { return 1 }
    let shared = Set(words).intersection(other.words)
    guard shared.count == min(Set(words).count, Set(other.words).count) else { return 0 }
    return shared.contains { $0.count > 2 && !Self.honorifics.contains($0) } ? 0.7 : 0
  }

  private static func words(of name: String) -> [String] {
    folded(name).split { !($0.isLetter || $0.isNumber || $0 == "'") }.map(String.init)
  }

  private static let honorifics: Set = [
    "sir", "dame", "lord", "lady", "dr", "mr", "mrs", "ms", "sheikh", "king", "queen", "prince",
    "princess", "general", "president", "the",
  ]
}

/// Somebody known by several forms of a name.
struct NamedIndividual {
  var forms: [NameKey]

  /// How well any form of one fits any form of the other.
  func likeness(to other: NamedIndividual) -> Double {
    forms.reduce(0) { best, form in
      other.forms.reduce(best) { max($0, form.likeness(to: $1)) }
    }
  }

  /// `names` put together where the words of one are among another's, longest first.
  static func cluster(_ names: [NameKey]) -> [NamedIndividual] {
    let longestFirst = names.enumerated().sorted {
      ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
    }
    var people: [NamedIndividual] = []
    for (_, name) in longestFirst {
      if let index = people.firstIndex(where: { $0.forms.contains { $0.likeness(to: name) > 0 } }) {
        people[index].forms.append(name)
      } else {
        people.append(NamedIndividual(forms: [name]))
      }
    }
    return people
  }
}

/// The pairs of `found` and `wanted` that fit best, each used once; greedy, the best fit first.
func aligned(_ found: [NamedIndividual], _ wanted: [NamedIndividual]) -> [(found: Int, wanted: Int)]
{
  var cells: [(score: Double, found: Int, wanted: Int)] = []
  for (i, person) in found.enumerated() {
    for (j, other) in wanted.enumerated() {
      let score = person.likeness(to: other)
      if score > 0 { cells.append((score, i, j)) }
    }
  }
  cells.sort { ($1.score, $0.found, $0.wanted) < ($0.score, $1.found, $1.wanted) }
  var usedFound: Set<Int> = []
  var usedWanted: Set<Int> = []
  return cells.compactMap { cell in
    guard !usedFound.contains(cell.found), !usedWanted.contains(cell.wanted) else { return nil }
    usedFound.insert(cell.found)
    usedWanted.insert(cell.wanted)
    return (cell.found, cell.wanted)
  }
}

/// Right, extra and missed, over all documents.
struct Tally {
  var right = 0
  var extra = 0
  var missed = 0

  var precision: Double { share(right, of: right + extra) }
  var recall: Double { share(right, of: right + missed) }
  var f1: Double { right == 0 ? 0 : 2 * precision * recall / (precision + recall) }
}

/// `part` of `whole`; all of nothing is 1.
func share(_ part: Int, of whole: Int) -> Double {
  whole == 0 ? 1 : Double(part) / Double(whole)
}

extension Reports {
  /// The person at `index` with all forms of the name.
  func individual(_ index: Int) -> NamedIndividual {
    let person = people[index]
    return NamedIndividual(forms: ([person.name] + person.aliases).map(NameKey.init))
  }
}
