/// The relations of Universal Dependencies (version 2), with the subtypes of EWT and GUM: what a unit
/// is to its head.
public enum Relation: UInt8, Hashable, Sendable, CaseIterable {
  /// `acl`: a clause that modifies a noun.
  case acl = 0
  /// `acl:relcl`: a relative clause.
  case aclRelcl
  /// `advcl`: an adverbial clause.
  case advcl
  /// `advcl:relcl`: a relative clause that modifies a clause.
  case advclRelcl
  /// `advmod`: an adverb.
  case advmod
  /// `amod`: an adjective before its noun.
  case amod
  /// `appos`: an apposition.
  case appos
  /// `aux`: an auxiliary.
  case aux
  /// `aux:pass`: the auxiliary of a passive.
  case auxPass
  /// `case`: a preposition or possessive ending.
  case `case`
  /// `cc`: a coordinating conjunction.
  case cc
  /// `cc:preconj`: "both" of "both … and".
  case ccPreconj
  /// `ccomp`: a clause that is an object.
  case ccomp
  /// `compound`: a noun before its noun.
  case compound
  /// `compound:prt`: the particle of a verb.
  case compoundPrt
  /// `conj`: what is joined by a conjunction to the first part.
  case conj
  /// `cop`: a copula.
  case cop
  /// `csubj`: a clause that is the subject.
  case csubj
  /// `csubj:outer`: a clause that is the subject of a clause as predicate.
  case csubjOuter
  /// `csubj:pass`: a clause that is the subject of a passive.
  case csubjPass
  /// `dep`: whatever cannot be told.
  case dep
  /// `det`: a determiner.
  case det
  /// `det:predet`: a determiner before a determiner.
  case detPredet
  /// `discourse`: an interjection.
  case discourse
  /// `dislocated`: what stands outside its clause.
  case dislocated
  /// `expl`: the "there" and "it" that mean nothing.
  case expl
  /// `fixed`: a later word of a fixed expression.
  case fixed
  /// `flat`: a later word of a name.
  case flat
  /// `goeswith`: a part of a word written apart.
  case goeswith
  /// `iobj`: an indirect object.
  case iobj
  /// `list`: a later item of a list.
  case list
  /// `mark`: what introduces a subordinate clause.
  case mark
  /// `nmod`: a noun with a preposition that modifies a noun.
  case nmod
  /// `nmod:desc`: a title beside a name.
  case nmodDesc
  /// `nmod:poss`: a possessor.
  case nmodPoss
  /// `nmod:unmarked`: a noun without a preposition that modifies a noun.
  case nmodUnmarked
  /// `nsubj`: a subject.
  case nsubj
  /// `nsubj:outer`: the subject of a clause as predicate.
  case nsubjOuter
  /// `nsubj:pass`: the subject of a passive.
  case nsubjPass
  /// `nummod`: a number.
  case nummod
  /// `obj`: an object.
  case obj
  /// `obl`: a noun with a preposition that modifies a verb.
  case obl
  /// `obl:agent`: the agent of a passive: "by the minister".
  case oblAgent
  /// `obl:unmarked`: a noun without a preposition that modifies a verb: "Monday".
  case oblUnmarked
  /// `orphan`: what is left of an elided clause.
  case orphan
  /// `parataxis`: a clause beside the main clause, such as "he said".
  case parataxis
  /// `punct`: punctuation.
  case punct
  /// `reparandum`: a word taken back.
  case reparandum
  /// `root`: the head of the sentence.
  case root
  /// `vocative`: who is spoken to.
  case vocative
  /// `xcomp`: a clause without a subject of its own.
  case xcomp

  /// The relation as treebanks write it: `nsubj:pass`.
  public var label: String { Self.labels[Int(rawValue)] }

  /// The relation that treebanks write as `label`, without its subtype where that is unknown, or nil.
  public init?(label: String) {
    let base = label.prefix { $0 != ":" }
    guard let index = Self.labels.firstIndex(of: label) ?? Self.labels.firstIndex(of: String(base))
    else { return nil }
    self.init(rawValue: UInt8(index))
  }

  private static let labels = [
    "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass",
    "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj",
    "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl",
    "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss",
    "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent",
    "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
  ]
}
