/// An option with a value of a known type.
///
///     static let since = Option<CalendarDate>("since", "DATE", "Only meetings from this day on.")
///     …
///     let since = try arguments.value(of: Self.since)   // CalendarDate?
public struct Option<Value: ArgumentValue>: Sendable {
  /// The option's row in the table.
  public let syntax: OptionSyntax

  /// An option `--name PLACEHOLDER`; `choices` leaves fewer spellings than the type has.
  public init(
    _ name: String, letter: Character? = nil, _ placeholder: String, _ help: String,
    isRepeatable: Bool = false, choices: [String] = Value.choices
  ) {
    syntax = OptionSyntax(
      name: name, letter: letter, placeholder: placeholder, help: help,
      isRepeatable: isRepeatable, choices: choices)
  }
}

/// An option that is there or is not.
public struct Flag: Sendable {
  /// The flag's row in the table.
  public let syntax: OptionSyntax

  /// A flag `--name`.
  public init(_ name: String, letter: Character? = nil, _ help: String) {
    syntax = OptionSyntax(
      name: name, letter: letter, placeholder: nil, help: help, isRepeatable: false, choices: [])
  }
}

/// A text that is told by its place.
public struct Operand: Sendable {
  /// The operand's row in the table.
  public let syntax: OperandSyntax

  /// An operand called `name` in help.
  public init(_ name: String, _ help: String, count: OperandSyntax.Count = .one) {
    syntax = OperandSyntax(name: name, help: help, count: count)
  }
}
