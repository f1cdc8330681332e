/// What the parser sees of a sentence: for each unit the rows of its vector, and what stands between
/// units. Behind the units stands the root.
package struct ParserInput: Sendable {
  /// How many units there are.
  package let count: Int
  /// The rows of each unit, `NetShape.rowsOfUnit` for one, then those of the root.
  package private(set) var rows: [Int32] = []
  /// How many commas, how many other marks, and how many verbs stand before each unit.
  private var commas: [Int32] = []
  private var marks: [Int32] = []
  private var verbs: [Int32] = []

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
    count = words.count
    rows.reserveCapacity((count + 1) * NetShape.rowsOfUnit)
    commas.reserveCapacity(count + 2)
    marks.reserveCapacity(count + 2)
    verbs.reserveCapacity(count + 2)
    var before: (commas: Int32, marks: Int32, verbs: Int32) = (0, 0, 0)
    func note() {
      commas.append(before.commas)
      marks.append(before.marks)
      verbs.append(before.verbs)
    }
    note()
    for (word, tag) in zip(words, tags) {
      append(word, Int(tag.universal.rawValue) * 56 + Int(tag.penn.rawValue))
      if tag.penn == .comma {
        before.commas += 1
      } else if tag.universal == .punctuation {
        before.marks += 1
      }
      if tag.universal == .verb || tag.penn == .md { before.verbs += 1 }
      note()
    }
    append(.root, NetShape.tagRows - 1)
    note()
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

  /// Forgets the form of a unit, as if it were unknown: the trainer does so now and then.
  package mutating func forgetForm(of unit: Int) {
    rows[unit * NetShape.rowsOfUnit] = 0
    rows[unit * NetShape.rowsOfUnit + 1] = 0
  }

  /// What stands between two units, below 32: commas, other marks, verbs, each none, one, more.
  @inline(__always)
  func between(_ left: Int, _ right: Int) -> Int {
    guard right <= count, left < right else { return 27 }
    let commas = min(2, self.commas[right] - self.commas[left + 1])
    let marks = min(2, self.marks[right] - self.marks[left + 1])
    let verbs = min(2, self.verbs[right] - self.verbs[left + 1])
    return Int(commas * 9 + marks * 3 + verbs)
  }
}
