import Diplomacy
import Language

/// Finds whom "they", "the pair" and "the two leaders" stand for.
///
/// Two people of the same sentence come first, then the last two who were told to be in contact and fit
/// the noun, then the last two who were named in one breath ("Rubio and Peters").
struct GroupResolver {
  let reading: Reading
  /// Two or more people joined by "and", in text order, with the token after them.
  let lists: [(end: Int, people: [Int])]
  /// Whom the text tells of by far most, where he was told first.
  let protagonist: Actor?

  init(reading: Reading) {
    self.reading = reading
    lists = GroupResolver.lists(in: reading)
    protagonist = GroupResolver.protagonist(of: reading)
  }

  /// The people behind the group of `tokens` whose noun is at `token`, given the contacts told
  /// before it. `others` take part beside the group and so are not of it.
  func people(
    at token: Int, in tokens: Range<Int>, besides others: Set<Int>, after occasions: OpenOccasions
  ) -> [Int] {
    let contacts = occasions.drafts.suffix(GroupResolver.depth)
    let word = reading.word(token)
    let isPrime = word == "ministers" && reading.word(token - 1) == "prime"
    let noun: Word = isPrime ? "premiers" : word == "their" ? "they" : word
    let told = GroupResolver.count(in: tokens, reading)
    let count = told ?? 2
    // "They", of whom nothing tells how many they are
    let isOpen = told == nil && (word == "they" || word == "them")
    func suits(_ people: [Int]) -> Bool {
      people.count == count && others.isDisjoint(with: people)
        && people.allSatisfy { fits($0, noun) } && areSides(people, noun)
    }
    if ["guest", "host", "visitor", "interlocutor"].contains(noun) {
      let known = companion(of: others, after: contacts)
      return known.isEmpty ? lastNamed(before: token, besides: others) : known
    }
    if ActorParser.companies.contains(noun) { return company(of: others, after: contacts) }
    if word == "their", let told = groupBefore(token), others.isDisjoint(with: told) {
      return told
    }
    if GroupResolver.teams.contains(noun) {
      let teams = occasions.teams(near: reading.blockIndex(of: token))
      if !teams.isEmpty, others.isDisjoint(with: teams) { return teams }
    }
    if noun == "they", let team = occasions.team(before: tokens.lowerBound) { return team }
    let near = sentencePeople(before: token, atMost: count)
    if suits(near) { return near }
    // "The two leaders" are rather those who are leaders than those of whom it is not known.
    if GroupResolver.offices[noun] != nil,
      let held = contacts.last(where: { contact in
        suits(contact.people) && contact.people.allSatisfy { holdsOffice(of: noun, $0) }
      })
    {
      return held.people
    }
    if let list = lists.last(where: { $0.end <= token && others.isDisjoint(with: $0.people) }),
      suits(list.people) || isOpen && list.people.count > 2,
      let last = contacts.last(where: { suits($0.people) }), last.sentence.upperBound < list.end,
      isInSentenceBefore(token, list.end) || word == "them" && reading.word(token - 1) == "of"
    {
      return list.people
    }
    // "Lavrov talked with Rubio. … The Ukrainian leader is ready to meet Putin. The pair": those of the sentence
    // before, which is nearer than the contact told last.
    if noun != "they", noun != "sides", case let named = peopleOfSentence(before: token, count),
      suits(named),
      let last = contacts.last(where: { suits($0.people) }),
      let before = reading.sentence(of: token).flatMap({
        reading.sentence(of: $0.tokens.lowerBound - 1)
      }), last.sentence.upperBound <= before.tokens.lowerBound,
      last.block < before.origin
        || last.sentence.upperBound < before.tokens.lowerBound
    {
      return named
    }
    for contact in contacts.reversed() where !isOneOfSeveral(contact, contacts) {
      let people = contact.people.filter { !others.contains($0) }
      if suits(people) { return noun == "sides" ? leading(people, contacts) : people }
      let holders = people.filter { fits($0, noun) && holdsOffice(of: noun, $0) }
      if holders.count == count || told == nil && holders.count > 1 { return holders }
      if noun == "they" || noun == "them", people.count > 2, told == nil || told == people.count {
        return others.isEmpty ? people : side(of: people, before: token)
      }
    }
    if let told = reading.group(startingAt: tokens.lowerBound)?.people,
      suits(told) || isOpen && told.count > 2 && others.isDisjoint(with: told)
    {
      return told
    }
    let list = lists.last { list in
      list.end <= token
        && (suits(list.people)
          || isOpen && list.people.count > 2 && others.isDisjoint(with: list.people)
            && isInSentenceBefore(token, list.end))
    }
    if let list { return list.people }
    let before = noun == "they" ? peopleOfSentence(before: token, count) : []
    if suits(before) { return before }
    // "denied that Duterte had been snubbed by Obama, saying the two had shaken hands": the last two of the sentence
    let last = noun == "they" || noun == "them" ? [] : lastNamed(before: token, count: count)
    return suits(last) ? last : following(token, count)
  }

  /// "The envoys, Bradtke, Fassier and Popov, were received by Aliyev. Later they met Mammadyarov": of those who met before
  /// the ones named in one breath.
  private func side(of people: [Int], before token: Int) -> [Int] {
    let list = lists.last { $0.end <= token && $0.people.allSatisfy(people.contains) }
    guard let list, list.people.count > 1 else { return people }
    return list.people
  }

