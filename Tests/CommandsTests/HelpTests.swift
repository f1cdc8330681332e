import Arguments
import Testing

@testable import Commands

struct `Help` {
  static let visible = commands.map { $0.syntax }.filter { !$0.isHidden }

  @Test func `gives an overview`() throws {
    let run = Run("--help")
    #expect(run.status == .done)
    try expectSnapshot(run.output, at: "Tests/CommandsTests/Snapshots/help.txt")
  }

  @Test(arguments: visible.map(\.name))
  func `of each command is as recorded`(_ name: String) throws {
    let run = Run(name, "--help")
    #expect(run.status == .done)
    #expect(run.error.isEmpty)
    try expectSnapshot(run.output, at: "Tests/CommandsTests/Snapshots/help-\(name).txt")
  }

  @Test(arguments: visible.map(\.name))
  func `of each command begins with examples of it`(_ name: String) throws {
    let syntax = try #require(Self.visible.first { $0.name == name })
    #expect(syntax.examples.contains { $0.line.contains("memcon \(name)") })
  }

  @Test func `is what Docs/CommandLine.md shows`() throws {
    var page = """
      # The command line

      What `memcon --help` and `memcon help COMMAND` print. This page is made from the program;
      a test keeps it so, and `RECORD_SNAPSHOTS=1 swift test --filter CommandsTests` writes it.

      Results go to standard output, all else to standard error. Quotes come with the offsets in
      the article where they start and end, in Unicode scalars from zero, so that
      `substr(article.text, start + 1, length(quote))` finds them again. In CSV and TSV a text that
      a spreadsheet would take for a formula (one that starts with `=`, `+`, `-`, `@`, a tab or a
      line break) gets an apostrophe in front; numbers stay numbers.

      ```text
      \(program.overview)```

      """
    for command in Self.visible {
      page += "\n## memcon \(command.name)\n\n```text\n\(command.help(in: program))```\n"
    }
    try expectSnapshot(page, at: "Docs/CommandLine.md")
  }

  @Test func `tells the version`() {
    #expect(Run("--version").output == "memcon \(program.version)\n")
  }
}
