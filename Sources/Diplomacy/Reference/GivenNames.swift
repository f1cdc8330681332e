import Lexicons

/// How given names stand for each other.
///
///     GivenNames.relation("mike", "michael")         // nickname
///     GivenNames.relation("sergei", "sergey")        // spelling
///     GivenNames.relation("j", "john")               // initial
///
/// All names are given as `folded` writes them.
public enum GivenNames {
  /// How one given name stands for another.
  public enum Relation: Hashable, Sendable {
    /// Letter by letter the same.
    case same
    /// Two ways to write one name in Latin letters, or its forms in its bearer's languages.
    case spelling
    /// The first is a short form of the second, or the other way round.
    case nickname
    /// One is the first letter of the other.
    case initial
  }

  /// How `a` and `b` stand for each other; nil if they are different names.
  public static func relation(_ a: String, _ b: String) -> Relation? {
    if a == b { return .same }
    if a.utf8.count == 1 || b.utf8.count == 1 {
      return a.utf8.first == b.utf8.first ? .initial : nil
    }
    if nameSkeleton(a) == nameSkeleton(b) || areVariants(a, b) { return .spelling }
    if isNickname(a, of: b) || isNickname(b, of: a) || !long(a).isDisjoint(with: long(b)) {
      return .nickname
    }
    return nil
  }

  /// Whether `short` is a nickname for `given`: "bill" for "william".
  public static func isNickname(_ short: String, of given: String) -> Bool {
    long(short).contains(given)
  }

  /// The given names that `short` is a nickname for.
  static func longForms(of short: String) -> Set<String> { long(short) }

  private static func long(_ short: String) -> Set<String> { nicknames[short] ?? [] }

  private static func areVariants(_ a: String, _ b: String) -> Bool {
    guard let classes = variants[a], let others = variants[b] else { return false }
    return !classes.isDisjoint(with: others)
  }

  private static let nicknames: [String: Set<String>] = Dictionary(
    (LexiconTable(named: "nicknames")?.rows ?? []).map {
      (folded($0[0]), Set(entries(of: $0[1]).map(folded)))
    }, uniquingKeysWith: { $0.union($1) })

  /// The classes, by the number of their row, that a spelling belongs to.
  private static let variants: [String: Set<Int>] = {
    var classes: [String: Set<Int>] = [:]
    for (number, row) in (LexiconTable(named: "given_name_variants")?.rows ?? []).enumerated() {
      for name in [row[0]] + entries(of: row[1]) {
        classes[folded(name), default: []].insert(number)
      }
    }
    return classes
  }()
}

/// Family names that stand before the given name: "Xi" in "Xi Jinping".
public enum FamilyFirstNames {
  /// Whether `name`, as `folded` writes it, is one.
  public static func contains(_ name: String) -> Bool { names.contains(name) }

  private static let names = Set(
    (LexiconTable(named: "family_first_surnames")?.rows ?? []).map { folded($0[0]) })
}
