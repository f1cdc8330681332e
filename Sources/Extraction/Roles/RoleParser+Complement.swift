import Diplomacy
import Language

/// What follows a title: "of State", "of Iran", "for the Middle East", "to the United Nations".
extension RoleParser {
  /// Takes in the prepositional phrases that belong to the last title.
  func readComplements(_ position: inout Int, _ phrase: inout RolePhrase) {
    while position + 1 < limit {
      let preposition = reading.word(position)
      if let end = seat(of: phrase, behind: position) {
        // "her opposite number in Ankara"
        phrase.affiliation = reading.entity(startingAt: position + 1)?.entity.affiliation
        position = end
        break
      }
      if let end = charge(behind: position, &phrase) {
        position = end
        continue
      }
      guard RoleParser.prepositions.contains(preposition), takes(preposition, position, phrase)
      else { break }
      var reader = ComplementReader(
        parser: self, phrase: phrase,
        isOwner: ["of", "at", "from"].contains(preposition)
          || preposition == "on" && RoleParser.seated.contains(phrase.head)
          || preposition == "with" && RoleParser.partisan.contains(phrase.head))
      guard let end = reader.read(from: position + 1) else { break }
      let last = phrase.titles.count - 1
      if phrase.nationality == nil { phrase.nationality = reader.nationality }
      if let affiliation = reader.affiliation {
        if case .organization = affiliation {
          // "at the Studies Centre at the University": the nearer one.
          if phrase.owners[last] == nil || preposition != "at" { phrase.owners[last] = affiliation }
        } else if phrase.affiliation == nil {
          phrase.affiliation = affiliation
        }
        if reader.listed.count > 1 { phrase.listed = reader.listed }
      }
      phrase.omitted += reader.omitted
      if reader.isInTitle {
        if phrase.titles[last].upperBound < position {
          phrase.omitted.append(phrase.titles[last].upperBound..<position)
        }
        phrase.titles[last] = phrase.titles[last].lowerBound..<reader.titleEnd
      }
      if let boss = reader.bossToken {
        if phrase.bossToken == nil { phrase.bossToken = boss }
        phrase.isOpenEnded = true
        position = end
        break
      }
      position = end
      skipKind(&position, phrase)
    }
    readBrackets(&position, &phrase)
  }

  private static let prepositions: WordSet = ["of", "for", "to", "on", "in", "at", "with", "from"]

  /// Those who sit on a committee.
  private static let seated: WordSet = ["democrat", "republican", "member"]

  /// "in" and "at" tell where an envoy is posted; of others they tell where something happened.
  private func takes(_ preposition: Word, _ position: Int, _ phrase: RolePhrase) -> Bool {
    switch preposition {
    case "at" where RoleLexicon.shared[phrase.head].contains(.scholar): return true
    case "from": return phrase.isPlural && reading.entity(startingAt: afterArticle(position)) != nil
    case "with":
      return RoleLexicon.shared[phrase.head].contains(.scholar)
        || RoleParser.partisan.contains(phrase.head)
    case "at" where isMinistry(after: position) && RoleParser.ministerial.contains(phrase.head):
      return true
    case "in" where RoleLexicon.shared[phrase.head].contains(.scholar): return true
    case "at" where isInstitute(after: position) && !RoleParser.statesmen.contains(phrase.head):
      return true
    case "in" where ["leader", "whip"].contains(phrase.head):
      return RoleParser.chambers.contains(reading.word(afterArticle(position)))
    case "in", "at":
      let posted = [
        "ambassador", "nuncio", "envoy", "representative", "chargé", "consul", "observer",
        "commander", "consul-general", "diplomat", "official",
      ]
      guard
        posted.contains(phrase.head) || RoleParser.missions.contains(reading.word(position - 1)),
        let entity = reading.entity(startingAt: position + 1),
        phrase.titles.last?.upperBound == position
      else { return false }
      return [",", ".", ")", ""].contains(reading.word(entity.tokens.upperBound))
        || reading.name(startingAt: entity.tokens.upperBound) != nil
    case "to":
      let sent = [
        "ambassador", "envoy", "representative", "adviser", "advisor", "assistant", "aide",
        "counsel", "commissioner", "nuncio", "emissary", "observer", "candidate", "heir",
        "secretary", "ambassadors", "advisers", "envoys", "delegate", "legate",
      ]
      return sent.contains(phrase.head) || phrase.head.hasPrefix("ambassador-")
        || phrase.head == "chief" && reading.word(position - 1) == "staff"
        || RoleParser.missions.contains(reading.word(position - 1))
    case "on":
      // "sat down with the envoy on Monday"
      if reading.isDate(position + 1) { return false }
      return RoleParser.responsible.contains(phrase.head)
        || RoleLexicon.shared[phrase.head].contains(.scholar)
    default: return true
    }
  }

  /// "Head of the EU Delegation to Ghana", "chief of the UN mission in Kosovo": what is sent as an envoy is.
  private static let missions: WordSet = ["delegation", "mission"]

