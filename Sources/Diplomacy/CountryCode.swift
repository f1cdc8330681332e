/// The code of a country, or of a body that acts as one.
///
/// ISO 3166-1 alpha-2, and `EU`, `UN`, `NATO`, `PS`, `XK`; withdrawn states keep their former
/// alpha-2 code (`SU`, `YU`, `DD`, `CS`).
public struct CountryCode: RawRepresentable, Hashable, Sendable, Comparable {
  /// The code's letters.
  public let rawValue: String

  /// The code with these letters; whether such a country exists is for `Countries` to say.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The code with these letters.
  public init(_ code: String) { self.rawValue = code }

  /// Alphabetical order.
  public static func < (a: CountryCode, b: CountryCode) -> Bool { a.rawValue < b.rawValue }
}

extension CountryCode: CustomStringConvertible {
  /// The code's letters.
  public var description: String { rawValue }
}
