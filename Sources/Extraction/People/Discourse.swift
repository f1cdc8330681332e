import Diplomacy
import Language

/// What a reader has in mind at a place of the text: who was told of, who is spoken about, and who
/// were last told of together.
///
/// Only the stage that goes through the text changes it, so that accesses need no checks of their own.
final class Discourse {
  let reading: Reading
  /// The mentions of the sentence so far that are not only owners, in text order.
  @exclusivity(unchecked) private(set) var here: [PersonMention] = []
  /// Whether each of `here` is named in quotation marks.
  @exclusivity(unchecked) private(set) var quoted: [Bool] = []
  /// For each of `here` its place in the clause.
  @exclusivity(unchecked) private(set) var places: [MentionPlace] = []
  /// Everybody named in the sentence so far, owners too, each once.
  @exclusivity(unchecked) private(set) var named: [Int] = []
  /// Whom the last sentences were about.
  @exclusivity(unchecked) private(set) var topic: Int?
  /// The people who were last told of together, in order of mention.
  @exclusivity(unchecked) private(set) var joined: [Int] = []
  /// How many sentences ago that was.
  @exclusivity(unchecked) private(set) var joinedAge = 0
  /// Those of the sentence before who were its subject together, or met in it.
  @exclusivity(unchecked) private(set) var plural: [Int] = []
  /// People by how lately they were named, the last one last; each once, at most twelve.
  @exclusivity(unchecked) private(set) var recent: [Int] = []
  /// For each person the number of the sentence they were last told of in.
  @exclusivity(unchecked) private(set) var lastSentence: [Int]
  @exclusivity(unchecked) private(set) var sentence = 0
  /// Whether the sentence is about somebody whom the text does not name: "an official said he …".
  @exclusivity(unchecked) private(set) var isOpen = false
  /// Whether the sentence speaks of somebody by a title whom the text does not name.
  @exclusivity(unchecked) private(set) var hasUnknown = false
  /// Whom the last "he" and the last "she" stood for, and in which sentence.
  @exclusivity(unchecked) private(set) var chain: [(person: Int, sentence: Int)?] = [nil, nil]
  /// For each person how often they were told of so far.
  @exclusivity(unchecked) private(set) var told: [Int]
  /// For each person the gender that pronouns told where nothing else did.
  @exclusivity(unchecked) private var learned: [Gender]
  /// Who said something last, and in which sentence.
  @exclusivity(unchecked) private(set) var speaker: (person: Int, sentence: Int)?
  /// The tokens of the sentence.
  @exclusivity(unchecked) private(set) var tokens = 0..<0
  /// For each token at which a title ends where that begins.
  private let titleStarts: [Int: Int]

  init(_ reading: Reading) {
    self.reading = reading
    lastSentence = Array(repeating: -100, count: reading.people.count)
    told = Array(repeating: 0, count: reading.people.count)
    learned = reading.people.map(\.gender)
    titleStarts = Dictionary(
      reading.roles.map { ($0.tokens.upperBound, $0.tokens.lowerBound) }, uniquingKeysWith: min)
  }

  /// Where the title begins that ends at a token.
  func titleStart(at token: Int) -> Int? { titleStarts[token] }

  /// Takes up the next sentence.
  func begin(_ sentence: Document.Sentence) {
    here.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    quoted.removeAll(keepingCapacity: true)
    named.removeAll(keepingCapacity: true)
    tokens = sentence.tokens
    isOpen = false
    hasUnknown = false
    self.sentence += 1
    joinedAge += 1
  }

  /// Notes a mention of the sentence.
  func add(_ mention: PersonMention, isQuoted: Bool) {
    lastSentence[mention.person] = sentence
    told[mention.person] += 1
    if mention.form == .pronoun { link(mention) }
    if let told = kinGender(of: mention) { learned[mention.person] = told }
    if named.count < 12, !named.contains(mention.person) { named.append(mention.person) }
    if isSpeaking(mention) { speaker = (mention.person, sentence) }
    if recent.last != mention.person {
      recent.removeAll { $0 == mention.person }
      recent.append(mention.person)
      if recent.count > 12 { recent.removeFirst() }
    }
    if !mention.isPossessor, !isAttributive(mention) {
      here.append(mention)
      places.append(place(of: mention))
      quoted.append(isQuoted)
      if mention.form != .pronoun, !isGoverned(mention) { isOpen = false }
      // One sentence can be a whole list; what is far from both ends does not matter.
      if here.count > 48 {
        here.remove(at: 8)
        places.remove(at: 8)
        quoted.remove(at: 8)
      }
    }
  }

  /// "a Trump presidency", "the Obama administration": only part of what a thing is called.
  private func isAttributive(_ mention: PersonMention) -> Bool {
    guard mention.form == .partialName || mention.form == .fullName,
      ["a", "an", "the"].contains(reading.word(mention.tokens.lowerBound - 1))
    else { return false }
    let next = mention.tokens.upperBound
    guard next < tokens.upperBound, !reading.tokens[next].isMark,
      !reading.tokens[next].isCapitalized, !reading.tokens[next].isPossessive
    else { return false }
    let word = reading.word(next)
    return !FiniteVerbs.contains(word) && !ClauseWords.prepositions.contains(word)
      && !["and", "or", "who", "whom", "that", "not"].contains(word)
  }

