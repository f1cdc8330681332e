import Language

/// Names that a list makes certain: by the names beside them, or by the plural title before them.
extension NameConsistency {
  /// With a doubtful name of several words made certain where it is listed with a certain one:
  /// "Gwynne Wilcox and Cathy Harris".
  func coordinated(_ candidates: [NameSpan]) -> [NameSpan] {
    var candidates = candidates.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    for index in candidates.indices where candidates[index].reason == .guess {
      let name = candidates[index].tokens
      guard name.count > 1, name.count <= 4,
        name.allSatisfy({ index in
          words.traits[index].isDisjoint(with: [.common, .thing, .lead, .media, .roleWord])
            || index > name.lowerBound && words.traits[index].contains(.nameable)
        })
      else { continue }
      let before = index > 0 ? candidates[index - 1] : nil
      let after = index + 1 < candidates.count ? candidates[index + 1] : nil
      let isListed =
        before.map { $0.reason >= .givenName && isJoint($0.tokens.upperBound, name.lowerBound) }
        == true
        || after.map { $0.reason >= .givenName && isJoint(name.upperBound, $0.titleStart) } == true
      if isListed { candidates[index].reason = .verb }
    }
    shareTitles(&candidates)
    return candidates
  }

  /// "Presidents Santos and Chávez": a plural title is of all in the list.
  private func shareTitles(_ candidates: inout [NameSpan]) {
    var end = -1
    for index in candidates.indices {
      let span = candidates[index]
      if span.reason == .title,
        (span.titleStart..<span.tokens.lowerBound).contains(where: { isPluralTitle($0) })
          || span.titleStart == span.tokens.lowerBound && isPluralTitle(span.tokens.lowerBound - 1)
      {
        end = span.tokens.upperBound
      } else if isBracketed(span.tokens), opensList(before: span.tokens.lowerBound) {
        // "the Presidents of Costa Rica (Echandi), El Salvador (Rivera), …"
        candidates[index].reason = max(span.reason, .title)
      } else if end >= 0, isJoint(end, span.titleStart) {
        candidates[index].reason = max(span.reason, .title)
        end = span.tokens.upperBound
      } else {
        end = -1
      }
    }
  }

  private func isPluralTitle(_ index: Int) -> Bool {
    guard index >= 0 else { return false }
    let word = reading.tokens[index].word
    return words.traits[index].contains(.roleHead) && word.hasSuffix("s") || word == "messrs."
      || word == "messrs"
  }

  /// "Rica (Echandi)": a name in brackets behind a country.
  private func isBracketed(_ name: Range<Int>) -> Bool {
    name.lowerBound > 1 && reading.word(name.lowerBound - 1) == "("
      && reading.entityOfToken[name.lowerBound - 2] >= 0 && reading.word(name.upperBound) == ")"
  }

  /// Whether a plural title stands before, with only countries and names in brackets between.
  private func opensList(before index: Int) -> Bool {
    var at = index - 1
    var isInside = false
    while at >= 0, index - at < 60 {
      if isPluralTitle(at) { return true }
      if reading.word(at) == ")" { isInside = true }
      if reading.word(at) == "(" { isInside = false }
      let isPart =
        ["(", ")", ",", "and", "of", "the"].contains(reading.word(at))
        || reading.entityOfToken[at] >= 0
        || reading.tokens[at].isCapitalized && isInside
      guard isPart else { return false }
      at -= 1
    }
    return false
  }

  private func isLand(_ entity: Entity) -> Bool {
    if case .place = entity { return true }
    return entity.code != nil
  }

  /// Whether only "and" or a comma stands between two names, and a country: "Soglo of Benin and Diouf of
  /// Senegal", "Payne (Australia) and".
  private func isJoint(_ start: Int, _ end: Int) -> Bool {
    var start = start
    if reading.word(start) == "(",
      let close = (start..<min(start + 5, end)).first(where: { reading.word($0) == ")" }),
      (start + 1..<close).allSatisfy({ reading.entityOfToken[$0] >= 0 })
    {
      start = close + 1
    } else if reading.word(start) == "of" {
      let country = reading.word(start + 1) == "the" ? start + 2 : start + 1
      if let entity = reading.entity(startingAt: country), isLand(entity.entity) {
        start = entity.tokens.upperBound
      }
    }
    guard start < end, end - start <= 2 else { return false }
    return (start..<end).allSatisfy { ["and", ",", "&"].contains(reading.tokens[$0].word) }
  }
}
