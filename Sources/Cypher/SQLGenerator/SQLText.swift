/// A piece of SQL with how tightly its outermost operator binds, so that only the parentheses that
/// are needed get written: SQLite's parser takes few nested ones.
struct SQLText {
  enum Level: Int, Comparable {
    case or, and, not, equality, comparison, sum, product, joint, atom

    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
  }

  var text: String
  var level: Level

  init(_ text: String, _ level: Level = .atom) {
    self.text = text
    self.level = level
  }

  /// The text as an operand of an operator that binds at `level`.
  func operand(of level: Level) -> String { self.level < level ? "(\(text))" : text }

  /// The text as an operand that must bind tighter than `level`.
  func tightOperand(of level: Level) -> String { self.level <= level ? "(\(text))" : text }

  /// Two operands joined by a left-associative operator.
  static func join(
    _ left: SQLText, _ operation: String, _ right: SQLText, _ level: Level
  ) -> SQLText {
    SQLText(
      "\(left.operand(of: level)) \(operation) \(right.tightOperand(of: level))", level)
  }

  /// All of `conditions`; nil for none.
  static func all(_ conditions: [SQLText]) -> SQLText? {
    guard let first = conditions.first else { return nil }
    if conditions.count == 1 { return first }
    return SQLText(conditions.map { $0.operand(of: .and) }.joined(separator: " AND "), .and)
  }
}

/// The name of a table, column or alias.
///
/// Always in quotes, the only way in which no name can be taken for anything else. NUL, which would
/// end the statement, is left out: the name of a column of the answer may hold one.
func quoted(_ name: String) -> String { enclosed(name, in: "\"") }

/// A text from the catalog as a literal; values of a query are bound instead.
func quotedText(_ text: String) -> String { enclosed(text, in: "'") }

private func enclosed(_ text: String, in mark: Unicode.Scalar) -> String {
  var out = String.UnicodeScalarView([mark])
  for scalar in text.unicodeScalars where scalar != "\0" {
    if scalar == mark { out.append(mark) }
    out.append(scalar)
  }
  out.append(mark)
  return String(out)
}

/// Every line of `text` two columns further to the right.
func indented(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    .joined(separator: "\n")
}
