import Diplomacy
import Language

/// Tags that the words beside leave no doubt of.
extension SyntaxStage {
  /// The tag, unless it is one that the word cannot have: "met" is always a verb.
  func corrected(
    _ tag: Tag, at index: Int, in piece: [SentenceUnit], _ reading: Reading
  ) -> Tag {
    guard piece[index].tokens.count == 1, piece[index].actors == nil else { return tag }
    let head = piece[index].head
    var previous: SentenceUnit? { neighbour(before: index, in: piece, reading) }
    let word = reading.word(head)
    // "Rubio consulted with", taken for what follows an owner
    if tag.penn == .pos, !["'s", "’s", "'", "’"].contains(word) {
      return Tag(.verb, word.hasSuffix("ed") ? .vbd : .vbp)
    }
    // "met face to face with"
    if word == "face" || word == "to" {
      let first = word == "to" ? head - 1 : reading.word(head - 1) == "to" ? head - 2 : head
      if reading.word(first) == "face", reading.word(first + 1) == "to",
        reading.word(first + 2) == "face"
      {
        return word == "to" ? Tag(.adposition, .in) : Tag(.noun, .nn)
      }
    }
    if tag.universal == .adverb, word == "were" || word == "was" { return Tag(.auxiliary, .vbd) }
    // "had the ministers to lunch"
    if tag.universal == .verb, ["lunch", "dinner", "breakfast", "supper", "tea"].contains(word),
      reading.word(head - 1) == "to", index > 1, piece[index - 2].actors != nil
    {
      return Tag(.noun, .nn)
    }
    // "was photographed with"
    if tag.universal == .adjective, word.hasSuffix("ed"), contactWords.verbs[word] != nil,
      ["was", "were", "been", "be"].contains(reading.word(head - 1))
    {
      return Tag(.verb, .vbn)
    }
    // "that Beijing wanted"
    if tag.universal == .verb, reading.tokens[head].isCapitalized, index > 0,
      let span = reading.entity(startingAt: head), span.tokens.count == 1,
      PlaceReader.place(of: span, reading) != nil
    {
      return .name
    }
    if word == "meeting", index == 0, tag.universal == .noun, opensMeeting(piece, reading) {
      return Tag(.verb, .vbg)
    }
    // "Arab leaders meeting in Jordan endorsed"
    if word == "meeting", tag.universal == .noun,
      previous?.actors?.actors.contains(where: { $0.isPlural(reading) }) == true,
      SyntaxStage.behindMeeting.contains(reading.word(head + 1))
    {
      return Tag(.verb, .vbg)
    }
    // "State television showed Lukashenko meeting Putin"
    if word == "meeting", tag.universal == .noun, previous?.isPerson == true,
      index + 1 < piece.count, piece[index + 1].isPerson
    {
      return Tag(.verb, .vbg)
    }
    // "has admitted meeting Lebedev"
    if word == "meeting", tag.universal == .noun, index + 1 < piece.count,
      piece[index + 1].isPerson,
      previous.map({ SyntaxStage.beforeMeeting.contains(reading.word($0.head)) }) == true
    {
      return Tag(.verb, .vbg)
    }
    // "He holds talks with", taken for a particle
    if word == "talks", tag.universal != .verb, tag.universal != .noun { return Tag(.noun, .nns) }
    if word == "talks", tag.universal == .verb,
      (max(0, head - 3)..<head).contains(where: {
        SyntaxStage.holdings.contains(reading.word($0))
      }) || head > 0 && contactWords.governors[reading.word(head - 1)] != nil
    {
      return Tag(.noun, .nns)
    }
    // "chaired the gathering"
    if word == "gathering", tag.universal == .verb,
      ["the", "a", "this", "that"].contains(reading.word(head - 1))
    {
      return Tag(.noun, .nn)
    }
    // "weeks after his election", "just hours after"
    if tag.universal != .noun, SyntaxStage.spans.contains(word) {
      return Tag(.noun, .nns)
    }
    // "received today the Ambassador of Spain"
    if tag.universal == .verb || tag.universal == .adposition, SyntaxStage.dayAdverbs.contains(word)
    {
      return Tag(.noun, .nn)
    }
    if reading.word(head + 1) == "hands" {
      if word == "shake" { return Tag(.verb, .vbp) }
      if word == "shook" { return Tag(.verb, .vbd) }
    }
    if word == "last", SyntaxStage.alwaysVerbs.contains(reading.word(head + 1)) {
      return Tag(.adverb, .rb)
    }
    // "Macron plans to meet": a verb, while "Macron's plans" has the ending between.
    if tag.universal == .noun, word == "plans" || word == "hopes" || word == "heads",
      previous?.isPerson == true,
      reading.word(head + 1) == "to"
    {
      return Tag(.verb, .vbz)
    }
    // "Tillerson lands in Kuwait City tonight"
    if tag.universal == .noun, SyntaxStage.journeys.contains(word), previous?.isPerson == true,
      SyntaxStage.behindVerb.contains(reading.word(head + 1))
    {
      return Tag(.verb, .vbz)
    }
    if word == "talks", tag.universal == .verb, previous?.isPerson != true,
      reading.word(head + 1) == "between"
        || head > 0 && reading.text(head - 1).contains("-") && previous?.actors == nil
    {
      return Tag(.noun, .nns)
    }
    if tag.universal == .adjective, let verb = verbRead(asAdjective: index, in: piece, reading) {
      return verb
    }
    if word == "rung", previous.map({ SyntaxStage.haves.contains(reading.word($0.head)) }) == true {
      return Tag(.verb, .vbn)
    }
    // "Ain El-Tineh", taken for a mark
    if tag.universal == .punctuation, !reading.tokens[head].isMark { return .name }
    // "a summit co-hosted by Ruto and Mnangagwa"
    if tag.universal == .adjective, reading.word(head + 1) == "by",
      SyntaxStage.jointVerbs.contains(word)
    {
      return Tag(.verb, .vbn)
    }
    if word == "slated", tag.universal == .adjective { return Tag(.verb, .vbn) }
    // "Blinken crossed paths with Lavrov", read as of paths that are crossed.
    if tag.penn == .vbn || tag.universal == .adjective, previous?.isPerson == true,
      word.hasSuffix("ed"),
      ContactIdioms.shared.canBegin(word), reading.word(head + 1) != "by"
    {
      return Tag(.verb, .vbd)
    }
    // "Blinken bade farewell to Lavrov"
    if tag.universal != .verb, SyntaxStage.rarePasts.contains(word), previous?.isPerson == true {
      return Tag(.verb, .vbd)
    }
    guard let verb = contactWords.verbs[word], verb.strength != .light else { return tag }
    if tag.penn == .vbn, SyntaxStage.alwaysVerbs.contains(word), word != "spoken",
      previous?.actors != nil, reading.word(head + 1) != "by"
    {
      return Tag(.verb, .vbd)
    }
    // No verb of contact is an auxiliary.
    if tag.universal == .auxiliary { return Tag(.verb, tag.penn) }
    guard tag.universal != .verb else { return tag }
    // "was to have sat down with"
    if word == "sat" || word == "sits" {
      let isPerfect = previous.map { SyntaxStage.haves.contains(reading.word($0.head)) } ?? false
      return Tag(.verb, isPerfect ? .vbn : .vbd)
    }
    if word == verb.lemma, previous.map({ reading.word($0.head) == "to" }) == true,
      contactWords.nouns[word] == nil
        || reading.nameOfToken[min(head + 1, reading.tokens.count - 1)] >= 0
    {
      return Tag(.verb, .vb)
    }
    // "will attend the conference and huddle with Merkel"
    if word == verb.lemma, verb.frames.contains(.with), reading.word(head + 1) == "with",
      previous.map({ ["and", "will", "would"].contains(reading.word($0.head)) }) == true,
      contactWords.nouns[word] == nil || contactWords.nouns[word]?.strength == .strong
    {
      return Tag(.verb, .vb)
    }
    // "Blinken rode with Lavrov": a past tense that is no noun, behind a person.
    if tag.universal == .noun, previous?.isPerson == true, word != verb.lemma,
      contactWords.nouns[word] == nil, !word.hasSuffix("s"), !word.hasSuffix("ing")
    {
      return Tag(.verb, .vbd)
    }
    // "Scholz and Ernst welcome Erdogan"
    if tag.universal == .adjective, previous?.isPerson == true, word == verb.lemma,
      index + 1 < piece.count, piece[index + 1].isPerson
    {
      return Tag(.verb, .vbp)
    }
    // "Lavrov and Blinken speak by phone"
    if tag.universal == .noun, previous?.isPerson == true, word == verb.lemma,
      contactWords.nouns[word] == nil, SyntaxStage.behindVerb.contains(reading.word(head + 1))
    {
      return Tag(.verb, .vbp)
    }
    return SyntaxStage.alwaysVerbs.contains(word) ? Tag(.verb, .vbd) : tag
  }

