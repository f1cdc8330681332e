import Diplomacy
import Language

/// Looks up the phrases of a text in the reference tables.
struct Gazetteer {
  /// What phrases start with one word.
  struct Opening {
    /// How many words the longest has; 0 where there is none.
    var longest = 0
    /// Whether the word alone may be one.
    var isPhrase = false
  }

  /// The longest known phrase that starts at `start`.
  ///
  /// Only words written with a capital start one, so that "us" and "turkey" are no countries.
  func match(
    _ tokens: [Token], at start: Int, limit: Int, _ knowledge: WordKnowledge
  ) -> EntitySpan? {
    guard tokens[start].isCapitalized else { return nil }
    var ends = possibleEnds(tokens, start, limit, knowledge)
    while ends != 0 {
      let last = 63 - ends.leadingZeroBitCount
      ends &= ~(1 << UInt64(last))
      let end = start + last + 1
      let phrase = phrase(tokens[start..<end])
      // "The Hague" is a name; in "The Iranian minister" the article belongs to the minister.
      if tokens[start].word == "the", let match = Countries.lookup(phrase) {
        guard match.form == .capital, start + 1 < end,
          Countries.lookup(self.phrase(tokens[start + 1..<end])) == nil
        else { continue }
        return EntitySpan(tokens: start..<end, entity: .place(phrase, match.code))
      }
      if let entity = entity(phrase) {
        return EntitySpan(tokens: start..<withDistrict(end, tokens, limit), entity: entity)
      }
    }
    return nil
  }

  /// Which tokens end phrases that start at `start` and may be in the tables, a bit each, the lowest for the
  /// token at `start`; no phrase has as many as sixty-four words.
  private func possibleEnds(
    _ tokens: [Token], _ start: Int, _ limit: Int, _ knowledge: WordKnowledge
  ) -> UInt64 {
    let filter = PhraseFilter.shared
    let opening = knowledge.openings.value(of: tokens[start].form) {
      var hash = PhraseFilter.Hash()
      hash.append(tokens[start].form, tokens[start].text)
      return Opening(longest: filter.maximalWordCount(after: hash), isPhrase: filter.mayHold(hash))
    }
    var longest = opening.longest
    // Most tables leave out the article of their phrases.
    let hasArticle = tokens[start].form == "The"
    let isPossessor = start + 1 < limit && tokens[start + 1].isPossessive
    if longest <= 1, !hasArticle, !isPossessor { return opening.isPhrase && longest == 1 ? 1 : 0 }
    var whole = PhraseFilter.Hash()
    whole.append(tokens[start].form, tokens[start].text)
    if hasArticle, start + 1 < limit {
      var word = PhraseFilter.Hash()
      word.append(tokens[start + 1].form, tokens[start + 1].text)
      longest = max(longest, filter.maximalWordCount(after: word) + 1)
    }
    // "People's Republic of China": the possessive ending belongs to the first word.
    if isPossessor {
      var word = whole
      word.append(tokens[start + 1].form, tokens[start + 1].text, isJoined: true)
      longest = max(longest, filter.maximalWordCount(after: word) + 1)
    }
    var ends: UInt64 = opening.isPhrase && longest > 0 ? 1 : 0
    var bare = PhraseFilter.Hash()
    for index in start + 1..<max(start + 1, min(limit, start + min(longest, 64))) {
      let isJoined = tokens[index].isPossessive
      guard isJoined || tokens[index].shape.contains(.afterSpace) && !tokens[index].isMark else {
        break
      }
      whole.append(tokens[index].form, tokens[index].text, isJoined: isJoined)
      bare.append(tokens[index].form, tokens[index].text, isJoined: isJoined)
      let mayFollow = hasArticle && filter.mayHold(bare)
      if filter.mayHold(whole) || mayFollow { ends |= 1 << UInt64(index - start) }
    }
    return ends
  }

  /// The words as the tables have them.
  private func phrase(_ tokens: ArraySlice<Token>) -> String {
    var phrase = ""
    for token in tokens {
      if !phrase.isEmpty, !token.isPossessive { phrase += " " }
      phrase += token.text
    }
    return phrase
  }

  private func entity(_ phrase: String) -> Entity? {
    if let organization = Organizations.lookup(phrase) {
      // A ruling party is no country's word for itself, as the PLO is; its officials are the country's.
      let isParty = organization.kind == .movement && organization.country != Gazetteer.palestine
      return .organization(phrase, isParty ? nil : organization.country)
    }
    if let match = Countries.lookup(phrase) {
      switch match.form {
      case .name: return .country(match.code)
      case .adjective, .demonym: return .adjective(match.code)
      case .capital: return .capital(phrase, match.code)
      case .metonym:
        return .government(phrase, match.code, city: Countries.metonym(phrase)?.city)
      }
    }
    return Places.lookup(phrase).first { $0.ambiguity == nil }.map { .place(phrase, $0.country) }
  }

  private static let palestine = CountryCode("PS")

  /// "Washington DC" and "Washington, D.C." are Washington.
  private func withDistrict(_ end: Int, _ tokens: [Token], _ limit: Int) -> Int {
    guard tokens[end - 1].form == "Washington" else { return end }
    let next = end < limit && tokens[end].form == "," ? end + 1 : end
    return next < limit && ["DC", "D.C.", "D.C"].contains(tokens[next].form) ? next + 1 : end
  }
}

extension PhraseFilter.Hash {
  /// Adds a token's word as written, without a look at the string where it is short.
  @inline(__always)
  fileprivate mutating func append(
    _ word: Word, _ text: @autoclosure () -> String, isJoined: Bool = false
  ) {
    if word.byteCount <= 15 {
      append(low: word.low, high: word.high, count: word.byteCount, isJoined: isJoined)
    } else {
      append(text(), isJoined: isJoined)
    }
  }
}
