import Language

/// Finds the stretches of text that name people.
///
/// A run of capitalised words that no reference table knows is a name when something says so: a
/// title or form of address before it, a known given name, a role in apposition, a verb that
/// people do, or the same name elsewhere in the text.
struct NameStage {
  let words: WordLists

  func run(_ reading: inout Reading) {
    var candidates: [NameSpan] = []
    for sentence in reading.document.sentences {
      candidates += runs(in: sentence, of: reading)
    }
    let full = Set(
      candidates.filter { $0.reason >= .givenName && $0.tokens.count > 1 }
        .flatMap { span in span.tokens.map { reading.tokens[$0].text } }
        .filter { $0.count > 2 && !words.particles.contains($0.lowercased()) })
    let named = Set(
      candidates.filter { $0.reason == .title }.flatMap { span in
        span.tokens.map { reading.tokens[$0].text }
      })
    for var candidate in candidates {
      if candidate.reason < .givenName {
        let texts = candidate.tokens.map { reading.tokens[$0].text }
        if texts.count <= 2, let last = texts.last, full.contains(last) || named.contains(last) {
          candidate.reason = .part
        } else if candidate.reason == .guess {
          continue
        }
      }
      for token in candidate.tokens { reading.nameOfToken[token] = reading.names.count }
      reading.names.append(candidate)
    }
  }

  /// The capitalised runs of a sentence, trimmed to what can be a name.
  private func runs(in sentence: Document.Sentence, of reading: Reading) -> [NameSpan] {
    var found: [NameSpan] = []
    var index = sentence.tokens.lowerBound
    while index < sentence.tokens.upperBound {
      guard startsName(index, reading) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < sentence.tokens.upperBound, continuesName(end, from: index, reading) { end += 1 }
      while end > index + 1, words.particles.contains(reading.word(end - 1)) { end -= 1 }
      if let span = trimmed(index..<end, in: sentence, reading) { found.append(span) }
      index = end
    }
    return found
  }

  private func startsName(_ index: Int, _ reading: Reading) -> Bool {
    let token = reading.tokens[index]
    return token.isCapitalized && !token.isMark && reading.entityOfToken[index] < 0
  }

  private func continuesName(_ index: Int, from start: Int, _ reading: Reading) -> Bool {
    let token = reading.tokens[index]
    guard token.shape.contains(.afterSpace), !token.isMark else { return false }
    if reading.tokens[index - 1].text.hasSuffix("."),
      !reading.tokens[index - 1].shape
        .contains(.initial), !words.isHonorific(reading.text(index - 1))
    {
      return false
    }
    if token.isCapitalized {
      // "Ben Ali", "Al Thani": a table may know a part of a name as a place.
      return reading.entityOfToken[index] < 0
        || (index > start && words.givenNames[reading.word(start)] != nil
          && reading.entities[reading.entityOfToken[index]].tokens.count == 1
          && isPlace(reading.entities[reading.entityOfToken[index]].entity))
    }
    let rest = reading.tokens[index...].prefix(4).drop { words.particles.contains($0.text) }
    return words.particles.contains(token.text) && rest.first?.isCapitalized == true
  }

  private func isPlace(_ entity: Entity) -> Bool {
    if case .place = entity { return true }
    return false
  }
}

// MARK: - From a run to a name

extension NameStage {
  private func trimmed(
    _ run: Range<Int>, in sentence: Document.Sentence, _ reading: Reading
  ) -> NameSpan? {
    var start = run.lowerBound
    var gender = Gender.unknown
    var titled = false
    while start < run.upperBound {
      let word = reading.word(start)
      if let told = words.honorifics[reading.text(start)] {
        if told != .unknown { gender = told }
        titled = true
      } else if words.roleHeads.contains(word), run.count > 1 || start > run.lowerBound {
        titled = true
      } else if words.isRoleWord(word) || words.formerWords.contains(word)
        || words.skippedWords.contains(word) || words.roleEndings.contains(word)
      {
        titled = titled || start > run.lowerBound
      } else if start == sentence.tokens.lowerBound || startsClause(start, reading),
        words.commonWords.contains(word), words.givenNames[word] == nil
      {
        titled = false
      } else {
        break
      }
      start += 1
    }
    if let head = (start..<run.upperBound).dropLast().last(where: {
      words.roleHeads.contains(reading.word($0)) && $0 > run.lowerBound
    }), !words.givenNames.keys.contains(reading.word(start)) {
      // "Homeland Security Secretary John Kelly": what stands before a title is no name.
      start = head + 1
      titled = true
    }
    guard start < run.upperBound else { return nil }
    let name = start..<run.upperBound
    if name.count == 1, reading.tokens[start].text.unicodeScalars.count < 2 { return nil }
    guard !name.contains(where: { isNoName(reading.word($0)) }), !isAllCapitals(name, reading)
    else { return nil }
    let afterRole = titled || followsRole(start, reading)
    if gender == .unknown { gender = words.givenNames[reading.word(start)] ?? .unknown }
    guard let reason = reason(for: name, afterRole: afterRole, reading) else { return nil }
    return NameSpan(tokens: name, gender: gender, reason: reason)
  }

