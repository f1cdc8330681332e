import Diplomacy
import Language

/// What the text around a title says of the country it belongs to.
struct Surroundings {
  let reading: Reading
  let countries: CountryMentions

  /// So many tokens to each side are looked at, however long the sentence is.
  static let reach = 200

  /// How much each country is spoken of around `evidence`, which stands in sentence `place`.
  func scores(of evidence: Evidence, in place: Int) -> HomeScores {
    var scores = HomeScores()
    let sentence = reading.document.sentences[place]
    let token = token(of: evidence, in: sentence.tokens)
    if let code = openingPlace(of: sentence) { scores.add(.opening, to: code) }
    let window = sentence.tokens.clamped(
      to: token - Surroundings.reach..<token + Surroundings.reach)
    for mention in countries.mentions(in: window) {
      let isBefore = mention.token < token
      // Who has an Australian counterpart is no Australian.
      if mention.isOther, !isBefore { continue }
      if !isBefore, isOfPartner(mention) {
        scores.add(.partner, to: mention.code)
        continue
      }
      scores.add(isBefore ? .before : .after, weight(of: mention), to: mention.code)
      if isBefore, mention.token >= token - 9, !mention.isInTitle {
        scores.add(.near, to: mention.code)
      }
    }
    if place > 0, reading.document.sentences[place - 1].origin == sentence.origin {
      let before = reading.document.sentences[place - 1].tokens.suffix(Surroundings.reach)
      for mention in countries.mentions(in: before) {
        scores.add(.previous, weight(of: mention), to: mention.code)
      }
    }
    let paragraph = countries.mentions(
      in: max(token - Surroundings.reach, reading.firstToken(ofBlock: sentence.origin))..<token)
    if let last = paragraph.last(where: { !$0.isInTitle }) { scores.add(.last, to: last.code) }
    if let last = paragraph.last, last.isInTitle { scores.add(.lastTitled, to: last.code) }
    if let code = host(of: token, in: place) { scores.add(.host, to: code) }
    for code in heading(over: place) { scores.add(.heading, to: code) }
    if let code = reading.setting.datelinePlace?.value.country { scores.add(.dateline, to: code) }
    for (code, total) in countries.totals {
      scores.add(.total, max(0, min(total, 12)).squareRoot(), to: code)
    }
    for (code, lead) in countries.leads { scores.add(.lead, min(lead, 3), to: code) }
    if let code = countries.firstPlace { scores.add(.firstPlace, to: code) }
    return scores
  }

  /// "visited Ljubljana, where he was received by President Pahor": the country of the place led to last before
  /// somebody is told to receive there.
  private func host(of token: Int, in place: Int) -> CountryCode? {
    let sentences = reading.document.sentences
    let start = sentences[place].tokens.lowerBound
    let near = max(start, token - 6)..<token
    let isReceiving = near.contains { index in
      switch reading.word(index) {
      case "by":
        Surroundings.receiving.contains(reading.word(index - 1)) || index < near.upperBound - 3
      case "on", "upon": ["call", "called", "calls"].contains(reading.word(index - 1))
      default: false
      }
    }
    guard isReceiving else { return nil }
    let isSame = place > 0 && sentences[place - 1].origin == sentences[place].origin
    let from =
      isSame ? max(sentences[place - 1].tokens.lowerBound, token - Surroundings.reach) : start
    return countries.mentions(in: from..<token).last { mention in
      guard !mention.isInTitle, Surroundings.leading.contains(reading.word(mention.token - 1))
      else {
        return false
      }
      switch reading.entity(startingAt: mention.token)?.entity {
      case .capital, .place: return true
      default: return false
      }
    }?.code
  }

  private static let receiving: WordSet = [
    "received", "welcomed", "greeted", "hosted", "met", "honoured", "honored",
  ]
  private static let leading: WordSet = ["in", "to", "into", "visited", "visiting", "reached"]

  private func weight(of mention: CountryMentions.Mention) -> Double {
    mention.weight * (mention.isInTitle ? 0.2 : 1)
  }

  /// "her call with Hun Sen, the Cambodian Senate president": of whom somebody is told to meet.
  private func isOfPartner(_ mention: CountryMentions.Mention) -> Bool {
    mention.isInTitle
      && (max(0, mention.token - 6)..<mention.token).contains {
        Surroundings.contacts.contains(reading.word($0))
      }
  }

  private static let contacts: WordSet = [
    "with", "met", "meets", "meet", "meeting", "telephoned", "received", "receives", "hosted",
    "hosts", "welcomed", "visited", "phoned",
  ]

  /// "Mexico said that … Foreign Minister X called for": the country that the sentence before speaks of
  /// from its first word.
  func subject(before evidence: Evidence, in place: Int) -> CountryCode? {
    let sentences = reading.document.sentences
    guard place > 0, sentences[place - 1].origin == sentences[place].origin,
      token(of: evidence, in: sentences[place].tokens) <= sentences[place].tokens.lowerBound + 1
    else { return nil }
    let start = sentences[place - 1].tokens.lowerBound
    let first = reading.word(start) == "the" ? start + 1 : start
    guard let entity = reading.entity(startingAt: first), case .country(let code) = entity.entity,
      !reading.tokens[min(entity.tokens.upperBound, reading.tokens.count - 1)].isPossessive
    else { return nil }
    return code
  }

