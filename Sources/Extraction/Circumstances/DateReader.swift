import Diplomacy
import Language

/// Finds the date that the words of a contact's sentence give it.
///
/// In this order: a date inside the telling or right before its noun ("Friday's meeting"), the next
/// one after the verb, one that opens the sentence, the next one before the verb; all in the same
/// clause. Failing these, one of the clause around. Dates of a saying ("said on Monday"), of another
/// noun ("next Sunday's election"), and bounds ("since June", "until Friday") are nobody's.
struct DateReader {
  let reading: Reading
  let regions: ClauseRegions
  let contacts: SentenceContacts
  var intervals: IntervalReader { IntervalReader(reading: reading) }

  /// The index of the date in `reading.dates`.
  func date(of contact: ContactDraft) -> Int? {
    let candidates = reading.dateIndices(in: contact.window).filter {
      (!isBound($0) && !(reading.dates[$0].tellsDay && isWithinSince($0)) || opensWhen($0, contact))
        && !isSaying($0, contact)
        && !belongsElsewhere($0, contact) && !isCountedFrom($0, contact)
        && !(contact.status == .held && (isPlanOnly($0) || isAhead($0)))
    }
    // "two days after meeting him": the day of the clause around is another's.
    let isApart = intervals.interval(of: contact) != nil
    let ranked = candidates.compactMap { index in
      rank(reading.dates[index], contact, isApart: isApart).map { (index: index, rank: $0) }
    }
    guard let first = ranked.min(by: { ($0.rank, $0.index) < ($1.rank, $1.index) })?.index else {
      return nil
    }
    return spelledOut(first) ?? first
  }

  /// The date of the saying in the contact's sentence: "said on Monday after meeting him".
  func dateOfSaying(of contact: ContactDraft) -> Int? {
    reading.dateIndices(in: contact.window).first {
      isSaying($0, contact) && reading.dates[$0].tellsDay
    }
  }

  // MARK: - Whose date it is

  private func rank(
    _ date: DateExpression, _ contact: ContactDraft, isApart: Bool
  ) -> Int? {
    let start = date.tokens.lowerBound
    let end = date.tokens.upperBound
    let vague = date.tellsDay ? 0 : 12
    if contact.isRepeat, date.tokens.contains(contact.trigger) { return 0 }
    if contact.trigger >= end, contact.trigger - end <= 3, isAttributive(date) { return 0 }
    let region = regions.region(contact.trigger)
    let isInner = regions.region(start) != region && !contact.runs(to: start, reading)
    // "File photo taken on Oct. 27, 1964 shows …"
    if reading.word(start - 2) == "taken", reading.word(start - 1) == "on", contact.trigger >= end {
      return 5
    }
    if regions.isAside(start), !date.tellsDay { return nil }
    // "Five days earlier, he said, he had met": what opens a sentence so dates what it tells.
    if date.isAnaphoric, start <= contact.sentence.lowerBound + 2, contact.trigger >= end,
      !contacts.hasOther(than: contact, between: start, and: contact.trigger)
    {
      return 14
    }
    if isApart, isInner || start < contact.trigger { return nil }
    if isInner, isBracketed(date), regions.parent(regions.region(start)) == region,
      start > contact.trigger
    {
      return 60 + vague
    }
    if isInner, regions.parent(regions.region(start)) == region, start > contact.trigger,
      isSetFor(start) || isSetOff(start)
    {
      return 50 + vague
    }
    if isBracketed(date), start > contact.trigger, start - contact.trigger < 12,
      !contacts.hasOther(than: contact, between: contact.trigger, and: start)
    {
      return 20 + vague
    }
    if isInner, isDayOfClause(date, contact) || opensWhere(date, contact) { return 300 + vague }
    if isInner {
      guard let around = regions.parent(region), !isPluperfect(contact),
        regions.region(start) == around || isShared(start, by: contact, beside: around)
      else { return nil }
      return 400 + vague + abs(start - contact.trigger)
    }
    let others = contacts.hasOther(
      than: contact, between: min(start, contact.trigger), and: max(start, contact.trigger))
    let penalty = (others ? 100 : 0) + vague
    if start > contact.trigger, others, isOfTopic(start, contact) { return nil }
    if start > contact.trigger, isOfNextStop(start, contact) || isOfPlan(start, contact) {
      return nil
    }
    if start > contact.trigger { return penalty + min(60, start - contact.trigger) }
    if start <= contact.sentence.lowerBound + 2 { return vague + (others ? 40 : 14) }
    if contacts.isOfOther(start, than: contact, regions),
      !beginsAnew(
        between: contacts.last(before: start, in: contact) ?? start, and: start)
    {
      return nil
    }
    return penalty + 30 + min(60, contact.trigger - end)
  }

