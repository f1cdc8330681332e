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
    let bytes = try run(try script("cat"), dot: dot)
    #expect(bytes == Array(dot.utf8))
  }

  @Test func `is told what to do by its arguments`() throws {
    let bytes = try run(try script(#"cat >/dev/null; echo "$@""#))
    #expect(String(decoding: bytes, as: UTF8.self) == "__layout dot svg\n")
  }

  @Test func `that fails is quoted`() throws {
    let path = try script("echo 'no such layout' >&2; exit 2")
    #expect(throws: DiagramError.failed(status: 2, "no such layout")) { try run(path) }
  }

  @Test func `that dies leaves its caller alive`() throws {
    let path = try script("echo dying >&2; kill -SEGV $$")
    #expect(throws: DiagramError.crashed(signal: SIGSEGV, "dying")) { try run(path) }
  }

  @Test func `that hangs is ended`() throws {
    for body in ["exec sleep 600", "exec >&- 2>&-; exec sleep 600"] {
      let path = try script(body)
      #expect(throws: DiagramError.deadlineExceeded(seconds: 0.2)) { try run(path, deadline: 0.2) }
    }
  }

  @Test func `that doesn't read its input does no harm`() throws {
    let dot = String(repeating: "graph {} ", count: 1_000_000)
    #expect(try run(try script("echo done"), dot: dot) == Array("done\n".utf8))
  }

  @Test func `whose layout is nonsense is not believed`() throws {
    let renderer = DiagramRenderer(graphviz: RenderProcess(executable: try script("echo node x y")))
    #expect(throws: DiagramError.unreadableLayout("node x y")) {
      try renderer.render(SampleDiagrams.washington, as: .svg)
    }
    let silent = DiagramRenderer(graphviz: RenderProcess(executable: try script("exit 0")))
    #expect(throws: DiagramError.unreadableLayout("no place for marco-rubio")) {
      try silent.render(SampleDiagrams.washington, as: .svg)
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
  private func script(_ body: String) throws -> String {
    var template = Array("/tmp/memcon-test-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    let path = folder + "/memcon"
    let file = try #require(fopen(path, "we"))
    fputs("#!/bin/sh\n\(body)\n", file)
    fclose(file)
    try #require(chmod(path, 0o700) == 0)
    return path
  }
}
