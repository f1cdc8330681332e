import Diplomacy
import Language

/// What part a title without a name plays in its clause.
extension DescriptionStage {
  /// Whether a verb follows that the title's holder does.
  func isSubject(_ role: RolePhrase, _ reading: Reading) -> Bool {
    let next = role.tokens.upperBound
    guard reading.tokens.indices.contains(next) else { return false }
    return ClauseWords.isFinite(reading.word(next))
      || SpeechWords.verbs.contains(reading.word(next))
      || reading.wordTraits[next].contains(.personVerb) || reading.tokens[next].isPossessive
      || ["also", "who", "himself", "herself", "then", "later"].contains(reading.word(next))
  }

  /// Whether a word before the title makes its holder the one who is met, told or visited.
  func isObject(_ role: RolePhrase, _ reading: Reading) -> Bool {
    let before = role.tokens.lowerBound - 1
    // "the half-brother of North Korea's leader"
    if reading.word(before) == "of", before > 0, reading.wordTraits[before - 1].contains(.kin) {
      return true
    }
    return [
      "with", "met", "meet", "meets", "meeting", "visited", "told", "and", "between", "by",
      "welcomed", "received", "hosted",
    ]
    .contains(reading.word(before))
  }

  /// Whether a person is named near the sentence `place`, or only later: so envoys
  /// are; a ruler may be named anywhere.
  func isNewcomer(_ person: Int, _ place: Int, _ reading: Reading) -> Bool {
    let near = reading.document.sentences[max(0, place - 2)].tokens.lowerBound
    return !index.mentions(in: 0..<near).contains { $0.person == person }
  }

  func canDescribe(_ role: RolePhrase, _ reading: Reading) -> Bool {
    !role.isHeld && !role.isPlural && !role.isRelative && !role.isRank && role.bossToken == nil
      && (role.determiner == "the" || role.determiner == nil && role.affiliation != nil)
      // "the late president's son" speaks of somebody else.
      && !(role.isFormer && role.tokens.contains { reading.word($0) == "late" })
      && (isEnvoy(role) || isBodyChief(role)
        || !(role.titles.first?.count == 1 && DescriptionStage.vague.contains(role.head)))
      && !DescriptionStage.vagueAlways.contains(role.head)
  }

  /// "Russia's ambassador": whom only the origin of a name can tell.
  func isEnvoy(_ role: RolePhrase) -> Bool {
    guard case .country? = role.affiliation else { return false }
    return role.titles.first?.count == 1 && ["ambassador", "envoy"].contains(role.head)
  }

  /// "the U.N. chief": its secretary-general.
  func isBodyChief(_ role: RolePhrase) -> Bool {
    role.head == "chief" && role.titles.first?.count == 1
      && code(of: role.affiliation).map { ["UN", "NATO"].contains($0.rawValue) } ?? false
  }

  /// Whom the pronoun stands for that a sentence opens with.
  func pronoun(opening sentence: Range<Int>, _ reading: Reading) -> Int? {
    guard !sentence.isEmpty else { return nil }
    let gender: Gender
    switch reading.word(sentence.lowerBound) {
    case "he": gender = .male
    case "she": gender = .female
    default: return nil
    }
    return BossFinder(reading: reading, index: index).antecedent(
      of: sentence.lowerBound, gender, except: nil)
  }

  static let vagueAlways: WordSet = [
    "official", "officials", "diplomat", "spokesman", "spokeswoman", "spokesperson", "aide",
    "member", "representative", "candidate", "lawmaker", "delegate", "assistant",
  ]
  static let vague: WordSet = [
    "official", "officials", "diplomat", "spokesman", "spokeswoman", "spokesperson", "aide",
    "ambassador", "envoy", "minister", "member", "representative", "chief", "head", "candidate",
    "lawmaker", "senator", "secretary", "governor", "mayor", "judge", "commander", "negotiator",
    "mediator", "delegate", "leader-designate", "adviser", "advisor", "assistant", "director",
  ]
  static let single: Set<Office> = [
    .headOfState, .headOfGovernment, .monarch, .secretaryGeneral, .foreignMinister,
  ]
}
