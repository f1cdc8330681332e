import Language

/// The prepositions before nouns, and what denies them.
extension ClauseGraph {
  /// "no official", "neither Kiir nor Machar", "nobody": of whom it is said that they did not.
  func isDenied(_ subject: Int) -> Bool {
    children[subject].contains { ["no", "neither"].contains(word($0)) }
      || ["neither", "nobody", "none"].contains(word(subject))
  }

  /// For each unit the preposition before it, of several words joined.
  static func prepositions(
    _ reading: Reading, _ units: [SentenceUnit], _ tree: SyntaxTree
  ) -> [Word] {
    var prepositions = [Word](repeating: "", count: units.count)
    // The letters of those found, should more words follow.
    var told: [(head: Int, text: String)] = []
    for (unit, head) in tree.heads.enumerated()
    where head > unit && tree.relations[unit] == .case {
      let token = units[unit].head
      let before = unit > 0 ? reading.word(units[unit - 1].head) : ""
      let isLonger =
        switch reading.word(token) {
        case "of": before == "ahead" || before == "front"
        case "to": before == "next"
        case "from": before == "across"
        default: false
        }
      var text = reading.lower(token)
      if isLonger || !prepositions[head].isEmpty || !tree.children[unit].isEmpty {
        var known = told.last { $0.head == head }.map { $0.text + " " } ?? ""
        let isThere = known.hasSuffix("next ") || known.hasSuffix("across ")
        // "was received instead by Berkowitz"
        if reading.word(token) == "by", ["instead ", "only ", "also "].contains(known) {
          known = ""
        }
        if isLonger, reading.word(token) == "of" || !isThere {
          known += reading.lower(units[unit - 1].head) + " "
        }
        text = known + text
        for part in tree.children[unit] where tree.relations[part] == .fixed {
          text += " " + reading.lower(units[part].head)
        }
      }
      prepositions[head] = Word(text)
      told.append((head, text))
    }
    return prepositions
  }

  /// Whether any noun of the sentence stands behind one of these.
  func holdsAny(of prepositions: [Word]) -> Bool {
    ownPrepositions.contains { prepositions.contains($0) }
  }
}
