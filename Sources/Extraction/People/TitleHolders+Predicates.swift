import Language

/// Titles that a verb gives: "is", "has been", "was appointed", "succeeded".
extension TitleHolders {
  /// "who has been foreign minister", "X is the foreign minister", "was named foreign minister".
  func predicated(_ role: RolePhrase) -> Holder? {
    let start = start(of: role)
    var position = start - 1
    let floor = sentence(of: role.tokens.lowerBound)?.lowerBound ?? 0
    var isLinked = false
    var isFormer = false
    var isGiven = false
    while position >= floor, start - position < 8 {
      let word = reading.word(position)
      if TitleHolders.giving.contains(word) {
        isGiven = true
        isLinked = true
      } else if TitleHolders.ending.contains(word) {
        isLinked = true
        isFormer = true
      } else if let mention = index.mention(endingAt: position + 1),
        reading.word(mention.tokens.lowerBound - 1) == "by"
      {
        position = mention.tokens.lowerBound - 1
      } else if TitleHolders.links.contains(word) {
        isLinked = true
        isFormer = isFormer || TitleHolders.pastLinks.contains(word)
      } else if ["now", "then", "still", "currently", "formerly", "previously"].contains(word) {
        isLinked = true
        isFormer = isFormer || ["then", "formerly", "previously"].contains(word)
      } else if ["time", "the", "at"].contains(word), isAtTheTime(position) {
        // "John Bolton, at the time the national security adviser"
        isFormer = true
        isLinked = true
      } else if ["of", "from", "the", "to", "a", "for"].contains(word), namesPost(position) {
        // "fired from the post of national security adviser", "proposed for the post of"
        isLinked = isLinked || word == "for"
      } else if word == "longer", reading.word(position - 1) == "no" {
        isFormer = true
        position -= 1
      } else if word == "not"
        ? reading.word(position + 1) != "only" : !TitleHolders.fillers.contains(word)
      {
        // "is not a member": told of nobody.
        if word == "not" { return nil }
        break
      }
      position -= 1
    }
    let end = position + 1
    if let holder = namedDirectly(role, end) { return holder }
    if let holder = described(role, end) { return holder }
    guard isLinked || reading.word(end) == "now", !isPassing(role) else { return nil }
    if let successor = successor(before: end, floor) {
      return Holder(
        person: successor.person,
        range: successor.tokens.lowerBound..<role.tokens.upperBound)
    }
    if let mention = subject(before: end, floor) {
      let range = mention.tokens.lowerBound..<role.tokens.upperBound
      // "Trump fired Flynn as national security adviser"
      var verb = mention.tokens.lowerBound - 1
      while verb > floor, words.isHonorific(reading.form(verb)) { verb -= 1 }
      isFormer = isFormer || TitleHolders.ending.contains(reading.word(verb))
      return Holder(person: mention.person, range: range, isFormer: isFormer && !isGiven)
    }
    return pronounced(role, end, floor).map {
      Holder(person: $0, range: end - 1..<role.tokens.upperBound, isFormer: isFormer && !isGiven)
    }
  }

  /// "was at the time a member": a word of "at the time".
  private func isAtTheTime(_ index: Int) -> Bool {
    for start in max(0, index - 2)...index
    where reading.word(start) == "at" && reading.word(start + 1) == "the" {
      return reading.word(start + 2) == "time"
    }
    return false
  }

  /// "from the post of", "to the position of": small words around the word for an office.
  private func namesPost(_ index: Int) -> Bool {
    switch reading.word(index) {
    case "of": TitleHolders.posts.contains(reading.word(index - 1))
    case "the", "a": TitleHolders.posts.contains(reading.word(index + 1))
    default:
      ["the", "his", "her"].contains(reading.word(index + 1))
        && TitleHolders.posts.contains(reading.word(index + 2))
    }
  }

  private static let posts: WordSet = ["post", "position", "job", "office", "role", "rank"]

  /// "as a candidate", "is the first U.S. official to": no office.
  func isPassing(_ role: RolePhrase) -> Bool {
    role.head == "candidate" && role.determiner == "a" && role.titles.first?.count == 1
      || role.head == "official" && role.determiner == "the"
      || role.head == "member" && reading.word(role.tokens.upperBound) == "to"
  }

  /// "Sharif, himself a three-time premier," and "Wang, also a member of the Politburo,": an
  /// apposition that an adverb opens.
  private func described(_ role: RolePhrase, _ end: Int) -> Holder? {
    let start = start(of: role)
    if let holder = heldUntil(role, start) { return holder }
    guard end < start, start - end <= 2, reading.word(end - 1) == ",", !isPassing(role),
      (end..<start).allSatisfy({ TitleHolders.adverbs[reading.word($0)] != nil }),
      let mention = index.mention(endingAt: end - 1)
    else { return nil }
    return Holder(
      person: mention.person, range: mention.tokens.lowerBound..<role.tokens.upperBound,
      isFormer: (end..<start).contains { TitleHolders.adverbs[reading.word($0)] == true })
  }

  /// Words that open an apposition, and whether they make the title past.
  static let adverbs: WordTable<Bool> = [
    "also": false, "himself": false, "herself": false, "currently": false, "still": false,
    "now": false, "formerly": true, "previously": true, "once": true, "then": true,
    "recently": false, "long": true, "later": false, "earlier": true, "sometime": true,
  ]

