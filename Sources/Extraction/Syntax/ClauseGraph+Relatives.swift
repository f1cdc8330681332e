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
}
