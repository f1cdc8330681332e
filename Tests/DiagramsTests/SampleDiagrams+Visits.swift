import Diagrams

extension SampleDiagrams {
  /// Ministers of one country and those they met.
  static let visits: NetworkDiagram = {
    let others = ["fr", "de", "jp", "in", "br", "ke"]
    let people = (0..<18).map { number in
      NetworkDiagram.Node(
        id: "p-\(number)", name: "Person \(number)", roles: ["Foreign Minister"],
        group: others[number % 6])
    }
    let hosts = (0..<6).map {
      NetworkDiagram.Node(
        id: "us-\($0)", name: "Minister \($0)", roles: ["Secretary of State"], group: "us")
    }
    let visits = (0..<18).flatMap { number in
      [number % 6, (number * 5 + 2) % 6].map { ("us-\($0)", "p-\(number)") }
    }
    let ties = [("p-0", "p-6"), ("p-1", "p-7"), ("p-2", "p-3"), ("us-0", "us-3"), ("us-1", "us-2")]
    return NetworkDiagram(
      title: "Visits", groups: (others + ["us"]).map { .init(id: $0, label: $0.uppercased()) },
      nodes: people + hosts,
      edges: (visits + ties).enumerated().map { number, ends in
        contact(ends.0, ends.1, 1 + number % 3, first: "2025-03-19", suffix: "-\(number)")
      })
  }()
}
