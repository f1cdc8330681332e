import Diagnostics

/// A word of a query and its place.
struct Token: Hashable, Sendable {
  /// What a token is. Keywords are names until the parser wants a keyword, as Cypher reserves few.
  enum Kind: Hashable, Sendable {
    case name(String)
    /// A name in backticks, which is never a keyword.
    case quotedName(String)
    case integer(Int64)
    /// 9223372036854775808, an integer only where a minus stands before it.
    case smallestMagnitude
    case float(Double)
    case string(String)
    case parameter(String)
    case symbol(String)
    case end
  }

  let kind: Kind
  let range: SourceRange

  func isKeyword(_ keyword: String) -> Bool {
    guard case .name(let name) = kind else { return false }
    return name.utf8.count == keyword.utf8.count && name.uppercased() == keyword
  }

  func isSymbol(_ symbol: String) -> Bool { kind == .symbol(symbol) }
}
