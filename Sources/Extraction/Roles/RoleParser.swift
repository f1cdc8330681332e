import Diplomacy
import Language

/// Reads a title at a given token: "New Zealand's Foreign Minister", "Trump deputy special envoy
/// for the Middle East", "the president of the European Council".
struct RoleParser {
  let words: WordLists
  let reading: Reading
  /// The first token of the sentence.
  let floor: Int
  /// The token after its last.
  let limit: Int

  /// The title that starts at `start`, article and possessor included, or nil.
  func parse(at start: Int) -> RolePhrase? {
    var position = start
    var phrase = RolePhrase(
      tokens: start..<start, titles: [], isFormer: false, isPlural: false, head: "")
    if ["the", "a", "an", "his", "her", "their", "its", "our", "both"].contains(
      reading.word(position))
    {
      phrase.determiner = reading.word(position)
      position += 1
    }
    skipAndNote(&position, &phrase)
    readPossessor(&position, &phrase)
    skipAndNote(&position, &phrase)
    if phrase.affiliation == nil, phrase.bossToken == nil { readPossessor(&position, &phrase) }
    skipAndNote(&position, &phrase)
    guard let first = core(at: position) else { return nil }
    phrase.titles = [first.title]
    phrase.head = first.head
    phrase.isPlural = first.isPlural
    position = first.title.upperBound
    readComplement(&position, &phrase)
    while let next = coordinated(at: position, phrase) {
      phrase.titles.append(next.title)
      position = next.title.upperBound
      readComplement(&position, &phrase)
    }
    phrase.tokens = start..<position
    return phrase
  }

  /// Passes words like "former" and "new", noting what they say.
  private func skipAndNote(_ position: inout Int, _ phrase: inout RolePhrase) {
    while position < limit, reading.entityOfToken[position] < 0 {
      let word = reading.word(position)
      if words.formerWords.contains(word) {
        phrase.isFormer = true
      } else if !words.skippedWords.contains(word) {
        return
      }
      position += 1
      if reading.word(position) == "-" { position += 1 }
    }
  }

  /// Reads "New Zealand's", "Iranian", "EU", "Trump's", "Trump".
  private func readPossessor(_ position: inout Int, _ phrase: inout RolePhrase) {
    guard position < limit else { return }
    if let entity = reading.entity(startingAt: position), entity.tokens.upperBound < limit {
      if case .place = entity.entity { return }
      var next = entity.tokens.upperBound
      if reading.tokens[next].isPossessive { next += 1 }
      guard let affiliation = entity.entity.affiliation, leadsToRole(next) else { return }
      phrase.affiliation = affiliation
      position = next
    } else if let name = reading.name(startingAt: position), name.tokens.upperBound < limit {
      var next = name.tokens.upperBound
      if reading.tokens[next].isPossessive { next += 1 }
      guard leadsToRole(next) else { return }
      phrase.bossToken = name.tokens.lowerBound
      position = next
    }
  }

  /// Whether a title begins within the next words, so that what stands before belongs to it.
  private func leadsToRole(_ index: Int) -> Bool {
    var position = index
    while position < min(limit, index + 3),
      words.formerWords.contains(reading.word(position))
        || words.skippedWords.contains(reading.word(position))
        || reading.entity(startingAt: position) != nil
    {
      position = reading.entity(startingAt: position)?.tokens.upperBound ?? position + 1
    }
    return core(at: position) != nil
  }
}

// MARK: - The title itself

extension RoleParser {
  struct Core {
    var title: Range<Int>
    var head: String
    var isPlural: Bool
  }

  /// Modifiers and heads up to the last head: "deputy assistant secretary".
  func core(at start: Int) -> Core? {
    var position = start
    var end: Int?
    var head = ""
    while position < limit, position < start + 8 {
      let word = reading.word(position)
      if reading.nameOfToken[position] >= 0 { break }
      if words.roleHeads.contains(word), reading.entityOfToken[position] < 0 {
        end = position + 1
        head = word
      } else if end != nil, words.roleEndings.contains(word) {
        end = position + 1
      } else if !words.roleModifiers.contains(word), !words.stateWords.contains(word) {
        let joins = ["and", "&", ",", "-"].contains(word) && position > start
        let opens = position == start && opensTitle(position)
        guard opens || joins && words.roleModifiers.contains(reading.word(position + 1)),
          end == nil
        else { break }
      }
      position += 1
    }
    guard let end, end > start else { return nil }
    let plural = head.hasSuffix("s") && words.roleHeads.contains(String(head.dropLast()))
    return Core(
      title: start..<end, head: head == "secretaries" ? "secretary" : head,
      isPlural: plural || head == "secretaries")
  }

  /// A capitalised word that no list knows, before a title in capitals: "Homeland Security
  /// Secretary".
  private func opensTitle(_ position: Int) -> Bool {
    guard reading.tokens[position].isCapitalized, reading.entityOfToken[position] < 0 else {
      return false
    }
    let rest = (position + 1..<min(position + 4, limit)).prefix {
      reading.tokens[$0].isCapitalized && words.isRoleWord(reading.word($0))
        && reading.nameOfToken[$0] < 0
    }
    return rest.contains { words.roleHeads.contains(reading.word($0)) }
      && !ClauseWords.prepositions.contains(reading.word(position))
      && position > floor && !reading.tokens[position - 1].isMark
  }

  private func coordinated(at position: Int, _ phrase: RolePhrase) -> Core? {
    guard !phrase.isPlural, phrase.titles.count < 4 else { return nil }
    let joiner = reading.word(position)
    guard joiner == "and" || joiner == "&" else { return nil }
    var next = position + 1
    if reading.word(next) == "the" { next += 1 }
    guard let core = core(at: next), !core.isPlural else { return nil }
    // "the president and Prime Minister X": two people, unless the second has no name of its own.
    if phrase.determiner != nil, core.title.upperBound < limit,
      reading.name(startingAt: core.title.upperBound) != nil
    {
      return nil
    }
    return core
  }
}
