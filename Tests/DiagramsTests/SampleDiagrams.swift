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

  static func contact(
    _ source: String, _ target: String, _ count: Int = 1, first: String? = nil,
    last: String? = nil, status: NetworkDiagram.Edge.Status = .held, kind: String? = nil
  ) -> NetworkDiagram.Edge {
    .init(
      id: "\(source)--\(target)", from: source, to: target, count: count, first: first, last: last,
      status: status, kind: kind, link: "why/\(source)/\(target)")
  }

  private static func person(
    _ id: String, _ name: String, _ role: String, _ group: String
  ) -> NetworkDiagram.Node {
    .init(id: id, name: name, roles: [role], group: group, link: "person/\(id)")
  }
}
