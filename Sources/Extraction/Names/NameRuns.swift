import Language

/// Cuts a sentence into the stretches that can hold a name: capitalised words with the small words
/// between them, parted by what is never in a name.
struct NameRuns {
  let reading: Reading
  let words: NameWords

  /// How a sentence is written, which tells how much a capital means.
  enum Style {
    /// As running text.
    case plain
    /// As a headline in which every long word has a capital.
    case titleCase
    /// All in capitals.
    case capitals
  }

  /// The stretches of a sentence, in order.
  func runs(in sentence: Range<Int>, style: Style) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard let first = start(at: index, limit: sentence.upperBound, style) else {
        index += 1
        continue
      }
      var end = first + 1
      while let next = continuation(from: index, at: end, limit: sentence.upperBound, style) {
        end = next
      }
      found.append(index..<end)
      index = end
    }
    return found
  }

  /// How `sentence` is written.
  func style(of sentence: Range<Int>) -> Style {
    var capitals = 0
    var small = 0
    var verbs = 0
    var shouted = 0
    var letters = 0
    for index in sentence {
      let token = reading.tokens[index]
      if token.isMark || token.shape.contains(.number) { continue }
      letters += 1
      let follows = index > sentence.lowerBound && words.traits[index - 1].contains(.given)
      if token.shape.contains(.allCapitals) { shouted += 1 }
      let traits = words.traits[index]
      guard token.end - token.start >= 4, index > sentence.lowerBound, !follows,
        reading.entityOfToken[index] < 0,
        traits.isDisjoint(with: [.roleHead, .roleWord, .honorific, .thing, .nameable, .given]),
        traits.contains(.common) || !traits.isDisjoint(with: [.personVerb])
      else { continue }
      if token.isCapitalized, !traits.contains(.divider) {
        capitals += 1
        if traits.contains(.personVerb) { verbs += 1 }
      } else if !token.isCapitalized {
        small += 1
      }
    }
    if letters >= 3, shouted * 4 >= letters * 3 { return .capitals }
    guard capitals >= 3 * small, capitals > 2 || small == 0 else { return .plain }
    return capitals > 1 || verbs > 0 ? .titleCase : .plain
  }

  /// The token that opens a stretch which starts at `index`: itself, or the capital after small
  /// words of a name ("von der Leyen").
  private func start(at index: Int, limit: Int, _ style: Style) -> Int? {
    if isNamePart(index, style) || isAmbiguousEntity(index, limit) { return index }
    guard isJoiner(index), index + 1 < limit,
      index == 0 || !["the", "a", "an"].contains(reading.word(index - 1))
    else { return nil }
    var next = index + 1
    while next < min(limit, index + 3), isJoiner(next) { next += 1 }
    guard next < limit, isNamePart(next, style), reading.tokens[next].shape.contains(.afterSpace),
      !reading.tokens[next].shape.contains(.allCapitals)
    else { return nil }
    return next
  }

  /// The token after the next part of the stretch, or nil where it ends.
  private func continuation(
    from start: Int, at index: Int, limit: Int, _ style: Style
  ) -> Int? {
    guard index < limit else { return nil }
    if let end = nickname(at: index, limit) { return end }
    let token = reading.tokens[index]
    let last = reading.tokens[index - 1]
    if token.text == ",", index + 1 < limit, isSuffix(index + 1), index - start >= 2 {
      return index + 2
    }
    guard token.shape.contains(.afterSpace), !token.isMark else { return nil }
    if last.text.hasSuffix("."), last.text.utf8.count > 1, !isInitials(index - 1),
      !words.traits[index - 1].contains(.honorific), !isSuffix(index - 1)
    {
      return nil
    }
    if isNamePart(index, style) { return index + 1 }
    if reading.entityOfToken[index] >= 0 {
      return isSurnameLikePlace(index, after: start) ? index + 1 : nil
    }
    guard isJoiner(index) else { return nil }
    var next = index + 1
    while next < min(limit, index + 3), isJoiner(next) { next += 1 }
    guard next < limit, reading.tokens[next].shape.contains(.afterSpace) else { return nil }
    let joined = isNamePart(next, style) || isSurnameLikePlace(next, after: start)
    return joined ? next + 1 : nil
  }
}

// MARK: - Single words

extension NameRuns {
  /// Whether the token can be a part of a name by its look.
  private func isNamePart(_ index: Int, _ style: Style) -> Bool {
    let token = reading.tokens[index]
    let traits = words.traits[index]
    guard !token.isMark, reading.entityOfToken[index] < 0,
      token.isCapitalized || traits.contains(.articled) && !traits.contains(.common)
    else { return false }
    if traits.contains(.divider) {
      // "Al Said" is a family, "said" is not.
      if index > 0, ["Al", "Bin"].contains(reading.tokens[index - 1].text) { return true }
      // "Mohammed Shia al-Sudani", "He Lifeng", "Christian Lindner"
      if index > 0, words.traits[index - 1].contains(.given), index + 1 < words.traits.count,
        words.traits[index + 1].contains(.articled)
      {
        return true
      }
      return !traits.isDisjoint(with: [.familyFirst, .given]) && isStrange(index + 1)
    }
    if isMonth(index) { return false }
    return true
  }

