import Commands
import TestSupport
import Testing

struct `memcon merge` {
  @Test func `joins two people until it is undone`() throws {
    let graph = try SampleGraph.washington()
    let merged = graph.run(
      "merge", "Waltz", "--into", "Rubio", "--reason", "a test", "--author", "desk")
    #expect(merged.status == .done)
    #expect(merged.output == "Mike Waltz is counted as Marco Rubio: decision 1\n")
    #expect(graph.run("person", "Waltz").output.contains("Marco Rubio"))
    #expect(
      graph.run("decisions", "--format", "csv").output
        .contains("1,merge,mike-waltz,marco-rubio,,desk,"))
    #expect(graph.run("undo", "1").status == .done)
    #expect(graph.run("person", "Waltz").output.contains("Mike Waltz"))
    #expect(graph.run("decisions").status == .nothingFound)
  }

  @Test func `says what is missing`() throws {
    let graph = try SampleGraph.washington()
    #expect(graph.run("merge", "Waltz").status == .failed)
    #expect(graph.run("merge", "Waltz", "--into", "Waltz").status == .failed)
    #expect(graph.run("undo", "first").error.contains("no decision's number"))
    #expect(graph.run("undo", "3").error.contains("there is no decision 3"))
  }
}
