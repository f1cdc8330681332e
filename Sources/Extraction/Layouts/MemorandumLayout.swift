import Diplomacy
import Language

/// Reads a memorandum of conversation: labelled lines ("PARTICIPANTS:", "DATE AND TIME:", "PLACE:",
/// "SUBJECT:") and then what was said.
///
/// All who are listed as participants are one held meeting.
struct MemorandumLayout {
  let text: LayoutText

  private var reading: Reading { text.reading }

  private enum Label { case participants, date, place, subject, other }

  func read(into found: inout LayoutStage.Found) {
    let labels = labels()
    guard let first = labels.first(where: { $0.label == .participants }) else { return }
    var actors: [Actor] = []
    var ranges: [Range<Int>] = []
    for (index, label) in labels.enumerated() where label.label == .participants {
      let end = end(after: index, labels)
      guard label.body < end else { continue }
      ranges.append(label.body..<end)
      for actor in text.actors(in: label.body..<end) where !actors.contains(where: same(actor)) {
        actors.append(actor)
      }
    }
    guard actors.count(where: { $0.person != nil }) > 1, let range = ranges.first else { return }
    let date = date(labels)
    let trigger = first.start..<max(first.start + 1, first.body - 1)
    let words = first.start..<range.upperBound
    guard let sentence = reading.sentence(of: first.start) else { return }
    var draft = ContactDraft(
      actors: actors, trigger: first.start, kind: .meeting, kindTokens: trigger, status: .held,
      statusTokens: trigger, tokens: words, sentence: sentence.tokens, block: sentence.origin)
    draft.date = date
    draft.place = place(labels)
    draft.topics = topics(labels)
    found.contacts.append(draft)
    found.handled += ranges
    if case .day(let day)? = date?.value { found.day = day }
  }

  private func same(_ actor: Actor) -> (Actor) -> Bool { { $0.identity == actor.identity } }

  // MARK: - Labels

  private struct Labelled {
    var label: Label
    /// Its first token, and the one after the colon.
    var start: Int
    var body: Int
  }

  /// Words in capitals, or at a line's start, before a colon.
  private func labels() -> [Labelled] {
    var labels: [Labelled] = []
    for block in reading.article.blocks.indices {
      let tokens = text.tokens(ofBlock: block)
      guard let start = tokens.first(where: { !reading.tokens[$0].isMark }),
        let colon = tokens.prefix(6).first(where: { reading.word($0) == ":" }), colon > start,
        let label = label(start..<colon)
      else { continue }
      labels.append(Labelled(label: label, start: start, body: colon + 1))
    }
    return labels
  }

  private func label(_ words: Range<Int>) -> Label? {
    switch reading.word(words.lowerBound) {
    case "participants", "participant", "present", "attendees", "attending": .participants
    case "date", "time": .date
    case "place", "location", "venue": .place
    case "subject", "subjects", "topic", "topics", "re": .subject
    case "copies", "classification", "distribution", "drafted", "note", "notetaker": .other
    default: nil
    }
  }

  /// Up to the next label, or the first block that is no list any more.
  private func end(after index: Int, _ labels: [Labelled]) -> Int {
    let next = index + 1 < labels.count ? labels[index + 1].start : reading.tokens.count
    let first = reading.blockIndex(of: labels[index].start)
    var block = first
    var end = min(next, text.tokens(ofBlock: block).upperBound)
    while block + 1 < reading.article.blocks.count {
      let tokens = text.tokens(ofBlock: block + 1)
      if tokens.lowerBound >= next { return next }
      // What is said, in brackets or by a speaker, is no list.
      if let token = tokens.first, reading.word(token) == "[" || isSpeaker(tokens) { return end }
      end = max(end, min(next, tokens.upperBound))
      block += 1
    }
    return end
  }

  private func isSpeaker(_ tokens: Range<Int>) -> Bool {
    tokens.prefix(5).dropFirst().contains { reading.word($0) == ":" } && tokens.count > 8
  }

  // MARK: - Date, place and subject

  private func body(_ label: Label, _ labels: [Labelled]) -> Range<Int>? {
    guard let index = labels.firstIndex(where: { $0.label == label }) else { return nil }
    let next = index + 1 < labels.count ? labels[index + 1].start : reading.tokens.count
    let block = text.tokens(ofBlock: reading.blockIndex(of: labels[index].start))
    let after = text.tokens(ofBlock: reading.blockIndex(of: labels[index].start) + 1)
    let start = labels[index].body
    let end = start < block.upperBound ? block.upperBound : min(next, after.upperBound)
    return start < end ? start..<end : nil
  }

  private func date(_ labels: [Labelled]) -> Attested<PartialDate>? {
    guard let range = body(.date, labels) else { return nil }
    for index in reading.dateIndices(in: range) {
      let date = reading.dates[index]
      if let value = date.date(from: .init(today: reading.setting.today, isFuture: false)) {
        return Attested(value, reading.evidence(date.tokens))
      }
    }
    return nil
  }

  private func place(_ labels: [Labelled]) -> Attested<PlaceName>? {
    guard let range = body(.place, labels) else { return nil }
    var building: Attested<PlaceName>?
    for index in range {
      guard let span = reading.entity(startingAt: index),
        let place = PlaceReader.place(of: span, reading)
      else { continue }
      let told = Attested(place, reading.evidence(span.tokens))
      if case .government = span.entity { building = building ?? told } else { return told }
    }
    return building
  }

  private func topics(_ labels: [Labelled]) -> [Attested<String>] {
    guard let range = body(.subject, labels) else { return [] }
    var topics: [Attested<String>] = []
    var first = range.lowerBound
    for index in range.lowerBound...range.upperBound
    where index == range.upperBound || [";", ","].contains(reading.word(index)) {
      if first < index {
        topics.append(
          Attested(reading.document.text(of: first..<index), reading.evidence(first..<index)))
      }
      first = index + 1
    }
    return topics
  }
}
