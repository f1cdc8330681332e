import Diplomacy
import Language

/// A title in the text, with what it belongs to.
struct RolePhrase {
  /// All of its tokens: article, possessor, title, complement.
  var tokens: Range<Int>
  /// The titles without article, country and possessor; two for "prime minister and finance
  /// minister".
  var titles: [Range<Int>]
  /// Tokens inside `titles` that are no part of them: "US" in "deputy US special envoy".
  var omitted: [Range<Int>] = []
  /// The country or body it belongs to, where the phrase says so.
  var affiliation: Affiliation?
  /// The organisations that only one of several titles belongs to, by the title's place.
  var owners: [Int: Affiliation] = [:]
  /// A nationality told beside the affiliation: "the Australian head of the IAEA".
  var nationality: Affiliation?
  /// Token of the person whose role it serves: "Trump's adviser".
  var bossToken: Int?
  /// Whether the role is past.
  var isFormer = false
  /// Whether it speaks of several people.
  var isPlural = false
  /// Whether it is told as one of several: "one of Trump's closest advisers".
  var isOneOf = false
  /// Whether it is only a rank or dignity: "General", "Prince".
  var isRank = false
  /// The first word, where it is an article or pronoun.
  var determiner: Word?
  /// Where the office begins that it serves: "the prime minister" in "the prime minister's
  /// spokesman".
  var servedStart: Int?
  /// The last word of the title without its complement, in lower case.
  var head: String
  /// The countries a plural title lists: "foreign ministers of Egypt and Qatar".
  var listed: [Affiliation] = []

  /// Whether it ends before the title of the person it serves: "envoy of" in "envoy of President X".
  var isOpenEnded = false
  /// Whether a person of the article was found for it.
  var isHeld = false
  /// Whether it is another's office that the phrase refers to: "his Turkish counterpart".
  var isRelative = false
  /// Whether a determiner, an owner or a country makes it speak of one certain person.
  var isDefinite: Bool {
    determiner != nil || affiliation != nil || bossToken != nil || servedStart != nil
  }
}

extension RolePhrase {
  /// What the title at `place` belongs to.
  func affiliation(ofTitle place: Int) -> Affiliation? { owners[place] ?? affiliation }
}

extension Reading {
  /// The words of one of the titles of `role`, without what is no part of it.
  func title(_ title: Range<Int>, of role: RolePhrase) -> String {
    let gaps = role.omitted.filter { title.overlaps($0) }
    guard !gaps.isEmpty else { return Reading.withoutPrefix(document.text(of: title)) }
    var parts: [String] = []
    var start = title.lowerBound
    for gap in gaps.sorted(by: { $0.lowerBound < $1.lowerBound }) where gap.lowerBound >= start {
      if gap.lowerBound > start { parts.append(document.text(of: start..<gap.lowerBound)) }
      start = gap.upperBound
    }
    if start < title.upperBound { parts.append(document.text(of: start..<title.upperBound)) }
    return Reading.withoutPrefix(parts.joined(separator: " "))
  }

  /// "President" of "ex-President".
  private static func withoutPrefix(_ title: String) -> String {
    // Nearly no title has a hyphen so near its beginning.
    guard title.utf8.prefix(5).contains(where: { $0 == UInt8(ascii: "-") }) else { return title }
    for prefix in ["ex-", "Ex-", "then-", "Then-", "now-", "Now-"] where title.hasPrefix(prefix) {
      return String(title.dropFirst(prefix.count))
    }
    return title
  }
}