  /// "Kishida entertained Yoon", "had briefed Blinken", "later lunched with Hurley": a past tense that treebanks
  /// hardly know.
  private func verbRead(
    asAdjective index: Int, in piece: [SentenceUnit], _ reading: Reading
  ) -> Tag? {
    let head = piece[index].head
    let word = reading.word(head)
    guard word.hasSuffix("ed"), let previous = neighbour(before: index, in: piece, reading) else {
      return nil
    }
    let isSmall = !reading.tokens[head].isCapitalized
    if isSmall, SyntaxStage.haves.contains(reading.word(previous.head)) { return Tag(.verb, .vbn) }
    guard previous.isPerson else { return nil }
    let isFollowed =
      isSmall && index + 1 < piece.count
      && (piece[index + 1].actors != nil || SyntaxStage.behindVerb.contains(reading.word(head + 1)))
    // "Brigitte Macron poured coffee", read as of a coffee.
    let opensIdiom =
      ContactIdioms.shared.canBegin(word)
      && reading.nameOfToken[min(head + 1, reading.tokens.count - 1)] < 0
    return isFollowed || opensIdiom ? Tag(.verb, .vbd) : nil
  }

  /// "Meeting in Sochi on Monday, Putin and Erdogan agreed": those who meet stand behind the comma.
  private func opensMeeting(_ piece: [SentenceUnit], _ reading: Reading) -> Bool {
    guard piece.count > 3,
      piece[1].isPerson || SyntaxStage.behindMeeting.contains(reading.word(piece[1].head)),
      let comma = piece.indices.prefix(12).first(where: { reading.word(piece[$0].head) == "," })
    else { return false }
    return comma + 1 < piece.count && piece[comma + 1].actors != nil
  }

  /// The unit before, past the adverbs that stand before a verb.
  private func neighbour(
    before index: Int, in piece: [SentenceUnit], _ reading: Reading
  ) -> SentenceUnit? {
    var at = index - 1
    while at >= 0, SyntaxStage.adverbs.contains(reading.word(piece[at].head)) { at -= 1 }
    return at >= 0 ? piece[at] : nil
  }
}
