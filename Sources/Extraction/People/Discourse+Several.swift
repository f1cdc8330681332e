import Diplomacy
import Language

/// Several people who were told of together.
extension Discourse {
  /// Who were told of together in the sentence so far: named with "and", or as parties of a contact.
  func joinedHere(before index: Int) -> [Int] {
    let mentions = near(index)
    let listed = listed(mentions)
    return listed.isEmpty ? parties(mentions) : listed
  }

  /// Who were named in one list with a person in the sentence so far: "Christodoulides and Tatar met him".
  func listed(with person: Int, before index: Int) -> [Int] {
    let listed = listed(near(index))
    return listed.contains(person) ? listed : [person]
  }

  /// In a sentence of any length only those that stand near are told of together.
  private func near(_ index: Int) -> [PersonMention] {
    here.suffix(Self.reach).filter { $0.tokens.upperBound <= index }
  }

  /// "Tsahkna is accompanied by Braze and Budrys": whom the list goes along with.
  func accompanied(by list: [Int]) -> [Int] {
    guard let first = here.first(where: { list.contains($0.person) }),
      let subject = firstSubject, subject.tokens.upperBound < first.tokens.lowerBound,
      !list.contains(subject.person)
    else { return [] }
    let between = subject.tokens.upperBound..<first.tokens.lowerBound
    let isBeside = between.contains {
      ["accompanied", "joined"].contains(reading.word($0)) && reading.word($0 + 1) == "by"
    }
    // "Tsahkna arrived in Tbilisi with Braze and Budrys"
    let isTravelling =
      isGoverned(first) && ["with", "alongside"].contains(reading.word(start(of: first) - 1))
      && between.contains { ContactWords.shared.verbs[reading.word($0)]?.strength == .travel }
    return isBeside || isTravelling ? [subject.person] : []
  }

  /// The last that are joined by "and".
  private func listed(_ mentions: [PersonMention]) -> [Int] {
    guard mentions.count > 1 else { return [] }
    var best: [Int] = []
    var run = [mentions[0].person]
    var hasAnd = false
    for (first, next) in zip(mentions, mentions.dropFirst()) {
      let joint = joint(first, next)
      if joint != .none {
        if !run.contains(next.person) { run.append(next.person) }
        hasAnd = hasAnd || joint == .and
        if hasAnd, run.count > 1 { best = run }
      } else {
        run = [next.person]
        hasAnd = false
      }
    }
    return best
  }

  static let reach = 32

  enum Joint { case none, comma, and }

  /// What joins two mentions: only "and" or a comma, beside titles.
  func joint(_ first: PersonMention, _ next: PersonMention) -> Joint {
    let end = start(of: next)
    guard first.tokens.upperBound < next.tokens.lowerBound,
      next.tokens.lowerBound - first.tokens.upperBound <= 14
    else { return .none }
    var joint = Joint.none
    for index in first.tokens.upperBound..<max(end, first.tokens.upperBound) {
      switch reading.tokens[index].word {
      case "and", "&": joint = .and
      case ",": if joint == .none { joint = .comma }
      case "the", "a", "of", "'s", "his", "her", "for", "(", ")": continue
      default:
        guard
          reading.entityOfToken[index] >= 0
            || !reading.wordTraits[index].isDisjoint(with: [.roleHead, .roleWord, .roleEdge])
        else { return .none }
      }
    }
    return joint
  }

  /// Subject and other party of a contact told in the sentence.
  func parties(_ mentions: [PersonMention]) -> [Int] {
    guard mentions.count > 1, let first = mentions.first(where: { !isGoverned($0) }) else {
      return []
    }
    for other in mentions
    where other.person != first.person && other.tokens.lowerBound > first.tokens.upperBound {
      let before = start(of: other) - 1
      let word = reading.word(before)
      let isParty =
        ContactWords.shared.verbs[word].map { $0.strength != .light && $0.strength != .weak }
        == true
        || ["with", "by", "to"].contains(word) && hasContact(first.tokens.upperBound..<before)
      if isParty { return [first.person, other.person] }
    }
    return []
  }

  func hasContact(_ range: Range<Int>) -> Bool {
    range.contains { index in
      let word = reading.tokens[index].word
      return ContactWords.shared.nouns[word] != nil
        || ContactWords.shared.verbs[word].map { $0.strength != .light && $0.strength != .weak }
          == true
    }
  }
}
