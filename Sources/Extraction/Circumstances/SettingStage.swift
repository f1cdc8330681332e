import Diplomacy
import Language

/// Reads what stands over the whole text: the day of publication, a dateline's place, and the
/// first line of an official travel record.
struct SettingStage {
  func run(_ reading: inout Reading) {
    reading.setting.published = reading.article.publication?.date
    for sentence in reading.document.sentences.prefix(12) {
      if reading.setting.record == nil { readRecord(sentence, &reading) }
      if reading.setting.datelinePlace == nil { readDateline(sentence, &reading) }
    }
  }

  /// "Elihu Root, US Secretary of State — Lima, Peru, 1906-09-10 to 1906-09-16".
  private func readRecord(_ sentence: Document.Sentence, _ reading: inout Reading) {
    guard
      let date = reading.dates.last(where: {
        sentence.tokens.contains($0.tokens.lowerBound)
          && $0.tokens.upperBound >= sentence.tokens.upperBound - 1
      }), case .fixed(let value) = date.meaning,
      let dash = sentence.tokens.first(where: { ["—", "–"].contains(reading.word($0)) }),
      let traveller = reading.mentions.first(where: {
        sentence.tokens.contains($0.tokens.lowerBound) && $0.tokens.upperBound <= dash
      }), traveller.tokens.lowerBound == sentence.tokens.lowerBound
    else { return }
    var header = RecordHeader(
      traveller: traveller.person, travellerEvidence: reading.evidence(traveller.tokens),
      date: Attested(value, reading.evidence(date.tokens)))
    header.place = place(between: dash + 1, and: date.tokens.lowerBound, reading)
    reading.setting.record = header
  }

  /// The words between the dash and the date: cities, then their country.
  private func place(
    between start: Int, and end: Int, _ reading: Reading
  ) -> Attested<PlaceName>? {
    var last = end - 1
    while last > start, reading.word(last) == "," { last -= 1 }
    guard last >= start else { return nil }
    var parts: [Range<Int>] = []
    var first = start
    for index in start...last where reading.word(index) == "," {
      if index > first { parts.append(first..<index) }
      first = index + 1
    }
    parts.append(first..<last + 1)
    var country: CountryCode?
    while parts.count > 0, let tail = parts.last {
      guard let match = Countries.lookup(phrase(tail, reading)) ?? invertedName(parts, reading),
        match.form == .name, parts.count > 1 || match.country.capital == nil
      else { break }
      country = match.code
      parts.removeLast()
      if Countries.lookup(phrase(tail, reading)) == nil, !parts.isEmpty { parts.removeLast() }
    }
    let range = parts.isEmpty ? start..<last + 1 : start..<(parts.last?.upperBound ?? last + 1)
    let name = reading.document.text(of: range)
    if country == nil { country = Countries.lookup(name)?.code ?? Places.lookup(name)?.country }
    let evidence = reading.evidence(start..<last + 1)
    return Attested(PlaceName(withoutParentheses(name), in: country), evidence)
  }

  /// "Germany, Federal Republic of": a name of two parts.
  private func invertedName(_ parts: [Range<Int>], _ reading: Reading) -> CountryMatch? {
    guard parts.count >= 2, let last = parts.last else { return nil }
    return Countries.lookup(phrase(parts[parts.count - 2].lowerBound..<last.upperBound, reading))
  }

  private func phrase(_ range: Range<Int>, _ reading: Reading) -> String {
    reading.document.text(of: range)
  }

  private func withoutParentheses(_ name: String) -> String {
    guard let open = name.firstIndex(of: "("), open > name.startIndex else { return name }
    var head = name[..<open]
    while head.last == " " { head.removeLast() }
    return String(head)
  }

  /// "GENEVA, Jan. 9 —", "TRIPOLI, Libya, Sept. 5 —", "SEOUL —".
  private func readDateline(_ sentence: Document.Sentence, _ reading: inout Reading) {
    guard
      let dash = sentence.tokens.prefix(14).first(where: {
        ["—", "–", "-", ":"].contains(reading.word($0))
      }), let entity = reading.entity(startingAt: sentence.tokens.lowerBound),
      entity.tokens.upperBound <= dash
    else { return }
    let first = reading.tokens[sentence.tokens.lowerBound]
    guard first.shape.contains(.allCapitals) || reading.word(entity.tokens.upperBound) == ","
    else { return }
    guard let place = PlaceReader(reading: reading).place(of: entity) else { return }
    reading.setting.datelinePlace = (place, reading.evidence(entity.tokens))
  }
}