  /// "Foreign Minister Peters has met Rubio, ending a visit to the US and Barbados": no countries of whom the sentence is
  /// about, unless they receive somebody there.
  func destinations(of evidence: Evidence, in place: Int) -> [CountryCode] {
    let sentence = reading.document.sentences[place].tokens
    let start = token(of: evidence, in: sentence)
    guard start <= sentence.lowerBound + 4 else { return [] }
    return countries.mentions(in: start..<sentence.upperBound).filter { mention in
      guard !mention.isInTitle, case .country? = reading.entity(startingAt: mention.token)?.entity
      else { return false }
      let low = max(start, mention.token - 7)
      guard
        let to = (low..<mention.token).last(where: { reading.word($0) == "to" }),
        Surroundings.journeys.contains(reading.word(to - 1)),
        !(to..<mention.token).contains(where: { [",", "with"].contains(reading.word($0)) })
      else { return false }
      return !(start..<to).contains {
        Surroundings.receiving.contains(reading.word($0)) && reading.word($0) != "met"
      }
    }.map(\.code)
  }

  private static let journeys: WordSet = ["visit", "trip", "tour", "journey", "visits", "trips"]

  /// The person named right before a title that a comma or "and" joins to the name.
  func companion(of evidence: Evidence, in place: Int, _ index: MentionIndex) -> Int? {
    let sentence = reading.document.sentences[place].tokens
    var end = token(of: evidence, in: sentence)
    let start = end
    while end > sentence.lowerBound, [",", "and", "&", ";", "the"].contains(reading.word(end - 1)) {
      end -= 1
    }
    guard end < start else { return nil }
    if let named = index.mention(endingAt: end) { return named.person }
    // "Jagdeo, Guyana's president, and Prime Minister Arthur"
    let near = reading.roles.starting(
      in: max(sentence.lowerBound, end - 10)..<end, at: \.tokens.lowerBound)
    guard let role = reading.roles[near].first(where: { $0.tokens.upperBound == end }),
      reading.word(role.tokens.lowerBound - 1) == ","
    else { return nil }
    return index.mention(endingAt: role.tokens.lowerBound - 1)?.person
  }

  /// The number of the sentence in which `evidence` ends; found by halving.
  func sentence(of evidence: Evidence) -> Int? {
    let sentences = reading.document.sentences
    let number = (0..<sentences.count).partitioningIndex { number in
      let end = sentences[number].tokens.last.map { reading.tokens[$0].end } ?? 0
      return end >= evidence.range.end
    }
    return number < sentences.count ? number : nil
  }

  /// In a travel record a title without a country is the host's, but for those who came along.
  func recordCountry(_ record: RecordHeader, _ evidence: Evidence, _ place: Int) -> CountryCode? {
    let sentence = reading.document.sentences[place].tokens
    let first = token(of: evidence, in: sentence)
    let isCompany =
      ["accompanied", "accompanying"].contains(reading.word(first - 1))
      || reading.word(first - 1) == "with" && reading.word(first) == "president"
        && reading.word(sentence.lowerBound) == "attended"
        && !(sentence.lowerBound..<first).contains { reading.word($0) == "met" }
    if isCompany {
      let held = reading.people[record.traveller].roles.compactMap(\.of)
      return code(of: held.first)
    }
    if let country = record.place?.value.country { return country }
    // "Ramallah, Palestinian Authority": a body that acts as the country.
    let last = record.place?.evidence.quote.split(separator: ",").last
    return last.flatMap { Organizations.lookup(String($0.drop { $0 == " " }))?.country }
  }

  /// The first token of `evidence`; found by halving.
  private func token(of evidence: Evidence, in tokens: Range<Int>) -> Int {
    let low = (tokens.lowerBound..<tokens.upperBound).partitioningIndex {
      reading.tokens[$0].start >= evidence.range.start
    }
    return low
  }

  /// "In Tokyo, Foreign Minister …".
  private func openingPlace(of sentence: Document.Sentence) -> CountryCode? {
    let start = sentence.tokens.lowerBound
    guard ["in", "at"].contains(reading.word(start)),
      let entity = reading.entity(startingAt: start + 1),
      reading.word(entity.tokens.upperBound) == ","
    else { return nil }
    return entity.entity.land
  }

  /// A short line over the sentence that names a place: "Monday 5 April – Tunis".
  private func heading(over index: Int) -> [CountryCode] {
    for sentence in reading.document.sentences[..<index].reversed().prefix(6) {
      guard reading.blockKind(of: sentence) == .heading || sentence.tokens.count <= 6 else {
        continue
      }
      let found = countries.mentions(in: sentence.tokens.prefix(Surroundings.reach)).map(\.code)
      if !found.isEmpty { return Array(Set(found)).sorted() }
    }
    return []
  }
}
