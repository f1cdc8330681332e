@testable import Diagrams
import Testing

struct `A network in DOT` {
  @Test func `names people and contacts by their ids`() throws {
    let diagram = NetworkDiagram(
      title: "Talks", groups: [.init(id: "nz", label: "New Zealand")],
      nodes: [
        .init(
          id: "winston-peters", name: "Winston Peters", roles: ["Foreign Minister"], group: "nz",
          link: "person/winston-peters"),
        .init(id: "marco-rubio", name: "Marco Rubio"),
      ],
      edges: [
        .init(
          id: "e1", from: "marco-rubio", to: "winston-peters", count: 2, first: "2025-03-19",
          last: "2025-04", status: .planned, kind: "call")
      ])
    let dot = String(decoding: try picture(of: diagram, as: .dot), as: UTF8.self)
    #expect(
      dot == """
        graph network {
          graph [K=1.2, charset="UTF-8", esep="+4", fontname="DejaVu Sans", fontsize=20, \
        label="Talks", labelloc=t, layout=dot, nodesep=0.45, outputorder=edgesfirst, \
        overlap=prism, ranksep=1.25, sep="+20", splines=true, start=1]
          node [fontname="DejaVu Sans", fontsize=10.5, shape=box, style=rounded]
          edge [fontname="DejaVu Sans", fontsize=10]
          subgraph "cluster_nz" {
            graph [color="#eaf6f2", fontcolor="#00684e", fontname="DejaVu Sans", fontsize=11, \
        label="New Zealand", labeljust=l, margin=14, style="rounded,filled"]
            "winston-peters" [URL="#person/winston-peters", color="#00684e", \
        fillcolor="#ffffff", fixedsize=true, height=0.6806, \
        label="Winston Peters\\nForeign Minister", style="rounded,filled", \
        tooltip="Winston Peters, Foreign Minister, New Zealand", width=1.9306]
          }
          "marco-rubio" [color="#565d68", fillcolor="#ffffff", fixedsize=true, height=0.4861, \
        label="Marco Rubio", style="rounded,filled", tooltip="Marco Rubio", width=1.6389]
          "marco-rubio" -- "winston-peters" [color="#0a6a8f", fontcolor="#0a6a8f", key="e1", \
        penwidth=2.8, style=dashed, tooltip="Marco Rubio – Winston Peters: 2 planned calls, \
        2025-03-19 – 2025-04", xlabel="2 planned calls\\n2025-03-19 – 2025-04"]
        }

        """)
  }

  @Test func `suits its layout to its size`() {
    func people(_ count: Int) -> NetworkDiagram {
      NetworkDiagram(
        title: "", nodes: (0..<count).map { .init(id: "p\($0)", name: "P") }, edges: [])
    }
    #expect(Arrangement.suited(to: SampleDiagrams.ego, asked: nil) == .ring)
    #expect(Arrangement.suited(to: people(12), asked: nil) == .layers)
    #expect(Arrangement.suited(to: SampleDiagrams.world, asked: nil) == .columns(hub: 4))
    #expect(Arrangement.suited(to: SampleDiagrams.meetings, asked: nil) == .layers)
    var even = SampleDiagrams.world
    even.edges.removeAll { $0.source == "marco-rubio" || $0.target == "marco-rubio" }
    #expect(Arrangement.suited(to: even, asked: nil) == .frames(.neato))
    var chain = people(120)
    chain.edges = (1..<120).map { SampleDiagrams.contact("p\($0 - 1)", "p\($0)") }
    #expect(Arrangement.suited(to: chain, asked: nil) == .free(nil))
    // One of them is tied to all the others.
    #expect(Arrangement.suited(to: SampleDiagrams.numbered(120), asked: nil) == .free(.sfdp))
    #expect(Arrangement.suited(to: SampleDiagrams.path, asked: nil) == .layers)
    #expect(Arrangement.suited(to: people(2000), asked: nil) == .free(.sfdp))
    #expect(Arrangement.suited(to: SampleDiagrams.world, asked: .sfdp) == .frames(.sfdp))
  }
}

struct `Graphviz` {
  @Test func `says what is wrong with its input`() throws {
    #expect(throws: DiagramError.self) { try run("graph {", engine: "dot", format: "svg") }
    let unknown = #expect(throws: DiagramError.self) {
      try run("graph { a }", engine: "nosuch", format: "svg")
    }
    guard case .layoutFailed(engine: "nosuch", let words) = unknown else {
      Issue.record("\(String(describing: unknown))")
      return
    }
    #expect(words.contains("nosuch"))
    #expect(throws: DiagramError.self) { try run("graph { a }", engine: "dot", format: "nosuch") }
  }

  @Test func `writes PNG and PDF`() throws {
    #expect(try picture(of: SampleDiagrams.world, as: .png).starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(try picture(of: SampleDiagrams.world, as: .pdf).starts(with: Array("%PDF-".utf8)))
  }
}
