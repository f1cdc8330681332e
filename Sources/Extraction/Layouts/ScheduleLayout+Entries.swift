import Diplomacy
import Language

// MARK: - Engagements

extension ScheduleLayout {
  /// Reads the engagements of a line, one each piece between semicolons.
  func entries(
    _ range: Range<Int>, _ block: Int, _ owner: Actor?, isInline: Bool, _ section: SectionHeading?,
    _ found: inout LayoutStage.Found
  ) {
    guard let owner, let section else { return }
    var start = range.lowerBound
    for index in range where reading.word(index) == ";" || index == range.upperBound - 1 {
      let end = reading.word(index) == ";" ? index : index + 1
      let piece = start..<end
      start = index + 1
      guard !piece.isEmpty else { continue }
      entry(piece, block, owner, isInline, section, &found)
    }
  }

  private func entry(
    _ piece: Range<Int>, _ block: Int, _ owner: Actor, _ isInline: Bool, _ section: SectionHeading,
    _ found: inout LayoutStage.Found
  ) {
    let start = opening(piece)
    guard start < piece.upperBound else { return }
    // "With Ms Kallas; Mr Rubio": goes on from the engagement before.
    if ["with", "together"].contains(reading.word(start)), extends(piece, block, &found) { return }
    let noun = noun(start, piece)
    var actors = text.actors(in: (noun ?? start)..<piece.upperBound)
    if let noun { actors = text.actors(in: start..<noun, withPossessors: true) + actors }
    if noun == nil {
      guard isBare(start, piece) else { return }
      if !isInline, !extendsList(piece, block, actors, &found) { return }
      if !isInline { return }
    }
    if actors.isEmpty, let noun, let party = party(after: noun, piece) { actors = [party] }
    let others = actors.filter { $0.person != owner.person || owner.person == nil }
    guard !others.isEmpty, let sentence = reading.sentence(of: start) else { return }
    let trigger = noun ?? start
    let word = trigger..<trigger + 1
    var draft = ContactDraft(
      actors: [owner] + others, trigger: trigger,
      kind: noun.map { kind($0, piece) } ?? .meeting, kindTokens: word,
      status: status(piece, section), statusTokens: word, tokens: start..<trimmed(piece),
      sentence: sentence.tokens, block: block, isSeparate: true)
    draft.date = section.date
    if draft.kind != .call { draft.place = section.place }
    found.contacts.append(draft)
    found.handled.append(piece)
  }

  // MARK: - Parts of an engagement

  /// Past bullets, times, a place with a colon, and notes such as "To be confirmed:".
  private func opening(_ piece: Range<Int>) -> Int {
    var index = piece.lowerBound
    if let colon = piece.prefix(6).first(where: { reading.word($0) == ":" }),
      (index..<colon).allSatisfy({ !ScheduleWords.nouns.contains(reading.word($0)) })
    {
      index = colon + 1
    }
    while index < piece.upperBound {
      let token = reading.tokens[index]
      guard
        token.isMark || token.shape.contains(.number)
          || ScheduleWords.times.contains(token.word)
      else { break }
      index += 1
    }
    return index
  }

  /// The noun of contact among the first words, before which no verb or preposition stands.
  private func noun(_ start: Int, _ piece: Range<Int>) -> Int? {
    var index = start
    while index < piece.upperBound, index < start + 9 {
      let word = reading.word(index)
      if ScheduleWords.nouns.contains(word) {
        let next = reading.word(index + 1)
        return ScheduleWords.nouns.contains(next) || next == "meeting" ? index + 1 : index
      }
      if index > start, ["with", "by", "on", "at", "press"].contains(word) { return nil }
      if ScheduleWords.verbs.contains(word) { return nil }
      index += 1
    }
    return nil
  }

  /// Only names, titles and countries: "Foreign Minister of Cyprus, Ioannis Kasoulides".
  private func isBare(_ start: Int, _ piece: Range<Int>) -> Bool {
    guard piece.count <= 24,
      text.role(at: start) != nil || text.mention(at: start) != nil
        || reading.tokens[start].isCapitalized
    else { return false }
    return !piece.contains {
      ScheduleWords.verbs.contains(reading.word($0))
        || (!reading.tokens[$0].isCapitalized && reading.word($0).hasSuffix("ed"))
    } && text.actors(in: start..<piece.upperBound).contains { $0.person != nil }
  }