  private func startsClause(_ index: Int, _ reading: Reading) -> Bool {
    index > 0 && ["“", "\"", ":", "‘", "—", "–"].contains(reading.tokens[index - 1].text)
  }

  /// Whether a title in lower case stands right before: "foreign minister Tariq Aziz".
  private func followsRole(_ index: Int, _ reading: Reading) -> Bool {
    index > 0 && words.roleHeads.contains(reading.word(index - 1))
      && reading.word(index - 1) != "head"
  }

  private func reason(
    for name: Range<Int>, afterRole: Bool, _ reading: Reading
  ) -> NameSpan.Reason? {
    if afterRole { return .title }
    let first = reading.word(name.lowerBound)
    let article = reading.word(name.lowerBound - 1)
    if article == "the" || article == "a" || article == "an" { return nil }
    if name.count > 1 {
      let hyphenHead = first.prefix { $0 != "-" }
      if words.givenNames[first] != nil || words.givenNames[String(hyphenHead)] != nil
        || reading.tokens[name.lowerBound].shape.contains(.initial)
        || (words.familyFirst.contains(first) && name.count <= 3)
      {
        return .givenName
      }
      if isFollowedByRole(name.upperBound, reading) { return .title }
      let acts =
        isBesidePersonVerb(name, reading) || ClauseWords.isFinite(reading.word(name.upperBound))
      return acts ? .verb : .guess
    }
    if isFollowedByRole(name.upperBound, reading) { return .title }
    return isBesidePersonVerb(name, reading) && !words.commonWords.contains(first) ? .verb : .guess
  }

  /// ", the Iranian foreign minister": a comma and then a title within a few words.
  private func isFollowedByRole(_ index: Int, _ reading: Reading) -> Bool {
    guard reading.word(index) == "," || reading.word(index) == "(" else { return false }
    for next in index + 1..<min(index + 7, reading.tokens.count) {
      let word = reading.word(next)
      if words.roleHeads.contains(word) { return true }
      if reading.tokens[next].isMark { return false }
      let known =
        ["the", "a", "an", "'s", "his", "her"].contains(word) || reading.entityOfToken[next] >= 0
        || words.isRoleWord(word) || words.formerWords.contains(word)
      if !known { return false }
    }
    return false
  }

  private func isBesidePersonVerb(_ name: Range<Int>, _ reading: Reading) -> Bool {
    let verbs: Set<String> = [
      "said", "says", "told", "met", "added", "insisted", "warned", "argued", "urged", "spoke",
      "thanked", "announced", "agreed", "denied", "arrived", "flew", "meets", "tells", "called",
      "discussed", "received", "welcomed", "hosted", "shakes", "shook",
    ]
    return verbs.contains(reading.word(name.upperBound))
      || (verbs.contains(reading.word(name.lowerBound - 1)))
  }

  private func isAllCapitals(_ name: Range<Int>, _ reading: Reading) -> Bool {
    name.allSatisfy { reading.tokens[$0].shape.contains(.allCapitals) }
  }

  /// Words that make a capitalised run the name of something else.
  private func isNoName(_ word: String) -> Bool { NameStage.nounsOfThings.contains(word) }

  private static let nounsOfThings: Set<String> = [
    "ministry", "department", "office", "council", "commission", "committee", "parliament",
    "congress", "senate", "assembly", "house", "palace", "castle", "hotel", "airport", "street",
    "avenue", "square", "sea", "ocean", "strait", "river", "gulf", "island", "islands", "bay",
    "lake", "valley", "heights", "bank", "fund", "agency", "institute", "university", "college",
    "school", "hospital", "center", "centre", "forum", "conference", "summit", "meeting", "talks",
    "agreement", "accord", "accords", "treaty", "pact", "convention", "declaration", "protocol",
    "charter", "act", "war", "party", "movement", "front", "union", "league", "alliance",
    "organization", "organisation", "group", "force", "forces", "army", "navy", "guard", "police",
    "embassy", "consulate", "mission", "times", "post", "news", "agency", "television", "radio",
    "day", "week", "year", "christmas", "easter", "ramadan", "prize", "award", "medal", "cup",
    "state", "states", "republic", "kingdom", "federation", "emirates", "airlines", "flight",
    "resolution", "plan", "initiative", "process", "partnership", "dialogue", "framework",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "june", "july", "august", "september", "october", "november",
    "december", "church", "mosque", "cathedral", "stadium", "hall", "room", "garden", "road",
    "bridge", "wall", "mountain", "mountains", "ii-era", "administration", "board", "bureau",
  ]
}
