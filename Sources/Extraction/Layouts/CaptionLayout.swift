import Diplomacy
import Language

/// Reads captions that say nothing but who stands where and when: "Foreign Minister Wang Yi, right,
/// and National Security Adviser Ajit Doval in Beijing, Dec. 18, 2024."
///
/// Those of different countries who were photographed together at a told place and day were in
/// contact. Captions with a verb or a noun of contact are read as prose.
struct CaptionLayout {
  let text: LayoutText

  private var reading: Reading { text.reading }

  func read(into found: inout LayoutStage.Found) {
    var block = -1
    for sentence in reading.document.sentences where sentence.origin != block {
      block = sentence.origin
      guard sentence.tokens.count <= 70,
        !sentence.tokens.contains(where: { CaptionLayout.likenesses.contains(reading.word($0)) }),
        let date = day(of: sentence.tokens),
        let shown = shown(in: sentence.tokens), areOfSeveralCountries(shown.actors),
        !hasVerb(sentence)
      else { continue }
      let word = shown.link..<shown.link + 1
      var draft = ContactDraft(
        actors: shown.actors, trigger: shown.link, kind: .meeting, kindTokens: word, status: .held,
        statusTokens: word, tokens: shown.tokens, sentence: sentence.tokens, block: block)
      draft.date = date
      found.contacts.append(draft)
      found.handled.append(sentence.tokens)
    }
  }

  private func day(of tokens: Range<Int>) -> Attested<PartialDate>? {
    for index in reading.dateIndices(in: tokens) where reading.dates[index].tellsDay {
      let origin = DateExpression.Origin(today: reading.setting.today, isFuture: false)
      guard let value = reading.dates[index].date(from: origin) else { continue }
      return Attested(value, reading.evidence(reading.dates[index].tokens))
    }
    return nil
  }

  // MARK: - Who is shown

  private struct Shown {
    var actors: [Actor]
    var tokens: Range<Int>
    /// The first "and" or "with" between them.
    var link: Int
  }

  /// The people at the start, with nothing between them but their titles, "and", "with" and where they
  /// stand; a place follows.
  private func shown(in tokens: Range<Int>) -> Shown? {
    let place = tokens.dropFirst(3).first {
      CaptionLayout.places.contains(reading.word($0)) && isSettled($0, tokens)
    }
    guard let place else { return nil }
    let list = tokens.lowerBound..<place
    let actors = text.actors(in: list)
    guard actors.count >= 2, actors.count <= 8, actors.allSatisfy({ $0.person != nil }),
      let first = actors.first, let last = actors.last,
      first.tokens.lowerBound - tokens.lowerBound <= 14,
      let link = (first.tokens.upperBound..<last.tokens.lowerBound).first(where: {
        ["and", "with", "alongside"].contains(reading.word($0))
      }), isOnlyList(first.tokens.upperBound..<last.tokens.lowerBound)
    else { return nil }
    return Shown(
      actors: actors, tokens: first.tokens.lowerBound..<last.tokens.upperBound, link: link)
  }

  /// Whether nothing but titles and small words of a list stands in `range`.
  private func isOnlyList(_ range: Range<Int>) -> Bool {
    range.allSatisfy { index in
      let token = reading.tokens[index]
      return token.isMark || token.isCapitalized || token.shape.contains(.number)
        || token.isPossessive || CaptionLayout.listWords.contains(token.word)
        || !reading.wordTraits[index].isDisjoint(with: [.roleHead, .roleWord])
    }
  }

  private static let listWords: WordSet = [
    "and", "with", "alongside", "the", "of", "for", "to", "left", "right", "centre", "center",
    "front", "from", "his", "her", "counterpart", "second", "third", "l", "r", "c", "far",
  ]

  /// Whether nobody is named behind a preposition, as in "minister in the office of".
  private func isSettled(_ preposition: Int, _ tokens: Range<Int>) -> Bool {
    let rest = preposition..<tokens.upperBound
    return text.actors(in: rest).isEmpty
      && rest.contains { reading.entityOfToken[$0] >= 0 || reading.tokens[$0].isCapitalized }
  }

  private func areOfSeveralCountries(_ actors: [Actor]) -> Bool {
    let countries = actors.compactMap { actor in
      actor.person.flatMap { reading.people[$0].country?.value }
    }
    return Set(countries).count > 1
  }

  /// Whether the sentence has a verb, or a noun of contact that tells more.
  private func hasVerb(_ sentence: Document.Sentence) -> Bool {
    let isTold = sentence.tokens.contains { token in
      ContactWords.shared.nouns[reading.word(token)].map {
        $0.strength != .conference && $0.strength != .none && $0.strength != .visit
      } ?? false
    }
    if isTold { return true }
    let model = LanguageModel.shared
    let tags = ModelWorkspace.lend { workspace in
      model.tags(
        of: model.words(of: reading.document, tokens: sentence.tokens, in: workspace),
        in: workspace)
    }
    return tags.contains { $0.universal == .verb || $0.universal == .auxiliary }
  }

  /// What shows people who are not there, or not together.
  private static let likenesses: WordSet = [
    "portrait", "portraits", "poster", "posters", "effigy", "effigies", "mask", "masks", "statue",
    "statues", "banner", "banners", "supporters", "protesters", "billboard", "mural", "painting",
    "combination", "combo", "respectively", "screen", "stamps", "masked",
  ]

  private static let places: WordSet = ["at", "in", "aboard", "outside", "on", "during", "near"]
}
