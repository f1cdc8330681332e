/// The Penn Treebank's tags, as EWT and GUM use them (XPOS).
///
/// They tell apart what parts of speech do not: the forms of verbs, the number of nouns.
public enum PennTag: UInt8, Hashable, Sendable, CaseIterable {
  /// `CC`: a coordinating conjunction.
  case cc = 0
  /// `CD`: a cardinal number.
  case cd
  /// `DT`: a determiner.
  case dt
  /// `EX`: the "there" of "there is".
  case ex
  /// `FW`: a foreign word.
  case fw
  /// `IN`: a preposition or subordinating conjunction.
  case `in`
  /// `JJ`: an adjective.
  case jj
  /// `JJR`: a comparative adjective.
  case jjr
  /// `JJS`: a superlative adjective.
  case jjs
  /// `LS`: a list item's number.
  case ls
  /// `MD`: a modal verb: "will", "may".
  case md
  /// `NN`: a noun in the singular.
  case nn
  /// `NNS`: a noun in the plural.
  case nns
  /// `NNP`: a name in the singular.
  case nnp
  /// `NNPS`: a name in the plural.
  case nnps
  /// `PDT`: a word before a determiner: "all the".
  case pdt
  /// `POS`: the possessive ending.
  case pos
  /// `PRP`: a personal pronoun.
  case prp
  /// `PRP$`: a possessive pronoun: "his".
  case prpPossessive
  /// `RB`: an adverb.
  case rb
  /// `RBR`: a comparative adverb.
  case rbr
  /// `RBS`: a superlative adverb.
  case rbs
  /// `RP`: the particle of a verb: "up" in "call up".
  case rp
  /// `SYM`: a symbol.
  case sym
  /// `TO`: "to" before a verb.
  case to
  /// `UH`: an interjection.
  case uh
  /// `VB`: a verb in its base form.
  case vb
  /// `VBD`: a verb in the past tense.
  case vbd
  /// `VBG`: a verb's -ing form.
  case vbg
  /// `VBN`: a past participle.
  case vbn
  /// `VBP`: a verb in the present, not third person singular.
  case vbp
  /// `VBZ`: a verb in the present, third person singular.
  case vbz
  /// `WDT`: "which", "that" in a relative clause.
  case wdt
  /// `WP`: "who", "what".
  case wp
  /// `WP$`: "whose".
  case wpPossessive
  /// `WRB`: "where", "when", "how".
  case wrb
  /// `.`: a mark that ends a sentence.
  case stop
  /// `,`: a comma.
  case comma
  /// `:`: a colon, semicolon or dash.
  case colon
  /// An opening quotation mark.
  case openQuote
  /// `''`: a closing quotation mark.
  case closeQuote
  /// `-LRB-`: an opening bracket.
  case openBracket
  /// `-RRB-`: a closing bracket.
  case closeBracket
  /// `$`: a sign of currency.
  case dollar
  /// `HYPH`: a hyphen inside a compound.
  case hyphen
  /// `ADD`: an address of mail or the web.
  case add
  /// `AFX`: a prefix written apart.
  case afx
  /// `GW`: a part of a word written apart.
  case gw
  /// `NFP`: superfluous punctuation: bullets, rules, emoticons.
  case nfp

  /// The tag as treebanks write it: `NNP`.
  public var label: String { Self.labels[Int(rawValue)] }

  /// The tag that treebanks write as `label`, or nil where there is none.
  public init?(label: String) {
    guard let index = Self.labels.firstIndex(of: label) else { return nil }
    self.init(rawValue: UInt8(index))
  }

  /// Whether it is the tag of a verb's form or of a modal.
  public var isVerbal: Bool {
    (Self.vb.rawValue...Self.vbz.rawValue).contains(rawValue) || self == .md
  }

  private static let labels = [
    "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP",
    "NNPS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB",
    "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", ".", ",", ":", "``", "''",
    "-LRB-", "-RRB-", "$", "HYPH", "ADD", "AFX", "GW", "NFP",
  ]
}
