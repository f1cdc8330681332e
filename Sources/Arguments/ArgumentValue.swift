/// A type whose values can be typed on the command line.
public protocol ArgumentValue: Sendable {
  /// Reads what was typed; nil where it is no such value.
  init?(argument: String)
  /// What is expected, to end "expected …": `a day as YYYY-MM-DD`.
  static var expectation: String { get }
  /// Every spelling there is, for types that have few; empty for all others.
  static var choices: [String] { get }
}

extension ArgumentValue {
  /// No list of spellings.
  public static var choices: [String] { [] }
}

extension ArgumentValue where Self: RawRepresentable & CaseIterable, RawValue == String {
  /// The case spelled so.
  public init?(argument: String) { self.init(rawValue: argument) }
  /// The spellings, as a list.
  public static var expectation: String { "one of \(choices.joined(separator: ", "))" }
  /// The spellings of all cases, in the order they are declared.
  public static var choices: [String] { allCases.map(\.rawValue) }
}

extension String: ArgumentValue {
  /// What was typed, as it is.
  public init?(argument: String) { self = argument }
  /// Anything at all.
  public static var expectation: String { "a text" }
}

/// A name and what it stands for, typed `name=value`.
public struct Assignment: ArgumentValue, Hashable {
  /// What stands before the first equals sign.
  public let name: String
  /// What stands after it; may be empty.
  public let value: String

  /// Reads `name=value`; nil without an equals sign or without a name.
  public init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else {
      return nil
    }
    name = String(argument[..<equals])
    value = String(argument[argument.index(after: equals)...])
  }

  /// A name, an equals sign, a value.
  public static var expectation: String { "a name and a value as name=value" }
}

extension Int: ArgumentValue {
  /// Reads a whole number in decimal digits.
  public init?(argument: String) { self.init(argument, radix: 10) }
  /// A whole number.
  public static var expectation: String { "a whole number" }
}
