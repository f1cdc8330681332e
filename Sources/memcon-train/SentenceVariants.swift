import Language

/// Other forms of a sentence in which the models meet it: memcon's tokens, other capitals, names as
/// one unit.
enum SentenceVariants {
  /// The sentence with hyphenated words whole, as memcon's tokenizer leaves them.
  ///
  /// - Returns: nil where there are none.
  static func withHyphens(_ sentence: GoldSentence) -> GoldSentence? {
    var groups = Array(0..<sentence.count)
    for index in groups.indices.dropFirst().dropLast()
    where ["-", "‐", "‑"].contains(sentence.words[index]) && !sentence.spaced[index - 1]
      && !sentence.spaced[index] && isWord(sentence.words[index - 1].unicodeScalars.last)
      && isWord(sentence.words[index + 1].unicodeScalars.first)
    {
      groups[index] = groups[index - 1]
      groups[index + 1] = groups[index - 1]
    }
    guard groups != Array(0..<sentence.count) else { return nil }
    var result = sentence.merged(groups, glue: true)
    for index in 0..<result.count
    where result.words[index].dropFirst().contains("-") && result.heads[index] > index
      && [.compound, .amod].contains(result.relations[index])
      && [.noun, .verb, .adverb].contains(result.tags[index].universal)
    {
      // "a long-term plan": what modifies a noun as one word does so as an adjective.
      result.tags[index] = Tag(.adjective, .jj)
      result.relations[index] = .amod
    }
    return result
  }

  private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) } ?? false
  }

  /// The sentences with hyphenated words whole where they have some, and with copies of a part in the
  /// capitals of headlines and in capitals throughout.
  static func all(_ sentences: [GoldSentence], seed: UInt64) -> [GoldSentence] {
    var generator = SeededGenerator(seed: seed)
    let joined = sentences + sentences.compactMap(withHyphens)
    var result = joined
    for sentence in joined where sentence.count > 2 {
      if generator.chance(14) { result.append(titled(sentence)) }
      if generator.chance(6) { result.append(shouted(sentence)) }
    }
    return result
  }

  /// The sentence as in a headline.
  static func titled(_ sentence: GoldSentence) -> GoldSentence {
    var result = sentence
    for index in 0..<sentence.count {
      let word = sentence.words[index]
      let small: Set<PartOfSpeech> = [
        .adposition, .determiner, .coordinator, .particle, .subordinator, .auxiliary,
      ]
      guard index == 0 || word.count > 4 || !small.contains(sentence.tags[index].universal),
        !word.hasPrefix("'"), word != "n't"
      else { continue }
      result.words[index] = word.prefix(1).uppercased() + word.dropFirst()
    }
    return result
  }

  /// The sentence in capitals.
  static func shouted(_ sentence: GoldSentence) -> GoldSentence {
    var result = sentence
    result.words = sentence.words.map { $0.uppercased() }
    return result
  }

  /// Titles that stand before a name and are no part of it.
  private static let titles: Set<String> = [
    "president", "minister", "secretary", "mr.", "mrs.", "ms.", "dr.", "gen.", "general", "king",
    "queen", "prince", "senator", "sen.", "rep.", "gov.", "governor", "chancellor", "ambassador",
    "pope", "sheikh", "professor", "captain", "col.", "colonel", "lt.", "sgt.", "judge", "mayor",
    "chairman", "director", "mr", "dr", "prof.", "sir", "lord", "lady", "premier",
  ]

  /// The sentence with names of several words as one unit, and days of months with them.
  static func withNames(_ sentence: GoldSentence, withOf: Bool) -> GoldSentence {
    var groups = Array(0..<sentence.count)
    for index in 0..<sentence.count {
      let head = sentence.heads[index]
      guard head < sentence.count else { continue }
      let low = min(index, head)
      let high = max(index, head)
      guard joins(sentence, index, head, withOf: withOf),
        (low...high).allSatisfy({ isPart(sentence, $0, of: low...high, withOf: withOf) })
      else { continue }
      let number = groups[low]
      for word in low...high { groups[word] = number }
    }
    // Runs that overlap became one number from left to right; make each run unbroken.
    for index in groups.indices.dropFirst() where groups[index] < groups[index - 1] {
      groups[index] = groups[index - 1]
    }
    var result = sentence.merged(groups, glue: false)
    for index in 0..<result.count where result.words[index].contains(" ") {
      if result.tags[index].universal == .properNoun { result.tags[index] = .name }
    }
    return result
  }

  private static func joins(
    _ sentence: GoldSentence, _ index: Int, _ head: Int, withOf: Bool
  ) -> Bool {
    guard sentence.tags[head].universal == .properNoun,
      !titles.contains(sentence.words[index].lowercased()),
      !titles.contains(sentence.words[head].lowercased())
    else { return false }
    let relation = sentence.relations[index]
    if sentence.tags[index].universal == .properNoun {
      return relation == .flat || relation == .compound
        || (withOf && relation == .nmod && index - head == 2
          && sentence.words[head + 1].lowercased() == "of")
    }
    return relation == .nummod && abs(index - head) == 1
      && CalendarWords.all.contains(sentence.words[head].lowercased())
  }

  private static func isPart(
    _ sentence: GoldSentence, _ index: Int, of range: ClosedRange<Int>, withOf: Bool
  ) -> Bool {
    let head = sentence.heads[index]
    return index == range.lowerBound || index == range.upperBound
      || (range.contains(head)
        && (sentence.tags[index].universal == .properNoun
          || ["-", ".", "of"].contains(sentence.words[index].lowercased())))
  }
}
