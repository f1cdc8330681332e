import Diagrams

/// Diagrams of the size that is printed.
enum SampleDiagrams {
  static let washington = NetworkDiagram(
    title: "Winston Peters in Washington",
    subtitle: "Who met whom, 17 to 21 March 2025",
    caption: ["From 1 article of 20 March 2025. A line stands for a meeting that was reported."],
    groups: [
      .init(id: "us", label: "United States"), .init(id: "nz", label: "New Zealand"),
    ],
    nodes: [
      .init(
        id: "marco-rubio", name: "Marco Rubio", roles: ["Secretary of State"], group: "us",
        link: "person/marco-rubio"),
      .init(
        id: "winston-peters", name: "Winston Peters", roles: ["Foreign Minister"], group: "nz",
        link: "person/winston-peters"),
      .init(
        id: "mike-waltz", name: "Mike Waltz", roles: ["National Security Advisor"], group: "us"),
      .init(
        id: "sebastian-gorka", name: "Sebastian Gorka",
        roles: ["Senior director for counterterrorism"], group: "us"),
      .init(
        id: "morgan-ortagus", name: "Morgan Ortagus", roles: ["Deputy special envoy"], group: "us"),
    ],
    edges: [
      contact("marco-rubio", "winston-peters", first: "2025-03-19"),
      contact("mike-waltz", "winston-peters", first: "2025-03-18"),
      contact("sebastian-gorka", "winston-peters", kind: "meal"),
      contact("morgan-ortagus", "winston-peters", kind: "meal"),
      contact("morgan-ortagus", "sebastian-gorka", kind: "meal"),
    ])

  static let ego: NetworkDiagram = {
    var diagram = washington
    diagram.center = "winston-peters"
    return diagram
  }()

  static let world = NetworkDiagram(
    title: "Talks between five capitals",
    subtitle: "Meetings, calls and plans, January to June 2025",
    caption: ["From 41 articles of 9 publishers."],
    groups: [
      .init(id: "cn", label: "China"), .init(id: "fr", label: "France"),
      .init(id: "in", label: "India"), .init(id: "no", label: "Norway"),
      .init(id: "us", label: "United States"),
    ],
    nodes: [
      person("xi-jinping", "习近平 Xi Jinping", "President", "cn"),
      person("wang-yi", "王毅 Wang Yi", "Minister of Foreign Affairs", "cn"),
      person("he-lifeng", "何立峰 He Lifeng", "Vice Premier of the State Council", "cn"),
      person("emmanuel-macron", "Emmanuel Macron", "President of the Republic", "fr"),
      person(
        "jean-noel-barrot", "Jean-Noël Barrot", "Minister for Europe and Foreign Affairs", "fr"),
      person("narendra-modi", "Narendra Modi", "Prime Minister", "in"),
      person(
        "s-jaishankar", "Subrahmanyam Jaishankar", "External Affairs Minister of India", "in"),
      person("ajit-doval", "Ajit Doval", "National Security Adviser", "in"),
      person("jonas-gahr-store", "Jonas Gahr Støre", "Prime Minister", "no"),
      person("espen-barth-eide", "Espen Barth Eide", "Minister of Foreign Affairs", "no"),
      person("donald-trump", "Donald Trump", "President", "us"),
      person("marco-rubio", "Marco Rubio", "Secretary of State", "us"),
      person("scott-bessent", "Scott Bessent", "Secretary of the Treasury", "us"),
      person(
        "mike-waltz", "Mike Waltz",
        "Assistant to the President for National Security Affairs (until 1 May 2025)", "us"),
      person("steve-witkoff", "Steve Witkoff", "Special Envoy to the Middle East", "us"),
    ],
    edges: [
      contact("donald-trump", "emmanuel-macron", 3, first: "2025-02-24", last: "2025-06-16"),
      contact("donald-trump", "narendra-modi", first: "2025-02-13"),
      contact(
        "donald-trump", "xi-jinping", 2, first: "2025-01-17", last: "2025-06-05", kind: "call"),
      contact("he-lifeng", "scott-bessent", 2, first: "2025-05-10", last: "2025-06-09"),
      contact("marco-rubio", "s-jaishankar", 4, first: "2025-01-21", last: "2025-07-01"),
      contact("marco-rubio", "wang-yi", first: "2025-07-11", status: .planned),
      contact("jean-noel-barrot", "marco-rubio", 2, first: "2025-04-17", last: "2025-05-15"),
      contact("ajit-doval", "mike-waltz", first: "2025-02-13"),
      contact("s-jaishankar", "wang-yi", first: "2025-02-21"),
      contact("emmanuel-macron", "narendra-modi", 2, first: "2025-02-11", last: "2025-02-12"),
      contact("donald-trump", "jonas-gahr-store", first: "2025-04-24"),
      contact("espen-barth-eide", "wang-yi", first: "2025-05", status: .cancelled),
      contact("emmanuel-macron", "xi-jinping", first: "2025-12", status: .planned, kind: "visit"),
      contact("emmanuel-macron", "steve-witkoff", first: "2025-04-17"),
      contact("donald-trump", "marco-rubio", first: "2025-04-24"),
      contact("espen-barth-eide", "jean-noel-barrot", first: "2025-03-05", status: .declined),
    ])

