/// A statement together with the values bound to it.
///
///     let sql: SQL = "select name from person where id = \(id)"
///     sql.text      // select name from person where id = ?
///     sql.bindings  // [.text("winston-peters")]
///
/// A value in an interpolation is always bound and never becomes part of the text, so no name can
/// change what a statement does. Text from elsewhere must be asked for: `\(raw: columns)`.
public struct SQL: Hashable, Sendable {
  /// The text, with a `?` for each binding.
  public private(set) var text: String
  /// The values, in the order of the question marks.
  public private(set) var bindings: [Value]

  /// A statement without values.
  public init(raw text: String) {
    self.init(text, [])
  }

  fileprivate init(_ text: String, _ bindings: [Value]) {
    self.text = text
    self.bindings = bindings
  }

  /// Both, one after the other, with a space between.
  public static func + (a: SQL, b: SQL) -> SQL {
    SQL("\(a.text) \(b.text)", a.bindings + b.bindings)
  }
}

extension Sequence<SQL> {
  /// All elements with `separator` between two; empty for none.
  public func joined(separator: String) -> SQL {
    SQL(map(\.text).joined(separator: separator), flatMap(\.bindings))
  }
}

extension SQL: ExpressibleByStringInterpolation {
  /// A statement without values.
  public init(stringLiteral text: String) {
    self.init(text, [])
  }

  /// A statement from its pieces.
  public init(stringInterpolation pieces: Interpolation) {
    self.init(pieces.text, pieces.bindings)
  }

  /// The pieces of an interpolated statement.
  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""
    fileprivate var bindings: [Value] = []

    private static let marksAtOnce = 64
    private static let marks = String(repeating: "?, ", count: marksAtOnce)

    /// No pieces yet.
    public init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + interpolationCount)
      bindings.reserveCapacity(interpolationCount)
    }

    /// The statement's own words.
    public mutating func appendLiteral(_ literal: String) { text += literal }

    /// `\(value)` binds the value.
    public mutating func appendInterpolation(_ value: some Bindable) {
      text += "?"
      bindings.append(value.databaseValue)
    }

    /// `\(value)` binds the value, or NULL for nil.
    public mutating func appendInterpolation<Wrapped: Bindable>(_ value: Wrapped?) {
      text += "?"
      bindings.append(value.databaseValue)
    }

    /// `\(condition)` puts a part of a statement in, values and all.
    public mutating func appendInterpolation(_ sql: SQL) {
      text += sql.text
      bindings += sql.bindings
    }

    /// `\(list: ids)` binds each value: `(?, ?, ?)`.
    public mutating func appendInterpolation(list values: [some Bindable]) {
      text += "("
      var left = values.count
      while left > 0 {
        let count = min(left, Self.marksAtOnce)
        text += Substring(Self.marks.utf8.prefix(3 * count - (count == left ? 2 : 0)))
        left -= count
      }
      text += ")"
      bindings.reserveCapacity(bindings.count + values.count)
      for value in values { bindings.append(value.databaseValue) }
    }

    /// `\(raw: text)` puts text in as it is: only for text of the program itself.
    public mutating func appendInterpolation(raw text: String) {
      self.text += text
    }
  }
}