  /// The gender of a person, as the name or what was told so far says it.
  func gender(of person: Int) -> Gender { learned[person] }

  /// Notes whom a pronoun stands for. One who was the subject of its sentence has its gender.
  private func link(_ mention: PersonMention) {
    if learned[mention.person] == .unknown, firstSubject?.person == mention.person {
      switch reading.word(mention.tokens.lowerBound) {
      case "he", "him", "his": learned[mention.person] = .male
      case "she", "her": learned[mention.person] = .female
      default: break
      }
    }
    switch reading.word(mention.tokens.lowerBound) {
    case "he", "him", "his": chain[0] = (mention.person, sentence)
    case "she", "her": chain[1] = (mention.person, sentence)
    default: return
    }
  }

  /// Notes a noun of people in the sentence, such as "correspondent", that stands for nobody named.
  func addUnknownNoun(at index: Int) {
    hasUnknown = true
    if here.allSatisfy({ isGoverned($0) }) { isOpen = true }
  }

  /// Notes a title in the sentence that stands for nobody named.
  func addUnknown(_ role: RolePhrase, isOwned: Bool) {
    guard role.isDefinite || isOwned, !role.isPlural else { return }
    hasUnknown = true
    guard here.allSatisfy({ isGoverned($0) }) else { return }
    let before = reading.word(role.tokens.lowerBound - 1)
    if !Discourse.governors.contains(before) { isOpen = true }
  }

  /// Notes that several people were told of by one expression.
  func add(_ group: GroupReference) {
    for person in group.people { lastSentence[person] = sentence }
  }

  /// Closes the sentence. What a caption says does not change whom the text is about.
  func end(isCaption: Bool, groups: [GroupReference]) {
    let pair = joinedHere(before: tokens.upperBound)
    if pair.count > 1 {
      joined = pair
      joinedAge = 0
    }
    if isCaption { return }
    plural = []
    if let group = groups.last, tokens.contains(group.tokens.lowerBound) {
      joined = group.people
      joinedAge = 0
      plural = group.people
    } else if pair.count > 1 {
      plural = accompanied(by: pair) + pair
    }
    // Two who did something together, or people told of in passing, are no "he" of the next sentence.
    // What somebody says of others does not make them who is spoken about.
    let own = zip(here, quoted).filter { !$1 }.map(\.0)
    if let first = (own.isEmpty ? here : own).first(where: { !isGoverned($0) }),
      !isCoordinated(first) && !isPostponed(first) && !isByTheWay(first) || topic == nil
    {
      topic = first.person
    } else if topic == nil {
      topic = subject
    } else if here.isEmpty, named.count == 1, !hasUnknown {
      // "The meeting is Trump's third visit from a head of government."
      topic = named[0]
    }
    noteSpeaker()
  }

  // MARK: - One person

  /// "Rubio said" and "said Rubio".
  private func isSpeaking(_ mention: PersonMention) -> Bool {
    SpeakerFinder.verbs.contains(reading.word(mention.tokens.upperBound))
      || SpeakerFinder.verbs.contains(reading.word(mention.tokens.lowerBound - 1))
        && reading.word(mention.tokens.lowerBound - 1) != "told"
  }

  /// Who the sentence is about: the first person in it that is neither owned nor owner.
  var subject: Int? {
    (here.first { !isGoverned($0) } ?? here.first)?.person
  }

  /// "Amirabdollahian greeted him at the airport": who is named for the first time and does something to whom the text
  /// goes on about.
  private func isByTheWay(_ mention: PersonMention) -> Bool {
    guard let topic, mention.person != topic, mention.form != .pronoun, told[mention.person] == 1
    else { return false }
    return here.contains { other in
      other.person == topic && other.form == .pronoun && !other.isPossessor
        && ["him", "her"].contains(reading.word(other.tokens.lowerBound))
    }
  }

  /// Whether a mention is the first of "A and B".
  private func isCoordinated(_ mention: PersonMention) -> Bool {
    guard let next = here.first(where: { $0.tokens.lowerBound > mention.tokens.lowerBound }) else {
      return false
    }
    return joint(mention, next) == .and
  }

  /// "Tarek Megerisi, a policy fellow, said": the subject of a verb of saying.
  private func noteSpeaker() {
    guard let first = here.first(where: { !isGoverned($0) }) else { return }
    let limit = here.first { $0.tokens.lowerBound > first.tokens.lowerBound }?.tokens.lowerBound
    let end = min(limit ?? tokens.upperBound, first.tokens.upperBound + 20)
    for index in first.tokens.upperBound..<max(end, first.tokens.upperBound)
    where SpeakerFinder.verbs.contains(reading.tokens[index].word) {
      speaker = (first.person, sentence)
      return
    }
  }
}
