import Language

// Whom a name stands for that several people could have.
extension NameGathering {
  /// Whoever of several was named just before a bare name; else who has been called by the bare name
  /// already, is named more often by far, or was named first: the one a text is about is introduced
  /// before those around them.
  func likeliest(_ fits: [Int], at token: Int) -> Int {
    let counts = fits.map { places[$0].count }
    if let most = counts.max(), counts.count(where: { $0 * 2 >= most }) == 1,
      let index = counts.firstIndex(of: most)
    {
      return fits[index]
    }
    let last = fits.map { lastPlace(of: $0, before: token) }
    if let latest = last.max(), latest >= 0, token - latest <= Self.nearness,
      let index = last.firstIndex(of: latest)
    {
      return fits[index]
    }
    let bare = fits.map { draft in
      places[draft].count - (fullCounts.indices.contains(draft) ? fullCounts[draft] : 0)
    }
    if let most = bare.max(), most > 0, bare.count(where: { $0 == most }) == 1,
      let index = bare.firstIndex(of: most)
    {
      return fits[index]
    }
    return fits.min { (places[$0].first ?? 0) < (places[$1].first ?? 0) } ?? fits[0]
  }

  /// Within how many tokens a full name is the one a bare name goes back to.
  private static let nearness = 40

  /// The last mention of a draft before `token`; -1 if none. Full names are sorted, bare ones come
  /// after them in text order.
  func lastPlace(of draft: Int, before token: Int) -> Int {
    // Who is known by a bare name alone came in after the full names were counted.
    let fullCount = fullCounts.indices.contains(draft) ? fullCounts[draft] : 0
    let fulls = places[draft].prefix(fullCount)
    let low = (fulls.startIndex..<fulls.endIndex).partitioningIndex { fulls[$0] >= token }
    let full = low > fulls.startIndex ? fulls[low - 1] : -1
    guard places[draft].count > fulls.count, let bare = places[draft].last, bare < token else {
      return full
    }
    return max(full, bare)
  }

  /// "President Trump", where the only full name is that of his daughter or son: whether the title is that of
  /// somebody else of the family of `draft`.
  func isRelative(_ draft: Int, of index: Int) -> Bool {
    guard names[index].parts.count == 1, drafts[draft].parts.count > 1,
      let (offices, start) = officesOfBare[names[index].squashed],
      titles[draft].isDisjoint(with: offices)
    else { return false }
    // "President Biden" beside "first lady Jill Biden"
    if titles[draft].contains("lady") || isFirstLady(draft) { return true }
    if drafts[draft].gender == .female, reading.names[index].reason == .title,
      offices.contains("president")
    {
      return reading.wordTraits.contains { $0.contains(.kin) }
    }
    // Who is told by the office first is told without a first name throughout.
    return start < (places[draft].first ?? 0) && isKin(draft)
  }

  /// "First lady Jill Biden", "Brigitte Macron, the first lady"
  func isFirstLady(_ draft: Int) -> Bool {
    func isLady(_ token: Int) -> Bool {
      reading.word(token) == "first" && ["lady", "gentleman"].contains(reading.word(token + 1))
    }
    return places[draft].contains { place in
      if place > 1, isLady(place - 2) { return true }
      guard let comma = (place + 1...place + 3).first(where: { reading.word($0) == "," }) else {
        return false
      }
      let title = reading.word(comma + 1) == "the" ? comma + 2 : comma + 1
      return isLady(title) && reading.nameOfToken.indices.contains(title + 2)
        && reading.nameOfToken[title + 2] < 0
    }
  }

  /// "Trump's son, Donald Trump Jr.": told as somebody's kin where the name is given in full first.
  private func isKin(_ draft: Int) -> Bool {
    guard let first = places[draft].first else { return false }
    return drafts[draft].name.hasSuffix("Jr.") || drafts[draft].name.hasSuffix(" Jr")
      || (max(0, first - 3)..<first).contains { Self.kin.contains(reading.word($0)) }
  }

  private static let kin: WordSet = [
    "son", "daughter", "brother", "sister", "wife", "husband", "father", "mother", "nephew",
    "cousin", "uncle", "grandson", "grandfather",
  ]

  /// "Mahmoud Abbas (Abu Mazen)": the name before the bracket that holds nothing but another.
  func bracketing(_ index: Int) -> Int? {
    let tokens = reading.names[index].tokens
    guard index > 0, reading.word(tokens.lowerBound - 1) == "(",
      reading.word(tokens.upperBound) == ")",
      reading.names[index - 1].tokens.upperBound == tokens.lowerBound - 1,
      names[index - 1].parts.count > 1
    else { return nil }
    return index - 1
  }

  /// "Mohamed Hamdan Daglo, also known as Hemetti": the name before that this one is another of.
  func alias(_ index: Int) -> Int? {
    guard index > 0, names[index - 1].parts.count > 1 else { return nil }
    let between =
      reading.names[index - 1].tokens.upperBound..<reading.names[index].tokens.lowerBound
    guard (1...6).contains(between.count) else { return nil }
    let words = between.map { reading.word($0) }.filter {
      ![",", "(", "“", "\"", "‘"].contains($0)
    }
    let isKnown =
      words.suffix(2) == ["known", "as"]
      && words.dropLast(2).allSatisfy {
        ["also", "better", "widely", "commonly", "popularly", "best", "simply"].contains($0)
      }
    guard names[index].parts.count == 1 || isKnown else { return nil }
    return isKnown || words == ["nicknamed"] || words == ["alias"] ? index - 1 : nil
  }

  /// The nouns of titles right before a name or, after a comma, behind it.
  func titleNouns(beside span: NameSpan) -> Set<String> {
    var nouns: Set<String> = []
    var start = span.titleStart
    if start == span.tokens.lowerBound { start = max(0, start - 2) }
    for index in start..<span.tokens.lowerBound
    where reading.wordTraits[index].contains(.roleHead) {
      nouns.insert(reading.tokens[index].lower)
    }
    var next = span.tokens.upperBound
    guard next < reading.tokens.count, reading.tokens[next].form == "," else { return nouns }
    next += 1
    while next < min(span.tokens.upperBound + 8, reading.tokens.count), !reading.tokens[next].isMark
    {
      if reading.nameOfToken[next] >= 0 { break }
      if reading.wordTraits[next].contains(.roleHead) { nouns.insert(reading.tokens[next].lower) }
      next += 1
    }
    return nouns
  }
}
