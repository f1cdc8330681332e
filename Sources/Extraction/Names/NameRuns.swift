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
    if reading.form(index) == ",", index + 1 < limit, isSuffix(index + 1), index - start >= 2 {
      return index + 2
    }
    guard reading.tokens[index].shape.contains(.afterSpace), !reading.tokens[index].isMark else {
      return nil
    }
    let last = reading.form(index - 1)
    let hasStop =
      last.lastByte.map { $0 == UInt8(ascii: ".") } ?? reading.text(index - 1).hasSuffix(".")
    if hasStop, last.byteCount > 1, !isInitials(index - 1),
      !words.traits[index - 1].contains(.honorific), !isSuffix(index - 1)
    {
      return nil
    }
    if isNamePart(index, style) { return index + 1 }
    if reading.entityOfToken[index] >= 0 {
      if isSurnameLikePlace(index, after: start) { return index + 1 }
      return saintlyName(at: index)
    }
    guard isJoiner(index) else { return nil }
    var next = index + 1
    while next < min(limit, index + 3), isJoiner(next) { next += 1 }
    guard next < limit, reading.tokens[next].shape.contains(.afterSpace) else { return nil }
    let joined = isNamePart(next, style) || isSurnameLikePlace(next, after: start)
    return joined ? next + 1 : nil
  }
}
