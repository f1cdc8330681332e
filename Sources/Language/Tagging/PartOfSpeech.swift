/// The parts of speech of Universal Dependencies (UPOS, version 2).
public enum PartOfSpeech: UInt8, Hashable, Sendable, CaseIterable {
  /// An adjective.
  case adjective = 0
  /// A preposition or postposition.
  case adposition
  /// An adverb.
  case adverb
  /// An auxiliary verb, the copula included.
  case auxiliary
  /// A coordinating conjunction.
  case coordinator
  /// A determiner.
  case determiner
  /// An interjection.
  case interjection
  /// A noun.
  case noun
  /// A numeral.
  case numeral
  /// A particle: "to" before a verb, "not", the possessive ending.
  case particle
  /// A pronoun.
  case pronoun
  /// A name.
  case properNoun
  /// A punctuation mark.
  case punctuation
  /// A subordinating conjunction.
  case subordinator
  /// A symbol: "$", "%".
  case symbol
  /// A verb.
  case verb
  /// Whatever is nothing of the above.
  case other

  /// The tag as treebanks write it: `PROPN`.
  public var label: String { Self.labels[Int(rawValue)] }

  /// The part of speech that treebanks write as `label`, or nil where there is none.
  public init?(label: String) {
    guard let index = Self.labels.firstIndex(of: label) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  private static let labels = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
    "PUNCT", "SCONJ", "SYM", "VERB", "X",
  ]
}
