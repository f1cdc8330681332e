import Diplomacy
import Language

/// Reads schedules, agendas and diaries: headings that name a day ("Sunday 4 April – Tripoli"), and
/// under them lines that name an engagement ("11.30 Meeting with …").
///
/// The owner is who the text or the part is headed by, and takes part in each engagement that has no
/// subject of its own. Whole sentences under a heading are left to be read as prose; they get its day
/// and place.
struct ScheduleLayout {
  let text: LayoutText

  var reading: Reading { text.reading }

  /// A block that opens with a day.
  private struct Heading {
    var block: Int
    var date: Attested<PartialDate>
    /// What follows the day in the same block.
    var rest: Range<Int>
  }

  func read(into found: inout LayoutStage.Found) {
    var headings: [Int: Heading] = [:]
    var days: Set<PartialDate> = []
    for block in reading.article.blocks.indices where reading.article.blocks[block].isBody {
      guard let heading = heading(block) else { continue }
      headings[block] = heading
      days.insert(heading.date.value)
    }
    guard let first = headings.keys.min(), days.count > 1 || isNamedSchedule(before: first) else {
      return
    }
    var owner = owner(before: first)
    var section: SectionHeading?
    let common = commonPlace(before: first)
    var contents = 0
    for block in reading.article.blocks.indices.dropFirst(first)
    where reading.article.blocks[block].isBody {
      if let heading = headings[block] {
        section = SectionHeading(
          block: block, date: heading.date, place: place(in: heading.rest) ?? common)
        contents = isPlaceOnly(heading.rest) ? 0 : 1
        append(section, &found)
        for sentence in sentences(heading.rest) {
          entries(sentence, block, owner, isInline: true, section, &found)
        }
        continue
      }
      let tokens = text.tokens(ofBlock: block)
      if let person = ownerLine(tokens), text.hasGap(before: block) {
        owner = person
        section = nil
      } else if contents > 0, text.hasGap(before: block) {
        section = nil
      }
      guard section != nil else {
        append(SectionHeading(block: block), &found)
        continue
      }
      contents += 1
      if let place = leadPlace(tokens) {
        section?.place = place
        section?.block = block
        append(section, &found)
      }
      for sentence in sentences(tokens) {
        entries(sentence, block, owner, isInline: false, section, &found)
      }
    }
  }

  /// "PUBLIC SCHEDULE FOR SECRETARY BLINKEN" over a single day.
  private func isNamedSchedule(before block: Int) -> Bool {
    (0..<text.tokens(ofBlock: block).lowerBound).prefix(60).contains {
      ["schedule", "diary", "agenda", "engagements", "itinerary", "programme"].contains(
        reading.word($0)) && reading.tokens[$0].isCapitalized
    }
  }

  private func append(_ section: SectionHeading?, _ found: inout LayoutStage.Found) {
    if let section { found.sections.append(section) }
  }

  private func sentences(_ tokens: Range<Int>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = tokens.lowerBound
    while index < tokens.upperBound, let sentence = reading.sentence(of: index) {
      ranges.append(index..<min(tokens.upperBound, sentence.tokens.upperBound))
      index = sentence.tokens.upperBound
    }
    return ranges
  }

  // MARK: - Headings

  /// A day at the block's start that is closed by a mark or the block's end.
  private func heading(_ block: Int) -> Heading? {
    let tokens = text.tokens(ofBlock: block)
    guard let start = tokens.first(where: { !reading.tokens[$0].isMark }),
      let date = reading.date(startingAt: start), date.tellsDay, !date.isAnaphoric
    else { return nil }
    let end = date.tokens.upperBound
    let isClosed =
      end >= tokens.upperBound || [":", "–", "—", "-", ".", "|"].contains(reading.word(end))
    guard isClosed || (reading.word(end) == "," && tokens.count < 8), let value = value(date) else {
      return nil
    }
    var rest = end
    while rest < tokens.upperBound, reading.tokens[rest].isMark { rest += 1 }
    return Heading(
      block: block, date: Attested(value, reading.evidence(date.tokens)),
      rest: rest..<tokens.upperBound)
  }

  /// A schedule looks ahead and a diary back: of two years the day nearer to the publication.
  private func value(_ date: DateExpression) -> PartialDate? {
    if case .fixed(let value) = date.meaning { return value }
    guard let today = reading.setting.published else { return nil }
    let options = [false, true].compactMap {
      date.date(from: .init(today: today, isFuture: $0))
    }
    return options.min { distance($0, today) < distance($1, today) }
  }

  private func distance(_ date: PartialDate, _ today: CalendarDate) -> Int {
    abs((date.firstDay?.dayNumber ?? 0) - today.dayNumber)
  }

  private func isPlaceOnly(_ rest: Range<Int>) -> Bool { rest.count <= 5 }

  private func place(in range: Range<Int>) -> Attested<PlaceName>? {
    for index in range.prefix(8) {
      if let span = reading.entity(startingAt: index),
        let place = PlaceReader.place(of: span, reading)
      {
        return Attested(place, reading.evidence(span.tokens))
      }
    }
    return nil
  }

  /// "were in New York this week": where the lines that lead in say that all took place.
  private func commonPlace(before block: Int) -> Attested<PlaceName>? {
    let end = text.tokens(ofBlock: block).lowerBound
    return PlaceReader.firstPlace(in: 0..<end, after: ["in"], reading)
  }

  /// "Brussels: Ms Malmström receives …"
  private func leadPlace(_ tokens: Range<Int>) -> Attested<PlaceName>? {
    guard let start = tokens.first(where: { !reading.tokens[$0].isMark }),
      let span = reading.entity(startingAt: start), reading.word(span.tokens.upperBound) == ":",
      let place = PlaceReader.place(of: span, reading)
    else { return nil }
    return Attested(place, reading.evidence(span.tokens))
  }

  // MARK: - The owner

  /// The first person before the first day, by preference one who stands alone in a line.
  private func owner(before block: Int) -> Actor? {
    let end = text.tokens(ofBlock: block).lowerBound
    var index = 0
    while index < end, let sentence = reading.sentence(of: index) {
      if let person = ownerLine(sentence.tokens) { return person }
      index = sentence.tokens.upperBound
    }
    return text.actors(in: 0..<max(end, 0)).first { $0.person != nil }
      ?? reading.mentions.first.map { Actor(identity: .person($0.person), tokens: $0.tokens) }
  }

  /// The only person of a short line that says nothing else of him than his office.
  private func ownerLine(_ tokens: Range<Int>) -> Actor? {
    guard tokens.count <= 22,
      !tokens.contains(where: { ScheduleWords.verbs.contains(reading.word($0)) })
    else { return nil }
    var owner: Actor?
    for actor in text.actors(in: tokens) {
      guard let person = actor.person else { continue }
      if let known = owner?.person, known != person { return nil }
      owner = owner ?? actor
    }
    return owner
  }
}