  private func afterArticle(_ preposition: Int) -> Int {
    reading.word(preposition + 1) == "the" ? preposition + 2 : preposition + 1
  }

  /// First words of the chambers that somebody leads a party in: "Leader of the Opposition in the Lok Sabha".
  private static let chambers: WordSet = [
    "lok", "rajya", "house", "senate", "parliament", "knesset", "bundestag", "commons", "lords",
    "congress", "duma", "dáil", "seimas", "sejm", "riksdag", "storting",
  ]

  /// Those who are in charge "on" something.
  private static let responsible: WordSet = [
    "rapporteur", "adviser", "advisor", "spokesman", "coordinator", "representative", "democrat",
    "republican", "member", "envoy",
    "negotiator",
  ]

  private static let ministerial: WordSet = [
    "secretary", "minister", "director", "state", "official", "undersecretary", "commissioner",
  ]

  /// "Joint Secretary (Pakistan-Afghanistan-Iran)": a desk in brackets.
  private func readBrackets(_ position: inout Int, _ phrase: inout RolePhrase) {
    guard reading.word(position) == "(", phrase.head == "secretary" || phrase.head == "director",
      phrase.titles.last?.upperBound == position,
      let close = (position + 2..<max(position + 2, min(position + 7, limit))).first(where: {
        reading.word($0) == ")"
      }), reading.tokens[position + 1].isCapitalized,
      !(position + 1..<close).contains(where: { reading.nameOfToken[$0] >= 0 })
    else { return }
    let last = phrase.titles.count - 1
    phrase.titles[last] = phrase.titles[last].lowerBound..<close + 1
    position = close + 1
  }

  /// A further title of the same person: "and Foreign Minister", or right after a title.
  func furtherTitle(_ position: inout Int, _ phrase: inout RolePhrase) -> Core? {
    guard position < limit, phrase.titles.count < 4 else { return nil }
    var next = position
    let joiner = reading.word(next)
    let isJoined = ["and", "&", "cum", "/"].contains(joiner)
    // "his counterpart Foreign Minister X": the office is told.
    if phrase.isRelative, !isJoined { return nil }
    var isListed = false
    if isJoined {
      next += 1
      if reading.word(next) == "also" { next += 1 }
    } else if joiner == ",", listsTitles(from: next + 1) {
      next += 1
      isListed = true
    }
    // "Foreign Affairs Minister Retired Lieutenant-General X"
    if !isJoined, !isListed, reading.word(next) == "retired", reading.tokens[next].isCapitalized {
      next += 1
    }
    let article = traits(at: next).contains(.determiner)
    if article {
      guard isJoined, reading.word(next) == "the" || reading.word(next) == "a" else { return nil }
      next += 1
    }
    while next < limit, !traits[next].isDisjoint(with: [.former, .skip]), isJoined {
      if traits[next].contains(.former) { return nil }
      next += 1
    }
    guard next < limit, let head = firstHead(from: next) else { return nil }
    var probe = phrase
    let floor = RoleParser(
      words: words, reading: reading, traits: traits, floor: next, limit: limit)
    guard let core = floor.core(headAt: head, &probe), core.title.lowerBound == next,
      !traits[core.head].contains(.plural), !phrase.isPlural
    else { return nil }
    if isJoined || isListed {
      // "the president and Prime Minister X": two people.
      let followed = reading.name(startingAt: afterHonorifics(core.title.upperBound)) != nil
      if followed, phrase.determiner != nil, !isListed || article { return nil }
      if traits[core.head].contains(.rank), core.title.count == 1 { return nil }
    } else if !traits[core.head].contains(.rank), !reading.tokens[next].isCapitalized {
      return nil
    }
    phrase.omitted = probe.omitted
    if phrase.affiliation == nil { phrase.affiliation = probe.affiliation }
    position = core.title.upperBound
    return core
  }

  /// "Deputy Prime Minister, Minister of Foreign Affairs and Expatriates Ayman Safadi".
  private func listsTitles(from start: Int) -> Bool {
    guard start < limit, reading.tokens[start].isCapitalized,
      reading.tokens[start - 2].isCapitalized
    else { return false }
    guard let head = firstHead(from: start) else { return false }
    var index = head + 1
    while index < min(head + 10, limit) {
      if reading.name(startingAt: index) != nil { return reading.word(index - 1) != "," }
      let word = reading.word(index)
      guard reading.tokens[index].isCapitalized || ["of", "and", "for", "the"].contains(word) else {
        return false
      }
      index += 1
    }
    return false
  }

  private func firstHead(from start: Int) -> Int? {
    var index = start
    while index < min(start + 6, limit), reading.nameOfToken[index] < 0 {
      if canBeHead(index) { return index }
      guard !traits[index].isDisjoint(with: [.modifier, .body, .state]) else { return nil }
      index += 1
    }
    return nil
  }

  func traits(at index: Int) -> RoleTraits { index < limit ? traits[index] : [] }

  private func afterHonorifics(_ start: Int) -> Int {
    var index = start
    while index < limit, words.isAddress(at: index, reading) { index += 1 }
    return index
  }
}