  /// What the network of each view is like, by name.
  static let named = [
    "washington": washington, "ego": ego, "world": world, "noted": noted, "countries": countries,
    "meetings": meetings, "path": path, "query": query, "visits": visits,
  ]
  static let networks = named.keys.sorted()

  /// With the words behind each line.
  static let noted: NetworkDiagram = {
    var diagram = washington
    diagram.text.notes = diagram.edges.reversed().map { edge in
      .init(
        about: edge.id, what: "\(edge.source) – \(edge.target)", quote: "“they met”",
        source: "Talks, 20 March 2025",
        address: edge.first == nil
          ? "javascript:alert(1)" : "https://example.org/talks?day=19&page=\"")
    }
    return diagram
  }()

  static let countries: NetworkDiagram = {
    let codes = [
      "cn": "China", "fr": "France", "in": "India", "no": "Norway", "us": "United States",
    ]
    return NetworkDiagram(
      title: "Which countries met",
      groups: codes.sorted { $0.key < $1.key }.map { .init(id: $0.key, label: $0.value) },
      nodes: codes.map {
        .init(id: $0.key, name: $0.value, roles: ["3 meetings"], group: $0.key, form: .country)
      },
      edges: [
        contact("cn", "us", 12, first: "2021", last: "2025"), contact("fr", "us", 3),
        contact("cn", "fr", status: .planned), contact("in", "us", 7), contact("no", "us"),
      ], framesGroups: false)
  }()

  static let meetings: NetworkDiagram = {
    var diagram = washington
    diagram.nodes.append(
      .init(
        id: "dinner", name: "meal in Washington", roles: ["18 March 2025"], form: .meeting,
        status: .held))
    diagram.nodes.append(
      .init(id: "talks", name: "planned meeting", roles: [], form: .meeting, status: .planned))
    diagram.edges = ["morgan-ortagus", "sebastian-gorka", "winston-peters"].map {
      .init(id: "\($0)--dinner", from: $0, to: "dinner", label: "")
    }
    diagram.edges += ["marco-rubio", "winston-peters"].map {
      .init(id: "\($0)--talks", from: $0, to: "talks", status: .planned, label: "")
    }
    return diagram
  }()

  static let path: NetworkDiagram = {
    var diagram = world
    diagram.nodes.removeAll { !["ajit-doval", "mike-waltz", "narendra-modi"].contains($0.id) }
    diagram.edges = [contact("ajit-doval", "mike-waltz"), contact("mike-waltz", "narendra-modi")]
    (diagram.framesGroups, diagram.flowsRight) = (false, true)
    return diagram
  }()

  static let query = NetworkDiagram(
    title: "What the query found",
    groups: [.init(id: "person", label: "Person"), .init(id: "role", label: "Role")],
    nodes: [
      .init(id: "person/winston-peters", name: "Winston Peters", group: "person"),
      .init(id: "role/foreign-minister-nz", name: "Foreign Minister", group: "role", form: .thing),
      .init(id: "country/nz", name: "New Zealand", form: .country),
    ],
    edges: [
      .init(
        id: "holds", from: "person/winston-peters", to: "role/foreign-minister-nz",
        label: "HOLDS", isDirected: true),
      .init(
        id: "of", from: "role/foreign-minister-nz", to: "country/nz", label: "2 × OF",
        isDirected: true),
    ], framesGroups: false)

