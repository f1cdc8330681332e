import Diplomacy
import Language

/// Gives the offices that one sentence tells to those whom the next one names: "Egypt's foreign minister
/// met the U.N. envoy. Sameh Shoukry told Abdoulaye Bathily …".
///
/// Newspapers often open so. Only people whom the text names for the first time in that next sentence,
/// at its beginning, and of whom it tells no office, are taken, and of two offices and two names those
/// that go together by the origin of the names.
struct NamedNextStage {
  let index: MentionIndex
  /// For each person the token at which the text names them first.
  private let firstTokens: [Int]

  init(reading: Reading, index: MentionIndex) {
    self.index = index
    var first = [Int](repeating: .max, count: reading.people.count)
    for mention in reading.mentions {
      first[mention.person] = min(first[mention.person], mention.tokens.lowerBound)
    }
    firstTokens = first
  }

  func run(_ reading: inout Reading) {
    let bosses = BossFinder(reading: reading, index: index)
    var held = HeldOffices(reading.people)
    var place = -1
    var open: [Int] = []
    for position in reading.roles.indices {
      let start = reading.roles[position].tokens.lowerBound
      guard let sentence = bosses.sentenceIndex(of: start) else { continue }
      if sentence != place {
        name(open, behind: place, &held, &reading)
        place = sentence
        open = []
      }
      if reading.roles[position].isHeld, !reading.roles[position].isPlural { continue }
      let role = reading.roles[position]
      if isOpen(role, &held, reading) {
        open.append(position)
      } else if role.isPlural, role.listed.count > 1, !role.isFormer {
        nameAll(of: position, behind: place, &held, &reading)
      }
    }
    name(open, behind: place, &held, &reading)
  }

  /// Whether the text names somebody nowhere before.
  func isFirst(_ mention: PersonMention) -> Bool {
    firstTokens[mention.person] == mention.tokens.lowerBound
  }

  private func isOpen(
    _ role: RolePhrase, _ held: inout HeldOffices, _ reading: Reading
  ) -> Bool {
    guard !role.isHeld, !role.isPlural, !role.isRank, role.bossToken == nil,
      !role.isFormer, role.determiner == "the" || role.affiliation != nil,
      !role.isRelative || role.affiliation != nil,
      !NamedNextStage.vague.contains(role.head), let title = role.titles.first,
      // "the foreign minister's protests" are of somebody by the way.
      !reading.tokens[min(role.tokens.upperBound, reading.tokens.count - 1)].isPossessive
    else { return false }
    if role.isRelative { return NamedNextStage.equals.contains(role.head) }
    let text = reading.title(title, of: role)
    return !held.isHeld(Offices.classify(text, of: role.affiliation), text, role)
  }

  /// Who has another's office elsewhere: "his Chinese counterpart".
  private static let equals: WordSet = ["counterpart", "number"]

  /// Gives the offices at `positions`, told in the sentence `place`, to those named behind it.
  private func name(
    _ positions: [Int], behind place: Int, _ held: inout HeldOffices, _ reading: inout Reading
  ) {
    let sentences = reading.document.sentences
    guard (1...2).contains(positions.count), sentences.indices.contains(place + 1) else { return }
    let (people, isNext) = newcomers(
      in: sentences[place + 1].tokens, sentences[place].tokens, reading)
    guard let first = people.first else { return }
    var pairs: [(Int, Int)] = []
    switch (positions.count, people.count) {
    case (2, 2):
      let straight = [(positions[0], people[0]), (positions[1], people[1])]
      let crossed = [(positions[0], people[1]), (positions[1], people[0])]
      pairs = score(straight, reading) >= score(crossed, reading) ? straight : crossed
    case (1, 2...):
      // "met their Iranian counterpart. Maas and Johnson told Zarif": of several the one of that country.
      let code = code(of: reading.roles[positions[0]].affiliation)
      let home = people.filter { code != nil && reading.people[$0].country?.value == code }
      pairs = [(positions[0], home.count == 1 ? home[0] : first)]
    case (1, _), (2, 1): pairs = [(positions[0], first)]
    default: return
    }
    // Of two offices one may have found its holder already.
    let isPair = pairs.count == 2 || isNext
    guard pairs.allSatisfy({ fits($0.0, $0.1, isPair, reading) }) else { return }
    for (position, person) in pairs { give(position, person, &held, &reading) }
  }