  /// "Mottley arrived at the invitation of Li. They held talks": all whom the sentence before names, where
  /// they are as many.
  private func peopleOfSentence(before token: Int, _ count: Int) -> [Int] {
    guard let sentence = reading.sentence(of: token), token < sentence.tokens.lowerBound + 3,
      sentence.tokens.lowerBound > 0,
      let before = reading.sentence(of: sentence.tokens.lowerBound - 1)
    else { return [] }
    var people: [Int] = []
    for index in reading.mentions.starting(in: before.tokens, at: \.tokens.lowerBound) {
      let mention = reading.mentions[index]
      if mention.isPossessor { return [] }
      if !people.contains(mention.person) { people.append(mention.person) }
    }
    return people.count == count ? people : []
  }

  /// Whether `end` lies in the sentence before that of `token`.
  private func isInSentenceBefore(_ token: Int, _ end: Int) -> Bool {
    guard let sentence = reading.sentence(of: token), sentence.tokens.lowerBound > 0,
      let before = reading.sentence(of: sentence.tokens.lowerBound - 1)
    else { return false }
    return before.tokens.contains(end - 1)
  }

  /// "Following their meeting, Trump and Netanyahu agreed": those named behind, at the start of a text.
  private func following(_ token: Int, _ count: Int) -> [Int] {
    guard let sentence = reading.sentence(of: token), token < sentence.tokens.lowerBound + 4,
      let list = lists.first(where: { $0.end > token && $0.people.count == count }),
      list.end <= min(sentence.tokens.upperBound, token + 24)
    else { return [] }
    return list.people
  }

  /// "Both sides" of an article are those of its first occasion, where a later one that it recalls has
  /// parties of the same countries.
  private func leading(_ people: [Int], _ contacts: ArraySlice<ContactDraft>) -> [Int] {
    guard let lead = contacts.first(where: { $0.people.count > 1 }), lead.people.count == 2 else {
      return people
    }
    func countries(_ people: [Int]) -> Set<CountryCode> {
      Set(people.compactMap { reading.people[$0].country?.value })
    }
    let sides = countries(people)
    return sides.count == 2 && sides == countries(lead.people) ? lead.people : people
  }

  /// So many tellings back they are looked for.
  private static let depth = 200

  /// Nouns that stand for those who came from either side.
  static let teams: WordSet = ["sides", "delegations", "teams", "parties", "negotiators"]

  /// How many a group is told to be: "the three leaders", "both", "the quartet".
  private static func count(in tokens: Range<Int>, _ reading: Reading) -> Int? {
    tokens.lazy.compactMap { numbers[reading.word($0)] }.first
  }

  static let numbers = WordTable<Int>([
    "both": 2, "two": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "foursome": 4,
    "quartet": 4, "five": 5, "six": 6, "seven": 7,
  ])

  /// "his guest": who was told to be in contact with the subject last.
  private func companion(of others: Set<Int>, after contacts: ArraySlice<ContactDraft>) -> [Int] {
    for contact in contacts.reversed() {
      let people = contact.people
      guard people.count == 2, let other = people.first(where: { !others.contains($0) }),
        people.contains(where: others.contains)
      else { continue }
      return [other]
    }
    return []
  }

  /// Whom "him" and "her" stand for where they were taken for a subject of their own verb: the last
  /// person named before in the sentence who fits.
  func other(than subjects: [Int], for person: Int, at tokens: Range<Int>) -> Int? {
    guard tokens.count == 1, ["him", "her"].contains(reading.word(tokens.lowerBound)) else {
      return person
    }
    let gender: Gender = reading.word(tokens.lowerBound) == "him" ? .male : .female
    return sentencePeople(before: tokens.lowerBound, atMost: subjects.count + 1).last {
      !subjects.contains($0) && reading.people[$0].gender.agrees(with: gender)
    }
  }

  // MARK: - Candidates

  /// The people named before a token in its own sentence.
  private func sentencePeople(before token: Int, atMost count: Int) -> [Int] {
    var people: [Int] = []
    var index = firstMention(from: token) - 1
    // "She had waited for Xi to answer; the two talked": where nobody is named behind the mark.
    var passed: Int?
    while index >= 0 {
      let mention = reading.mentions[index]
      for between in min(mention.tokens.upperBound, token)..<token
      where between != passed && GroupResolver.ends.contains(reading.word(between)) {
        guard people.isEmpty, passed == nil, reading.word(between) == ";" else {
          return people.reversed()
        }
        passed = between
      }
      if !mention.isPossessor || hasCounterpart(mention), !people.contains(mention.person) {
        people.append(mention.person)
      }
      if people.count > count { return [] }
      index -= 1
    }
    return people.reversed()
  }

  private static let ends: WordSet = [".", "!", "?", ";"]

  /// "Lammy" in "Lammy's counterpart, Israel Katz": who owns the other of the two.
  private func hasCounterpart(_ mention: PersonMention) -> Bool {
    let end = mention.tokens.upperBound
    return (end..<end + 5).contains {
      ["counterpart", "host", "guest", "opposite"].contains(reading.word($0))
    }
  }

  private func firstMention(from token: Int) -> Int {
    (0..<reading.mentions.count).partitioningIndex {
      reading.mentions[$0].tokens.lowerBound >= token
    }
  }
}
