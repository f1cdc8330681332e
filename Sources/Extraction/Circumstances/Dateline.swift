import Diplomacy
import Language

/// Reads the dateline that opens a report: "GENEVA, Jan. 9 —", "KYIV, Dec 2 (Reuters) -",
/// "BEIJING (AP) —", "MOSCOW, March 18. /TASS/.", "London, March 5 (PTI)", "New Delhi:",
/// "Doha, Qatar –", or a line of its own.
struct DatelineReader {
  let reading: Reading

  struct Dateline {
    var place: Attested<PlaceName>
    var date: DateExpression?
    /// From the place to the dash, colon or bracket.
    var tokens: Range<Int>
  }

  /// The dateline at the start of `sentence`, the first of its block.
  func dateline(_ sentence: Document.Sentence) -> Dateline? {
    let tokens = sentence.tokens
    guard let end = end(tokens), let place = place(tokens.lowerBound, end) else { return nil }
    let date = reading.dateIndices(in: tokens.lowerBound..<end).first.map { reading.dates[$0] }
    // A name and a dash are a speaker or a heading unless a date, an agency or capitals show else,
    // or a city opens a sentence.
    guard date != nil || isAllCapitals(place.tokens) || isCityOver(place.tokens, end, tokens)
    else { return nil }
    return Dateline(
      place: Attested(place.value, reading.evidence(place.tokens)), date: date,
      tokens: tokens.lowerBound..<end)
  }

  /// The dash or colon, the bracket behind an agency's name, or the end of a short line.
  private func end(_ tokens: Range<Int>) -> Int? {
    for index in tokens.prefix(16) {
      let word = reading.word(index)
      if ["—", "–", "-", "--", ":"].contains(word) {
        return index == tokens.lowerBound ? nil : index
      }
      // "/TASS/"
      if word == "/", reading.word(index + 2) == "/", reading.word(index - 1) == "." {
        return index
      }
      if word == ")", index + 2 < tokens.upperBound, reading.word(index - 2) == "(",
        reading.tokens[index + 1].isCapitalized
      {
        return index
      }
      if DatelineReader.verbs.contains(word) { return nil }
    }
    return tokens.count <= 8 && !isHeadline(tokens) ? tokens.upperBound : nil
  }

  /// "UN chief in Geneva for talks": more than a place and a day.
  private func isHeadline(_ tokens: Range<Int>) -> Bool {
    tokens.contains { index in
      let token = reading.tokens[index]
      return !token.isCapitalized && !token.isMark && !token.shape.contains(.number)
        && reading.entityOfToken[index] < 0 && !reading.isDate(index)
    }
  }

  /// "New Delhi: External Affairs Minister …", "Doha, Qatar – …": a city, its country or agency, and
  /// then a sentence.
  private func isCityOver(_ place: Range<Int>, _ end: Int, _ tokens: Range<Int>) -> Bool {
    guard end < tokens.upperBound, tokens.upperBound - end > 8,
      let city = reading.entity(
        startingAt: place.lowerBound)
    else { return false }
    switch city.entity {
    case .capital, .place: break
    default: return false
    }
    return (place.upperBound..<end).allSatisfy {
      reading.tokens[$0].isMark || reading.tokens[$0].isCapitalized
    }
  }

  private static let verbs: WordSet = ["said", "met", "is", "was", "has", "have", "will", "are"]

  private func place(_ start: Int, _ end: Int) -> (value: PlaceName, tokens: Range<Int>)? {
    if let entity = reading.entity(startingAt: start), entity.tokens.upperBound <= end {
      if let value = PlaceReader.place(of: entity, reading) { return (value, entity.tokens) }
      if isUnitedNations(entity.entity) {
        return (PlaceName("New York", in: CountryCode("US")), entity.tokens)
      }
      if case .country(let code) = entity.entity, let country = Countries[code] {
        if country.capital == nil { return (PlaceName(country.name, in: code), entity.tokens) }
        // "KUWAIT (KUNA)", of the capital that is called as its country.
        if country.capital?.hasPrefix(country.name) == true {
          return (PlaceName(country.name, in: code), entity.tokens)
        }
      }
      return nil
    }
    var last = start
    while last < end, reading.tokens[last].shape.contains(.allCapitals) { last += 1 }
    guard last > start, last - start <= 4 else { return nil }
    let name = PlaceReader.written(reading.document.text(of: start..<last))
    var country = Places.lookup(name).first?.country
    guard
      country != nil
        || reading.tokens[start].text.utf8.count > 3
          && !(start..<last).contains(where: { reading.tokens[$0].text.utf8.contains(0x2D) })
    else { return nil }
    if country == nil, reading.word(last) == ",", let entity = reading.entity(startingAt: last + 1)
    {
      if case .country(let code) = entity.entity { country = code }
    }
    guard country != nil || reading.word(last) == "(" || reading.word(last) == "," else {
      return nil
    }
    return (PlaceName(name, in: country), start..<last)
  }

  private func isUnitedNations(_ entity: Entity) -> Bool {
    switch entity {
    case .organization(_, let code): code == CountryCode("UN")
    case .country(let code): code == CountryCode("UN")
    default: false
    }
  }

  private func isAllCapitals(_ tokens: Range<Int>) -> Bool {
    tokens.allSatisfy { reading.tokens[$0].shape.contains(.allCapitals) }
  }
}
