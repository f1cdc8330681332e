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
          // A token that is taken out is counted, and there are hundreds.
          let form = all[index].form
          let range = all[index].start..<all[index].end
          func made() -> WordTraits {
            let word = UnsafeBufferPointer(rebasing: scalars[range])
            return tagger?.traits(word) ?? WordTraits(word)
          }
          // A long word does not tell its letters in full.
          return form.isASCII && range.count == form.byteCount && form.byteCount <= 15
            ? memory.value(of: form, make: made) : made()
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
    var batch = Batch()
    add(units, words, to: &batch)
    return edges(of: batch, in: workspace)[0]
  }

  /// Sentences that are to be parsed together, which is faster than one by one.
  public struct Batch: Sendable {
    /// What the parser sees of the sentences and of their pieces.
    fileprivate var inputs: [ParserInput] = []
    /// For each sentence how many inputs there are up to its end.
    fileprivate var ends: [Int] = []

    /// No sentences so far.
    public init() {}
  }

  /// Adds a sentence of `units`, which are made of `words`, in the order of the text.
  public func add(_ units: [SyntaxTree.Unit], _ words: Words, to batch: inout Batch) {
    var start = 0
    while start < units.count {
      let end = pieceEnd(of: units, from: start)
      batch.inputs.append(
        ParserInput(count: end - start) { index in
          let unit = units[start + index]
          return (word(of: unit, words), unit.tag)
        })
      start = end
    }
    batch.ends.append(batch.inputs.count)
  }

  /// For each sentence of a batch the heads and relations of its tree.
  public func edges(
    of batch: Batch, in workspace: ModelWorkspace = ModelWorkspace()
  ) -> [SyntaxTree.Edges] {
    var trees =
      parser?.parse(batch.inputs, in: workspace) ?? batch.inputs.map { Self.flat($0.count) }
    var all: [SyntaxTree.Edges] = []
    all.reserveCapacity(batch.ends.count)
    var index = 0
    for end in batch.ends {
      var edges = SyntaxTree.Edges(heads: [], relations: [])
      while index < end {
        let start = edges.heads.count
        let count = trees[index].heads.count
        for unit in 0..<count {
          let head = trees[index].heads[unit]
          trees[index].heads[unit] = head == count ? -1 : start + head
        }
        // The arrays are handed on where a sentence is of one piece, as nearly all are.
        if start == 0 {
          swap(&edges.heads, &trees[index].heads)
          swap(&edges.relations, &trees[index].relations)
        } else {
          edges.heads += trees[index].heads
          edges.relations += trees[index].relations
        }
        index += 1
      }
      all.append(edges)
    }
    return all
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
