import Diplomacy
import Language

/// Reads a list of engagements under a line that says whose they are: "The Foreign Secretary held the
/// following meetings in New York:", and then "Bilateral with …", "Telephone call with …".
struct RoundupLayout {
  let text: LayoutText

  private var reading: Reading { text.reading }

  func read(into found: inout LayoutStage.Found) {
    var block = 0
    let blocks = reading.article.blocks
    while block < blocks.count {
      defer { block += 1 }
      guard blocks[block].isBody, let lead = lead(block) else { continue }
      let section = SectionHeading(block: block, date: date(lead.tokens), place: place(lead.tokens))
      let start = found.contacts.count
      while block + 1 < blocks.count, let item = item(block + 1) {
        block += 1
        ScheduleLayout(text: text).entries(
          item, block, lead.owner, isInline: true, section, &found)
      }
      for index in found.contacts.indices.dropFirst(start) {
        found.contacts[index].status = lead.status
        if lead.isByPhone, found.contacts[index].kind == .meeting {
          found.contacts[index].kind = .call
        }
      }
    }
  }

  /// The line over a list.
  private struct Lead {
    var tokens: Range<Int>
    var owner: Actor
    var status: MeetingStatus
    var isByPhone: Bool
  }

  private func lead(_ block: Int) -> Lead? {
    let tokens = text.tokens(ofBlock: block)
    guard let last = tokens.last, reading.form(last) == ":", tokens.count <= 60 else { return nil }
    // Only the last sentence leads over.
    let start = tokens.last { $0 < last && [".", "!", "?"].contains(reading.form($0)) }
    let sentence = (start.map { $0 + 1 } ?? tokens.lowerBound)..<last
    let words = sentence.map(reading.word)
    guard words.contains(where: RoundupLayout.occasions.contains), let owner = owner(sentence)
    else {
      return nil
    }
    let isAhead = words.contains { RoundupLayout.aheadWords.contains($0) }
    let isByPhone = words.contains { ["call", "calls", "telephone", "phone"].contains($0) }
    return Lead(
      tokens: sentence, owner: owner, status: isAhead ? .planned : .held, isByPhone: isByPhone)
  }

  /// Whose engagements they are: who is named first, or "he".
  private func owner(_ sentence: Range<Int>) -> Actor? {
    let range = reading.mentions.starting(in: sentence, at: \.tokens.lowerBound)
    guard let mention = reading.mentions[range].first else { return nil }
    return Actor(identity: .person(mention.person), tokens: mention.tokens)
  }

  /// A short line that names an engagement or a party and has no verb of its own.
  private func item(_ block: Int) -> Range<Int>? {
    guard reading.article.blocks[block].isBody else { return nil }
    let tokens = text.tokens(ofBlock: block)
    guard !tokens.isEmpty, tokens.count <= 40, reading.form(tokens.upperBound - 1) != ":",
      !tokens.contains(where: { ScheduleWords.verbs.contains(reading.word($0)) }),
      !text.actors(in: tokens).isEmpty
        || tokens.contains(where: { ScheduleWords.nouns.contains(reading.word($0)) })
    else { return nil }
    return tokens
  }

  private func date(_ tokens: Range<Int>) -> Attested<PartialDate>? {
    guard let index = reading.dateIndices(in: tokens).first,
      let value = reading.dates[index].date(
        from: .init(today: reading.setting.today, isFuture: false))
    else { return nil }
    return Attested(value, reading.evidence(reading.dates[index].tokens))
  }

  /// "in New York", "at the Munich Security Conference".
  private func place(_ tokens: Range<Int>) -> Attested<PlaceName>? {
    PlaceReader.firstPlace(in: tokens, after: ["in", "at"], reading)
  }

  private static let occasions: WordSet = [
    "meetings", "bilaterals", "met", "meet", "meets", "talks", "calls", "engagements", "bilateral",
    "consultations", "conversations", "spoke", "received", "discussions",
  ]

  private static let aheadWords: WordSet = [
    "will", "plans", "scheduled", "expected", "due", "planned", "upcoming",
  ]
}
