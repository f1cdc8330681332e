import Diplomacy
import Language

/// Finds the day and place of the story in the first paragraphs.
struct StoryReader {
  let reading: Reading
  let dates: DateReader
  /// All locations in text order.
  let places: [Location]

  func story(_ own: [Int?], _ locations: [Location?]) -> SceneReader.Story {
    var story = SceneReader.Story()
    story.leadEnd = leadEnd
    story.people.formUnion(peopleOfLead(story.leadEnd))
    if reading.setting.podium.count > 1, let first = reading.mentions.first,
      let today = reading.setting.today
    {
      // A transcript is of the day; of what else is told in it, only the words tell when it was.
      story.day = Attested(.day(today), reading.evidence(first.tokens))
      story.place = reading.setting.datelinePlace ?? placeOfHeading
      story.people = Set(reading.setting.podium)
      story.isTranscript = true
      return story
    }
    story.day = dayOfOpening(own)
    let openingEnd = openingEnd
    for (index, contact) in reading.contacts.enumerated() where contact.trigger < story.leadEnd {
      guard contact.status == .held || story.day == nil else { continue }
      story.people.formUnion(contact.people)
      for case .country(let code) in contact.actors.map(\.identity) { story.countries.insert(code) }
      guard contact.status == .held, !dates.isPluperfect(contact) else { continue }
      let date = own[index].flatMap { recent(reading.dates[$0]) }
      if story.day == nil { story.day = date }
      if story.place == nil, let location = locations[index], location.kind == .city,
        !location.isDistrict, reading.setting.datelinePlace == nil || contact.trigger < openingEnd,
        own[index] == nil || date.map({ $0.value == story.day?.value }) ?? false
      {
        story.place = Attested(location.place, reading.evidence(location.tokens))
      }
    }
    if story.day == nil { story.day = dayOfLead(story.leadEnd) ?? reading.setting.datelineDay }
    if story.day == nil { story.day = dayOfWriting }
    if story.place == nil {
      story.place =
        reading.setting.datelinePlace ?? placeOfByline ?? placeOfLead(own, locations)
        ?? placeOfMost
    }
    return story
  }

  /// The day of the first contact of the headline or first paragraph, else the first day told there.
  private func dayOfOpening(_ own: [Int?]) -> Attested<PartialDate>? {
    let first = reading.article.blocks.firstIndex { $0.kind == .paragraph && $0.range.length > 60 }
    guard let first else { return nil }
    let leadEnd = leadEnd
    for (index, contact) in reading.contacts.enumerated()
    where contact.block <= first && contact.trigger < leadEnd && contact.status == .held {
      if let day = own[index].flatMap({ recent(reading.dates[$0]) }) { return day }
    }
    return dayOfLead(min(reading.firstToken(ofBlock: first + 1), leadEnd))
  }

  /// The end of the first paragraph: where a dateline stands over the text, later ones tell of other places too.
  private var openingEnd: Int {
    let first = reading.article.blocks.firstIndex { $0.kind == .paragraph && $0.range.length > 60 }
    return min(reading.firstToken(ofBlock: (first ?? 0) + 1), leadEnd)
  }

  /// "Washington, DC": a line of its own over a transcript.
  private var placeOfHeading: Attested<PlaceName>? {
    for sentence in reading.document.sentences.prefix(12) where sentence.tokens.count <= 6 {
      guard let span = reading.entity(startingAt: sentence.tokens.lowerBound),
        let place = PlaceReader.place(of: span, reading)
      else { continue }
      return Attested(place, reading.evidence(span.tokens))
    }
    return nil
  }

  /// "By our Asia editor in Nusa Dua".
  private var placeOfByline: Attested<PlaceName>? {
    for block in reading.article.blocks.prefix(8) where block.kind == .byline {
      let scalars = reading.document.scalars
      let range = block.range.start..<block.range.end
      guard
        let at = range.dropLast(5).last(where: {
          Array(" in ".unicodeScalars) == Array(scalars[$0..<$0 + 4])
        })
      else { continue }
      let name = reading.document.text(from: at + 4, to: range.upperBound)
      guard let place = Places.lookup(name).first(where: { $0.ambiguity == nil }) else { continue }
      let evidence = Evidence(range: TextRange(at + 4, range.upperBound), quote: name)
      return Attested(PlaceName(name, in: place.country), evidence)
    }
    return nil
  }

  /// The city that the headline or the first paragraph places its story in.
  private func placeOfLead(_ own: [Int?], _ locations: [Location?]) -> Attested<PlaceName>? {
    let blocks = reading.article.blocks
    let first = blocks.indices.first { blocks[$0].kind == .paragraph } ?? 0
    let end = min(reading.firstToken(ofBlock: first + 1), leadEnd)
    let location = places.first {
      $0.tokens.lowerBound < end && $0.kind == .city && !$0.isDestination && $0.isScene(reading)
        // "The summit in Kyiv will take place"
        && !["will", "would"].contains(reading.word($0.tokens.upperBound))
        // "had been in Kyiv"
        && !(reading.word($0.tokens.lowerBound - 2) == "been"
          && reading.word($0.tokens.lowerBound - 3) == "had")
    }
    return location.map { Attested($0.place, reading.evidence($0.tokens)) }
  }

