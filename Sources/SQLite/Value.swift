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
}

extension Value: Bindable {
  /// The value itself.
  @inlinable public var databaseValue: Value { self }
}

extension String: Bindable {
  /// The string as text.
  @inlinable public var databaseValue: Value { .text(self) }
}

extension Int: Bindable {
  /// The number as a 64-bit integer.
  @inlinable public var databaseValue: Value { .integer(Int64(self)) }
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
}
