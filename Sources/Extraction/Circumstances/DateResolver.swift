import Diplomacy
import Language

/// Says what each date of the text means, one after the other, since some are counted from those
/// before.
struct DateResolver {
  let reading: Reading
  let dates: DateReader
  let storyDay: PartialDate?

  /// What the dates mean: each by itself, and each contact's own by what became of the contact.
  struct Meanings {
    /// For each date, nil where it is nobody's.
    var dates: [PartialDate?]
    /// For each contact.
    var own: [PartialDate?]
  }

  /// The meaning of each date; `own` gives for each contact the date that is its own.
  func meanings(_ own: [Int?]) -> Meanings {
    // For each date the first contact that has it.
    var owners = [Int?](repeating: nil, count: reading.dates.count)
    for (contact, date) in own.enumerated() {
      if let date, owners[date] == nil { owners[date] = contact }
    }
    var meanings: [PartialDate?] = []
    var tolds: [PartialDate?] = []
    var told = Told()
    for (index, date) in reading.dates.enumerated() {
      let block = reading.blockIndex(of: date.tokens.lowerBound)
      if block != told.block { told.enter(block) }
      let owner = owners[index].map { reading.contacts[$0] }
      if index > 0, let sentence = reading.sentence(of: date.tokens.lowerBound) {
        told.isOfSentence = sentence.tokens.contains(reading.dates[index - 1].tokens.lowerBound)
      }
      let isFuture = isFuture(date, owner)
      let origin = DateExpression.Origin(
        today: reading.setting.today, isFuture: isFuture,
        isOpen: owner.map { isOpen($0, date) } ?? false,
        told: countsFromToday(date)
          ? nil : told.origin(date, storyDay, reading.setting.today, isFuture: isFuture))
      tolds.append(origin.told)
      let meaning = date.date(from: origin)
      meanings.append(owner == nil && dates.isNobodys(index) ? nil : meaning)
      if let meaning, !dates.isNobodys(index) {
        told.note(
          meaning, date, isFuture: isFuture, isOwned: owner?.status == .held,
          in: reading.sentence(of: date.tokens.lowerBound)?.tokens.lowerBound)
      }
    }
    let owned = zip(reading.contacts, own).map { contact, index -> PartialDate? in
      guard let index else { return nil }
      let date = reading.dates[index]
      return date.date(
        from: DateExpression.Origin(
          today: reading.setting.today, isFuture: isFuture(date, contact),
          isOpen: isOpen(contact, date), told: tolds[index]))
    }
    return Meanings(dates: meanings, own: owned)
  }

  /// "last August" is the last before the day of writing, whatever year was told before it.
  private func countsFromToday(_ date: DateExpression) -> Bool {
    ["last", "this", "next"].contains(reading.word(date.tokens.lowerBound))
  }

  /// Whether something to come is dated: by the contact's status, else by the words beside it.
  private func isFuture(_ date: DateExpression, _ contact: ContactDraft?) -> Bool {
    // "last December" is past, whatever became of it.
    if reading.word(date.tokens.lowerBound) == "last" { return false }
    if let contact {
      if contact.status == .planned { return true }
      return contact.status != .held && wasAhead(date)
    }
    return dates.looksAhead(date)
  }

  /// What was called off or refused may have lain ahead or not; "has been" shows that it did.
  private func isOpen(_ contact: ContactDraft, _ date: DateExpression?) -> Bool {
    // "said before a meeting on Tuesday": Tuesday gone by only if that was yesterday or so.
    if contact.isPreview {
      guard case .weekday(let weekday, _)? = date?.meaning, let today = reading.setting.today else {
        return true
      }
      return (today.weekday - weekday + 7) % 7 < 3
    }
    guard contact.status == .cancelled || contact.status == .declined else { return false }
    if let date, let plan = planned(date) {
      // "set for Monday, has been postponed": the day has not come.
      if contact.status == .cancelled,
        contact.window.contains(where: {
          reading.word($0) == "been" && ["has", "have"].contains(reading.word($0 - 1))
        })
      {
        return false
      }
      return contact.status == .cancelled || reading.word(plan - 1) == "been"
    }
    return !contact.window.contains {
      ["has", "have", "is", "are", "will"].contains(reading.word($0))
    }
  }

