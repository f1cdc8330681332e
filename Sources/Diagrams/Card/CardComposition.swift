/// Puts the card of a meeting on a page: the sides above, each in its frame, what is told below.
struct CardComposition {
  private let card: MeetingCard

  private static let width = 680.0
  private static let party = TextStyle(size: 11, isBold: true)
  private static let factName = TextStyle(size: 11)
  private static let factValue = TextStyle(size: 11.5, isBold: true)
  private static let name = TextStyle(size: 13, isBold: true)
  private static let role = TextStyle(size: 10.5)

  /// The number of a hue a party.
  private let hues: [Int]

  init(of card: MeetingCard) {
    self.card = card
    let ids = card.parties.map(\.group.id)
    hues = GroupHues.hues(ofThoseInUse: ids, sizes: ids.map { _ in 1 })
  }

  /// The picture.
  var drawing: Drawing {
    let parties = card.parties.enumerated().map { party($0.element, hues[$0.offset]) }
    var body: [Drawing.Element] = []
    var (x, y, deepest) = (0.0, 0.0, 0.0)
    for (width, height, elements) in parties {
      if x > 0, x + width > CardComposition.width { (x, y) = (0, deepest + 18) }
      body += elements.map { $0.moved(by: Point(x, y)) }
      x += width + 18
      deepest = max(deepest, y + height)
    }
    if let facts = facts(from: deepest + (card.parties.isEmpty ? 0 : 22)) { body.append(facts) }
    return Page(text: card.text, words: words, body: body, legend: [], isCentered: false).drawing
  }

  private var words: String {
    let parties = card.parties.map { party in
      let people = party.people.map { ([$0.name] + $0.roles).joined(separator: ", ") }
      return "\(party.group.label): \(people.isEmpty ? "unnamed" : people.joined(separator: "; "))."
    }
    let facts = card.facts.map { "\($0.name): \($0.value)." }
    let told = ["\(card.status.rawValue)."] + parties + facts
    return ([card.text.subtitle] + told + card.text.caption).filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// The frame of a side from the origin on, with its size.
  private func party(
    _ party: MeetingCard.Party, _ hue: Int
  ) -> (width: Double, height: Double, [Drawing.Element]) {
    let inner = 188.0
    let style = CardComposition.party
    let label = style.wrapped(displayable(party.group.label), width: inner, limit: 1).first ?? ""
    let labelBox = Box(12, 8, style.width(of: label) + 4, 18)
    var nodes: [Drawing.Element] = []
    var top = 34.0
    for person in party.people {
      let element = node(person, party, hue, at: Point(12, top), width: inner)
      top += element.height + 10
      nodes.append(element.node)
    }
    if party.people.isEmpty {
      let words = CardComposition.role.wrapped("took part without a name", width: inner, limit: 1)
      nodes += words.map { line in
        Drawing.Element(
          kind: .label,
          shapes: [
            .text(line, at: Point(14, top + 10), anchor: .start, CardComposition.role, .muted)
          ])
      }
      top += 26
    }
    let box = Box(0, 0, inner + 24, top + 4)
    let group = Drawing.Element(
      kind: .group, id: elementID("group", party.group.id),
      data: [
        .init(name: "id", value: party.group.id), .init(name: "label", value: party.group.label),
      ],
      shapes: [
        .box(
          box, radius: 10, fill: .tint(hue), line: Drawing.Line(tone: .group(hue), width: 0.6))
      ])
    let name = Drawing.Element(
      kind: .label,
      shapes: [
        .box(labelBox, radius: 3, fill: .tint(hue), line: nil),
        .text(label, at: style.baseline(in: labelBox), anchor: .middle, style, .group(hue)),
      ])
    return (box.width, box.height, [group, name] + nodes)
  }

  private func node(
    _ person: NetworkDiagram.Node, _ party: MeetingCard.Party, _ hue: Int, at place: Point,
    width: Double
  ) -> (height: Double, node: Drawing.Element) {
    let room = width - 24
    let name = CardComposition.name.wrapped(displayable(person.name), width: room, limit: 2)
    let roles = person.roles.prefix(2).flatMap {
      CardComposition.role.wrapped(displayable($0), width: room, limit: 3)
    }
    let height =
      18 + Double(name.count) * CardComposition.name.lineHeight
      + Double(roles.count) * CardComposition.role.lineHeight
    var shapes = [
      Drawing.Shape.box(
        Box(place.x, place.y, width, height), radius: 7, fill: .paper,
        line: Drawing.Line(tone: .group(hue), width: 1.2))
    ]
    var top = place.y + 9
    for (lines, style, tone) in [
      (name, CardComposition.name, Tone.ink), (roles, CardComposition.role, .muted),
    ] {
      for line in lines {
        let start = Point(place.x + 12, top + style.size)
        shapes.append(.text(line, at: start, anchor: .start, style, tone))
        top += style.lineHeight
      }
    }
    let node = Drawing.Element(
      kind: .node, id: elementID("node", person.id),
      data: [.init(name: "id", value: person.id), .init(name: "group", value: party.group.id)],
      tooltip: ([person.name] + person.roles + [party.group.label]).joined(separator: ", "),
      link: person.link, shapes: shapes)
    return (height, node)
  }

  /// The table of what is told, the status first.
  private func facts(from top: Double) -> Drawing.Element? {
    let facts = [MeetingCard.Fact("Status", card.status.rawValue)] + card.facts
    var element = Drawing.Element(
      kind: .caption, data: [.init(name: "status", value: card.status.rawValue)])
    var y = top
    for (index, fact) in facts.enumerated() {
      let names = CardComposition.factName.wrapped(displayable(fact.name), width: 96, limit: 1)
      let values = CardComposition.factValue.wrapped(
        displayable(fact.value), width: CardComposition.width - 110, limit: 4)
      let tone = index == 0 ? NetworkDiagram.tone(of: card.status) : Tone.ink
      for name in names {
        element.shapes.append(
          .text(name, at: Point(0, y + 11), anchor: .start, CardComposition.factName, .muted))
      }
      for value in values {
        element.shapes.append(
          .text(value, at: Point(104, y + 11), anchor: .start, CardComposition.factValue, tone))
        y += CardComposition.factValue.lineHeight
      }
      y += 4
    }
    return element
  }
}
