import Diplomacy
import Language

/// Who those were whom an occasion told before calls several: "European leaders met in Paris. They included Macron and
/// Scholz", "They were Bildt and Sikorski", "The group, led by Graham, included Whitehouse".
extension ContactFinder {
  func members(at verb: Int) -> Attendance? {
    guard verb > 0, verb + 1 < graph.units.count,
      let start = MemberList.names(in: graph.sentence, graph.reading),
      let first = graph.units.indices.dropFirst(verb).prefix(4).first(where: {
        graph.units[$0].tokens.lowerBound >= start
      }), first > verb, graph.units[first].tokens.lowerBound == start,
      graph.units[first].actors != nil
    else { return nil }
    var people = list(from: first)
    people.actors.removeAll { $0.person == nil }
    let isWhole = ContactFinder.wholes.contains(graph.word(verb))
    guard people.actors.count > (isWhole ? 1 : 0) else { return nil }
    // ", led by Lindsey Graham,"
    if let led = (0..<verb).first(where: { ["led", "headed"].contains(graph.word($0)) }) {
      people.actors += side(graph.obliques(of: led, ["by"])).actors.filter { $0.person != nil }
    }
    // "The other participants were Lavrov and Doval", "Those present were": besides those whom it names.
    let isOthers =
      (0..<verb).contains { ["other", "others", "those"].contains(graph.word($0)) }
      || graph.units[0].tokens.contains { reading.word($0) == "other" }
    return Attendance(side: people, isNear: true, isMembers: !isOthers)
  }

  /// "Among the civilians were": of those whom the occasion calls several, not of any that it tells of.
  func isAmongKind(before copula: Int) -> Bool {
    graph.word(0) == "among" && graph.word(1) == "the"
      && !(1..<copula).contains {
        ["guests", "participants", "attendees", "audience"].contains(graph.word($0))
      }
  }

  /// Verbs behind which all stand, not some.
  private static let wholes: WordSet = ["were", "are"]
}

/// A sentence that tells who several were, by its words alone.
enum MemberList {
  /// The token at which the names of such a sentence begin.
  static func names(in sentence: Document.Sentence, _ reading: Reading) -> Int? {
    let tokens = sentence.tokens
    guard let noun = tokens.prefix(5).first(where: { nouns.contains(reading.word($0)) }),
      noun == tokens.lowerBound || openers.contains(reading.word(tokens.lowerBound))
    else { return nil }
    var next = noun + 1
    // "The group, led by Lindsey Graham, included"
    if reading.word(next) == ",", ["led", "headed"].contains(reading.word(next + 1)),
      let comma = (next + 2..<min(next + 16, tokens.upperBound)).first(where: {
        reading.word($0) == ","
      })
    {
      next = comma + 1
    }
    // "Those who attended included", "Leaders at the summit are"
    // "Those who died included" were at none.
    if reading.word(next) == "who"
      ? comings.contains(reading.word(next + 1))
      : openings.contains(reading.word(next))
    {
      next =
        (next..<min(next + 9, tokens.upperBound)).first {
          verbs.contains(reading.word($0)) && reading.word($0 + 1) != "present"
        } ?? next
    }
    while next < tokens.upperBound, asides.contains(reading.word(next)) { next += 1 }
    guard next + 1 < tokens.upperBound, verbs.contains(reading.word(next)) else { return nil }
    next += 1
    while next < tokens.upperBound, asides.contains(reading.word(next)) { next += 1 }
    guard next < tokens.upperBound else { return nil }
    let isTold =
      reading.tokens[next].isCapitalized || reading.nameOfToken[next] >= 0
      || !reading.wordTraits[next].isDisjoint(with: [.roleHead, .roleWord, .roleEdge])
    return isTold ? next : nil
  }

  /// What tells of which of them a sentence is.
  private static let openings: WordSet = [
    "in", "at", "attending", "present", "participating", "taking", "expected", "due",
  ]
  /// Whether a word can tell that somebody came to an occasion.
  static func tellsComing(_ word: Word) -> Bool {
    comings.contains(word) || openings.contains(word) || word == "part" || word == "gathering"
  }

  private static let comings: WordSet = [
    "attended", "took", "came", "participated", "joined", "gathered", "met", "attend", "will",
  ]
  private static let openers: WordSet = ["the", "its", "their", "his", "her", "those", "other"]
  private static let verbs: WordSet = ["were", "are", "included", "include", "includes"]
  private static let asides: WordSet = ["also", "among", "mainly", "reportedly", "all", "both"]
  private static let nouns: WordSet = [
    "they", "these", "those", "group", "guests", "leaders", "visitors", "delegates", "ministers",
    "presidents", "premiers", "participants", "attendees", "envoys", "negotiators", "mediators",
    "senators", "lawmakers", "others", "members", "officials", "executives", "representatives",
    "diplomats", "callers", "ambassadors", "generals", "politicians", "legislators",
  ]
}
