import Diplomacy
import Language

/// Names of reporters, brands and armed forces, which are no people of the article.
extension NameEvidence {
  /// "(Xinhua/Pang Xinglei)", "the BBC's Guy Delauney": who only took the picture or reports.
  func isCredited(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    if reading.word(range.upperBound) == "/", range.count > 1,
      reading.tokens.indices.contains(range.upperBound + 1),
      words.traits[range.upperBound + 1].contains(.media)
        || isMedium(range.upperBound + 1)
    {
      return true
    }
    // "Xu Jingxing / China Daily"
    if reading.word(range.upperBound) == "/", range.count > 1,
      reading.tokens[range.upperBound].shape.contains(.afterSpace),
      reading.tokens.indices.contains(range.upperBound + 1),
      reading.tokens[range.upperBound + 1].isCapitalized
    {
      return true
    }
    if before >= 0, reading.word(before) == "by", reading.tokens[before].isCapitalized,
      reading.word(range.upperBound) == ",", isMedium(range.upperBound + 1)
    {
      // "By Matt McGrath, BBC environment correspondent"
      return true
    }
    guard before > 0 else { return false }
    if reading.word(before) == ":", reading.word(before - 1) == "author" { return true }
    // ", writes Conor McMorrow of the political staff"
    if reading.word(before) == "writes", reading.word(before - 1) == "," { return true }
    if reading.word(before) == "and", range.count > 1 {
      // "ABC's Jonathan Karl and Cecilia Vega"
      var start = before
      while start > 0, before - start < 4, reading.tokens[start - 1].isCapitalized { start -= 1 }
      if start < before, start > 1, reading.tokens[start - 1].isPossessive,
        words.traits[start - 2].contains(.media), reading.tokens[start - 2].isCapitalized
      {
        return true
      }
    }
    if reading.tokens[before].form == "/" {
      return reading.tokens[before - 1].isCapitalized || reading.entityOfToken[before - 1] >= 0
    }
    return reading.tokens[before].isPossessive && words.traits[before - 1].contains(.media)
      && reading.tokens[before - 1].isCapitalized
  }

  func isMedium(_ index: Int) -> Bool {
    guard let entity = reading.entity(startingAt: index),
      case .organization(let name, _) = entity.entity
    else { return false }
    return Organizations.lookup(name)?.kind == .media
  }

  /// "VneshEconomBank", "YouTube": capitals inside a word as brands have them, where "McDonald" and
  /// "DeSantis" have one.
  func isCompanyShaped(_ index: Int) -> Bool {
    let text = reading.tokens[index].text
    // Most have no capital inside, which bytes tell.
    guard text.utf8.count >= 7, !reading.tokens[index].shape.contains(.allCapitals),
      text.utf8.dropFirst().contains(where: { (0x41...0x5A).contains($0) || $0 >= 0x80 })
    else { return false }
    var humps = 0
    var last = text.startIndex
    for place in text.indices.dropFirst() where text[place].isUppercase {
      guard text[text.index(before: place)].isLowercase else { continue }
      humps += 1
      last = place
    }
    return humps >= 2
      || humps == 1 && NameEvidence.brandEndings.contains(text[last...].lowercased())
  }

  static let brandEndings: WordSet = [
    "bank", "invest", "media", "tech", "tube", "book", "space", "soft", "gas", "oil", "neft",
    "corp",
    "group", "air", "net", "works", "point", "watch", "tok",
  ]

  /// "its armed wing, Izzedine al-Qassam": what a force is called, not who leads it.
  func isForce(_ range: Range<Int>) -> Bool {
    let comma = range.lowerBound - 1
    guard comma > 2, reading.form(comma) == ",",
      ["wing", "brigade", "brigades", "battalion", "militia"].contains(reading.word(comma - 1))
    else { return false }
    return !(comma - 6..<comma - 1).contains { $0 >= 0 && reading.word($0) == "of" }
  }

  /// "JD Vance", "AK Antony".
  func isTwoLetters(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    return token.end - token.start == 2 && token.shape.contains(.allCapitals)
  }
}
