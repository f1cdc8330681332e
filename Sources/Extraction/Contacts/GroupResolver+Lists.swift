import Diplomacy
import Language

/// Who is named in one breath, and whom a text tells of most.
extension GroupResolver {
  static func protagonist(of reading: Reading) -> Actor? {
    var counts = Array(repeating: 0, count: reading.people.count)
    for mention in reading.mentions where !mention.isPossessor { counts[mention.person] += 1 }
    guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }), counts[most] > 2,
      !counts.indices.contains(where: { $0 != most && 3 * counts[$0] > 2 * counts[most] }),
      let first = reading.mentions.first(where: { $0.person == most })
    else { return nil }
    return Actor(identity: .person(most), tokens: first.tokens)
  }

  static func lists(in reading: Reading) -> [(end: Int, people: [Int])] {
    var lists: [(end: Int, people: [Int])] = []
    var run: [PersonMention] = []
    // "Modi and his counterpart Starmer": the pronoun does not part the two.
    let mentions = reading.mentions.filter { !$0.isPossessor || $0.form != .pronoun }
    for (mention, next) in zip(mentions, mentions.dropFirst()) {
      let between =
        mention.tokens.upperBound..<max(mention.tokens.upperBound, next.tokens.lowerBound)
      let isJoined =
        mention.person != next.person && !mention.isPossessor && !next.isPossessor
        && between.count <= 9
        && !between.contains(where: { breaks.contains(reading.word($0)) })
      let hasAnd = between.contains { reading.word($0) == "and" }
      // "Bradtke of the US, Fassier of France and Popov of Russia"
      let isListed =
        between.last.map({ reading.word($0) == "," }) == true
        && between.first.map({ reading.word($0) == "of" }) == true
        || between.first.map({ reading.word($0) == "," }) == true
      guard isJoined, hasAnd || isListed else {
        run = []
        continue
      }
      if run.isEmpty { run = [mention] }
      guard run.count < 12 else { continue }
      run.append(next)
      if hasAnd { lists.append((next.tokens.upperBound, run.map(\.person))) }
    }
    return lists
  }

  /// The people of a list that begins one of the sentences behind `sentence` and fits, of whom nobody new was told of
  /// before.
  func list(
    opening sentence: Range<Int>, within reach: Int, where fits: ([Int]) -> Bool
  ) -> [Int]? {
    var next = sentence.upperBound
    for _ in 0..<reach {
      guard let behind = reading.sentence(of: next)?.tokens, behind.lowerBound == next else {
        return nil
      }
      next = behind.upperBound
      let low = (0..<lists.count).partitioningIndex { lists[$0].end > behind.lowerBound }
      guard
        let list = lists[low...].prefix(while: { $0.end <= behind.upperBound }).first(where: {
          fits($0.people)
        })
      else { continue }
      guard
        let first = reading.mentions.starting(in: behind, at: \.tokens.lowerBound).first,
        reading.mentions[first].person == list.people[0],
        reading.mentions[first].tokens.lowerBound < behind.lowerBound + 6,
        list.people.allSatisfy({ isNew($0, from: sentence.lowerBound) })
      else { return nil }
      return list.people
    }
    return nil
  }

  /// Whether nobody speaks of a person before a token.
  private func isNew(_ person: Int, from token: Int) -> Bool {
    reading.mentions.first { $0.person == person }.map { $0.tokens.lowerBound >= token } ?? false
  }

  private static let breaks: WordSet = [".", ";", "who", "said", "met"]

  /// "each of his guests": those at the last occasion of the subject with several others.
  func company(of others: Set<Int>, after contacts: ArraySlice<ContactDraft>) -> [Int] {
    guard !others.isEmpty else { return [] }
    return contacts.last { $0.people.count > 2 && others.isSubset(of: $0.people) }?
      .people.filter { !others.contains($0) } ?? []
  }
}
