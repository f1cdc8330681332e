import Diplomacy
import Language

/// Finds the national news agency that an article names in its dateline or its last line: "BOGOR, Jan 9 (Bernama) --",
/// "MOSCOW, August 23. /TASS/.", "-- BERNAMA".
struct AgencyReader {
  let reading: Reading

  /// The country for whose readers the agency writes; nil where no agency is named.
  func home() -> CountryCode? {
    let tokens = reading.tokens
    let reach = AgencyReader.reach
    let first = tokens.indices.prefix(reach)
    let last = tokens.indices.suffix(reach / 4).drop { $0 < first.upperBound }
    for index in [first, last].joined() where isSet(index) {
      if let code = Publishers.home(ofAgency: reading.text(index)) { return code }
    }
    return nil
  }

  /// So many tokens from the start are looked at, and a quarter of that from the end.
  private static let reach = 80

  /// Whether a name stands by itself: in brackets, between strokes or beside a dash, as no subject of a sentence does.
  private func isSet(_ index: Int) -> Bool {
    guard reading.tokens[index].isCapitalized, index > 0 else { return false }
    return AgencyReader.openings.contains(reading.word(index - 1))
      && (index + 1 == reading.tokens.count
        || AgencyReader.closings.contains(reading.word(index + 1))
        || reading.sentence(of: index + 1)?.tokens.lowerBound == index + 1)
  }

  private static let openings: WordSet = ["(", "/", "–", "—", "--", "-", ",", "."]
  private static let closings: WordSet = [")", "/", "–", "—", "--", "-"]
}
