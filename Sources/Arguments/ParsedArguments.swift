public import Diagnostics

/// The arguments of one command, sorted to the rows of its table.
///
/// Values are read when they are asked for; one that cannot be read is reported with its place.
public struct ParsedArguments: Sendable {
  let line: TypedLine
  var options: [String: [TypedLine.Word]] = [:]
  var operands: [String: [TypedLine.Word]] = [:]

  /// The value of `option`, or nil where it was not given.
  public func value<Value>(of option: Option<Value>) throws(Diagnostic) -> Value? {
    guard let word = options[option.syntax.name]?.last else { return nil }
    return try read(word, for: option)
  }

  /// Every value of `option`, in the order given.
  public func values<Value>(of option: Option<Value>) throws(Diagnostic) -> [Value] {
    var values: [Value] = []
    for word in options[option.syntax.name] ?? [] { values.append(try read(word, for: option)) }
    return values
  }

  /// Whether `flag` was given.
  public func contains(_ flag: Flag) -> Bool { options[flag.syntax.name] != nil }

  /// What was given for `operand`; nil where it may be and was left out.
  public func value(of operand: Operand) -> String? { operands[operand.syntax.name]?.first?.text }

  /// All that was given for `operand`, in order.
  public func values(of operand: Operand) -> [String] {
    (operands[operand.syntax.name] ?? []).map(\.text)
  }

  /// A message about what was given for `option`, with its place.
  public func mistake<Value>(
    _ summary: String, in option: Option<Value>, label: String = "", help: [String] = []
  ) -> Diagnostic {
    let word = options[option.syntax.name]?.last
    return Diagnostic(summary, at: word.map { line.location($0.range, label) }, help: help)
  }
}

// MARK: - Reading

extension ParsedArguments {
  private func read<Value>(
    _ word: TypedLine.Word, for option: Option<Value>
  ) throws(Diagnostic) -> Value {
    let choices = option.syntax.choices
    if choices.isEmpty || choices.contains(word.text), let value = Value(argument: word.text) {
      return value
    }
    let nearest = nearestName(to: word.text, in: choices)
    let expected = choices.isEmpty ? Value.expectation : "one of \(choices.joined(separator: ", "))"
    throw Diagnostic(
      "\(option.syntax.typed) cannot be '\(word.text)'",
      at: line.location(word.range, "expected \(expected)"),
      help: nearest.map { ["did you mean \($0)?"] } ?? [])
  }
}
