import Diplomacy
import Language

/// Whom a relative clause is about.
extension ClauseGraph {
  func isRelativizer(_ unit: Int) -> Bool {
    ["who", "that", "which", "whom"].contains(word(unit))
  }

  /// The noun that the relative clause of `verb` is about.
  func antecedent(of verb: Int) -> Int? {
    var at = verb
    for _ in 0..<6 {
      guard let governor = head(at) else { return nil }
      switch tree.relations[at] {
      case .aclRelcl, .acl, .advclRelcl: return governor
      case .conj, .xcomp, .advcl, .ccomp: at = governor
      default: return nil
      }
    }
    return nil
  }

  func hasObjectRelativizer(_ verb: Int) -> Bool {
    children[verb].contains { child in
      [.obj, .obl, .nmod].contains(tree.relations[child]) && isRelativizer(child)
    }
  }

  /// "Kislyak is the man who met Flynn", "will be one of the leaders who meet": of whom a noun is said
  /// that is somebody only by its clause.
  func described(by noun: Int) -> [Int]? {
    var predicate = noun
    if let one = head(noun), word(one) == "one", preposition(of: noun) == "of" { predicate = one }
    // "Among those who met Merkel was Macron"
    if ["those", "ones"].contains(word(noun)), let somebody = head(noun), isSomebody(somebody),
      children[somebody].contains(where: { tree.relations[$0] == .cop })
    {
      return [somebody]
    }
    guard predicate != noun || units[noun].actors == nil,
      children[predicate].contains(where: { tree.relations[$0] == .cop }),
      let subject = children(of: predicate, by: .nsubj).first, isSomebody(subject)
    else { return nil }
    return predicate == noun ? [subject] : [subject, noun]
  }

  /// "Among those he met was Peters", "It was Peters he met", "the envoy she received": who stands before a clause with a
  /// subject of its own and no pronoun for its object.
  func leftOut(behind verb: Int) -> [Int]? {
    guard let noun = head(verb), noun < verb,
      let subject = children(of: verb, by: .nsubj).first, subject > noun, subject < verb,
      !isRelativizer(subject), preposition(of: noun) != "with"
    else { return nil }
    switch tree.relations[verb] {
    case .aclRelcl, .acl: break
    case .parataxis, .ccomp:
      guard isSomebody(noun), children[noun].contains(where: { tree.relations[$0] == .cop }),
        children(of: noun, by: .nsubj).contains(where: { word($0) == "it" })
      else { return nil }
      return [noun]
    default: return nil
    }
    if let told = described(by: noun) ?? becoming(noun).map({ [$0] }) { return told }
    return isSomebody(noun) ? [noun] : nil
  }

  /// "Modi became the latest leader to visit Kyiv": of whom it is said.
  func becoming(_ noun: Int) -> Int? {
    var verb = head(noun)
    if children[noun].contains(where: { tree.relations[$0] == .cop }) { verb = noun }
    // "The first to be received by Leo was Boluarte"
    if tree.relations[noun] == .nsubj, let verb, isSomebody(verb),
      children[verb].contains(where: { tree.relations[$0] == .cop })
    {
      return verb
    }
    // "The last Israeli leader to see Qaboos was Shimon Peres", read as two clauses
    if tree.relations[noun] == .root,
      let told = children(of: noun, by: .parataxis, .ccomp).first(where: { clause in
        isSomebody(clause) && children[clause].contains { tree.relations[$0] == .cop }
      })
    {
      return told
    }
    guard let verb, verb == noun || ClauseGraph.becoming.contains(word(verb)),
      let subject = children(of: verb, by: .nsubj).first, isSomebody(subject)
    else { return nil }
    return subject
  }

  private static let becoming: WordSet = ["become", "becomes", "became", "becoming", "remains"]

  /// "Speaking after talks with Juncker, Kenny called for": a participle left as the root, whose
  /// subject stands behind the comma.
  func fronted(_ verb: Int) -> [Int] {
    // "Having met Zelenskiy in Kyiv, Orban flew on": a participle, too.
    let isPerfect =
      tag(verb).penn == .vbn
      && children[verb].contains { word($0) == "having" && tree.relations[$0] == .aux }
    // "Joined by Scholz, Macron called for"
    let isDoneBy = tag(verb).penn == .vbn && !children(of: verb, by: .oblAgent).isEmpty
    guard tag(verb).penn == .vbg || isPerfect || isDoneBy else { return [] }
    if let main = children(of: verb, by: .parataxis, .ccomp, .conj).first(where: {
      $0 > verb && isVerb($0)
    }), let subject = children(of: main, by: .nsubj).first, subject > verb {
      return word(subject - 1) == "," ? [subject] : []
    }
    // "After meeting his counterpart, the diplomat stressed", read as one phrase
    guard verb == 1, ["after", "before", "while", "since"].contains(word(0)) else { return [] }
    let subject = units.indices.dropFirst(verb + 1).prefix(24).first { unit in
      tree.relations[unit] == .nsubj && head(unit).map { $0 > unit && isVerb($0) } == true
        && isSomebody(unit) && (max(verb + 1, unit - 4)..<unit).contains { word($0) == "," }
    }
    return subject.map { [$0] } ?? []
  }
}