  /// "opened only on Monday, when he received", "Wang, who was here on Tuesday, held talks": the day right before a clause
  /// of "when", and that on which the subject was or came there.
  private func isDayOfClause(_ date: DateExpression, _ contact: ContactDraft) -> Bool {
    let end = date.tokens.upperBound
    guard date.tellsDay, contact.trigger > end else { return false }
    let opener = reading.word(end) == "," ? end + 1 : end
    if reading.word(opener) == "when" {
      return contact.trigger - opener < 12
        && !(opener + 1..<max(opener + 1, contact.trigger)).contains {
          [",", "when", "and"].contains(reading.word($0))
        }
    }
    let region = regions.region(date.tokens.lowerBound)
    guard reading.word(end) == ",", !["later", "then"].contains(reading.word(end + 1)),
      regions.parent(region) == regions.region(contact.trigger),
      let verb = regions.verb(of: region),
      DateReader.comingVerbs.contains(reading.word(verb))
        || (verb..<max(verb, end)).contains(where: { reading.word($0) == "here" })
    else { return false }
    return !(contact.trigger..<max(contact.trigger, contact.window.upperBound)).contains {
      reading.entityOfToken[$0] >= 0 && ["in", "at"].contains(reading.word($0 - 1))
    }
  }

  private static let comingVerbs: WordSet = [
    "visited", "arrived", "came", "flew", "landed", "stayed", "visiting", "touched",
  ]

  /// "on April 6, when he was received by Abbas and had lunch with Malki": the day of both.
  private func isShared(_ start: Int, by contact: ContactDraft, beside clause: Int) -> Bool {
    guard start < contact.trigger, regions.parent(clause) == regions.region(start),
      let first = regions.verb(of: clause), first < contact.trigger
    else { return false }
    return (first..<contact.trigger).contains { reading.word($0) == "and" }
  }

  /// "a meeting that had been set for Thursday", "the talks he had in Moscow on Monday".
  private func isSetFor(_ start: Int) -> Bool {
    guard let verb = regions.verb(of: regions.region(start)) else { return false }
    return DateReader.settingVerbs.contains(reading.word(verb))
  }

  /// "He had seen Kirill, who is on a tour, on Thursday evening": past the clause's comma.
  private func isSetOff(_ start: Int) -> Bool {
    reading.word(start - 2) == "," && ["on", "in", "at"].contains(reading.word(start - 1))
  }

  /// What plans or holds an occasion: "the talks that had been set for Thursday in Tripoli".
  static let settingVerbs: WordSet = [
    "set", "planned", "scheduled", "due", "arranged", "slated", "pencilled", "penciled", "had",
    "held", "expected", "called",
  ]

  /// "said on Monday", "on Monday said", "In a statement on Monday,".
  func isSaying(_ index: Int, _ contact: ContactDraft) -> Bool {
    let date = reading.dates[index]
    // "Five days earlier, he said, he had met": counted from what was told, and by nobody's saying.
    if date.isAnaphoric { return false }
    let region = regions.region(date.tokens.lowerBound)
    if let verb = regions.verb(of: region), regions.verb(of: regions.region(contact.trigger)) != nil
    {
      return SpeechWords.verbs.contains(reading.word(verb)) && verb != contact.trigger
        && region != regions.region(contact.trigger)
    }
    let low = max(contact.sentence.lowerBound, date.tokens.lowerBound - 7)
    var position = date.tokens.lowerBound - 1
    while position >= low {
      if position == contact.trigger { return false }
      let word = reading.word(position)
      if SpeechWords.verbs.contains(word) { return true }
      if DateReader.verbSigns.contains(word) || word == ";" { break }
      position -= 1
    }
    guard contact.trigger > date.tokens.lowerBound else { return false }
    let high = min(contact.sentence.upperBound, date.tokens.upperBound + 12)
    position = date.tokens.upperBound
    while position < high {
      if position == contact.trigger { return false }
      let word = reading.word(position)
      if SpeechWords.verbs.contains(word) { return true }
      if DateReader.verbSigns.contains(word) || word == ";" || word == "." { return false }
      position += 1
    }
    return false
  }

  /// "had met": told as lying before the rest.
  func isPluperfect(_ contact: ContactDraft) -> Bool {
    let low = max(contact.sentence.lowerBound, contact.trigger - 5)
    guard low < contact.trigger else { return false }
    // "had been in Kyiv for talks"
    let wide = max(contact.sentence.lowerBound, contact.trigger - 11)..<contact.trigger
    if wide.contains(where: {
      reading.word($0) == "had" && reading.word($0 + 1) == "been"
        && regions.region($0) == regions.region(contact.trigger)
    }) {
      return true
    }
    guard !hasLightHad(contact) else { return false }
    return (low..<contact.trigger).contains {
      reading.word($0) == "had" && regions.region($0) == regions.region(contact.trigger)
    }
  }

  /// "had breakfast": the clause's own verb, and no sign of the perfect.
  func hasLightHad(_ contact: ContactDraft) -> Bool {
    guard let verb = regions.verb(of: regions.region(contact.trigger)) else { return false }
    return ["had", "has", "have", "having"].contains(reading.word(verb))
  }

  /// Words that show that a verb of its own stands between.
  private static let verbSigns: WordSet = [
    "he", "she", "they", "who", "would", "will", "had", "was", "were", "is", "are", "has", "have",
    "met", "visited", "arrived", "flew", "travelled", "traveled", "held", "hosted", "left",
    "welcomed", "received", "spoke", "that",
  ]
}
