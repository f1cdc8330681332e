import Diplomacy
import Language

/// Reads a title around its head: "New Zealand's Foreign Minister", "Trump deputy special envoy
/// for the Middle East", "the president of the European Council".
///
/// Only who reads a sentence sees it, so that accesses need no checks of their own.
final class RoleParser {
  let words: WordLists
  let reading: Reading
  /// What each token of the text can do in a title.
  let traits: [RoleTraits]
  /// The first token that a title may take: the start of the sentence or the end of the last title.
  @exclusivity(unchecked) var floor: Int
  /// The token after the last of the sentence.
  let limit: Int
  /// The title read last in the sentence.
  @exclusivity(unchecked) var previous: RolePhrase?

  init(words: WordLists, reading: Reading, traits: [RoleTraits], floor: Int, limit: Int) {
    self.words = words
    self.reading = reading
    self.traits = traits
    self.floor = floor
    self.limit = limit
  }

  /// Whether a title may end with the token at `index`.
  func canBeHead(_ index: Int) -> Bool {
    guard !traits[index].isDisjoint(with: [.head, .rank]), reading.nameOfToken[index] < 0 else {
      return false
    }
    if isPreposition(index) { return false }
    // "Khan heads to Washington", "Lavrov heads the delegation"
    if reading.word(index) == "heads", index > 0, reading.nameOfToken[index - 1] >= 0 {
      return false
    }
    // "Amir Khan Muttaqi" has a given name, "the Amir of Qatar" an office.
    if reading.word(index) == "amir", index + 1 < limit, reading.nameOfToken[index + 1] >= 0,
      reading.word(index - 1) != "the"
    {
      return false
    }
    if RoleParser.partisans.contains(reading.word(index)),
      !RoleParser.rankings.contains(reading.word(index - 1))
    {
      return false
    }
    return reading.entityOfToken[index] < 0
  }

  /// Whether a title of office, not only a rank, may end with the token at `index`.
  func canBeOffice(_ index: Int) -> Bool {
    canBeHead(index) && traits[index].contains(.head)
      && (!traits[index].contains(.rank) || !reading.tokens[index].isCapitalized)
  }

  /// The title whose first head stands at `head`, with all that belongs to it, or nil.
  func phrase(headAt head: Int) -> RolePhrase? {
    var phrase = RolePhrase(tokens: head..<head + 1, titles: [], head: "")
    var position = head
    guard let first = core(headAt: head, &phrase) else { return nil }
    let isRank = traits[first.head].contains(.rank) && first.head == first.title.lowerBound
    phrase.titles = [first.title]
    let noun = reading.lower(first.head)
    phrase.head = OfficeSpelling.meant(by: noun) ?? noun
    phrase.isPlural = traits[first.head].contains(.plural)
    phrase.isRelative = traits[first.head].contains(.relative)
    position = first.title.upperBound
    let start = readOwner(before: first.title.lowerBound, &phrase)
    readComplements(&position, &phrase)
    var ranks = isRank ? 1 : 0
    while !phrase.isOpenEnded, let next = furtherTitle(&position, &phrase) {
      if traits[next.head].contains(.rank), next.head == next.title.lowerBound { ranks += 1 }
      phrase.titles.append(next.title)
      let head = phrase.head
      phrase.head = reading.lower(next.head)
      readComplements(&position, &phrase)
      phrase.head = head
    }
    dropRanks(&phrase, ranks)
    if phrase.titles.count == 1, let owner = phrase.owners[0], phrase.affiliation == nil {
      phrase.affiliation = owner
    }
    if RoleLexicon.shared[phrase.head].contains(.scholar), phrase.titles.count == 1,
      case .country? = phrase.affiliation, phrase.nationality == nil
    {
      // "a Syrian analyst" is of the country, and works for nobody told.
      phrase.nationality = phrase.affiliation
      phrase.affiliation = nil
    }
    phrase.isRank = phrase.titles.allSatisfy { isOnlyRank($0) }
    phrase.tokens = start..<position
    settleOwner(&phrase)
    if phrase.isPlural, isOneOf(phrase) {
      phrase.isPlural = false
      phrase.isOneOf = true
    }
    if first.title.contains(where: { traits[$0].contains(.past) }) { phrase.isFormer = true }
    if RoleParser.partisans.contains(reading.word(first.head)), !isRanked(phrase, first) {
      return nil
    }
    let isWeak = traits[first.head].contains(.weak) && first.title.count == 1
    if isWeak, !phrase.isDefinite, position == first.title.upperBound {
      let isTitle =
        reading.tokens[head].isCapitalized || RoleParser.bareHeads.contains(reading.word(head))
      let isBeforeName = isTitle && position < limit && reading.nameOfToken[position] >= 0
      guard isBeforeName else { return nil }
    }
    return phrase
  }