  /// "He served as ambassador to Moscow": whom the pronoun stands for that opens the sentence, or
  /// the clause behind a name: "Kerry, when he was still a senator".
  private func pronounced(_ role: RolePhrase, _ end: Int, _ floor: Int) -> Int? {
    let opener = reading.word(end - 2)
    let opensClause = TitleHolders.openers.contains(opener)
    if opensClause {
      let name = reading.word(end - 3) == "," ? end - 3 : end - 2
      if let mention = index.mention(endingAt: name) { return mention.person }
    }
    // "Védrine, who had shaped the deal when he was France's foreign minister"
    guard end - 1 == floor || opensClause else { return nil }
    let gender: Gender
    switch reading.word(end - 1) {
    case "he": gender = .male
    case "she": gender = .female
    default: return nil
    }
    return BossFinder(reading: reading, index: index).antecedent(of: end - 1, gender, except: nil)
  }

  private static let openers: WordSet = [
    "when", "while", "until", "before", "after", "since",
  ]

  /// The name before "who has been", "has been" or ", appointed".
  func subject(before end: Int, _ floor: Int) -> PersonMention? {
    var end = end
    if reading.word(end - 1) == "who" || reading.word(end - 1) == "himself" { end -= 1 }
    if let mention = index.mention(endingAt: end) {
      // "Kellogg, whom Trump has made his envoy": the title is theirs who is spoken of.
      let whom = mention.tokens.lowerBound - 1
      guard reading.word(whom) == "whom" else { return mention }
      let antecedent = reading.word(whom - 1) == "," ? whom - 1 : whom
      return index.mention(endingAt: antecedent) ?? holder(ofRoleEndingAt: antecedent)
    }
    if let mention = holder(ofRoleEndingAt: end) { return mention }
    if reading.word(end) == "who", let mention = describedName(before: end) { return mention }
    guard reading.word(end - 1) == "," else { return nil }
    if let mention = index.mention(endingAt: end - 1) { return mention }
    // "Yassine Jaber, a Berri pick, as finance minister": the name stands before the comma pair.
    for comma in stride(from: end - 2, to: max(floor, end - 10), by: -1)
    where reading.word(comma) == "," {
      return index.mention(endingAt: comma)
    }
    return nil
  }

  /// "Aso, a former prime minister who is vice president": the title's holder.
  private func holder(ofRoleEndingAt end: Int) -> PersonMention? {
    guard let before = role(endingAt: end), found[before.position] != nil else { return nil }
    return index.mention(endingAt: before.role.tokens.lowerBound - 1)
      ?? index.mention(startingAt: before.role.tokens.upperBound)
  }

  /// "Sunak, who succeeded Truss as prime minister": the title is the first one's.
  private func successor(before end: Int, _ floor: Int) -> PersonMention? {
    guard let former = index.mention(endingAt: end) else { return nil }
    var verb = former.tokens.lowerBound - 1
    while verb > floor, words.isHonorific(reading.form(verb)) { verb -= 1 }
    guard TitleHolders.succession.contains(reading.word(verb)) else { return nil }
    return subject(before: verb, floor)
  }

  private static let succession: WordSet = [
    "succeeded", "succeeds", "succeeding", "succeed", "replaced", "replaces", "replacing",
    "replace",
  ]

  /// "appointed Lavrov foreign minister".
  private func namedDirectly(_ role: RolePhrase, _ end: Int) -> Holder? {
    guard end == start(of: role),
      role.determiner == nil || ["its", "his", "her", "their"].contains(role.determiner),
      let mention = index.mention(endingAt: end)
    else { return nil }
    var before = mention.tokens.lowerBound - 1
    while words.isHonorific(reading.form(before)) { before -= 1 }
    guard TitleHolders.giving.contains(reading.word(before)) else { return nil }
    return Holder(
      person: mention.person, range: mention.tokens.lowerBound..<role.tokens.upperBound)
  }

  private static let giving: WordSet = [
    "named", "appointed", "elected", "re-elected", "nominated", "chosen", "tapped", "sworn",
    "installed", "made", "picked", "reappointed", "becomes", "became", "becoming", "remains",
    "names", "appoints", "elects", "appointing", "naming", "selected", "designated", "confirmed",
    "succeeded", "proclaimed", "declared", "crowned", "become",
  ]
  /// Verbs after which the title is past.
  private static let ending: WordSet = [
    "dismissed", "sacked", "ousted", "fired", "removed", "resigned", "replaced", "deposed",
    "suspended", "resigning", "retired", "quit", "stepped", "retiring", "ended", "finished",
    "completed",
  ]
  private static let pastLinks: WordSet = ["was", "had", "served", "once", "used"]
  private static let links: WordSet = [
    "is", "was", "be", "been", "being", "as", "has", "had", "have", "served", "serves", "serving",
    "works", "worked", "acts", "acting", "once", "remained", "'s", "considered", "having",
    "regarded", "seen", "used",
  ]
  private static let fillers: WordSet = [
    "now", "then", "also", "currently", "in", "still", "himself", "herself", "later", "previously",
    "will", "would", "briefly", "both", "long", "recently", "to", "only", "already",
    "until", "today", "effect", "just", "once", "again", "only", "yet", "newly", "first", "took",
    "up", "over", "his", "her", "post", "job", "role", "office", "position", "assumed", "duties",
    "by", "is", "become", "begin", "began", "begins", "twice", "down", "aside", "earlier", "father",
    "mother", "brother", "late", "tenure", "stint", "since", "taken", "takes", "capacity",
    "speaking", "term", "tour", "time", "years", "career", "mandate", "days",
  ]
}