  static let timeline = TimelineDiagram(
    text: DiagramText(
      title: "Meetings over time",
      notes: [.init(about: "trump-macron", what: "Paris", quote: "“met”", source: "Talks")]),
    groups: [.init(id: "fr", label: "France"), .init(id: "us", label: "United States")],
    lanes: [
      .init(id: "donald-trump", name: "Donald Trump", roles: ["President"], group: "us"),
      .init(id: "emmanuel-macron", name: "Emmanuel Macron", roles: ["President"], group: "fr"),
      .init(id: "xi-jinping", name: "Xi Jinping", roles: ["President"]),
    ],
    events: [
      .init(
        id: "trump-macron", first: 20_143, last: 20_143, precision: .day,
        lanes: ["donald-trump", "emmanuel-macron"], label: "Washington", tooltip: "Talks"),
      .init(
        id: "trump-macron-again", first: 20_143, last: 20_143, precision: .day,
        lanes: ["donald-trump", "emmanuel-macron"], label: "call", tooltip: "A call"),
      .init(
        id: "trump-xi", first: 20_244, last: 20_246, precision: .span,
        lanes: ["donald-trump", "xi-jinping"], label: "call", tooltip: "A call"),
      .init(
        id: "xi-visit", first: 20_423, last: 20_453, precision: .month, status: .planned,
        lanes: ["emmanuel-macron", "xi-jinping"], label: "planned, Beijing", tooltip: "A visit"),
      .init(
        id: "called-off", first: 20_300, last: 20_300, precision: .day, status: .cancelled,
        lanes: ["xi-jinping"], label: "cancelled", tooltip: "Called off"),
      .init(
        id: "refused", first: 20_310, last: 20_310, precision: .day, status: .declined,
        lanes: ["xi-jinping", "nobody"], label: "declined", tooltip: "Refused"),
    ])

  static let card = MeetingCard(
    text: DiagramText(
      title: "Summit of Joe Biden, Fumio Kishida and Yoon Suk Yeol", subtitle: "18 August 2023",
      notes: [.init(about: "summit", what: "held", quote: "“hosted”", source: "Three leaders")]),
    status: .held,
    parties: [
      .init(
        group: .init(id: "jp", label: "Japan"),
        people: [person("fumio-kishida", "Fumio Kishida", "Prime Minister", "jp")]),
      .init(
        group: .init(id: "kr", label: "South Korea"),
        people: [person("yoon-suk-yeol", "Yoon Suk Yeol", "President", "kr")]),
      .init(
        group: .init(id: "us", label: "United States"),
        people: [person("joe-biden", "Joe Biden", "President", "us")]),
      .init(group: .init(id: "un", label: "United Nations"), people: []),
    ], facts: [.init("Place", "Camp David"), .init("Topics", "security; trade")])

  /// So many nodes in groups of seven, each tied to a few before it.
  static func numbered(_ count: Int) -> NetworkDiagram {
    NetworkDiagram(
      title: "\(count) nodes",
      groups: (0...(count / 7)).map { .init(id: "g\($0)", label: "Group \($0)") },
      nodes: (0..<count).map { .init(id: "n\($0)", name: "Node \($0)", group: "g\($0 / 7)") },
      edges: (1..<count).flatMap { number in
        [number / 2, number * 7919 % number].filter { $0 != number }.enumerated().map {
          index, other in
          contact("n\(other)", "n\(number)", 1 + number % 5, suffix: "-\(index)")
        }
      })
  }

  static func contact(
    _ source: String, _ target: String, _ count: Int = 1, first: String? = nil,
    last: String? = nil, status: NetworkDiagram.Edge.Status = .held, kind: String? = nil,
    suffix: String = ""
  ) -> NetworkDiagram.Edge {
    .init(
      id: "\(source)--\(target)\(suffix)", from: source, to: target, count: count, first: first,
      last: last, status: status, kind: kind, link: "why/\(source)/\(target)")
  }

  private static func person(
    _ id: String, _ name: String, _ role: String, _ group: String
  ) -> NetworkDiagram.Node {
    .init(id: id, name: name, roles: [role], group: group, link: "person/\(id)")
  }
}
