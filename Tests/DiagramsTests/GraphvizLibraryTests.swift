import Diagrams
import Foundation
import Testing

struct `Graphviz in this process` {
  /// In a process of its own, which alone would crash.
  @Test func `may be asked by many at once`() async {
    await #expect(processExitsWith: .success) {
      let layouts = [
        ("dot", "svg"), ("dot", "positions"), ("neato", "svg"), ("neato", "positions"),
      ]
      DispatchQueue.concurrentPerform(iterations: 200) { turn in
        let library = GraphvizLibrary()
        let (engine, format) = layouts[turn % layouts.count]
        let picture = try? library.run(
          dot: "graph { a [fontsize=9]; a -- b [weight=2] }", engine: engine, format: format)
        precondition(!library.version.isEmpty && picture?.isEmpty == false)
      }
    }
  }
}
