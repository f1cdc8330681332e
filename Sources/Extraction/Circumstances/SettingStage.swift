import Diplomacy
import Language

/// Reads what stands over the whole text: the day of publication, a dateline's place, and the
/// first line of an official travel record.
struct SettingStage {
  func run(_ reading: inout Reading) {
    reading.setting.published = reading.article.publication?.date
    reading.setting.today = reading.setting.published
    var block = -1
    for sentence in reading.document.sentences.prefix(16) {
      if reading.setting.record == nil { readRecord(sentence, &reading) }
      if sentence.origin != block, reading.setting.datelinePlace == nil {
        readDateline(sentence, &reading)
      }
      block = sentence.origin
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
      travellerTokens: traveller.tokens,
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
    if country == nil {
      country = Countries.lookup(name)?.code ?? Places.lookup(name).first?.country
    }
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

  /// The day of a dateline is the day of writing, which "today" and "Monday" count from.
  private func readDateline(_ sentence: Document.Sentence, _ reading: inout Reading) {
    guard reading.setting.record == nil,
      let dateline = DatelineReader(reading: reading).dateline(sentence)
    else { return }
    reading.setting.datelinePlace = dateline.place
    if dateline.tokens.upperBound < sentence.tokens.upperBound {
      reading.setting.datelineTokens = dateline.tokens
    }
    let origin = DateExpression.Origin(today: reading.setting.published, isFuture: false)
    guard let date = dateline.date, case .day(let day)? = date.date(from: origin) else { return }
    reading.setting.datelineDay = Attested(.day(day), reading.evidence(date.tokens))
    if let published = reading.setting.published {
      let age = published.dayNumber - day.dayNumber
      if (0...31).contains(age) { reading.setting.today = day }
    } else {
      reading.setting.today = day
    }
  }
}
