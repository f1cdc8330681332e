import Diplomacy
import Language

/// Gives each contact its date, place and topics.
///
/// For both the words nearest to the contact come first: its own clause, its own sentence, the
/// heading of its section, the record's first line. What only the text around tells is kept apart as
/// inherited (`SceneReader`).
struct CircumstanceStage {
  func run(_ reading: inout Reading) {
    guard !reading.contacts.isEmpty else { return }
    let regions = ClauseRegions(reading)
    for index in reading.contacts.indices where isToCome(reading.contacts[index], reading, regions)
    {
      reading.contacts[index].status = .planned
    }
    let sentences = SentenceContacts(reading.contacts)
    let dates = DateReader(reading: reading, regions: regions, contacts: sentences)
    let places = PlaceReader(
      reading: reading, regions: regions, contacts: sentences,
      locations: LocationFinder(reading: reading).locations())
    let details = DetailReader(reading: reading, dates: dates, places: places)
    let further = reading.contacts.map { details.details(of: $0) }
    let own = reading.contacts.map { dates.date(of: $0) }
    for (index, date) in own.enumerated() {
      guard let date,
        isAnnounced(reading.contacts[index], reading.dates[date], reading, regions)
      else {
        continue
      }
      reading.contacts[index].status = .planned
    }
    for index in reading.contacts.indices
    where isFaceToFace(reading.contacts[index], reading, places) {
      reading.contacts[index].kind = .meeting
    }
    let locations = zip(reading.contacts, further).map { contact, further -> Location? in
      if contact.kind == .call { return nil }
      return places.location(of: contact) ?? further.flatMap { details.location(in: $0) }
    }
    // What a next sentence tells decides nothing when tellings are joined.
    let dated = zip(own, further).map { own, further in
      own ?? further.flatMap { details.date(in: $0) }
    }
    let story = StoryReader(reading: reading, dates: dates, places: places.locations).story(
      dated, locations)
    let meanings = DateResolver(reading: reading, dates: dates, storyDay: story.day?.value)
      .meanings(dated)
    setOwn(&reading, own, meanings.own, locations)
    let scene = SceneReader(
      reading: reading, dates: dates, places: places, meanings: meanings.dates, story: story,
      owners: SceneReader.Owners(reading.contacts, dated, locations))
    for index in reading.contacts.indices where reading.contacts[index].date == nil {
      guard own[index] == nil, let date = dated[index], let meaning = meanings.own[index],
        reading.contacts[index].status != .held || !isToCome(meaning, reading)
      else { continue }
      reading.contacts[index].inheritedDate = Attested(
        meaning, reading.evidence(reading.dates[date].tokens))
    }
    inherit(&reading, scene, dates.intervals, locations)
    let topics = TopicReader(reading: reading)
    for index in reading.contacts.indices where reading.contacts[index].topics.isEmpty {
      reading.contacts[index].topics = topics.topics(of: reading.contacts[index])
    }
  }

  private func isToCome(_ date: PartialDate, _ reading: Reading) -> Bool {
    guard let day = date.firstDay, let today = reading.setting.today else { return false }
    return day > today
  }

  /// What the contact's own sentence, its section or the record tells.
  private func setOwn(
    _ reading: inout Reading, _ own: [Int?], _ meanings: [PartialDate?], _ locations: [Location?]
  ) {
    for index in reading.contacts.indices {
      var contact = reading.contacts[index]
      let section = reading.section(of: contact.block)
      if contact.date == nil {
        if let date = own[index], let meaning = meanings[index] {
          contact.date = Attested(meaning, reading.evidence(reading.dates[date].tokens))
        } else {
          contact.date = section?.date ?? reading.setting.record?.date ?? justNow(contact, reading)
          // Another sentence may tell the day: "has met …", and then "on Tuesday".
          if contact.date == nil, contact.status == .held, isNews(contact, reading),
            let today = reading.setting.today
          {
            let told = reading.evidence(contact.trigger..<contact.trigger + 1)
            contact.inheritedDate = Attested(.day(today), told)
          }
        }
        if isFulfilled(contact, reading) { contact.status = .held }
        if let day = section?.date?.value.firstDay, isPresent(contact, reading),
          let published = reading.setting.published, day >= published
        {
          contact.status = .planned
        }
        // What lies after the publication cannot have been held.
        if contact.status == .held, let day = contact.date?.value.firstDay,
          let published = reading.setting.published, day > published
        {
          contact.status = .planned
        }
      }
      if contact.kind == .call {
        contact.place = nil
      } else if contact.place == nil {
        if let location = locations[index], location.kind == .city, !location.isDistrict {
          contact.place = Attested(location.place, reading.evidence(location.tokens))
        } else {
          contact.place = section?.place ?? reading.setting.record?.place
        }
      }
      reading.contacts[index] = contact
    }
  }

  /// "We have just had a very good meeting": what was done just now was done today.
  private func justNow(_ contact: ContactDraft, _ reading: Reading) -> Attested<PartialDate>? {
    guard contact.status == .held, let today = reading.setting.today else { return nil }
    let low = max(contact.sentence.lowerBound, contact.trigger - 8)
    let just = (low..<contact.trigger).first {
      reading.word($0) == "just"
        && ["have", "has", "'ve", "’ve", "'s"].contains(reading.word($0 - 1))
    }
    return just.map { Attested(.day(today), reading.evidence($0..<$0 + 1)) }
  }

