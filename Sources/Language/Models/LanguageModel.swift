import CModels

/// The models of English that are compiled into the binary: a tagger and a parser.
///
///     let tags = LanguageModel.shared.tags(of: document, tokens: sentence.tokens)
///     let units = zip(sentence.tokens, tags).map { SyntaxTree.Unit(tokens: $0..<$0 + 1, tag: $1) }
///     let tree = LanguageModel.shared.tree(of: units, in: document)
///
/// They are used where they lie, so that nothing is read or built at start. `memcon-train` makes them.
public final class LanguageModel: Sendable {
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

  /// What the models see of the tokens of a sentence, for its tags and its tree.
  public struct Words: Sendable {
    fileprivate let tokens: Range<Int>
    fileprivate let traits: [WordTraits]

    fileprivate subscript(token: Int) -> WordTraits { traits[token - tokens.lowerBound] }
  }

  /// What the models see of the tokens in a range of the document, which should be one sentence.
  public func words(
    of document: Document, tokens: Range<Int>, in workspace: ModelWorkspace = ModelWorkspace()
  ) -> Words {
    let memory = workspace.wordTraits
    let traits = document.scalars.withUnsafeBufferPointer { scalars in
      document.tokens.withUnsafeBufferPointer { all in
        tokens.map { index in
          let token = all[index]
          func made() -> WordTraits {
            let word = UnsafeBufferPointer(rebasing: scalars[token.start..<token.end])
            return tagger?.traits(word) ?? WordTraits(word)
          }
          // A long word does not tell its letters in full.
          return token.form.isASCII && token.end - token.start == token.form.byteCount
            && token.form.byteCount <= 15 ? memory.value(of: token.form, make: made) : made()
        }
      }
    }
    return Words(tokens: tokens, traits: traits)
  }

  /// The tags of `words`.
  public func tags(of words: Words, in workspace: ModelWorkspace = ModelWorkspace()) -> [Tag] {
    tagger?.tag(words.traits, in: workspace) ?? words.traits.map { _ in Tag(.other, .fw) }
  }

  /// The tags of the tokens in a range of the document, which should be one sentence.
  public func tags(of document: Document, tokens: Range<Int>) -> [Tag] {
    tags(of: words(of: document, tokens: tokens))
  }

  /// The tree of `units`, which should be those of one sentence, in the order of the text.
  public func tree(of units: [SyntaxTree.Unit], in document: Document) -> SyntaxTree {
    guard let first = units.first, let last = units.last else {
      return SyntaxTree(units: [], heads: [], relations: [])
    }
    let tokens = first.tokens.lowerBound..<last.tokens.upperBound
    return tree(of: units, words(of: document, tokens: tokens))
  }

  /// The tree of `units`, which are made of `words`, in the order of the text.
  ///
  /// A unit of several tokens is read as a name, or as the day or month it begins with. Sentences of
  /// more than 250 units are read in pieces, each with a root of its own, so that time grows no faster
  /// than length.
  public func tree(
    of units: [SyntaxTree.Unit], _ words: Words, in workspace: ModelWorkspace = ModelWorkspace()
  ) -> SyntaxTree {
    let edges = edges(of: units, words, in: workspace)
    return SyntaxTree(units: units, heads: edges.heads, relations: edges.relations)
  }

  /// The heads and relations of `tree(of:_:in:)`.
  public func edges(
    of units: [SyntaxTree.Unit], _ words: Words, in workspace: ModelWorkspace = ModelWorkspace()
  ) -> SyntaxTree.Edges {
    var edges = SyntaxTree.Edges(heads: [], relations: [])
    var start = 0
    while start < units.count {
      let end = pieceEnd(of: units, from: start)
      let piece = parse(units, start..<end, words, in: workspace)
      if end == units.count, start == 0 { return piece }
      edges.heads += piece.heads.map { $0 < 0 ? -1 : start + $0 }
      edges.relations += piece.relations
      start = end
    }
    return edges
  }

  /// The edges of the units in `range` by themselves, heads counted from its start.
  private func parse(
    _ units: [SyntaxTree.Unit], _ range: Range<Int>, _ words: Words, in workspace: ModelWorkspace
  ) -> SyntaxTree.Edges {
    let count = range.count
    let input = ParserInput(count: count) { index in
      let unit = units[range.lowerBound + index]
      return (word(of: unit, words), unit.tag)
    }
    var (heads, relations) = parser?.parse(input, in: workspace) ?? Self.flat(count)
    for unit in 0..<count where heads[unit] == count { heads[unit] = -1 }
    return SyntaxTree.Edges(heads: heads, relations: relations)
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

  private func word(of unit: SyntaxTree.Unit, _ words: Words) -> ParserInput.Word {
    guard let tagger, !(unit.isName && unit.tokens.count == 1) else { return .name }
    let first = words[unit.tokens.lowerBound]
    if unit.tokens.count == 1 { return ParserInput.Word(first) }
    return tagger.unitWord(first, words[unit.tokens.upperBound - 1])
  }
}
