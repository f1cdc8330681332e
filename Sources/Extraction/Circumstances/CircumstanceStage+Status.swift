import Diplomacy
import Language

// MARK: - What the day and the place say of status and form

extension CircumstanceStage {
  /// "is to meet", "talks are to be held": what is to be has not been.
  func isToCome(
    _ contact: ContactDraft, _ reading: Reading, _ regions: ClauseRegions
  ) -> Bool {
    guard contact.status == .held else { return false }
    if isErrandAhead(contact, reading) { return true }
    let region = regions.region(contact.trigger)
    let low = max(contact.sentence.lowerBound + 1, contact.trigger - 4)
    let high = min(contact.sentence.upperBound - 1, contact.trigger + 20)
    guard low < high else { return false }
    return (low..<high).contains { index in
      guard reading.word(index) == "to", ["is", "are"].contains(reading.word(index - 1)),
        regions.region(index) == region
      else { return false }
      return index < contact.trigger || ["be", "take"].contains(reading.word(index + 1))
    }
  }

  /// "will be in New York on Saturday for a meeting with": what somebody will be somewhere for.
  private func isErrandAhead(_ contact: ContactDraft, _ reading: Reading) -> Bool {
    let near = max(contact.sentence.lowerBound, contact.trigger - 4)..<contact.trigger
    guard let purpose = near.last(where: { reading.word($0) == "for" }) else { return false }
    let before = max(contact.sentence.lowerBound, purpose - 12)..<purpose
    guard
      let will = before.last(where: {
        reading.word($0) == "will" && reading.word($0 + 1) == "be"
          && ["in", "at"].contains(reading.word($0 + 2))
      })
    else { return false }
    return !(will + 2..<purpose).contains {
      ClauseWords.isFinite(reading.word($0)) || ["and", ";"].contains(reading.word($0))
    }
  }

  /// "spoke in Johannesburg": who speaks at a place, and not by telephone, is there.
  func isFaceToFace(
    _ contact: ContactDraft, _ reading: Reading, _ places: PlaceReader
  ) -> Bool {
    guard contact.kind == .call,
      ["spoke", "spoken", "speak", "talked", "conversation"].contains(
        reading.word(contact.trigger))
    else { return false }
    let behind = contact.trigger + 1..<min(contact.trigger + 4, contact.sentence.upperBound)
    if behind.contains(where: { CircumstanceStage.closeWords.contains(reading.word($0)) }) {
      return !contact.window.contains { CircumstanceStage.phoneWords.contains(reading.word($0)) }
    }
    // "talked on the margins of the summit"
    if contact.window.contains(where: { SidelineReader.margins.contains(reading.word($0)) }) {
      return !contact.window.contains { CircumstanceStage.phoneWords.contains(reading.word($0)) }
    }
    guard let location = places.location(of: contact),
      location.kind == .city || location.kind == .region || isAt(location, reading),
      location.tokens.lowerBound > contact.trigger,
      places.regions.region(location.tokens.lowerBound) == places.regions.region(contact.trigger)
    else { return false }
    return !contact.window.contains { CircumstanceStage.phoneWords.contains(reading.word($0)) }
  }

  /// "spoke at the Elysee"
  private func isAt(_ location: Location, _ reading: Reading) -> Bool {
    let start = location.tokens.lowerBound
    return (start - 3..<start).contains { reading.word($0) == "at" }
  }

  /// "spoke alone for an hour"
  private static let closeWords: WordSet = ["alone", "privately", "one-on-one", "face-to-face"]

  private static let phoneWords: WordSet = [
    "phone", "telephone", "video", "call", "videoconference", "phoned", "telephoned", "line",
    "virtually", "videolink", "link", "rang", "called", "mobile",
  ]

  /// "On Tuesday he meets Clinton", "is hosting him on Friday", "talks begin on Monday": in running text
  /// the present tense with a day looks ahead.
  func isAnnounced(
    _ contact: ContactDraft, _ date: DateExpression, _ reading: Reading, _ regions: ClauseRegions
  ) -> Bool {
    guard contact.status == .held, reading.article.blocks[contact.block].kind == .paragraph else {
      return false
    }
    var isGoingOn = false
    if !CircumstanceStage.presentVerbs.contains(reading.word(contact.trigger)) {
      let verb = regions.verb(of: regions.region(contact.trigger))
      isGoingOn = isProgressive(contact.trigger, reading)
      guard
        isGoingOn || verb.map({ CircumstanceStage.beginnings.contains(reading.word($0)) }) == true
      else { return false }
    }
    switch date.meaning {
    case .weekday(let weekday, let turn):
      // "is meeting him on Thursday", of a Thursday, may be going on.
      return turn != .last && !(isGoingOn && weekday == reading.setting.today?.weekday)
    case .dayOfMonth: return true
    case .days(let days): return days > 0
    default: return false
    }
  }

  /// "is meeting", "are holding".
  private func isProgressive(_ trigger: Int, _ reading: Reading) -> Bool {
    guard reading.word(trigger).hasSuffix("ing") else { return false }
    let before = reading.word(trigger - 1)
    return ["is", "are", "'re"].contains(before)
      || before == "also" && ["is", "are"].contains(reading.word(trigger - 2))
  }

  private static let beginnings: WordSet = [
    "begin", "begins", "start", "starts", "open", "opens", "resume", "resumes", "convene",
    "convenes", "holds", "has", "goes", "heads", "chairs", "pays", "proceeds", "travels", "flies",
    "leaves", "continues", "departs",
  ]

  private static let presentVerbs: WordSet = [
    "meets", "hosts", "receives", "visits", "welcomes", "sees", "confers", "dines", "addresses",
    "sits", "joins", "attends", "chairs",
  ]

  /// "shook hands before their talks on May 16": of a day gone by, what was to follow has followed.
  func isFulfilled(_ contact: ContactDraft, _ reading: Reading) -> Bool {
    guard contact.isPreview, contact.status == .planned, let today = reading.setting.today,
      let day = contact.date?.value.lastDay
    else { return false }
    return day < today
  }

  /// "meets", of something held: a schedule of days to come looks ahead.
  func isPresent(_ contact: ContactDraft, _ reading: Reading) -> Bool {
    contact.status == .held
      && CircumstanceStage.presentVerbs.contains(reading.word(contact.trigger))
  }
}
