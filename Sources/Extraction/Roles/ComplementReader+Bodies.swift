import Diplomacy
import Language

/// Bodies that no list knows, and plain nouns, after a title's preposition.
extension ComplementReader {
  /// Where the name of a body ends that says what it is for: "Democracy for the Arab World Now",
  /// "International Campaign to Abolish Nuclear Weapons".
  func withPurpose(_ end: Int) -> Int {
    guard ["for", "on", "against", "to", "in", "without"].contains(word(end)) else { return end }
    // "the founder of Apple Daily in Hong Kong" tells where.
    if word(end) == "in", reading.entity(startingAt: end + 1) != nil { return end }
    var next = word(end + 1) == "the" ? end + 2 : end + 1
    let start = next
    while next < parser.limit, reading.tokens[next].isCapitalized, !reading.tokens[next].isMark,
      reading.nameOfToken[next] < 0, !parser.canBeHead(next)
    {
      next += 1
    }
    return next > start ? next : end
  }

  /// "director of the Federal Bureau of Investigation": an agency of the state told with its full name, so
  /// that the office is the state's.
  func nation(ofBody entity: EntitySpan) -> CountryCode? {
    guard !phrase.isPlural, entity.tokens.count > 1,
      case .organization(let name, let code?) = entity.entity,
      let body = Organizations.lookup(name),
      !reading.tokens[entity.tokens.lowerBound - 1].isCapitalized
    else { return nil }
    return body.kind == .ministry && Countries[code]?.kind != .body && entity.tokens.count > 2
      && ["Agency", "Bureau", "Service", "Command", "Directorate"].contains {
        body.name.contains($0)
      }
      ? code : nil
  }

  /// "Engie" in "the energy group Engie": the name after what kind of body it is.
  func companyName(in range: Range<Int>) -> Range<Int>? {
    if case .organization? = affiliation { return nil }
    var start = range.upperBound
    while start > range.lowerBound {
      if reading.tokens[start - 1].isCapitalized {
        start -= 1
      } else if start < range.upperBound, start - 1 > range.lowerBound,
        ["and", "of", "for"].contains(word(start - 1)), reading.tokens[start - 2].isCapitalized
      {
        // "the ruling party Justice and Development"
        start -= 2
      } else {
        break
      }
    }
    guard start < range.upperBound, start > range.lowerBound,
      parser.traits[start - 1].contains(.organization)
    else { return nil }
    return start..<range.upperBound
  }

  /// "head of the inspectors": lower-case nouns up to the end of the phrase.
  func plainNoun(from start: Int, within limit: Int = 3) -> Int? {
    guard isOwner || word(start - 1) == "the" else { return nil }
    // "of the Caribbean island nation" begins with what no list knows as well.
    var end = start
    while end < min(start + limit, parser.limit) {
      let token = reading.tokens[end]
      if token.isMark || ClauseWords.prepositions.contains(token.word)
        || ["and", "who", "or"].contains(token.word) || ClauseWords.isFinite(token.word)
      {
        break
      }
      guard !token.isCapitalized, parser.traits[end].isDisjoint(with: [.determiner, .closed]),
        reading.nameOfToken[end] < 0, reading.entityOfToken[end] < 0,
        !token.shape.contains(.number)
      else { return nil }
      end += 1
    }
    return end > start && end < start + limit ? end : nil
  }

  /// "committee on legal affairs", in small letters.
  func continuesSmall(_ index: Int) -> Bool {
    parser.traits[index].contains(.portfolio)
      || parser.traits[index].contains(.modifier) && index + 1 < parser.limit
        && parser.traits[index + 1].contains(.portfolio)
  }

  func opensMinistry(_ start: Int) -> Bool {
    for index in start..<min(start + 3, parser.limit) where reading.nameOfToken[index] < 0 {
      if ["ministry", "office", "government", "embassy", "department"].contains(word(index)) {
        return true
      }
      guard !parser.traits[index].isDisjoint(with: [.modifier, .portfolio]) else { return false }
    }
    return false
  }

  /// "China Institute of International Studies", "Russia Direct Investment Fund": whether capitalised
  /// words lead from the country to the noun of a body.
  func opensBody(_ start: Int) -> Bool {
    var index = start
    while index < min(start + 5, parser.limit), reading.tokens[index].isCapitalized,
      reading.entityOfToken[index] < 0, reading.nameOfToken[index] < 0
    {
      if parser.traits[index].contains(.organization) { return true }
      // "US Senate Foreign Relations Committee", "UAE Armed Forces"
      if word(index) == "forces" || index > start && parser.traits[index].contains(.body) {
        return true
      }
      index += 1
    }
    return false
  }

  /// "the centrist Kulanu party": adjectives and a party's own name.
  func namesParty(_ range: Range<Int>) -> Bool {
    ["party", "movement"].contains(word(range.upperBound - 1)) && range.count > 1
      && reading.tokens[range.upperBound - 2].isCapitalized
  }

  /// The name without adjectives before it, and without "party" behind a word that no dictionary has:
  /// "Green party" in "the opposition Green party", "Kulanu" in "the centrist Kulanu party".
  func properName(in range: Range<Int>) -> Range<Int> {
    let gap = omitted.last.map { max($0.upperBound, range.lowerBound) } ?? range.lowerBound
    guard let first = (gap..<range.upperBound).first(where: { reading.tokens[$0].isCapitalized })
    else { return range }
    var end = range.upperBound
    if word(end - 1) == "party", !reading.tokens[end - 1].isCapitalized, end - first == 2,
      reading.wordTraits[first].isDisjoint(with: [.common])
    {
      end -= 1
    }
    return first..<end
  }

  /// "chief negotiator for Syria's opposition High Negotiations Committee": whose voice somebody is.
  func isSpokenFor(_ start: Int) -> Bool {
    word(start - 1) == "for"
      && ["spokesman", "spokeswoman", "spokesperson", "negotiator"].contains(phrase.head)
  }

  /// Whether the title's holder speaks or works for a body.
  var speaks: Bool {
    ["spokesman", "spokeswoman", "spokesperson", "adviser", "advisor", "lawyer", "negotiator"]
      .contains(phrase.head)
  }

  func isStateOrPlace(_ entity: Entity) -> Bool {
    switch entity {
    case .country, .capital, .place: true
    default: false
    }
  }

  func hasBoss(_ head: String) -> Bool {
    [
      "adviser", "advisor", "aide", "envoy", "representative", "assistant", "spokesman",
      "secretary",
      "spokeswoman", "spokesperson", "deputy", "confidant", "confidante", "ally", "emissary",
    ].contains(head)
  }
}
