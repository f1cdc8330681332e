import Diplomacy
import Language

/// Cuts a sentence into clauses of actors, dates, places and words.
struct ClauseBuilder {
  let words: WordLists
  let reading: Reading

  /// The main clause first, then the relative ones in text order.
  func clauses(of sentence: Document.Sentence) -> [Clause] {
    let parser = ActorParser(words: words, reading: reading, sentence: sentence.tokens)
    var main: [ClausePart] = []
    var relative: [Clause] = []
    var index = sentence.tokens.lowerBound
    while index < sentence.tokens.upperBound {
      if let end = relativeEnd(at: index, sentence.tokens.upperBound),
        let antecedent = lastActors(main)
      {
        let start = reading.word(index) == "," ? index + 1 : index
        let inner = parts(start + 1, end, parser)
        relative.append(
          Clause(
            parts: inner, antecedent: antecedent, sentence: sentence.tokens,
            block: sentence.origin))
        index = reading.word(end) == "," ? end + 1 : end
        index = joinAcrossClause(&main, index, parser)
      } else {
        let part = part(at: index, parser)
        main.append(part)
        index = part.end
      }
    }
    let clause = Clause(parts: main, sentence: sentence.tokens, block: sentence.origin)
    return [clause] + relative
  }

  private func parts(_ start: Int, _ end: Int, _ parser: ActorParser) -> [ClausePart] {
    var parts: [ClausePart] = []
    var index = start
    while index < end {
      let part = part(at: index, parser)
      parts.append(part)
      index = part.end
    }
    return parts
  }

  private func part(at index: Int, _ parser: ActorParser) -> ClausePart {
    if let group = parser.group(at: index) { return .actors(group) }
    if let date = reading.date(startingAt: index) {
      return .date(date)
    }
    if let entity = reading.entity(startingAt: index) { return .place(entity) }
    return .word(index)
  }

  /// The end of the relative clause that starts at `index` with "who", after a comma or not.
  private func relativeEnd(at index: Int, _ limit: Int) -> Int? {
    var start = index
    let hasComma = reading.word(start) == ","
    if hasComma { start += 1 }
    guard start < limit, ["who", "whom", "whose"].contains(reading.word(start)) else { return nil }
    var position = start + 1
    while position < limit {
      let word = reading.word(position)
      if [";", ".", "—", "–", ")"].contains(word) { return position }
      if word == ",", position > start + 2, closesRelative(position, limit, hasComma) {
        return position
      }
      position += 1
    }
    return limit
  }

  /// Whether a comma ends the clause: what follows is "and" with an actor, or a verb.
  private func closesRelative(_ comma: Int, _ limit: Int, _ hasComma: Bool) -> Bool {
    let next = reading.word(comma + 1)
    if ClauseWords.isFinite(next) || ClauseWords.adverbs.contains(next) { return true }
    if next == "and" { return true }
    let inApposition = reading.roles.contains { $0.tokens.lowerBound == comma + 1 }
    return hasComma && !inApposition && reading.nameOfToken[min(comma + 1, limit - 1)] < 0
  }

  private func lastActors(_ parts: [ClausePart]) -> ActorGroup? {
    guard case .actors(let group) = parts.last else { return nil }
    return group
  }

  /// "Rubio, who is …, and Peters": joins what stands on both sides of a relative clause.
  private func joinAcrossClause(
    _ main: inout [ClausePart], _ index: Int, _ parser: ActorParser
  ) -> Int {
    guard reading.word(index) == "and", case .actors(var group) = main.last,
      let next = parser.group(at: index + 1), !next.isPossessive,
      isSubjectPlace(main)
    else { return index }
    group.actors += next.actors
    group.tokens = group.tokens.lowerBound..<next.tokens.upperBound
    main[main.count - 1] = .actors(group)
    return next.tokens.upperBound
  }

  /// Whether the last actors stand where a subject does, so that "and X" goes on with them.
  private func isSubjectPlace(_ main: [ClausePart]) -> Bool {
    guard main.count >= 2, case .word(let before) = main[main.count - 2] else { return true }
    let word = reading.word(before)
    return !ClauseWords.prepositions.contains(word) && !ClauseWords.isVerbLike(word)
  }
}
