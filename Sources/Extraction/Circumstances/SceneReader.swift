import Diplomacy
import Language

/// Carries date and place on through the text, for tellings that have none of their own.
///
/// What is told in the past tense without a date goes on from what was told before: from the date
/// told last in its paragraph, else from the day of the story if somebody of the story takes part.
/// What was told by "last", "often" or "had met" lies outside, and so does all that is to come.
struct SceneReader {
  let reading: Reading
  let dates: DateReader
  let places: PlaceReader
  /// What each date of `reading.dates` means, or nil where it is nobody's.
  let meanings: [PartialDate?]
  let story: Story
  /// Whose the dates and places of the text are.
  let owners: Owners

  /// What the article is about: the day and the place of its first paragraphs.
  struct Story {
    var day: Attested<PartialDate>?
    var place: Attested<PlaceName>?
    var people: Set<Int> = []
    var countries: Set<CountryCode> = []
    /// Whether it is told in turns, at one podium.
    var isTranscript = false
    /// The token behind its beginning.
    var leadEnd = 0
  }

  /// What became of the contacts that a date or place was told of.
  struct Owners {
    /// For each whether a contact with it was held.
    private var ofDate: [Int: Bool] = [:]
    private var ofPlace: [Int: Bool] = [:]
    /// The contacts told in each sentence, by its first token.
    private var ofSentence: [Int: [Int]] = [:]

    init(_ contacts: [ContactDraft], _ dates: [Int?], _ locations: [Location?]) {
      for index in contacts.indices {
        let isHeld = contacts[index].status == .held
        ofSentence[contacts[index].sentence.lowerBound, default: []].append(index)
        if let date = dates[index] { ofDate[date] = isHeld || ofDate[date] == true }
        if let place = locations[index]?.tokens.lowerBound {
          ofPlace[place] = isHeld || ofPlace[place] == true
        }
      }
    }

    /// The contacts told in the sentence that begins with `token`.
    func contacts(inSentenceAt token: Int) -> [Int] { ofSentence[token] ?? [] }

    /// Whether a contact has the date of that index.
    func hasDate(_ index: Int) -> Bool { ofDate[index] != nil }

    /// Whether a contact has the location that starts at `token`.
    func hasPlace(_ token: Int) -> Bool { ofPlace[token] != nil }

    /// Whether a date was told only of contacts that came to something else: what was called off on
    /// Thursday does not date what was held.
    func isOfOthers(date: Int, _ status: MeetingStatus) -> Bool {
      status == .held && ofDate[date] == false
    }

    /// The same of the location that starts at `token`.
    func isOfOthers(place token: Int, _ status: MeetingStatus) -> Bool {
      status == .held && ofPlace[token] == false
    }
  }

  /// How many dates or places before a telling are looked at.
  static let reach = 24

  /// The date of `contact` by the text around it.
  func date(of contact: ContactDraft, at location: Location? = nil) -> Attested<PartialDate>? {
    if contact.status == .planned { return dateToCome(contact) }
    guard contact.status == .held, !isBackground(contact) else { return nil }
    if let saying = dates.dateOfSaying(of: contact), let meaning = meanings[saying],
      !dates.isPluperfect(contact)
    {
      return Attested(meaning, reading.evidence(reading.dates[saying].tokens))
    }
    if let told = dateInParagraph(before: contact.sentence.lowerBound, contact)
      ?? dateBehind(contact)
    {
      return told
    }
    if story.isTranscript, !story.people.isSuperset(of: contact.people) { return nil }
    if isAbroad(location), !isOfDateline(contact) { return nil }
    return isLongAgo(before: contact.sentence.lowerBound, contact.block) ? nil : story.day
  }

  /// "KYIV, March 20 - … Zelensky was speaking in Oslo": what the lead under a dateline tells is the news of its day.
  private func isOfDateline(_ contact: ContactDraft) -> Bool {
    guard let dateline = reading.setting.datelinePlace else { return false }
    return contact.trigger < story.leadEnd && story.place?.value == dateline.value
      && !dates.isPluperfect(contact)
  }

  /// Told in a city of another country than the story's, so that it was another day, or may have been.
  private func isAbroad(_ location: Location?) -> Bool {
    guard let location, location.kind == .city, let there = location.place.country,
      let here = story.place?.value.country
    else { return false }
    return there != here
  }

  /// Whether the paragraph has spoken of another time, weeks before the story.
  private func isLongAgo(before token: Int, _ block: Int) -> Bool {
    guard let day = story.day?.value.firstDay else { return false }
    let start = reading.firstToken(ofBlock: block)
    guard start < token else { return false }
    return reading.dateIndices(in: start..<token).suffix(SceneReader.reach).contains { index in
      guard let last = meanings[index]?.lastDay, !isOfLastTime(reading.dates[index]) else {
        return false
      }
      return last.dayNumber < day.dayNumber - 31
    }
  }

