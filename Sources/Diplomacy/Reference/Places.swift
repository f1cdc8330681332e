import Lexicons

/// A city, venue or region where people meet.
public struct Place: Hashable, Sendable {
  /// What sort of place it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A city from which a country is governed.
    case capital
    /// Any other city.
    case city
    /// A castle, resort, base or headquarters: Camp David.
    case venue
    /// A province, island or stretch of land: Crimea.
    case region
  }

  /// What else the word can be, so that more than the word is needed to see a place in it.
  public enum Ambiguity: String, Hashable, Sendable, CaseIterable {
    /// A common word at the start of a sentence: "Reading".
    case word
    /// A person's name: "Jackson".
    case name
  }

  /// The usual name, also where the place was looked up by another: "Kyiv" for "Kiev".
  public let name: String
  /// The country it lies in.
  public let country: CountryCode
  /// Degrees north of the equator.
  public let latitude: Double
  /// Degrees east of Greenwich.
  public let longitude: Double
  /// Its people in thousands; 0 where that is unknown or makes no sense.
  public let thousands: Int
  /// What sort of place it is.
  public let kind: Kind
  /// What else the word it was looked up by can be.
  public let ambiguity: Ambiguity?
}

/// Cities of 100,000 people and more, capitals, and the places of diplomacy.
///
///     Places.lookup("Peking").first?.name                     // Beijing
///     Places.lookup("Tripoli").map(\.country)                 // LY, LB
///     Places.lookup("Camp David").first?.kind                 // venue
///
/// The table is not read as a whole: each lookup halves its way to the rows.
public enum Places {
  /// The number of words of the longest name that `lookup` knows.
  public static let maximalWordCount = 5

  /// The places called exactly `phrase`, capitals and venues first, then by size; none where no
  /// place is called so.
  public static func lookup(_ phrase: String) -> [Place] {
    let phrase = straightened(phrase)
    var hash = PhraseFilter.Hash()
    hash.append(phrase)
    guard PhraseFilter.shared.mayHold(hash) else { return [] }
    return known.answer(to: phrase) { phrase in
      (table?.rows(for: phrase) ?? []).compactMap { place(from: $0) }
    }
  }

  private static let known = Memo<[Place]>()

  /// Hands over every name that `lookup` finds, as bytes of UTF-8.
  static func forEachKey(_ body: (Slice<UnsafeBufferPointer<UInt8>>) -> Void) {
    table?.forEachKey(body)
  }

  private static let table = LexiconTable(named: "places")

  private static func place(from row: [String]) -> Place? {
    guard row.count == 8, let latitude = Double(row[2]), let longitude = Double(row[3]),
      let thousands = Int(row[4]), let kind = Place.Kind(rawValue: row[5])
    else { return nil }
    return Place(
      name: row[6].isEmpty ? row[0] : row[6], country: CountryCode(row[1]), latitude: latitude,
      longitude: longitude, thousands: thousands, kind: kind,
      ambiguity: Place.Ambiguity(rawValue: row[7]))
  }
}
