import Diagnostics

/// A phase that finds what is wrong with a query and goes on, so that independent mistakes are told
/// together.
protocol QueryChecker {
  var source: SourceText { get }
  var parameters: [String: CypherValue] { get }
  var diagnostics: [Diagnostic] { get set }
}

extension QueryChecker {
  /// "did you mean …?" or else what there is.
  func proposal(for word: String, among names: [String], called what: String) -> String? {
    if let nearest = nearestName(to: word, in: names) { return "did you mean \(nearest)?" }
    return names.isEmpty ? nil : "\(what): \(names.prefix(20).joined(separator: ", "))"
  }

  /// What is wrong where a variable is not known: perhaps it was meant as a text.
  func undefined(_ name: String, _ range: SourceRange, among names: [String]) -> Diagnostic {
    var help = [proposal(for: name, among: names, called: "variables here")].compactMap(\.self)
    let isQuoted = text(range).hasPrefix("`")
    let couldBeText = name.first.map { $0.isUppercase || isQuoted } ?? false
    if couldBeText { help.insert("a text stands between quotes: '\(name)'", at: 0) }
    if help.isEmpty { help = ["MATCH, UNWIND, WITH or LET makes a variable before it is used"] }
    return Diagnostic(
      "no variable \(name)",
      at: .init(source: source, range: range, label: "not defined here"), help: help,
      code: "SyntaxError.UndefinedVariable")
  }

  /// What is wrong where a date of the graph is compared with a text that is none.
  func noDate(_ value: String, _ range: SourceRange) -> Diagnostic? {
    guard !CivilDate.isPartOfDate(value) else { return nil }
    return Diagnostic(
      "no such date: \(value)", at: .init(source: source, range: range),
      help: ["dates are written 2025-03-19, 2025-03 or 2025"],
      code: "TypeError.InvalidArgumentValue")
  }

  /// What is wrong where a parameter was not given.
  func missingParameter(_ name: String, _ range: SourceRange) -> Diagnostic {
    let help = proposal(for: name, among: parameters.keys.sorted(), called: "parameters given")
    return Diagnostic(
      "parameter $\(name) has no value", at: .init(source: source, range: range),
      help: [help ?? "give it one beside the query"], code: "ParameterMissing.MissingParameter")
  }

  /// What is wrong where two values are compared that can never be equal, nor one before the other: in
  /// the language that is false or null for each row, but who compares a property so is mistaken.
  func mismatch(
    _ left: (type: CypherType, range: SourceRange),
    _ right: (type: CypherType, range: SourceRange), isElement: Bool = false
  ) -> Diagnostic? {
    guard left.type.isKnown, right.type.isKnown, !left.type.isComparable(with: right.type) else {
      return nil
    }
    var help = "toString(), toInteger() and toFloat() convert"
    if left.type == .date || right.type == .date, left.type.isNumeric || right.type.isNumeric {
      let date = text(left.type == .date ? left.range : right.range)
      help = "a date compares with '2025', '2025-03' or '2025-03-19', and \(date).year is a number"
    }
    if case .list = left.type {
      help = "\(text(right.range)) IN \(text(left.range)) asks whether it is in the list"
    } else if case .list = right.type {
      help = "\(text(left.range)) IN \(text(right.range)) asks whether it is in the list"
    }
    let other = isElement ? "an element of \(text(right.range))" : text(right.range)
    return Diagnostic(
      "\(text(left.range)) is \(left.type.name) and \(other) \(right.type.name): "
        + "they never compare", at: .init(source: source, range: left.range.union(right.range)),
      help: [help], code: "TypeError.InvalidArgumentType")
  }

  /// The messages in the order of their places, each once.
  var sortedDiagnostics: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { seen.insert($0).inserted }.sorted {
      ($0.location?.range.start ?? 0) < ($1.location?.range.start ?? 0)
    }
  }

  /// The words of the query at `range`.
  func text(_ range: SourceRange) -> String { source.words(range) }
}

extension SourceText {
  /// The words at `range`.
  func words(_ range: SourceRange) -> String {
    let bytes = text.utf8.dropFirst(range.start).prefix(range.end - range.start)
    return String(decoding: bytes, as: UTF8.self)
  }
}
