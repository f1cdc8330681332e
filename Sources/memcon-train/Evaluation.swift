import Language

/// Shares of words that the models read as the treebank does.
struct Evaluation: CustomStringConvertible {
  private var words = 0
  private var universal = 0
  private var penn = 0
  private var attached = 0
  private var labelled = 0
  private var labelledFully = 0

  /// Compares the models' reading of gold tokens with gold trees.
  ///
  /// With `units`, noun phrases are units as Extraction makes them, and names are known to be names.
  init(
    _ sentences: [GoldSentence], _ tagger: Tagger, _ parser: Parser?, withUnits: Bool = false
  ) {
    var generator = SeededGenerator(seed: 4)
    for original in sentences {
      let words = original.words.map { tagger.traits(of: $0) }
      var tags = tagger.tag(words)
      var sentence = original
      if withUnits {
        var tagged = original.projective
        tagged.tags = tags
        sentence = PhraseVariants.vary(tagged, &generator)
        tags = sentence.tags
      }
      self.words += sentence.count
      for (tag, gold) in zip(tags, sentence.tags) {
        if tag.universal == gold.universal { universal += 1 }
        if tag.penn == gold.penn { penn += 1 }
      }
      guard let parser else { continue }
      let input = ParserInput(
        words: sentence.words.indices.map { tagger.unitWord(of: sentence, at: $0) }, tags: tags)
      let (heads, relations) = parser.parse(input)
      for index in 0..<sentence.count where heads[index] == sentence.heads[index] {
        attached += 1
        if relations[index] == sentence.relations[index] { labelledFully += 1 }
        if relations[index].base == sentence.relations[index].base { labelled += 1 }
      }
    }
  }

  var description: String {
    "UPOS \(percent(universal, words))  XPOS \(percent(penn, words))  UAS \(percent(attached, words))"
      + "  LAS \(percent(labelled, words))  with subtypes \(percent(labelledFully, words))"
  }
}

extension Relation {
  /// The relation without its subtype.
  var base: Substring { label.prefix { $0 != ":" } }
}

extension Tagger {
  /// The traits of a word.
  func traits(of word: String) -> WordTraits {
    Array(word.unicodeScalars).withUnsafeBufferPointer { traits($0) }
  }

  /// The word that the parser sees for the unit at `index`.
  func unitWord(of sentence: GoldSentence, at index: Int) -> ParserInput.Word {
    guard sentence.isName[index] else {
      return ParserInput.Word(traits(of: sentence.words[index]))
    }
    let parts = sentence.words[index].split(separator: " ")
    if parts.count == 1 { return .name }
    return unitWord(parts.map { traits(of: String($0)) })
  }
}

/// The same tables, outside of any array, for the life of the process.
func lasting(_ bytes: [UInt8]) -> UnsafeRawBufferPointer {
  let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
  copy.copyBytes(from: bytes)
  return UnsafeRawBufferPointer(copy)
}
