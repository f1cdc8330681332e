import CModels

/// The models of English that are compiled into the binary: a tagger and a parser.
///
///     let tags = LanguageModel.shared.tags(of: document, tokens: sentence.tokens)
///     let units = zip(sentence.tokens, tags).map { SyntaxTree.Unit(tokens: $0..<$0 + 1, tag: $1) }
///     let tree = LanguageModel.shared.tree(of: units, in: document)
///
/// They are used where they lie, so that nothing is read or built at start. `memcon-train` makes them.
public struct LanguageModel: Sendable {
  private let tagger: Tagger?
  private let parser: Parser?
  /// How many bytes both models have in the binary.
  public let byteCount: Int

  /// The models in the binary.
  public static let shared = LanguageModel()

  private init() {
    let tagger = embeddedTagger()
    let parser = embeddedParser()
    byteCount = tagger.count + parser.count
    self.tagger = Tagger(UnsafeRawBufferPointer(start: tagger.bytes, count: tagger.count))
    self.parser = Parser(UnsafeRawBufferPointer(start: parser.bytes, count: parser.count))
  }

  /// Whether both models are there and whole.
  public var isComplete: Bool { tagger != nil && parser != nil }

  /// The tags of the tokens in a range of the document, which should be one sentence.
  public func tags(of document: Document, tokens: Range<Int>) -> [Tag] {
    guard let tagger else { return tokens.map { _ in Tag(.other, .fw) } }
    return document.scalars.withUnsafeBufferPointer { scalars in
      tagger.tag(
        tokens.map { index in
          traits(document.tokens[index], scalars)
        })
    }
  }

  private func traits(
    _ token: Token, _ scalars: UnsafeBufferPointer<Unicode.Scalar>
  ) -> WordTraits {
    let word = UnsafeBufferPointer(rebasing: scalars[token.start..<token.end])
    return tagger?.traits(word) ?? WordTraits(word)
  }

  /// The tree of `units`, which should be those of one sentence, in the order of the text.
  ///
  /// A unit of several tokens is read as a name, or as the day or month it begins with. Sentences of
  /// more than 250 units are read in pieces, each with a root of its own, so that time grows no faster
  /// than length.
  public func tree(of units: [SyntaxTree.Unit], in document: Document) -> SyntaxTree {
    var heads: [Int] = []
    var relations: [Relation] = []
    var start = 0
    while start < units.count {
      let end = pieceEnd(of: units, from: start)
      let input = input(of: units[start..<end], in: document)
      let count = end - start
      let piece = parser?.parse(input) ?? Self.flat(count)
      heads += piece.heads.map { $0 == count ? -1 : start + $0 }
      relations += piece.relations
      start = end
    }
    return SyntaxTree(units: units, heads: heads, relations: relations)
  }

  /// The tree in which all hangs from the first of `count` units.
  private static func flat(_ count: Int) -> (heads: [Int], relations: [Relation]) {
    (
      (0..<count).map { $0 == 0 ? count : 0 },
      (0..<count).map { $0 == 0 ? .root : .dep }
    )
  }

  /// Where the piece that starts at `start` ends: at the last mark before the limit, if there is one
  /// in its second half.
  private func pieceEnd(of units: [SyntaxTree.Unit], from start: Int) -> Int {
    let limit = start + Parser.pieceLimit
    guard units.count > limit else { return units.count }
    let mark = (start + Parser.pieceLimit / 2..<limit).last {
      units[$0].tag.universal == .punctuation
    }
    return mark.map { $0 + 1 } ?? limit
  }

  private func input(of units: ArraySlice<SyntaxTree.Unit>, in document: Document) -> ParserInput {
    let words = document.scalars.withUnsafeBufferPointer { scalars in
      units.map { unit -> ParserInput.Word in
        guard let tagger, !(unit.isName && unit.tokens.count == 1) else { return .name }
        if unit.tokens.count == 1 {
          return ParserInput.Word(traits(document.tokens[unit.tokens.lowerBound], scalars))
        }
        return tagger.unitWord(
          [unit.tokens.lowerBound, unit.tokens.upperBound - 1].prefix(unit.tokens.count).map {
            traits(document.tokens[$0], scalars)
          })
      }
    }
    return ParserInput(words: words, tags: units.map(\.tag))
  }
}