  /// Those without an office whom a sentence names first of all the text, where one of them begins it or
  /// somebody whose office is told in the sentence `before`; and whether it is such a one.
  private func newcomers(
    in sentence: Range<Int>, _ before: Range<Int>, _ reading: Reading
  ) -> (people: [Int], isNext: Bool) {
    var people: [Int] = []
    var described: Set<Int> = []
    var begins = false
    for mention in index.mentions(in: sentence) {
      guard !people.contains(mention.person), !described.contains(mention.person),
        isFirst(mention)
      else { continue }
      if !begins, mention.tokens.lowerBound > sentence.lowerBound + 2 { return ([], false) }
      begins = true
      let roles = reading.people[mention.person].roles
      if roles.isEmpty {
        people.append(mention.person)
      } else if roles.contains(where: { isTold($0, in: before, reading) }) {
        described.insert(mention.person)
      }
    }
    return (people, !described.isEmpty)
  }

  private func isTold(_ role: RoleReport, in sentence: Range<Int>, _ reading: Reading) -> Bool {
    let told = reading.evidence(sentence).range
    return role.evidence.range.start >= told.start && role.evidence.range.end <= told.end
  }

  private func score(_ pairs: [(Int, Int)], _ reading: Reading) -> Double {
    pairs.reduce(0) { sum, pair in
      guard let code = code(of: reading.roles[pair.0].affiliation) else { return sum }
      return sum + NameOrigins(ofName: reading.people[pair.1].name).likelihood(in: code)
    }
  }

  private func fits(_ position: Int, _ person: Int, _ isPair: Bool, _ reading: Reading) -> Bool {
    let role = reading.roles[position]
    let draft = reading.people[person]
    guard let code = code(of: role.affiliation) else {
      guard let title = role.titles.first else { return false }
      let office = Offices.classify(reading.title(title, of: role), of: role.affiliation)
      return isPair || role.affiliation != nil
        || office.map { DescriptionStage.single.contains($0) } == true
    }
    if let country = draft.country?.value { return country == code }
    let likelihood = NameOrigins(ofName: draft.name).likelihood(in: code)
    return isPair ? likelihood > -1 : likelihood > 0
  }

  private func give(
    _ position: Int, _ person: Int, _ held: inout HeldOffices, _ reading: inout Reading
  ) {
    let role = reading.roles[position]
    guard let told = role.isRelative ? nearest(before: position, reading) : role else { return }
    reading.roles[position].isHeld = true
    if role.isRelative {
      // No title that a later stage could look the holder of up by.
      let mention = PersonMention(person: person, tokens: role.tokens, form: .role)
      let start = role.tokens.lowerBound
      let place = reading.mentions.starting(in: start..<start + 1, at: \.tokens.lowerBound)
        .lowerBound
      reading.mentions.insert(mention, at: place)
    }
    for title in told.titles {
      let text = reading.title(title, of: told)
      held.take(
        Offices.classify(text, of: role.affiliation), text, role.affiliation, isFormer: false)
      reading.people[person].roles.append(
        RoleReport(
          title: text, of: role.affiliation, isFormer: false,
          evidence: reading.evidence(role.tokens)))
    }
  }

  /// The office that a counterpart has elsewhere: the last one told before it.
  private func nearest(before position: Int, _ reading: Reading) -> RolePhrase? {
    guard position > 0 else { return nil }
    let before = reading.roles[position - 1]
    let isNear = reading.roles[position].tokens.lowerBound - before.tokens.upperBound < 12
    return isNear && !before.isRelative && !before.isPlural ? before : nil
  }

  /// Offices of which there are many at a time.
  private static let vague: WordSet = [
    "official", "diplomat", "spokesman", "spokeswoman", "spokesperson", "aide", "member",
    "representative", "candidate", "lawmaker", "delegate", "assistant", "judge", "analyst",
    "expert", "reporter", "correspondent", "professor", "officer", "activist", "source",
  ]
}