  /// "Merkel and Macron have held their first talks": what the first sentence tells in the perfect is the
  /// news of the day.
  private func isNews(_ contact: ContactDraft, _ reading: Reading) -> Bool {
    let paragraph = reading.article.blocks.firstIndex {
      $0.kind == .paragraph && $0.range.length > 60
    }
    guard contact.block == paragraph,
      contact.sentence.lowerBound == reading.firstToken(ofBlock: contact.block)
    else { return false }
    let low = max(contact.sentence.lowerBound, contact.trigger - 6)
    let has = (low..<contact.trigger).contains {
      ["has", "have"].contains(reading.word($0)) && !CircumstanceStage.isTo(reading.word($0 + 1))
    }
    return has
      && !contact.window.contains { CircumstanceStage.oftenWords.contains(reading.word($0)) }
  }

  private static func isTo(_ word: Word) -> Bool { word == "to" || word == "not" }

  private static let oftenWords: WordSet = [
    "since", "already", "previously", "never", "often", "repeatedly", "times", "twice", "yet",
    "frequently", "ever", "recently", "last", "ago", "before", "until", "regularly",
  ]

  /// What the text around tells; a building gives way to the city it stands in, where that is told.
  private func inherit(
    _ reading: inout Reading, _ scene: SceneReader, _ intervals: IntervalReader,
    _ locations: [Location?]
  ) {
    for index in reading.contacts.indices {
      if reading.contacts[index].date == nil {
        reading.contacts[index].date = scene.dateOfOccasion(reading.contacts[index])
      }
      let contact = reading.contacts[index]
      let interval = contact.date == nil ? intervals.interval(of: contact) : nil
      if let interval {
        reading.contacts[index].date = date(interval, index, reading, scene)
      } else if contact.date == nil, let counted = scene.dateCounted(contact) {
        reading.contacts[index].date = counted
      } else if contact.date == nil, contact.inheritedDate == nil, !addsToAnother(contact, reading)
      {
        reading.contacts[index].inheritedDate = scene.date(
          of: contact, at: locations[index])
      }
      guard contact.kind != .call, contact.place == nil else { continue }
      let date = reading.contacts[index].date ?? reading.contacts[index].inheritedDate
      let around = scene.place(of: contact, on: date?.value)
      guard let location = locations[index] else {
        reading.contacts[index].inheritedPlace = around
        continue
      }
      let city = city(of: location, around, scene, contact.sentence, reading)
      if city == nil, PlaceWords.isGeneric(location.place.name) { continue }
      let told = Attested(location.place, reading.evidence(location.tokens))
      reading.contacts[index].place = city ?? told
    }
  }

  /// A day so far from that of another contact of the sentence, or from what the text around tells.
  private func date(
    _ interval: IntervalReader.Interval, _ index: Int, _ reading: Reading, _ scene: SceneReader
  ) -> Attested<PartialDate>? {
    guard let days = interval.days else { return nil }
    let contact = reading.contacts[index]
    let near = max(0, index - 4)..<min(index + 5, reading.contacts.count)
    let other = near.lazy.compactMap { other -> PartialDate? in
      let other = reading.contacts[other]
      guard other.sentence == contact.sentence, other.trigger != contact.trigger else { return nil }
      return other.date?.value
    }.first
    guard let base = other ?? scene.date(of: contact)?.value, base.precision == .day,
      let day = base.firstDay?.adding(days: days)
    else { return nil }
    return Attested(.day(day), reading.evidence(interval.tokens))
  }

  /// "Besides meeting Rubio, he met Waltz": of another day than the first, for all that is told.
  private func addsToAnother(_ contact: ContactDraft, _ reading: Reading) -> Bool {
    let start = contact.sentence.lowerBound
    switch reading.word(start) {
    case "besides", "beyond", "alongside": return true
    case "apart": return reading.word(start + 1) == "from"
    case "in": return reading.word(start + 1) == "addition"
    default: return false
    }
  }

  private func city(
    of location: Location, _ around: Attested<PlaceName>?, _ scene: SceneReader,
    _ sentence: Range<Int>, _ reading: Reading
  ) -> Attested<PlaceName>? {
    switch location.kind {
    case .city:
      return [around, scene.story.place].compactMap(\.self)
        .first { PlaceReader.lies(location.place, in: $0.value) }
    case .region:
      // "in Alaska", of a report from "ANCHORAGE, Alaska".
      return reading.setting.isInDateline(location.place.name, reading)
        ? reading.setting.datelinePlace : nil
    case .building(let city?):
      // "at the White House" is what newspapers tell; the city only where it stands beside it.
      return scene.city(city, toldIn: sentence)
        ?? reading.setting.datelinePlace.flatMap { $0.value.name == city ? $0 : nil }
    case .building(nil):
      guard let around else { return nil }
      return PlaceReader.lies(location.place, in: around.value) ? around : nil
    }
  }
}

extension Reading {
  /// The heading that `block` stands under.
  func section(of block: Int) -> SectionHeading? {
    let low = (0..<setting.sections.count).partitioningIndex { setting.sections[$0].block > block }
    return low > 0 ? setting.sections[low - 1] : nil
  }
}
