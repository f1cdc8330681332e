/// The code of a country, or of a body that acts as one.
///
/// ISO 3166-1 alpha-2, and `EU`, `UN`, `NATO`, `PS`, `XK`; withdrawn states keep their former
/// alpha-2 code (`SU`, `YU`, `DD`, `CS`). A code is held in one integer: texts speak of countries all the
/// time, and their codes are compared and counted again and again. Of what has more than eight bytes, and
/// so is the code of no country, the first eight are kept.
public struct CountryCode: RawRepresentable, Hashable, Sendable, Comparable {
  /// The letters' bytes, the first the highest, so that codes are in the order of the alphabet.
  @usableFromInline let letters: UInt64

  /// The code with these letters; whether such a country exists is for `Countries` to say.
  public init(rawValue: String) { self.init(rawValue) }

  /// The code with these letters.
  public init(_ code: String) {
    var letters: UInt64 = 0
    var shift: UInt64 = 56
    for byte in code.utf8.prefix(8) {
      letters |= UInt64(byte) << shift
      shift &-= 8
    }
    self.letters = letters
  }

  /// The code's letters.
  public var rawValue: String {
    withUnsafeBytes(of: letters.bigEndian) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }

  /// Alphabetical order.
  @inlinable
  public static func < (a: CountryCode, b: CountryCode) -> Bool { a.letters < b.letters }

  /// Whether both have the same letters.
  @inlinable
  public static func == (a: CountryCode, b: CountryCode) -> Bool { a.letters == b.letters }

  /// Gives the letters to the hasher.
  @inlinable
  public func hash(into hasher: inout Hasher) { hasher.combine(letters) }
}

extension CountryCode: CustomStringConvertible {
  /// The code's letters.
  public var description: String { rawValue }
}