  /// "set for Tuesday": a day that lay ahead, also of what was then called off.
  private func wasAhead(_ date: DateExpression) -> Bool {
    guard let plan = planned(date) else { return false }
    return reading.word(plan - 1) != "been"
  }

  /// The "planned" of "planned for Tuesday".
  private func planned(_ date: DateExpression) -> Int? {
    let before = date.tokens.lowerBound - 1
    // "his planned June 12 summit"
    if ["planned", "scheduled"].contains(reading.word(before)) { return before }
    guard ["for", "on"].contains(reading.word(before)),
      ["set", "scheduled", "planned", "due", "slated", "arranged"]
        .contains(reading.word(before - 1))
    else { return nil }
    return before - 1
  }

  /// What was told before: in this paragraph, and as past in the whole text.
  private struct Told {
    var block = -1
    var date: PartialDate?
    /// Where its words end.
    var end = 0
    /// Whether `date` was told in the sentence that is being read.
    var isOfSentence = false
    var day: PartialDate?
    /// The day told last in the paragraph right before.
    var dayBefore: PartialDate?
    var pastDay: PartialDate?
    /// The date told last, in whatever paragraph.
    var last: PartialDate?
    /// The sentence whose day is that of a contact, by its first token.
    var owned = -1
    /// The past days told so far, the last of them.
    private var pastDays: [PartialDate] = []

    mutating func enter(_ block: Int) {
      dayBefore = block == self.block + 1 ? day : nil
      self.block = block
      date = nil
      day = nil
    }

    /// So many past days are kept in mind.
    private static let kept = 24

    /// So many tokens on, a year of long ago is still meant.
    private static let reach = 70

    mutating func note(
      _ meaning: PartialDate, _ expression: DateExpression, isFuture: Bool, isOwned: Bool,
      in sentence: Int?
    ) {
      date = meaning
      last = meaning
      end = expression.tokens.upperBound
      guard meaning.precision == .day || meaning.precision == .span else { return }
      // "met on Friday, which drew fury on Monday. Three days earlier": before the day that they met.
      if let sentence {
        if !isOwned, owned == sentence { return }
        if isOwned { owned = sentence }
      }
      day = meaning
      guard !isFuture else { return }
      pastDay = meaning
      if pastDays.count == Self.kept { pastDays.removeFirst() }
      pastDays.append(meaning)
    }

    /// Whether the text has gone on from what it told of long ago.
    private func isPast(_ expression: DateExpression, _ today: CalendarDate?) -> Bool {
      guard let today, let year = date?.firstDay?.year, year < today.year - 1 else { return false }
      return expression.tokens.lowerBound - end > Self.reach
    }

    func origin(
      _ expression: DateExpression, _ storyDay: PartialDate?, _ today: CalendarDate?,
      isFuture: Bool
    ) -> PartialDate? {
      switch expression.meaning {
      case .daysAfter(let days) where days > 0 && !isFuture:
        // "Fifteen days later": after a day that lies so far back.
        ([day, dayBefore, storyDay] + pastDays.reversed()).lazy.compactMap(\.self).first { told in
          guard let today, let later = told.firstDay?.adding(days: days) else { return true }
          return later <= today
        } ?? day ?? dayBefore ?? storyDay ?? pastDay
      case .daysAfter(0): day ?? storyDay ?? pastDay
      case .yearsAfter, .monthOfToldYear, .monthsAfter: date ?? last
      case .daysAfter, .weekdayAfter, .dayOfSpan: day ?? dayBefore ?? storyDay ?? pastDay
      default:
        // "… since 1950. In April he visited": a year alone ends with its sentence.
        date?.precision == .year && !isOfSentence || isPast(expression, today) ? nil : date
      }
    }
  }
}
