import Language

/// Titles that the words around them say to be past.
extension TitleHolders {
  /// "Hunt, until last year Britain's chancellor,": an apposition that tells when the title ended.
  func heldUntil(_ role: RolePhrase, _ start: Int) -> Holder? {
    for until in stride(from: start - 1, through: max(1, start - 4), by: -1)
    where reading.word(until) == "until" {
      guard reading.word(until - 1) == ",", let mention = index.mention(endingAt: until - 1) else {
        return nil
      }
      return Holder(
        person: mention.person, range: mention.tokens.lowerBound..<role.tokens.upperBound,
        isFormer: true)
    }
    return nil
  }

  /// "Vitali Klitschko, a former boxing champion who": the name before an apposition without an office.
  func describedName(before who: Int) -> PersonMention? {
    for position in stride(from: who - 1, to: max(1, who - 9), by: -1) {
      let word = reading.word(position)
      if word == "," {
        guard ["a", "an", "the"].contains(reading.word(position + 1)) else { return nil }
        return index.mention(endingAt: position)
      }
      if reading.tokens[position].isMark || ClauseWords.isFinite(word)
        || index.mention(endingAt: position + 1) != nil
      {
        return nil
      }
    }
    return nil
  }

  /// "foreign minister until 2016", "ambassador from 2012 to 2016": whether the words behind a title say
  /// that it ended.
  func hasEnded(_ role: RolePhrase) -> Bool {
    let end = role.tokens.upperBound
    let isYear = reading.tokens.indices.contains(end + 1) && isYear(end + 1)
    switch reading.word(end) {
    case "until", "till":
      return isYear
        || ["last", "recently", "his", "her", "this", "earlier"].contains(
          reading.word(end + 1))
    case "between": return isYear
    case "from":
      return isYear && ["to", "until", "till", "-", "through"].contains(reading.word(end + 2))
    case "in": return reading.word(end + 1) == "the" && reading.lower(end + 2).hasSuffix("0s")
    default: return false
    }
  }

  /// "served as ambassador", "had been a minister": whether the words before a title say that it is past.
  func wasPast(_ role: RolePhrase) -> Bool {
    let start = role.tokens.lowerBound
    return role.isFormer || hasEnded(role)
      || (max(0, start - 3)..<start).contains {
        ["served", "had", "was", "worked"].contains(reading.word($0))
      }
  }

  private func isYear(_ index: Int) -> Bool {
    let text = reading.text(index)
    return text.utf8.count == 4 && (text.hasPrefix("19") || text.hasPrefix("20"))
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
