extension StatusReader {
  /// What a word before a verb says of it.
  enum Sign { case negation, future, possibility, perfect, arranged, copula, condition }

  /// What the word of a unit says of the verb behind it; "May" of a date says nothing.
  func sign(of unit: Int) -> Sign? {
    guard let sign = StatusReader.signs[graph.word(unit)] else { return nil }
    return sign == .possibility && graph.reading.isDate(graph.units[unit].head) ? nil : sign
  }

  private static let signs = WordTable<Sign>([
    "not": .negation, "n't": .negation, "never": .negation, "neither": .negation, "nor": .negation,
    "hardly": .negation, "barely": .negation, "will": .future, "'ll": .future, "shall": .future,
    "wo": .future, "would": .future, "'d": .future, "could": .possibility, "may": .possibility,
    "might": .possibility, "can": .possibility, "should": .possibility, "must": .possibility,
    "ought": .possibility, "cannot": .possibility, "ca": .possibility, "has": .perfect,
    "have": .perfect, "'ve": .perfect, "had": .perfect, "due": .arranged, "set": .arranged,
    "is": .copula, "are": .copula, "was": .copula, "were": .copula, "'s": .copula,
    "'re": .copula, "if": .condition, "unless": .condition, "whether": .condition,
    "lest": .condition,
  ])

  static let supposing: WordSet = ["would", "could", "might", "may"]
  /// Forms of "rule out".
  static let ruling: WordSet = ["ruled", "rule", "rules", "ruling"]
}
