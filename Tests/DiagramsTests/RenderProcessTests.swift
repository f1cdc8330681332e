import Diagrams
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct `A layout process` {
  @Test func `that is not there is named`() {
    let error = #expect(throws: DiagramError.self) { try run("/nonexistent/memcon") }
    #expect(error == .notStarted(path: "/nonexistent/memcon", reason: "No such file or directory"))
  }

  @Test func `hands back what it writes, however much it is given and writes`() throws {
    let dot = String(repeating: "graph {} ", count: 100_000)
    let bytes = try run(program("hands-back"), dot: dot)
    #expect(bytes == Array(dot.utf8))
  }

  @Test func `is told what to do by its arguments`() throws {
    let bytes = try run(program("tells-arguments"))
    #expect(String(decoding: bytes, as: UTF8.self) == "__layout dot svg\n")
  }

  @Test func `that fails is quoted`() throws {
    let path = program("fails")
    #expect(throws: DiagramError.failed(status: 2, "no such layout")) { try run(path) }
  }

  @Test func `that dies leaves its caller alive`() throws {
    let path = program("dies")
    #expect(throws: DiagramError.crashed(signal: SIGSEGV, "dying")) { try run(path) }
  }

  @Test func `that hangs is ended`() throws {
    for name in ["hangs", "hangs-silently"] {
      let path = program(name)
      #expect(throws: DiagramError.deadlineExceeded(seconds: 0.2)) { try run(path, deadline: 0.2) }
    }
  }

  @Test func `that doesn't read its input does no harm`() throws {
    let dot = String(repeating: "graph {} ", count: 1_000_000)
    #expect(try run(program("reads-nothing"), dot: dot) == Array("done\n".utf8))
  }

  @Test func `whose layout is nonsense is not believed`() throws {
    let renderer = DiagramRenderer(graphviz: RenderProcess(executable: program("talks-nonsense")))
    #expect(throws: DiagramError.unreadableLayout("node x y")) {
      try renderer.render(.network(SampleDiagrams.washington), as: .svg)
    }
    let silent = DiagramRenderer(graphviz: RenderProcess(executable: program("says-nothing")))
    #expect(throws: DiagramError.unreadableLayout("no place for marco-rubio")) {
      try silent.render(.network(SampleDiagrams.washington), as: .svg)
    }
  }

  @Test func `ends with an error when its arguments are wrong`() async {
    await #expect(processExitsWith: .exitCode(2)) { exit(runLayoutChild(arguments: ["dot"])) }
  }

  private func run(
    _ path: String, dot: String = "graph {}", deadline: Double = 30
  ) throws -> [UInt8] {
    try RenderProcess(executable: path, deadline: deadline)
      .run(dot: dot, engine: "dot", format: "svg")
  }

  /// A program that stands in for memcon.
  ///
  /// They are files of the source tree, since a program that was just written can't be started
  /// while another test forks: the child holds it open for writing for a moment.
  private func program(_ name: String) -> String {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    return "/\(folder)/Fixtures/\(name)"
  }
}