  /// "Breakfast with the European Chamber of Commerce".
  private func party(after noun: Int, _ piece: Range<Int>) -> Actor? {
    guard let with = piece.first(where: { $0 > noun && ["with", "by"].contains(reading.word($0)) })
    else { return nil }
    let end = trimmed(piece)
    guard with + 1 < end, end - with <= 9 else { return nil }
    return text.group(with + 1..<end)
  }

  private func extends(
    _ piece: Range<Int>, _ block: Int, _ found: inout LayoutStage.Found
  ) -> Bool {
    extendsList(piece, block, text.actors(in: piece), &found)
  }

  /// Adds `actors` to the engagement just read in the same block.
  private func extendsList(
    _ piece: Range<Int>, _ block: Int, _ actors: [Actor], _ found: inout LayoutStage.Found
  ) -> Bool {
    guard let last = found.contacts.indices.last, found.contacts[last].block == block,
      !actors.isEmpty
    else { return false }
    found.contacts[last].actors += actors
    found.contacts[last].tokens =
      found.contacts[last].tokens.lowerBound..<trimmed(piece)
    found.handled.append(piece)
    return true
  }

  private func kind(_ noun: Int, _ piece: Range<Int>) -> MeetingKind {
    let word = reading.word(noun)
    let before = reading.word(noun - 1)
    if ScheduleWords.meals.contains(word) { return .meal }
    if word == "call" || word == "calls" {
      return before == "courtesy" || before == "farewell" ? .visit : .call
    }
    if ["phone", "telephone", "video"].contains(before) || reading.lower(noun).hasPrefix("video")
      || reading.lower(noun).hasPrefix("tele")
    {
      return .call
    }
    if ScheduleWords.visits.contains(word) { return .visit }
    return ScheduleWords.conferences.contains(word) ? .summit : .meeting
  }

  private func status(_ piece: Range<Int>, _ section: SectionHeading) -> MeetingStatus {
    let words = piece.map { reading.word($0) }
    if words.contains(where: { ["cancelled", "canceled", "postponed"].contains($0) }) {
      return .cancelled
    }
    guard let day = section.date?.value.firstDay, let today = reading.setting.published else {
      return .planned
    }
    return day < today ? .held : .planned
  }

  private func trimmed(_ piece: Range<Int>) -> Int {
    var end = piece.upperBound
    while end > piece.lowerBound + 1, reading.tokens[end - 1].isMark, reading.word(end - 1) != ")" {
      end -= 1
    }
    return end
  }
}

/// The words of schedules, in lower case.
enum ScheduleWords {
  static let meals: WordSet = ["dinner", "lunch", "breakfast", "luncheon", "banquet", "supper"]
  static let visits: WordSet = ["audience", "reception", "visit"]
  static let conferences: WordSet = ["summit", "conference", "forum"]

  /// What an engagement is called by.
  static let nouns = meals.union(visits).union(conferences).union([
    "meeting", "meetings", "bilateral", "talks", "call", "calls", "videoconference",
    "teleconference", "video-conference", "conversation", "consultations", "discussion",
    "discussions", "pull-aside", "tête-à-tête", "session", "encounter",
  ])

  /// What shows a sentence with a subject of its own.
  static let verbs: WordSet = [
    "is", "are", "was", "were", "will", "has", "have", "had", "met", "meets", "received",
    "receives", "hosts", "hosted", "holds", "held", "attends", "welcomes", "visited", "visits",
    "travels", "arrived", "arrives", "leaves", "said", "sent", "addresses", "addressed",
    "participates", "takes", "took", "chairs", "spoke", "speaks", "joins", "delivers",
  ]

  /// What stands with a time.
  static let times: WordSet = [
    "a.m.", "p.m.", "am", "pm", "noon", "midday", "to", "hrs", "h", "hours", "morning", "afternoon",
    "evening", "edt", "est", "gmt", "cet", "later", "local", "time", "and", "then",
  ]
}
