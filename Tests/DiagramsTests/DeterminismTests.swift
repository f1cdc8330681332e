import Diagrams
import Testing

struct `A picture of the same graph` {
  @Test(arguments: [nil] + Layout.allCases.map(Optional.some))
  func `has the same bytes twenty times, in whatever order its parts come`(
    _ layout: Layout?
  ) throws {
    var shuffled = SampleDiagrams.world
    shuffled.nodes.reverse()
    shuffled.edges.reverse()
    shuffled.groups.reverse()
    // In processes of their own, as users have them: in one, fdp and circo depend on what was before.
    let renderer = DiagramRenderer(graphviz: RenderProcess(executable: program))
    let first = try renderer.render(.network(SampleDiagrams.world), as: .svg, layout: layout)
    for _ in 0..<20 {
      #expect(try renderer.render(.network(shuffled), as: .svg, layout: layout) == first)
    }
  }

  @Test func `of time or of one meeting has the same bytes twenty times`() throws {
    let renderer = DiagramRenderer(graphviz: RenderProcess(executable: program))
    for diagram in [Diagram.timeline(SampleDiagrams.timeline), .card(SampleDiagrams.card)] {
      let first = try renderer.render(diagram, as: .svg)
      for _ in 0..<20 { #expect(try renderer.render(diagram, as: .svg) == first) }
    }
  }
}

/// The program beside the tests, which lays out graphs in processes of its own.
private let program =
  CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false).dropLast()
  .joined(separator: "/") + "/memcon"
