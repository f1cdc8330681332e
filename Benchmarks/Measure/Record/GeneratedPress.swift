import Diplomacy
import TestSupport

/// Articles on a generated world, told as newspapers do: names in full, short or otherwise spelled,
/// days off by one or left out, announcements, and lists of some of those present.
struct GeneratedPress {
  struct Issue {
    let article: Article
    let reports: Reports
    /// Whom each person's report is of, by number in the world.
    let people: [Int]
    /// Which meeting each report tells of.
    let meetings: [Int]
  }

  let world: GeneratedWorld
  private var random: RepeatableRandom

  init(_ world: GeneratedWorld, seed: UInt64) {
    self.world = world
    random = RepeatableRandom(seed: seed)
  }

  /// The next article, with the number `number`.
  mutating func issue(_ number: Int) -> Issue {
    // Some meetings make every front page.
    let chance = Double.random(in: 0..<1, using: &random)
    let first = Int((chance * Double(world.meetings.count)).rounded(.down))
    let start = chance < 0.3 ? first / 20 * 20 : first
    var told = [start]
    for step in 1..<40 where told.count < 3 {
      let next = start + step
      guard next < world.meetings.count, oneIn(3),
        !Set(world.meetings[next].people).isDisjoint(with: world.meetings[start].people)
      else { continue }
      told.append(next)
    }
    let days = told.map { world.meetings[$0].day }
    // One article in ten tells what is to come.
    let isPreview = oneIn(10)
    let published =
      isPreview
      ? (days.min() ?? 0) - Int.random(in: 1...7, using: &random)
      : (days.max() ?? 0) + Int.random(in: 0...2, using: &random)
    var draft = Draft(
      id: "g\(String(repeating: "0", count: max(0, 6 - String(number).count)))\(number)",
      published: published)
    for meeting in told { tell(meeting, isPlanned: isPreview, &draft) }
    draft.fill()
    return draft.issue
  }

  private mutating func oneIn(_ count: Int) -> Bool {
    Int.random(in: 0..<count, using: &random) == 0
  }

  private mutating func tell(_ number: Int, isPlanned: Bool, _ draft: inout Draft) {
    let meeting = world.meetings[number]
    var people = meeting.people
    if people.count > 3 {
      people = Array(people.shuffled(using: &random).prefix(max(3, people.count - 2)))
    }
    let indices = people.map { mention($0, &draft) }
    let place = oneIn(2) ? meeting.place : nil
    let day = CalendarDate(dayNumber: meeting.day + (oneIn(25) ? 1 : 0))
    let date: PartialDate? =
      oneIn(8)
      ? nil
      : oneIn(40)
        ? day.map { .month(year: $0.year, month: $0.month) } : day.map { .day($0) }
    draft.tell(
      indices, meeting.kind, isPlanned ? .planned : .held, date, place, truth: number)
  }

  /// Names a person of the world as an article would, once an article.
  private mutating func mention(_ number: Int, _ draft: inout Draft) -> Int {
    if let known = draft.numbers[number] { return known }
    let person = world.people[number]
    var family = person.family
    if oneIn(30), family.hasSuffix("y") { family = family.dropLast() + "i" }
    let style = Int.random(in: 0..<20, using: &random)
    let name =
      switch style {
      case 0...2: family
      case 3: person.middle.map { "\(person.given) \($0) \(family)" } ?? "\(person.given) \(family)"
      case 4: "\(person.given.prefix(1)). \(family)"
      default: "\(person.given) \(family)"
      }
    let isBare = style <= 2
    let isTitled = isBare ? !oneIn(5) : !oneIn(3)
    return draft.add(
      number, name, isTitled ? person : nil, country: oneIn(8) ? nil : person.country)
  }
}

// MARK: - One article

private struct Draft {
  let id: String
  let published: Int
  private var text = ""
  private var length = 0
  private var reports = Reports()
  private(set) var numbers: [Int: Int] = [:]
  private var people: [Int] = []
  private var meetings: [Int] = []

  init(id: String, published: Int) {
    self.id = id
    self.published = published
    _ = write(id + ": ")
  }

  /// All texts are ASCII, so bytes and scalars count the same.
  private mutating func write(_ words: String) -> Evidence {
    let start = length
    text += words
    length += words.utf8.count
    return Evidence(range: TextRange(start, length), quote: words)
  }

  mutating func add(
    _ number: Int, _ name: String, _ titled: GeneratedWorld.Person?, country: CountryCode?
  ) -> Int {
    var roles: [RoleReport] = []
    if let titled {
      let words = write(titled.title)
      roles.append(
        RoleReport(
          title: titled.title, office: titled.office, of: .country(titled.country),
          evidence: words))
      _ = write(" ")
    }
    let words = write(name)
    let told = country.map { Attested($0, write(" of \($0.rawValue)")) }
    _ = write(", ")
    reports.people.append(
      PersonReport(
        name: name, country: told, roles: roles, mentions: [Mention(.fullName, words)]))
    numbers[number] = people.count
    people.append(number)
    return people.count - 1
  }

  mutating func tell(
    _ indices: [Int], _ kind: MeetingKind, _ status: MeetingStatus, _ date: PartialDate?,
    _ place: PlaceName?, truth: Int
  ) {
    let words = write(status == .held ? "held talks" : "are to hold talks")
    let dated = date.map { Attested($0, write(" on \($0)")) }
    let placed = place.map { Attested($0, write(" in \($0.name)")) }
    _ = write(". ")
    reports.meetings.append(
      MeetingReport(
        participants: indices.map {
          ParticipationReport(person: $0, evidence: reports.people[$0].mentions[0].evidence)
        },
        kind: Attested(kind, words), status: Attested(status, words), date: dated, place: placed,
        evidence: [words]))
    meetings.append(truth)
  }

  /// The length of a short report of an agency.
  mutating func fill() {
    while length < 1_500 {
      _ = write(
        "They spoke of trade and security, both sides said, and would meet again before long. ")
    }
  }

  var issue: GeneratedPress.Issue {
    var article = Article(
      text: text, blocks: [Article.Block(.paragraph, TextRange(0, length))])
    article.id = id
    article.publication = CalendarDate(dayNumber: published).map { .init($0, from: .option) }
    return GeneratedPress.Issue(
      article: article, reports: reports, people: people, meetings: meetings)
  }
}