  /// The place of `contact` by the text around it, where it has the date `date`.
  func place(of contact: ContactDraft, on date: PartialDate?) -> Attested<PlaceName>? {
    let around = placeAround(contact, on: date)
    return around.flatMap { isAway(contact, from: $0.value) ? nil : $0 }
  }

  /// "BRUSSELS, March 19 - Rutte said he met Trump last Thursday": days before a dateline nobody need have
  /// been where it was written.
  private func hasLeft(on date: PartialDate?) -> Bool {
    guard let place = story.place, let dateline = reading.setting.datelinePlace,
      reading.setting.datelineDay != nil, place.value == dateline.value, let last = date?.lastDay,
      let today = reading.setting.today
    else { return false }
    return last.dayNumber < today.dayNumber - 3
  }

  private func placeAround(
    _ contact: ContactDraft, on date: PartialDate?
  ) -> Attested<PlaceName>? {
    if contact.status == .declined { return nil }
    if let behind = placeBehind(contact) { return behind }

    if goesElsewhere(contact) { return nil }
    if let told = placeInParagraph(
      before: contact.sentence.lowerBound, contact, on: date)
    {
      return told
    }
    if story.isTranscript, !story.people.isSuperset(of: contact.people), date != story.day?.value {
      return nil
    }
    guard !hasLeft(on: date) else { return nil }
    if contact.status == .held, date != nil { return isNear(date) ? story.place : nil }
    let isThere = date == nil ? contact.status == .held : isNear(date)
    return isThere && belongsToStory(contact) ? story.place : nil
  }

  // MARK: - The paragraph

  /// The date told last in the paragraph of somebody who takes part, else the one told last; months and years only where something was dated by them.
  func dateInParagraph(
    before token: Int, _ contact: ContactDraft, isAhead: Bool = false
  ) -> Attested<PartialDate>? {
    let start = startOfScene(before: token, contact.block, sentences: 5)
    guard start < token else { return nil }
    var last: Attested<PartialDate>?
    for index in reading.dateIndices(in: start..<token).suffix(SceneReader.reach).reversed() {
      let date = reading.dates[index]
      guard let meaning = meanings[index], let first = meaning.firstDay,
        !date.isYear, !owners.isOfOthers(date: index, isAhead ? .planned : .held),
        date.tellsDay || owners.hasDate(index) || isInSentence(before: token, date),
        !isOfLastTime(date)
      else { continue }
      if let today = reading.setting.today, isAhead ? first < today : first > today {
        continue
      }
      let told = Attested(meaning, reading.evidence(date.tokens))
      if isAhead || isTheirs(index, contact) || dates.isOfProgramme(date) { return told }
      if last == nil, owners.hasDate(index) || isInSentence(before: token, date) { last = told }
    }
    return last
  }

  /// Where the paragraph begins, or the sentence so far before that the scene may have changed: some
  /// articles come without their paragraphs.
  func startOfScene(before token: Int, _ block: Int, sentences reach: Int) -> Int {
    var start = reading.firstToken(ofBlock: block)
    // "Johnson flew into the capital on Saturday." and, in a paragraph of its own: "He went straight into talks"
    if start == token, start > 0, ["he", "she", "they"].contains(reading.word(start)),
      let before = reading.sentence(of: start - 1)?.tokens,
      reading.blockIndex(of: start) - reading.blockIndex(of: start - 1) == 1
    {
      start = before.lowerBound
    }
    let sentences = reading.document.sentences
    let here = (0..<sentences.count).partitioningIndex { sentences[$0].tokens.upperBound > token }
    let first = max(0, here - reach)
    guard first < sentences.count else { return start }
    return max(start, sentences[first].tokens.lowerBound)
  }

  /// Whether the date stands in the sentence right before the one that starts at `token`.
  private func isInSentence(before token: Int, _ date: DateExpression) -> Bool {
    guard let sentence = reading.sentence(of: token - 1) else { return false }
    return sentence.tokens.contains(date.tokens.lowerBound)
  }

  // MARK: - The story

  /// Whether somebody of the story takes part, or the story is only beginning.
  func belongsToStory(_ contact: ContactDraft) -> Bool {
    if contact.trigger < story.leadEnd { return true }
    return contact.actors.contains { actor in
      switch actor.identity {
      case .person(let person): story.people.contains(person)
      case .country(let code): story.countries.contains(code)
      case .unnamed, .group: false
      }
    }
  }

  /// Within three days of the story, so that the visitor is still there.
  func isNear(_ date: PartialDate?) -> Bool {
    guard let date, let day = story.day?.value ?? reading.setting.today.map(PartialDate.day) else {
      return false
    }
    return date.isCompatible(with: day, slack: 3) && date.precision != .month
      && date.precision != .year
  }
}
