import Diplomacy
import Language

/// Reads an official travel record: under a line that names traveller, place and span stand sentences
/// without a subject ("Met with President Pardo and Foreign Minister Prado; visited …").
struct RecordLayout {
  let text: LayoutText

  var reading: Reading { text.reading }

  func read(into found: inout LayoutStage.Found) {
    guard let record = reading.setting.record else { return }
    for sentence in reading.document.sentences.dropFirst() {
      found.handled.append(sentence.tokens)
      var contact: Telling?
      for clause in clauses(sentence.tokens) {
        var told = tellings(clause)
        if told.isEmpty, let last = contact { told = continued(clause, last) }
        contact = told.last { $0.kind == .meeting } ?? contact
        for telling in told {
          found.contacts.append(draft(telling, clause, sentence, record))
        }
      }
    }
  }

  /// One contact of a clause: with whom, by which word, in which form.
  struct Telling {
    var actors: [Actor]
    var trigger: Int
    var kind: MeetingKind?
    var tokens: Range<Int>
  }

  private func draft(
    _ telling: Telling, _ clause: Range<Int>, _ sentence: Document.Sentence, _ record: RecordHeader
  ) -> ContactDraft {
    let traveller = Actor(
      identity: .person(record.traveller), tokens: record.travellerTokens)
    let trigger = telling.trigger..<telling.trigger + 1
    var draft = ContactDraft(
      actors: [traveller] + telling.actors, trigger: telling.trigger, kind: telling.kind,
      kindTokens: trigger, status: .held, statusTokens: trigger, tokens: telling.tokens,
      sentence: sentence.tokens, block: sentence.origin, isSeparate: true)
    draft.date = record.date
    if telling.kind != .call { draft.place = record.place }
    return draft
  }

  // MARK: - Clauses

