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

  /// What the article is about: the day and the place of its first paragraphs.
  struct Story {
    var day: Attested<PartialDate>?
    var place: Attested<PlaceName>?
    var people: Set<Int> = []
    var countries: Set<CountryCode> = []
    /// The last block that belongs to its beginning.
    var leadBlock = 0
  }

  /// The date of `contact` by the text around it.
  func date(of contact: ContactDraft) -> Attested<PartialDate>? {
    guard contact.status == .held, !isBackground(contact) else { return nil }
    if let saying = dates.dateOfSaying(of: contact), let meaning = meanings[saying],
      !dates.isPluperfect(contact)
    {
      return Attested(meaning, reading.evidence(reading.dates[saying].tokens))
    }
    if let told = dateInParagraph(before: contact.sentence.lowerBound, contact.block) {
      return told
    }
    return belongsToStory(contact) ? story.day : nil
  }

  /// The place of `contact` by the text around it, where it has the date `date`.
  func place(of contact: ContactDraft, on date: PartialDate?) -> Attested<PlaceName>? {
    if let told = placeInParagraph(before: contact.sentence.lowerBound, contact.block),
      contact.status != .planned || date == nil || isNear(date)
    {
      return told
    }
    guard belongsToStory(contact) else { return nil }
    switch contact.status {
    case .held: return isOnStoryDay(date) ? story.place : nil
    case .planned: return isNear(date) ? story.place : nil
    case .cancelled, .declined: return isNear(date) ? story.place : nil
    }
  }

  // MARK: - The paragraph

  private func dateInParagraph(before token: Int, _ block: Int) -> Attested<PartialDate>? {
    let start = reading.firstToken(ofBlock: block)
    guard start < token else { return nil }
    for index in reading.dateIndices(in: start..<token).reversed() {
      let date = reading.dates[index]
      guard let meaning = meanings[index], let first = meaning.firstDay else { continue }
      if let today = reading.setting.today, first > today { continue }
      return Attested(meaning, reading.evidence(date.tokens))
    }
    return nil
  }

  private func placeInParagraph(before token: Int, _ block: Int) -> Attested<PlaceName>? {
    let start = reading.firstToken(ofBlock: block)
    guard start < token else { return nil }
    for index in places.indices(in: start..<token).reversed() {
      let location = places.locations[index]
      guard location.kind == .city else { continue }
      return Attested(location.place, reading.evidence(location.tokens))
    }
    return nil
  }

  // MARK: - The story

  /// Whether somebody of the story takes part, or the story is only beginning.
  private func belongsToStory(_ contact: ContactDraft) -> Bool {
    if contact.block <= story.leadBlock { return true }
    return contact.actors.contains { actor in
      switch actor.identity {
      case .person(let person): story.people.contains(person)
      case .country(let code): story.countries.contains(code)
      case .unnamed: false
      }
    }
  }

  private func isOnStoryDay(_ date: PartialDate?) -> Bool {
    guard let date else { return false }
    guard let day = story.day?.value else { return true }
    return date.isCompatible(with: day) && date.precision != .month && date.precision != .year
  }

  /// Within three days of the story, so that the visitor is still there.
  private func isNear(_ date: PartialDate?) -> Bool {
    guard let date, let day = story.day?.value ?? reading.setting.today.map(PartialDate.day) else {
      return false
    }
    return date.isCompatible(with: day, slack: 3) && date.precision != .month
      && date.precision != .year
  }

  // MARK: - Background

  /// "last met", "have often met", "had seen him".
  private func isBackground(_ contact: ContactDraft) -> Bool {
    let sentence = contact.sentence
    let low = max(sentence.lowerBound, contact.trigger - 6)
    var isPerfect = false
    for index in low..<max(low, contact.trigger)
    where dates.regions.region(index) == dates.regions.region(contact.trigger) {
      let word = reading.word(index)
      if SceneReader.backgroundWords.contains(word) { return true }
      if ["had", "has", "have", "'ve"].contains(word) { isPerfect = true }
    }
    guard isPerfect, contact.block > story.leadBlock else { return false }
    return !sentence.contains { SceneReader.continuations.contains(reading.word($0)) }
  }

  private static let backgroundWords: Set = [
    "last", "previously", "often", "regularly", "repeatedly", "never", "recently", "frequently",
    "since", "usually", "sometimes", "always", "daily",
  ]

  private static let continuations: Set = ["earlier", "just", "already", "afterwards", "then"]
}

extension Reading {
  /// The first token of the block with this index, found by halving.
  func firstToken(ofBlock block: Int) -> Int {
    let sentences = document.sentences
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].origin < block { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count ? sentences[low].tokens.lowerBound : tokens.count
  }
}