  /// Weak heads that stand alone before a name: "the sister of leader Kim Jong Un".
  private static let bareHeads: WordSet = [
    "leader", "commander", "director", "candidate", "politician", "head", "chief", "businessman",
    "businesswoman", "tycoon", "billionaire", "activist", "dissident", "cleric", "banker",
    "financier", "campaigner", "lobbyist", "fundraiser", "publicist", "barrister", "industrialist",
    "entrepreneur", "oligarch", "magnate", "diplomat", "warlord", "preacher",
  ]
}

// MARK: - The title itself

extension RoleParser {
  struct Core {
    var title: Range<Int>
    var head: Int
  }

  /// Modifiers and heads around the head at `head`: "deputy assistant secretary".
  func core(headAt head: Int, _ phrase: inout RolePhrase) -> Core? {
    var last = head
    var end = head + 1
    while end < limit, reading.nameOfToken[end] < 0 {
      if let gap = nation(inside: end, after: last) {
        phrase.affiliation = reading.entity(startingAt: end)?.entity.affiliation
        phrase.omitted.append(gap)
        end = gap.upperBound
        continue
      }
      guard reading.entityOfToken[end] < 0 else { break }
      let trait = traits[end]
      if trait.contains(.ending), !isTitle(end) {
        end += 1
        // "Ambassador Extraordinary and Plenipotentiary"
        if reading.word(end) == "and", end + 1 < limit, reading.word(end + 1) == "plenipotentiary" {
          end += 2
        }
      } else if trait.contains(.head), compounds(last, with: end) {
        last = end
        end += 1
      } else if trait.contains(.modifier), traits[last].contains(.modifier),
        let next = headAfterModifiers(end)
      {
        last = next
        end = next + 1
      } else if reading.word(end) == "-", end + 1 < limit,
        !traits[end + 1].isDisjoint(with: [.ending, .head])
      {
        if traits[end + 1].contains(.head) { last = end + 1 }
        end += 2
      } else {
        break
      }
    }
    let start = firstModifier(before: head, &phrase)
    if let gap = phrase.omitted.last, gap.upperBound == end { end = gap.lowerBound }
    guard end > head else { return nil }
    return Core(title: start..<end, head: last)
  }

  /// Whether two heads make one title: "deputy minister", but not "Foreign Minister Senator".
  private func compounds(_ first: Int, with second: Int) -> Bool {
    // "Supreme Leader Ayatollah Ali Khamenei"
    guard traits[first].contains(.modifier), reading.word(first) != "leader",
      !["senator", "ambassador", "professor", "congressman", "congresswoman"]
        .contains(reading.word(second))
    else { return false }
    return !traits[second].contains(.rank)
      || ["lieutenant", "major", "brigadier", "attorney"].contains(reading.word(first))
  }

  /// The tokens of a country between the words of a title: "deputy US special envoy".
  private func nation(inside index: Int, after last: Int) -> Range<Int>? {
    guard
      ["deputy", "vice", "assistant", "chief", "principal", "top"].contains(reading.word(last)),
      let entity = reading.entity(startingAt: index), entity.entity.code != nil,
      headAfterModifiers(entity.tokens.upperBound) != nil
    else { return nil }
    return entity.tokens
  }

  /// Where the title begins: modifiers, joined ones, bodies and capitalised words of their kind.
  private func firstModifier(before head: Int, _ phrase: inout RolePhrase) -> Int {
    var start = head
    var hasAnd = false
    while start > floor, reading.nameOfToken[start - 1] < 0 {
      let index = start - 1
      if reading.entityOfToken[index] >= 0 {
        if namesField(index, start) {
          start = index
          continue
        }
        guard let first = office(endingAt: index, &phrase), first >= floor else { break }
        // "the acting State Department spokesman", "a senior White House adviser"
        start = first
        while start > floor, reading.nameOfToken[start - 1] < 0,
          reading.entityOfToken[start - 1] < 0, holdsOffice(start - 1)
        {
          start -= 1
        }
        break
      }
      let trait = traits[index]
      if endsCompany(index, start) || endsOwnBody(index, start) { break }
      if reading.word(index) == "visiting", index > floor, reading.nameOfToken[index - 1] >= 0 {
        // "Nancy Reagan visiting Pope John Paul II" tells what she did.
        break
      }
      if reading.word(index) == "facto", index > floor, reading.word(index - 1) == "de" {
        start = index - 1
      } else if !trait.isDisjoint(with: [.modifier, .body, .state]), !namesParty(index, start) {
        start = index
      } else if ["and", "&"].contains(reading.word(index)), index > floor, start == head || !hasAnd,
        joinsModifiers(index - 1, start) || namesCommittee(index, start, head)
      {
        hasAnd = true
        start = index - 1
      } else if reading.word(index) == ",", hasAnd, index > floor, joinsModifiers(index - 1, start)
      {
        start = index - 1
      } else if namesParty(index, start) {
        break
      } else if reading.word(index) == "-", index > floor,
        traits[index - 1].contains(.modifier)
      {
        start = index - 1
      } else if widens(index, start) || specifies(index, start, head) {
        start = index
      } else {
        break
      }
    }
    return start
  }
}