  /// A capitalised word that no list knows: it makes a name of "He" in "He Lifeng".
  private func isStrange(_ index: Int) -> Bool {
    guard index < reading.tokens.count else { return false }
    let token = reading.tokens[index]
    return token.isCapitalized && !token.isMark && !token.shape.contains(.allCapitals)
      && token.shape.contains(.afterSpace) && reading.entityOfToken[index] < 0
      && words.traits[index].isDisjoint(with: [
        .common, .divider, .thing, .roleHead, .roleWord, .honorific,
      ])
  }

  /// "May" and the like as a month: beside a number or after a word of time.
  private func isMonth(_ index: Int) -> Bool {
    guard ["may", "march", "august"].contains(reading.tokens[index].lower) else { return false }
    if index + 1 < reading.tokens.count, reading.tokens[index + 1].shape.contains(.number) {
      return true
    }
    if index > 0, reading.tokens[index - 1].shape.contains(.number) { return true }
    return [
      "in", "since", "until", "by", "last", "next", "early", "late", "mid", "from", "to", "of",
      "this", "through", "before", "after",
    ].contains(reading.word(index - 1))
  }

  /// A word of a name that the tables know as a place too: "Israel Katz", "Jordan Bardella".
  private func isAmbiguousEntity(_ index: Int, _ limit: Int) -> Bool {
    guard reading.entityOfToken[index] >= 0, words.traits[index].contains(.given),
      reading.tokens[index].isCapitalized, index + 1 < limit,
      reading.entities[reading.entityOfToken[index]].tokens.count == 1
    else { return false }
    let next = reading.tokens[index + 1]
    return next.isCapitalized && !next.isMark && reading.entityOfToken[index + 1] < 0
      && next.shape.contains(.afterSpace) && !next.shape.contains(.allCapitals)
      && words.traits[index + 1].isDisjoint(with: [
        .common, .thing, .roleHead, .roleWord, .divider, .personVerb, .honorific,
      ])
  }

  /// "Ben Ali", "Al Thani", "Jack London": a table may know a part of a name as a place.
  private func isSurnameLikePlace(_ index: Int, after start: Int) -> Bool {
    guard reading.entityOfToken[index] >= 0, reading.tokens[index].isCapitalized else {
      return false
    }
    let entity = reading.entities[reading.entityOfToken[index]]
    guard entity.tokens.count == 1, !reading.tokens[index].shape.contains(.allCapitals) else {
      return false
    }
    switch entity.entity {
    case .place: break
    case .capital:
      guard !words.traits[index - 1].isDisjoint(with: [.given, .roleHead]) else { return false }
    case .country, .adjective:
      guard words.traits[index].isSuperset(of: .nameable) else { return false }
    default: return false
    }
    let previous = words.traits[index - 1]
    if words.traits[start].contains(.given), !words.traits[start].contains(.common) { return true }
    if !previous.isDisjoint(with: [.particle, .honorific, .roleHead, .given]) { return true }
    // "Ro Khanna": a word that no list knows stands before.
    return previous.isDisjoint(with: [.common, .thing, .roleWord, .lead, .media, .divider])
      && !reading.tokens[index - 1].shape.contains(.allCapitals)
  }

  /// A small word inside names, in lower case.
  private func isJoiner(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    guard !token.isCapitalized, words.traits[index].contains(.particle) else { return false }
    return !words.traits[index].contains(.common) || ["van", "de", "bin"].contains(token.lower)
  }

  /// "J.", "J.P.", "W.H.S.".
  func isInitials(_ index: Int) -> Bool {
    let token = reading.tokens[index]
    if token.shape.contains(.initial) { return true }
    guard token.text.hasSuffix("."), token.text.utf8.count <= 8, reading.entityOfToken[index] < 0
    else { return false }
    return token.text.utf8.enumerated().allSatisfy {
      $0.offset % 2 == 0 ? (65...90).contains($0.element) : $0.element == UInt8(ascii: ".")
    }
  }

  private static let suffixes: Set = ["Jr.", "Jr", "Sr.", "Sr"]

  /// A number of monarchs and popes: "III", "XVI".
  private func isRoman(_ text: String) -> Bool {
    (2...6).contains(text.utf8.count)
      && text.utf8.allSatisfy { $0 == 73 || $0 == 86 || $0 == 88 } && text != "XI" && text != "VIX"
  }

  /// "Jr.", "III".
  func isSuffix(_ index: Int) -> Bool {
    NameRuns.suffixes.contains(reading.text(index)) || isRoman(reading.text(index))
  }

  /// The end of a nickname in quotation marks with the family name after it.
  private func nickname(at index: Int, _ limit: Int) -> Int? {
    guard index + 3 < limit, words.traits[index - 1].contains(.given),
      ["\"", "“", "'", "‘"].contains(reading.tokens[index].text),
      reading.tokens[index + 1].isCapitalized, !reading.tokens[index + 1].isMark,
      ["\"", "”", "'", "’"].contains(reading.tokens[index + 2].text),
      reading.tokens[index + 3].isCapitalized, !reading.tokens[index + 3].isMark,
      reading.tokens[index + 3].shape.contains(.afterSpace)
    else { return nil }
    return index + 4
  }
}
