/// What the parser sees of a sentence: for each unit the rows of its vector, and what stands between
/// units. Behind the units stands the root.
package struct ParserInput: Sendable {
  /// How many units there are.
  package let count: Int
  /// The rows of each unit, `NetShape.rowsOfUnit` for one, then those of the root.
  package private(set) var rows: [Int32] = []
  private var before: [Before] = []

  /// What stands before a unit: how many commas, how many other marks, and how many verbs.
  private struct Before {
    var commas: Int32 = 0
    var marks: Int32 = 0
    var verbs: Int32 = 0
  }

  /// What the parser sees of a word: its form if that is known, its ending, its look.
  package struct Word: Sendable {
    var form: Atom
    var suffix: Atom
    var shape: Atom

    /// The word with these traits.
    package init(_ traits: WordTraits) {
      form = traits.wordClass == 0 ? 0 : traits.lower
      suffix = traits.suffixes[2]
      shape = traits.shape
    }

    private init(constant: Int) {
      form = Atom(small: constant)
      suffix = form
      shape = form
    }

    /// The word that stands for any name of several tokens.
    package static let name = Word(constant: 0x4E_414D45)
    /// The root.
    static let root = Word(constant: 0x52_4F4F54)
  }

  /// The input of units with these words and tags.
  package init(words: [Word], tags: [Tag]) {
    self.init(count: words.count) { (words[$0], tags[$0]) }
  }

  /// The input of `count` units, each with the word and tag that `unit` tells of its number.
  package init(count: Int, unit: (Int) -> (word: Word, tag: Tag)) {
    self.count = count
    rows.reserveCapacity((count + 1) * NetShape.rowsOfUnit)
    before.reserveCapacity(count + 2)
    var so = Before()
    before.append(so)
    for index in 0..<count {
      let (word, tag) = unit(index)
      append(word, Int(tag.universal.rawValue) * Self.tagsOfKind + Int(tag.penn.rawValue))
      if tag.penn == .comma {
        so.commas += 1
      } else if tag.universal == .punctuation {
        so.marks += 1
      }
      if tag.universal == .verb || tag.penn == .md { so.verbs += 1 }
      before.append(so)
    }
    append(.root, NetShape.tagRows - 1)
    before.append(so)
  }

  private mutating func append(_ word: Word, _ tag: Int) {
    let known = word.form != 0
    rows.append(known ? 1 + Int32(word.form >> 20 % Atom(NetShape.wordRows - 1)) : 0)
    rows.append(known ? 1 + Int32(word.form >> 33 % Atom(NetShape.wordRows - 1)) : 0)
    rows.append(Int32(NetShape.wordRows) + Int32(word.suffix >> 24 % Atom(NetShape.suffixRows)))
    rows.append(
      Int32(NetShape.wordRows + NetShape.suffixRows)
        + Int32(word.shape >> 24 % Atom(NetShape.shapeRows)))
    rows.append(Int32(NetShape.unitRows - NetShape.tagRows + tag))
  }

  /// How many tags a part of speech has at most.
  static let tagsOfKind = 56

  /// The part of speech of a unit, by its number; that of the root is the one behind all.
  func kind(of unit: Int) -> Int {
    let row = Int(rows[unit * NetShape.rowsOfUnit + NetShape.rowsOfUnit - 1])
    return (row - NetShape.unitRows + NetShape.tagRows) / Self.tagsOfKind
  }

  /// Forgets the form of a unit, as if it were unknown: the trainer does so now and then.
  package mutating func forgetForm(of unit: Int) {
    rows[unit * NetShape.rowsOfUnit] = 0
    rows[unit * NetShape.rowsOfUnit + 1] = 0
  }

  /// What stands between two units, below 32: commas, other marks, verbs, each none, one, more.
  @inline(__always)
  func between(_ left: Int, _ right: Int) -> Int {
    guard right <= count, left < right else { return 27 }
    let (first, last) = (before[left + 1], before[right])
    let commas = min(2, last.commas - first.commas)
    let marks = min(2, last.marks - first.marks)
    let verbs = min(2, last.verbs - first.verbs)
    return Int(commas * 9 + marks * 3 + verbs)
  }
}
