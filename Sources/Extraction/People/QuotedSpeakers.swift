import Diplomacy
import Language

/// Settles who speaks the quotations that no name beside them tells, once it is known whom pronouns and
/// titles stand for: "…", he said; "…", said the ambassador; and what somebody goes on to say.
struct QuotedSpeakers {
  let reading: Reading
  /// The pronouns and titles that stand for one person, in text order.
  let found: [PersonMention]

  /// So many words back the last speaker may stand whom "the diplomat" means.
  private static let reach = 80

  /// Gives those quotations their speakers; answers which they are.
  func settle(_ speakers: inout SpeakerFinder.Speakers) -> [SpeakerFinder.Quotation] {
    var settled: [SpeakerFinder.Quotation] = []
    var last: SpeakerFinder.Quotation?
    for index in speakers.quotations.indices {
      var quotation = speakers.quotations[index]
      if quotation.speaker < 0,
        let speaker = told(of: quotation) ?? described(quotation)
          ?? going(on: quotation, after: last)
      {
        quotation.speaker = Int32(speaker)
        speakers.quotations[index] = quotation
        for token in quotation.tokens { speakers.ofToken[token] = quotation.speaker }
        settled.append(quotation)
      }
      if quotation.speaker >= 0 { last = quotation }
    }
    return settled
  }

  /// "…, he said", "…, said the ambassador", "He added: …".
  private func told(of quotation: SpeakerFinder.Quotation) -> Int? {
    let behind = found.starting(in: quotation.behind, at: \.tokens.lowerBound)
    if let subject = found[behind].first(where: { !$0.isPossessor }) { return subject.person }
    guard quotation.behind.isEmpty,
      let verb = quotation.before.last(where: {
        SpeakerFinder.verbs.contains(reading.tokens[$0].word)
      })
    else { return nil }
    let before = found.starting(in: quotation.before, at: \.tokens.lowerBound)
    return found[before].last {
      !$0.isPossessor && (verb - 3...verb).contains($0.tokens.upperBound)
    }?
    .person
  }

  /// "…, the Russian diplomat said": who was told to have spoken last, where nothing says otherwise.
  private func described(_ quotation: SpeakerFinder.Quotation) -> Int? {
    guard
      let start = quotation.behind.first(where: { reading.word($0) == "the" }),
      let noun = (start + 1..<max(start + 1, min(start + 4, quotation.behind.upperBound))).last(
        where: {
          reading.wordTraits[$0].contains(.person) || reading.wordTraits[$0].contains(.roleHead)
        }),
      !reading.tokens[noun].isCapitalized, !reading.word(noun).hasSuffix("s"),
      let speaker = lastSpeaker(before: quotation.tokens.lowerBound)
    else { return nil }
    if let home = reading.entity(startingAt: start + 1)?.entity.code,
      let own = reading.people[speaker].country?.value, own != home
    {
      return nil
    }
    return speaker
  }

  /// The person named last beside a verb of saying, else the only one named at all.
  private func lastSpeaker(before end: Int) -> Int? {
    for token in stride(from: end - 1, through: max(1, end - Self.reach), by: -1)
    where SpeakerFinder.verbs.contains(reading.tokens[token].word) {
      let near = reading.mentions.starting(in: token - 8..<token + 2, at: \.tokens.lowerBound)
      if let mention = reading.mentions[near].last(where: {
        $0.tokens.lowerBound == token + 1 || (token - 1...token).contains($0.tokens.upperBound)
      }) {
        return mention.person
      }
    }
    let near = reading.mentions.starting(in: end - Self.reach..<end, at: \.tokens.lowerBound)
    guard let only = reading.mentions[near].last?.person,
      reading.mentions[near].allSatisfy({ $0.person == only })
    else { return nil }
    return only
  }

  /// "…," Netanyahu said. "We met": nobody else is named between the two quotations.
  private func going(
    on quotation: SpeakerFinder.Quotation, after last: SpeakerFinder.Quotation?
  ) -> Int? {
    guard let last, last.block == quotation.block, quotation.behind.isEmpty,
      quotation.before.isEmpty, !last.behind.isEmpty,
      reading.word(quotation.tokens.lowerBound - 1) == ".",
      quotation.tokens.lowerBound - last.tokens.upperBound <= 24
    else { return nil }
    let between = reading.mentions.starting(
      in: last.tokens.upperBound..<quotation.tokens.lowerBound, at: \.tokens.lowerBound)
    return reading.mentions[between].allSatisfy({ $0.person == Int(last.speaker) })
      ? Int(last.speaker) : nil
  }
}
