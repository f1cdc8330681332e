/// What the parser sees of a sentence: an atom for each unit's word and tag.
///
/// Behind the units stand two more: the root, then the unit that is nowhere.
package struct ParserInput: Sendable {
  /// How many units there are.
  package let count: Int
  /// The words: known ones by themselves, rare ones by their ending, names of several words as one.
  package private(set) var words: [Atom]
  /// Universal and Penn tag together.
  package private(set) var tags: [Atom]
  /// The universal tag alone.
  package private(set) var coarse: [Atom]
  /// How many commas, and how many other marks, and how many verbs stand before each unit.
  package private(set) var commas: [Int32]
  package private(set) var marks: [Int32]
  package private(set) var verbs: [Int32]

  /// The word that stands for any name of several words.
  package static let nameWord = Atom(small: 0x4E_414D45)

  /// The input of units with these words and tags.
  package init(words: [Atom], tags: [Tag]) {
    count = words.count
    self.words = words + [Atom(small: -2), Atom(small: -3)]
    self.tags = tags.map(Self.atom(of:)) + [Atom(small: -2), Atom(small: -3)]
    coarse =
      tags.map { Atom(small: 0x1_0000 + Int($0.universal.rawValue)) }
      + [Atom(small: -2), Atom(small: -3)]
    commas = [0]
    marks = [0]
    verbs = [0]
    for tag in tags {
      commas.append((commas.last ?? 0) + (tag.penn == .comma ? 1 : 0))
      marks.append(
        (marks.last ?? 0) + (tag.universal == .punctuation && tag.penn != .comma ? 1 : 0))
      verbs.append((verbs.last ?? 0) + (tag.universal == .verb || tag.penn == .md ? 1 : 0))
    }
    commas.append(commas.last ?? 0)
    marks.append(marks.last ?? 0)
    verbs.append(verbs.last ?? 0)
  }

  /// The word of a unit of one token with these traits.
  package static func word(of traits: WordTraits) -> Atom {
    traits.wordClass == 0 ? traits.suffixes[2] ^ traits.shape : traits.lower
  }

  private static func atom(of tag: Tag) -> Atom {
    Atom(small: Int(tag.universal.rawValue) << 8 | Int(tag.penn.rawValue))
  }

  /// What stands between two units, in a few bits: commas, other marks, verbs, each none, one, more.
  @inline(__always)
  func between(_ left: Int, _ right: Int) -> Atom {
    guard left >= 0, right <= count, left < right else { return Atom(small: 0x2_0000) }
    let commas = min(2, self.commas[right] - self.commas[left + 1])
    let marks = min(2, self.marks[right] - self.marks[left + 1])
    let verbs = min(2, self.verbs[right] - self.verbs[left + 1])
    return Atom(small: 0x2_0001 + Int(commas * 9 + marks * 3 + verbs))
  }
}
