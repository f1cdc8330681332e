import Diplomacy
import Language

/// Parses the sentences that can tell of a contact: those with a word of contact in them.
///
/// Parsing is the dearest step, so that most sentences of an article are never parsed.
struct SyntaxStage {
  let words: WordLists
  let contactWords: ContactWords

  func run(_ reading: inout Reading) {
    reading.graphs = ModelWorkspace.lend { workspace in
      WordKnowledge.idle.lend { graphs(of: reading, $0, in: workspace) }
    }
  }

  /// What is parsed as one.
  private struct Piece {
    var sentence: Document.Sentence
    var units: [SentenceUnit]
    var parsed: [SyntaxTree.Unit]
  }

  private func graphs(
    of reading: Reading, _ knowledge: WordKnowledge, in workspace: ModelWorkspace
  ) -> [ClauseGraph] {
    let builder = UnitBuilder(words: words, reading: reading)
    let cutter = SentencePieces(reading: reading)
    let captions = CaptionTags(reading: reading, contactWords: contactWords)
    // All are tagged before any is parsed, so that the weights of each model stay in near memory.
    var pieces: [Piece] = []
    var batch = LanguageModel.Batch()
    let sentences = reading.document.sentences
    for (number, sentence) in sentences.enumerated()
    where !reading.isHandled(sentence.tokens)
      && (canTell(sentence, reading, knowledge)
        || isTakenUp(
          sentence, by: number + 1 < sentences.count ? sentences[number + 1] : nil, reading)
        || number > 0 && isTakenUp(sentences[number - 1], by: sentence, reading)
        || number > 0
          && ContactFinder.canAnswer(sentence.tokens, sentences[number - 1].tokens, reading)
        || number + 1 < sentences.count
          && ContactFinder.canAnswer(sentences[number + 1].tokens, sentence.tokens, reading))
    {
      let units = builder.units(of: sentence, from: start(of: sentence, reading))
      let seen = LanguageModel.shared.words(
        of: reading.document, tokens: sentence.tokens, in: workspace)
      let tags = LanguageModel.shared.tags(of: seen, in: workspace)
      for piece in cutter.pieces(of: units) {
        var parsed = piece.indices.map { index in
          let tag = corrected(
            tag(of: piece[index], tags, sentence), at: index, in: piece, reading)
          return SyntaxTree.Unit(
            tokens: piece[index].tokens.lowerBound..<piece[index].head + 1, tag: tag,
            isName: tag.universal == .properNoun && piece[index].isPerson)
        }
        captions.retag(&parsed, piece)
        LanguageModel.shared.add(parsed, seen, to: &batch)
        pieces.append(Piece(sentence: sentence, units: piece, parsed: parsed))
      }
    }
    let edges = LanguageModel.shared.edges(of: batch, in: workspace)
    return zip(pieces, edges).map { piece, edges in
      ClauseGraph(
        reading: reading, sentence: piece.sentence, units: piece.units, parsed: piece.parsed,
        edges: edges)
    }
  }

  private func tag(of unit: SentenceUnit, _ tags: [Tag], _ sentence: Document.Sentence) -> Tag {
    let own = tags[unit.head - sentence.tokens.lowerBound]
    guard let group = unit.actors, unit.tokens.count > 1 || own.universal != .pronoun else {
      return own
    }
    if case .unnamed = group.actors.first?.identity { return own }
    return own.universal == .pronoun || own.universal == .noun ? own : .name
  }

  /// Where a sentence begins after a dateline: "KYIV, Dec 2 (Reuters) - ".
  private func start(of sentence: Document.Sentence, _ reading: Reading) -> Int {
    let range = sentence.tokens
    guard range.count > 4 else { return range.lowerBound }
    if let start = CaptionTags.start(of: sentence, reading) { return start }
    var hasPlace = false
    for index in range.prefix(18) {
      let token = reading.tokens[index]
      switch token.isMark ? token.form : "" {
      case "-", "–", "—", "--":
        return hasPlace && index + 1 < range.upperBound ? index + 1 : range.lowerBound
      case ":":
        if hasPlace, index > range.lowerBound + 1, index + 1 < range.upperBound { return index + 1 }
      case ")" where hasPlace && endsDateline(index, range, reading): return index + 1
      case ",", "(", ")", ".", "/", "[", "]": continue
      default:
        if token.shape.contains(.allCapitals) || reading.entityOfToken[index] >= 0 {
          hasPlace = true
        } else if !token.isCapitalized, !token.shape.contains(.number) {
          return range.lowerBound
        }
        if reading.nameOfToken[index] >= 0 { return range.lowerBound }
      }
    }
    return range.lowerBound
  }

  /// "London, March 5 (PTI) External Affairs Minister …": the bracket behind an agency's name.
  private func endsDateline(_ index: Int, _ range: Range<Int>, _ reading: Reading) -> Bool {
    guard index + 1 < range.upperBound, index > range.lowerBound + 2,
      reading.word(index - 2) == "("
    else { return false }
    return reading.tokens[index - 1].shape.contains(.allCapitals)
      && reading.tokens[index + 1].isCapitalized
  }
}
