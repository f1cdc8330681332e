import Diplomacy

/// Articles at random on a small world, in which everything happens that makes a record depend on
/// the order it is told in: names spelled in several ways, people of one family name, days off by
/// one or left out, plans, cancellations, lists of differing length, and offices without a name.
public struct RandomPress {
  private var random: RepeatableRandom

  /// The articles that follow from `seed`.
  public init(seed: UInt64) { random = RepeatableRandom(seed: seed) }

  private struct Figure {
    let names: [String]
    let country: String
    let title: String
    let office: Office
  }

  private static let figures = [
    Figure(
      names: ["Volodymyr Zelenskyy", "Volodymyr Zelensky", "Vladimir Zelensky", "Zelensky"],
      country: "UA", title: "President", office: .headOfState),
    Figure(
      names: ["Olena Zelenska", "Zelenska"], country: "UA", title: "First Lady", office: .official),
    Figure(
      names: ["George W. Bush", "George Bush", "Bush"], country: "US", title: "President",
      office: .headOfState),
    Figure(
      names: ["George H. W. Bush", "George Bush", "Bush"], country: "US", title: "President",
      office: .headOfState),
    Figure(
      names: ["Sergei Lavrov", "Sergey Lavrov", "S. Lavrov", "Lavrov"], country: "RU",
      title: "Foreign Minister", office: .foreignMinister),
    Figure(
      names: ["Antony Blinken", "Tony Blinken", "Antony J. Blinken", "Blinken"], country: "US",
      title: "Secretary of State", office: .foreignMinister),
    Figure(
      names: ["Wang Yi", "Wang"], country: "CN", title: "Foreign Minister", office: .foreignMinister
    ),
    Figure(
      names: ["Wang Wenbin", "Wang"], country: "CN", title: "spokesman", office: .spokesperson),
    Figure(names: ["Abdullah II", "Abdullah"], country: "JO", title: "King", office: .monarch),
    Figure(
      names: ["Abdullah Gül", "Gul"], country: "TR", title: "President", office: .headOfState),
  ]

  private static let places = [
    PlaceName("Geneva", in: CountryCode("CH")), PlaceName("Vienna", in: CountryCode("AT")),
    PlaceName("Switzerland", in: CountryCode("CH")),
  ]

  private static let offices = [
    (role: "foreign minister", of: "RU", quote: "the Russian foreign minister"),
    (role: "president", of: "US", quote: "the US president"),
    (role: "king", of: "JO", quote: "a Jordanian king"),
  ]

  /// `count` articles, each with an identifier of its own.
  public func tellings(_ count: Int) -> [Telling] {
    var press = self
    return (0..<count).map { press.telling("article-\($0)") }
  }

  private mutating func telling(_ id: String) -> Telling {
    let figures = Self.figures.shuffled(using: &random).prefix(pick([2, 2, 3, 4]))
    let names = figures.map { $0.names[pick(Array($0.names.indices))] }
    let first = 19_000 + pick(Array(0..<12))
    let published =
      pick([true, true, true, false])
      ? CalendarDate(dayNumber: first + pick([0, 1, 2])).map { "\($0)" } : nil
    let place = Self.places[pick([0, 1, 2])]
    let text =
      "\(id): " + zip(figures, names).map { "\($0.title) \($1)" }.joined(separator: ", ")
      + " met on trade in \(place.name)."
      + " There were the Russian foreign minister, the US president and a Jordanian king."
    var telling = Telling(text, id: id, published: published)
    var people: [Int] = []
    for (figure, name) in zip(figures, names) {
      let isTitled = pick([true, false])
      people.append(
        telling.person(
          name, country: pick([figure.country, figure.country, nil]),
          title: isTitled ? figure.title : nil, office: isTitled ? figure.office : nil,
          isFormer: pick([false, false, false, true])))
    }
    for _ in 0..<pick([1, 1, 2]) { add(people, first, place, &telling) }
    return telling
  }

  private mutating func add(
    _ people: [Int], _ first: Int, _ place: PlaceName, _ telling: inout Telling
  ) {
    let day = CalendarDate(dayNumber: first + pick([0, 0, 0, 1, 5]))
    let date = pick([
      day.map { "\($0)" }, day.map { "\($0)" }, nil, day.map { String("\($0)".prefix(7)) },
    ])
    let status: MeetingStatus = pick([.held, .held, .planned, .cancelled, .declined])
    let whole = telling.reports.meetings.isEmpty ? nil : pick([nil, 0])
    telling.meeting(
      Array(people.prefix(pick([1, 2, 2, 3, 4]))), "met",
      kind: pick([.meeting, .meeting, .call, .visit, .summit, .meal]), status: status, date: date,
      place: pick([place, nil]), countries: pick([[], ["RU"], ["US", "UA"]]),
      topics: pick([[], ["trade"]]), unnamed: pick([[], [], Self.offices, [Self.offices[0]]]),
      partOf: whole)
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }
}
