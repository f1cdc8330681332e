import Diplomacy
import Language

/// Finds "I", "my" and "we" in quotations whose speaker is known.
///
/// "We" is the speaker with people of whom nothing is told: "We met Kurz yesterday", Netanyahu said. Of a
/// spokesman it says nothing, nor where nobody is named whom it could have met.
struct FirstPersons {
  let reading: Reading
  let speakers: SpeakerFinder.Speakers
  /// The pronouns and titles that stand for one person, in text order.
  let found: [PersonMention]

  /// "I", "me" and "my" in `quotations`, whose speakers were settled last.
  func mentions(in quotations: [SpeakerFinder.Quotation]) -> [PersonMention] {
    quotations.flatMap { quotation in
      quotation.tokens.compactMap { token in
        let word = reading.word(token)
        guard ["i", "me", "my"].contains(word) else { return nil }
        return PersonMention(
          person: Int(quotation.speaker), tokens: token..<token + 1, form: .pronoun,
          isPossessor: word == "my")
      }
    }
  }

  /// "We" in all quotations, where it is not among `known`.
  func groups(besides known: [GroupReference]) -> [GroupReference] {
    speakers.quotations.flatMap { quotation -> [GroupReference] in
      guard quotation.speaker >= 0, speaksForItself(Int(quotation.speaker)) else { return [] }
      return quotation.tokens.filter { token in
        reading.word(token) == "we" && namesOther(behind: token, in: quotation)
          && !known.contains { $0.tokens.lowerBound == token }
      }
      .map { GroupReference(tokens: $0..<$0 + 1, people: [Int(quotation.speaker)]) }
    }
  }

  private func speaksForItself(_ person: Int) -> Bool {
    !reading.people[person].roles.contains { $0.office == .spokesperson && !$0.isFormer }
  }

  /// Whether the clause of the word at `token` names somebody else.
  private func namesOther(behind token: Int, in quotation: SpeakerFinder.Quotation) -> Bool {
    let end = (token..<min(token + 25, quotation.tokens.upperBound)).first {
      [".", ";", "!", "?"].contains(reading.word($0))
    }
    let clause = token + 1..<max(token + 1, end ?? min(token + 25, quotation.tokens.upperBound))
    return [reading.mentions, found].contains { mentions in
      mentions[mentions.starting(in: clause, at: \.tokens.lowerBound)].contains {
        // "the Trump transition team" is nobody's name.
        $0.person != Int(quotation.speaker) && !$0.isPossessor
          && ($0.form == .role
            || !["a", "an", "the"].contains(reading.word($0.tokens.lowerBound - 1)))
      }
    }
  }
}
