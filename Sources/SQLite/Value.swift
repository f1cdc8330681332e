/// A value as SQLite stores it.
public enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  case blob([UInt8])
}

/// A type whose values can be bound to a statement's parameters.
public protocol Bindable {
  /// The value that is bound.
  var databaseValue: Value { get }
  /// Appends the value to others: what most rows consist of goes there without a `Value` on the way.
  func append(to values: inout PackedValues)
}

extension Bindable {
  /// Appends `databaseValue`.
  public func append(to values: inout PackedValues) { values.append(stored: databaseValue) }
}

extension Value: Bindable {
  /// The value itself.
  @inlinable public var databaseValue: Value { self }
}

extension String: Bindable {
  /// The string as text.
  @inlinable public var databaseValue: Value { .text(self) }
  /// Appends the string as text.
  public func append(to values: inout PackedValues) { values.append(text: self) }
}

extension Int: Bindable {
  /// The number as a 64-bit integer.
  @inlinable public var databaseValue: Value { .integer(Int64(self)) }
  /// Appends the number.
  public func append(to values: inout PackedValues) { values.append(integer: Int64(self)) }
}

extension Int64: Bindable {
  /// The number.
  @inlinable public var databaseValue: Value { .integer(self) }
}

extension Double: Bindable {
  /// The number; SQLite stores NaN as NULL.
  @inlinable public var databaseValue: Value { .real(self) }
}

extension Bool: Bindable {
  /// 1 for true, 0 for false.
  @inlinable public var databaseValue: Value { .integer(self ? 1 : 0) }
}

extension Optional: Bindable where Wrapped: Bindable {
  /// The wrapped value, or NULL.
  @inlinable public var databaseValue: Value { self?.databaseValue ?? .null }
  /// Appends the wrapped value, or NULL.
  @inlinable public func append(to values: inout PackedValues) {
    if let self { self.append(to: &values) } else { values.appendNull() }
  }
}
