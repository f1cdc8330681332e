#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import TestSupport
import Testing

@testable import Commands

struct `The shell on a terminal` {
  private static let tab = "\t"
  private static let enter = "\r"
  private static let up = "\u{1B}[A"
  private static let home = "\u{1B}[H"
  private static let leave = "\u{04}"

  @Test func `completes, goes over several lines, and recalls what was typed`() throws {
    let graph = try SampleGraph.washington()
    let keys = [
      "MATCH (p:Pers", Self.tab, " {name: 'Winston Pe", Self.tab, "'})", Self.enter,
      "RET", Self.tab, " p.id AS whom;", Self.enter, Self.up, Self.enter, Self.leave,
    ]
    let screen = try Terminal(home: graph.folder.path(""))
      .run(Run.executable, ["--graph", graph.path, "shell", "--format", "csv"], keys.joined())
    #expect(screen.contains("(p:Person {name: 'Winston Peters'})"))
    #expect(screen.ranges(of: "whom\r\nwinston-peters").count == 2, "\(screen)")
    let history = String(
      decoding: try graph.folder.bytes(of: ".memcon_history"), as: UTF8.self)
    #expect(history == "MATCH (p:Person {name: 'Winston Peters'}) RETURN p.id AS whom;\n")
  }

  @Test func `gives a query up at Control-C, whatever lines it has`() throws {
    let graph = try SampleGraph.washington()
    let keys = [
      "MATCH (p:Person)", Self.enter, "RETURN nothing\u{03}", ".mode jsonl", Self.enter,
      "RETURN 7 AS seven;", Self.enter, Self.up, Self.up, Self.up, Self.enter, Self.leave,
    ]
    let screen = try Terminal(home: graph.folder.path(""))
      .run(Run.executable, ["--graph", graph.path, "shell", "--format", "csv"], keys.joined())
    #expect(screen.contains("{\"seven\":7}") && !screen.contains("error"), "\(screen)")
    let history = String(
      decoding: try graph.folder.bytes(of: ".memcon_history"), as: UTF8.self)
    #expect(history == ".mode jsonl\nRETURN 7 AS seven;\n.mode jsonl\n")
  }

  @Test func `keeps the lines of a query with a comment apart`() throws {
    let graph = try SampleGraph.washington()
    let keys = ["RETURN 1 // one", Self.enter, " AS one;", Self.enter, Self.leave]
    _ = try Terminal(home: graph.folder.path(""))
      .run(Run.executable, ["--graph", graph.path, "shell", "--format", "csv"], keys.joined())
    let history = String(
      decoding: try graph.folder.bytes(of: ".memcon_history"), as: UTF8.self)
    #expect(history == "RETURN 1 // one\n AS one;\n")
  }

  @Test func `edits within a line`() throws {
    let graph = try SampleGraph.washington()
    let keys = ["URN 1 AS one;x", "\u{7F}", Self.home, "RET", Self.enter, "gone\u{03}", Self.leave]
    let screen = try Terminal(home: graph.folder.path(""))
      .run(Run.executable, ["--graph", graph.path, "shell", "--format", "csv"], keys.joined())
    #expect(screen.contains("one\r\n1\r\n") && screen.contains("gone^C"), "\(screen)")
  }
}

/// A pseudo-terminal on which a program is run.
///
/// Keys are passed on as they are from the start, since they are typed before the program asks for that.
private struct Terminal {
  let home: String

  struct Failure: Error { let call: String }

  /// What the program wrote until it ended.
  func run(_ program: String, _ arguments: [String], _ keys: String) throws -> String {
    let (control, name) = try Terminal.pair()
    let screen = open(name, O_RDWR | O_NOCTTY)
    guard screen >= 0 else { throw Failure(call: "open") }
    var settings = termios()
    tcgetattr(screen, &settings)
    cfmakeraw(&settings)
    tcsetattr(screen, TCSANOW, &settings)

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_adddup2(&actions, screen, descriptor)
    }
    var child = pid_t()
    let words = ([program] + arguments).map { strdup($0) } + [nil]
    let environment = [strdup("HOME=\(home)"), strdup("TERM=xterm"), nil]
    defer { for text in words + environment { free(text) } }
    guard posix_spawn(&child, program, &actions, nil, words, environment) == 0 else {
      throw Failure(call: "posix_spawn")
    }
    close(screen)
    let bytes = Array(keys.utf8)
    guard write(control, bytes, bytes.count) == bytes.count else { throw Failure(call: "write") }
    var written: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(control, &chunk, chunk.count)
      if count <= 0 { break }
      written += chunk[..<count]
    }
    close(control)
    var status: Int32 = 0
    waitpid(child, &status, 0)
    return String(decoding: written, as: UTF8.self)
  }

  /// The side of a new terminal on which keys are typed, and the path of the other.
  private static func pair() throws -> (control: Int32, name: String) {
    #if canImport(Glibc)
      // Swift's Glibc leaves out posix_openpt.
      let control = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var (number, isLocked): (Int32, Int32) = (0, 0)
      let (unlock, tellNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
      guard control >= 0, ioctl(control, unlock, &isLocked) == 0,
        ioctl(control, tellNumber, &number) == 0
      else { throw Failure(call: "ptmx") }
      return (control, "/dev/pts/\(number)")
    #else
      let control = posix_openpt(O_RDWR | O_NOCTTY)
      guard control >= 0, grantpt(control) == 0, unlockpt(control) == 0,
        let name = ptsname(control)
      else { throw Failure(call: "posix_openpt") }
      return (control, String(cString: name))
    #endif
  }
}