  /// The city in which most of what the text tells took place, where it tells so more than once.
  private var placeOfMost: Attested<PlaceName>? {
    let scenes = places.filter { $0.kind == .city && !$0.isDestination && $0.isScene(reading) }
    var counts: [String: Int] = [:]
    for scene in scenes { counts[scene.place.name, default: 0] += 1 }
    guard let most = counts.values.max(), most > 1,
      let first = scenes.first(where: { counts[$0.place.name] == most })
    else { return nil }
    return Attested(first.place, reading.evidence(first.tokens))
  }

  /// The end of the third paragraph of the body, or of its ninth sentence where that comes first.
  private var leadEnd: Int {
    let paragraphs = reading.article.blocks.indices.filter {
      reading.article.blocks[$0].kind == .paragraph && reading.article.blocks[$0].range.length > 60
    }
    let end = reading.firstToken(ofBlock: (paragraphs.prefix(3).last ?? 0) + 1)
    let start = reading.firstToken(ofBlock: paragraphs.first ?? 0)
    let sentences = reading.document.sentences
    let first = (0..<sentences.count).partitioningIndex { sentences[$0].tokens.upperBound > start }
    let last = first + StoryReader.sentencesOfLead - 1
    guard last < sentences.count else { return end }
    return min(end, sentences[last].tokens.upperBound)
  }

  private static let sentencesOfLead = 9

  /// Everybody the first paragraphs name.
  private func peopleOfLead(_ end: Int) -> [Int] {
    reading.mentions.prefix { $0.tokens.lowerBound < end }.map(\.person)
  }

  /// The day of publication where a line of the text states it, as readouts do that only say "spoke
  /// with"; the evidence is the telling, which is dated by nothing else.
  private var dayOfWriting: Attested<PartialDate>? {
    guard let day = reading.article.publication?.date, statesDay(day),
      let lead = reading.contacts.first(where: { $0.status == .held })
    else { return nil }
    return Attested(.day(day), reading.evidence(lead.tokens))
  }

  /// Whether a line among the first or a heading line is that day.
  private func statesDay(_ day: CalendarDate) -> Bool {
    reading.article.blocks.prefix(8).contains { block in
      guard block.kind == .byline || block.range.length < 40 else { return false }
      let line = reading.document.text(from: block.range.start, to: block.range.end)
      let words = line.lowercased().split { !$0.isLetter && !$0.isNumber }
      guard words.contains(where: { $0 == String(day.year) }),
        words.contains(where: { Int($0) == day.day })
      else { return false }
      return words.contains { DateWords.months[String($0)] == day.month || Int($0) == day.month }
    }
  }

  private func dayOfLead(_ end: Int) -> Attested<PartialDate>? {
    for index in reading.dateIndices(in: 0..<end) where !dates.isNobodys(index) {
      let date = reading.dates[index]
      if !dates.looksAhead(date), let day = recent(date) { return day }
    }
    return dayOfOccasion(before: end)
  }

  /// "Sunday's summit at Lancaster House was attended by": the day of the occasion that the lead tells of.
  private func dayOfOccasion(before end: Int) -> Attested<PartialDate>? {
    for index in reading.dateIndices(in: 0..<end) where dates.isAttributive(reading.dates[index]) {
      let date = reading.dates[index]
      let last = date.tokens.upperBound
      let behind = last..<max(last, min(last + 4, end))
      guard behind.contains(where: { PlaceWords.occasions.contains(reading.word($0)) }),
        !isAheadOf(date.tokens.lowerBound),
        !dates.looksAhead(date), let day = recent(date)
      else { continue }
      return day
    }
    return nil
  }

  /// "ahead of Thursday's summit", "before Thursday's summit"
  private func isAheadOf(_ start: Int) -> Bool {
    ["before", "until", "for"].contains(reading.word(start - 1))
      || reading.word(start - 1) == "of" && reading.word(start - 2) == "ahead"
  }

  /// The day, if it is one of the last ten.
  private func recent(_ date: DateExpression) -> Attested<PartialDate>? {
    guard let today = reading.setting.today, !date.isAnaphoric,
      let meaning = date.date(from: .init(today: today, isFuture: false)),
      meaning.precision == .day || meaning.precision == .span, let last = meaning.lastDay,
      (-10...0).contains(last.dayNumber - today.dayNumber)
    else { return nil }
    return Attested(meaning, reading.evidence(date.tokens))
  }
}