  /// Cuts at ";" and before each verb that starts anew: "and addressed", "; met".
  private func clauses(_ sentence: Range<Int>) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = sentence.lowerBound
    for index in sentence where index > start {
      let word = reading.word(index)
      let before = reading.word(index - 1)
      let isNew = RecordWords.verbs.contains(word) && [",", "and", "also", "then"].contains(before)
      guard word == ";" || isNew else { continue }
      if index > start { clauses.append(start..<index) }
      start = word == ";" ? index + 1 : index
    }
    if start < sentence.upperBound { clauses.append(start..<sentence.upperBound) }
    return clauses
  }

  private func tellings(_ clause: Range<Int>) -> [Telling] {
    var start = clause.lowerBound
    while start < clause.upperBound, ["also", "then", "and", ","].contains(reading.word(start)) {
      start += 1
    }
    guard start < clause.upperBound else { return [] }
    let word = reading.word(start)
    if reading.lower(start).hasPrefix("acc") && reading.lower(start).hasSuffix("panied")
      || word == "joined"
    {
      let told = joint(start, clause)
      return told.isEmpty && word != "joined" ? company(start, clause) : told
    }
    if ["led", "headed"].contains(word), let to = clause.first(where: { reading.word($0) == "to" })
    {
      return attendance(to, clause)
    }
    if ["attended", "participated", "hosted", "convened", "chaired"].contains(word) {
      return attendance(start, clause)
    }
    if RecordWords.contacts.contains(word) { return contact(start, clause) }
    if RecordWords.verbs.contains(word) { return [] }
    return occasion(start, clause)
  }

  /// "Met with President Hu of China, July 16; and President Lula of Brazil, July 17.": the verb of the
  /// clause before, with others and on another day.
  private func continued(_ clause: Range<Int>, _ last: Telling) -> [Telling] {
    var start = clause.lowerBound
    while start < clause.upperBound, ["and", ",", "with", "also"].contains(reading.word(start)) {
      start += 1
    }
    guard start < clause.upperBound, text.role(at: start) != nil || text.mention(at: start) != nil
    else { return [] }
    let end = partiesEnd(start, clause)
    let actors = text.actors(in: start..<end)
    guard !actors.isEmpty else { return [] }
    return [
      Telling(
        actors: actors, trigger: last.trigger, kind: last.kind,
        tokens: start..<trimmed(end, from: start))
    ]
  }

  // MARK: - Kinds of clause

  /// "Met informally with A and B", "discussed trade with A", "met with A and with B".
  private func contact(_ start: Int, _ clause: Range<Int>) -> [Telling] {
    var end = partiesEnd(start + 1, clause)
    if ["discussed", "negotiated", "consulted", "reviewed", "explored"].contains(
      reading.word(start)),
      let with = clause.first(where: { $0 > start && reading.word($0) == "with" }), with >= end
    {
      // "Discussed the situation in Indochina with Eden": what was discussed has a place too.
      end = partiesEnd(with + 1, clause)
    }
    var starts = (start..<end).filter { reading.word($0) == "with" }.map { $0 + 1 }
    if starts.isEmpty {
      guard ["met", "received", "briefed"].contains(reading.word(start)) else { return [] }
      starts = [start + 1]
      if reading.word(start) != "met", text.actors(in: start + 1..<end).isEmpty { return [] }
    }
    let isSeparate = clause.contains { index in
      ["separately", "respectively", "individually"].contains(reading.word(index))
        && (index < starts[0] || index >= end - 2)
    }
    let kind: MeetingKind? = ["dined", "lunched"].contains(reading.word(start)) ? .meal : .meeting
    let first = starts.enumerated().compactMap { index, first in
      let last = index + 1 < starts.count ? starts[index + 1] - 1 : end
      let actors = parties(first..<last)
      guard !actors.isEmpty else { return nil }
      let tokens = (index == 0 ? start : first - 1)..<trimmed(last, from: first)
      return Telling(actors: actors, trigger: start, kind: kind, tokens: tokens)
    }.flatMap { isSeparate && starts.count == 1 ? apart($0) : [$0] }
    return first + furtherContacts(after: end, start, kind, clause)
  }

  /// "with King Hussein in Amman and with President Assad in Damascus": those behind a place or time.
  private func furtherContacts(
    after end: Int, _ trigger: Int, _ kind: MeetingKind?, _ clause: Range<Int>
  ) -> [Telling] {
    var found: [Telling] = []
    var at = end
    while let with = (at..<max(at, clause.upperBound)).first(where: {
      reading.word($0) == "with" && RecordWords.links.contains(reading.word($0 - 1))
    }) {
      at = partiesEnd(with + 1, clause)
      let actors = text.actors(in: with + 1..<at)
      if !actors.isEmpty {
        found.append(
          Telling(
            actors: actors, trigger: trigger, kind: kind, tokens: with..<trimmed(at, from: with)))
      }
      at = max(at, with + 1)
    }
    return found
  }

  /// "Met with Netanyahu and Arafat, separately": each by himself.
  private func apart(_ telling: Telling) -> [Telling] {
    telling.actors.map { actor in
      var own = telling
      own.actors = [actor]
      return own
    }
  }

  /// "on Bosnia", "on the future of Europe": what an event was about, before those it was with.
  private func isTopic(_ range: Range<Int>) -> Bool {
    guard let first = range.first, reading.word(first) == "on" else { return false }
    return range.allSatisfy { !reading.tokens[$0].isMark && text.mention(at: $0) == nil }
  }

  /// "Attended the APEC summit", "attended a Quartet meeting and the Donors' Conference", "attended
  /// the conference with A and B"; not funerals and ceremonies.
  private func attendance(_ start: Int, _ clause: Range<Int>) -> [Telling] {
    let with = clause.first { $0 > start && reading.word($0) == "with" }
    var end = partiesEnd(start + 1, clause)
    if let with, with > end, isTopic(end..<with) { end = partiesEnd(with + 1, clause) }
    let events = events(start + 1, with.map { min($0, end) } ?? end)
    return events.enumerated().map { index, event in
      var actors: [Actor] = []
      if let with, index == events.count - 1, with < end { actors = parties(with + 1..<end) }
      if actors.isEmpty, index == events.count - 1,
        let between = event.first(where: { reading.word($0) == "between" })
      {
        actors = text.actors(in: between + 1..<end)
      }
      if actors.isEmpty { actors = text.actors(in: event).filter { $0.person == nil } }
      if actors.isEmpty || actors.allSatisfy({ isOwnSide($0) }) {
        actors += participants(event)
      }
      let last = index == events.count - 1 ? max(end, event.upperBound) : event.upperBound
      let tokens = (index == 0 ? start : event.lowerBound)..<trimmed(last, from: event.lowerBound)
      return Telling(actors: actors, trigger: start, kind: .summit, tokens: tokens)
    }
  }
}
