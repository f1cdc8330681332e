import Diplomacy
import Language

// MARK: - Numbers and names

extension DateParser {
  /// The month named at `index`, written with a capital.
  func month(_ index: Int) -> Int? {
    guard index < limit, reading.tokens[index].isCapitalized else { return nil }
    return DateWords.months[word(index)]
  }

  /// "9", "9th".
  func day(_ index: Int) -> Int? {
    guard index < limit, reading.tokens[index].shape.contains(.number) else { return nil }
    let text = lower(index)
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }.count
    guard (1...2).contains(digits), let day = Int(text.prefix(digits)), (1...31).contains(day)
    else { return nil }
    let ending = text.dropFirst(digits)
    return ending.isEmpty || ["st", "nd", "rd", "th"].contains(ending) ? day : nil
  }

  /// "4-9" in one token.
  func dayRange(_ index: Int) -> (Int, Int)? {
    guard index < limit, reading.tokens[index].shape.contains(.number),
      reading.tokens[index].form.contains(UInt8(ascii: "-")) ?? true
    else { return nil }
    let parts = lower(index).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = Int(parts[0]), let last = Int(parts[1]),
      (1...31).contains(first), (1...31).contains(last), first < last
    else { return nil }
    return (first, last)
  }

  func year(_ index: Int) -> Int? {
    guard index < limit, reading.tokens[index].shape.contains(.number) else { return nil }
    let text = lower(index)
    guard text.utf8.count == 4, let year = Int(text), (1500...2200).contains(year) else {
      return nil
    }
    return year
  }

  func number(_ index: Int) -> Int? {
    if let number = DateWords.numbers[word(index)] { return number }
    guard index < limit, reading.tokens[index].shape.contains(.number) else { return nil }
    return Int(lower(index)).flatMap { (1...400).contains($0) ? $0 : nil }
  }
}
