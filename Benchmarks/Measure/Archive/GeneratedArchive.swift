import Diplomacy
import TestSupport

/// Articles in the manner of agencies on a generated world: own sentences in which people, places, days, subjects and
/// turns of phrase are drawn, so that hardly two articles share a line.
///
/// Each has a headline, a dateline and five to fourteen paragraphs, about 2.5 kB, and tells of two to six meetings. The
/// same number gives the same article on every run, whatever came before it.
struct GeneratedArchive {
  struct Entry {
    let id: String
    let title: String
    let published: String
    let paragraphs: [String]

    var text: String { ([title] + paragraphs).joined(separator: "\n\n") }

    /// The article as a page of a news site, with what such sites put around.
    var page: String {
      """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(title) | The Archive</title>
      <meta property="og:title" content="\(title)"><meta property="article:published_time" \
      content="\(published)T09:00:00Z"></head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
      <main><article><h1>\(title)</h1><time datetime="\(published)">\(published)</time>
      \(paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n"))
      </article></main><footer><a href="/about">About us</a> <a href="/contact">Contact</a></footer></body></html>
      """
    }
  }

  private let world: GeneratedWorld

  init(articles count: Int) {
    world = GeneratedWorld(
      people: max(200, count / 10), meetings: max(500, count), seed: 20_250_320)
  }

  /// The article with `number`, counted from zero; another `telling` has the same meetings in other words.
  func entry(_ number: Int, telling: Int = 0) -> Entry {
    var draft = Draft(random: RepeatableRandom(seed: UInt64(number) &* 0x9E37_79B9_7F4A_7C15))
    let first = draft.index(below: world.meetings.count)
    let told = (0..<draft.index(from: 2, to: 6)).map { step in
      world.meetings[(first + step * step) % world.meetings.count]
    }
    if telling > 0 {
      draft = Draft(random: RepeatableRandom(seed: UInt64(number) << 20 | UInt64(telling)))
    }
    let main = told[0]
    let published = CalendarDate(dayNumber: main.day + draft.index(below: 2))
    for meeting in told {
      for _ in 0..<draft.index(from: 1, to: 3) {
        draft.tell(meeting, world, isMain: meeting.day == main.day)
      }
    }
    let names = main.people.prefix(2).map { world.people[$0] }
    return Entry(
      id: "archive-\(number)",
      title:
        "\(names[0].family), \(names[names.count - 1].family) \(draft.pick(["meet", "hold talks", "confer"])) in \(main.place.name) on \(draft.subject())",
      published: published.map { "\($0)" } ?? "2010-01-01",
      paragraphs: ["\(main.place.name.uppercased()) — " + draft.paragraphs[0]]
        + draft.paragraphs.dropFirst())
  }
}

/// One article on its way: what is drawn, and what is written.
private struct Draft {
  var random: RepeatableRandom
  var paragraphs: [String] = []
  private var introduced: Set<Int> = []

  init(random: RepeatableRandom) { self.random = random }

  mutating func index(below count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
  mutating func index(from first: Int, to last: Int) -> Int {
    Int.random(in: first...last, using: &random)
  }
  mutating func pick(_ words: [String]) -> String { words[index(below: words.count)] }

  /// A subject of talks, put together of two lists.
  mutating func subject() -> String {
    pick([
      "fisheries", "steel tariffs", "grain exports", "undersea cables", "visa rules", "river dams",
      "arms control", "airspace", "prisoner exchanges", "debt relief", "vaccine supply",
      "gas transit",
      "border crossings", "satellite launches", "rare earths", "shipping insurance", "extradition",
    ])
  }

  private mutating func name(_ number: Int, _ world: GeneratedWorld) -> String {
    let person = world.people[number]
    guard introduced.insert(number).inserted else {
      return pick([person.family, person.family, person.name])
    }
    let country = Countries[person.country]?.name ?? person.country.rawValue
    return pick([
      "\(person.title) \(person.name) of \(country)",
      "\(country)'s \(person.title.lowercased()) \(person.name)",
      "\(person.name), \(person.title.lowercased()) of \(country),",
    ])
  }

  /// A paragraph of two to four sentences on a meeting.
  mutating func tell(_ meeting: GeneratedWorld.Meeting, _ world: GeneratedWorld, isMain: Bool) {
    let host = name(meeting.people[0], world)
    let guest = name(meeting.people[1], world)
    let day = CalendarDate(dayNumber: meeting.day)
    let date = isMain ? "on \(day?.weekdayName ?? "Monday")" : "on \(day?.longText ?? "1 May 2010")"
    let place = meeting.place.name
    var sentences = [
      pick([
        "\(host) met \(guest) in \(place) \(date) to discuss \(subject()) and \(subject()).",
        "\(host) held \(pick(["two", "three", "four"])) hours of talks with \(guest) in \(place) \(date), mostly on \(subject()).",
        "\(date.capitalizedFirst), \(host) received \(guest) in \(place) for \(pick(["a working lunch", "a dinner", "consultations"])) on \(subject()).",
        "\(host) spoke by telephone with \(guest) \(date) about \(subject()), \(pick(["an aide", "an official", "a spokeswoman"])) said.",
        "\(guest) travelled to \(place) \(date) and met \(host), with \(subject()) and \(subject()) on the agenda.",
      ])
    ]
    for _ in 0..<index(from: 1, to: 3) { sentences.append(remark(meeting, world)) }
    paragraphs.append(sentences.joined(separator: " "))
  }

  private mutating func remark(_ meeting: GeneratedWorld.Meeting, _ world: GeneratedWorld) -> String
  {
    let speaker = world.people[meeting.people[index(below: meeting.people.count)]].family
    let number = index(from: 2, to: 97)
    let verb = pick(["said", "told reporters", "added", "wrote afterwards", "insisted"])
    return pick([
      "\(speaker) \(verb) that \(subject()) would need another \(number) days of work before \(pick(["spring", "the summit", "the vote", "winter", "the harvest"])).",
      "A draft of \(number) pages on \(subject()) lay on the table, but \(pick(["nobody signed it", "it was put off", "lawyers asked for changes", "its annex stayed empty"])).",
      "\(pick(["Diplomats", "Analysts", "Officials", "Traders", "Two ministers"])) had expected less: \(subject()) has divided both capitals for \(number) months.",
      "No agreement on \(subject()) was reached, \(speaker) \(verb), \(pick(["though the tone was warm", "and none had been planned", "because of a dispute over \(subject())", "for want of time"])).",
      "The \(pick(["first", "second", "third", "latest"])) round on \(subject()) had ended with \(number) open points, \(pick(["most of them small", "among them \(subject())", "some of them old"])).",
      "\(speaker) refused to meet \(pick(["protesters", "bankers", "reporters", "the opposition"])), who had waited \(number) minutes outside over \(subject()).",
      "Exports tied to \(subject()) fell by \(number) per cent last year, \(pick(["a bank", "a ministry", "an institute", "a newspaper"])) reckons, and \(subject()) by \(index(from: 2, to: 60)).",
    ])
  }
}

extension CalendarDate {
  fileprivate var weekdayName: String {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekday - 1]
  }

  /// `5 March 2010`.
  fileprivate var longText: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(day) \(months[month - 1]) \(year)"
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
