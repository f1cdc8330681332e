import Testing

@testable import Arguments

struct `Help` {
  @Test func `of a command is made from its table`() throws {
    let command = try #require(Fixture.program.command(named: "hello"))
    #expect(
      command.help(in: Fixture.program) == """
        Usage: greet hello NAME [options]

        Say hello.

        Examples:
          greet hello Lima
              greets Lima

        A greeting is short.

        Arguments:
          NAME  Whom to greet.

        Options:
          -o, --on DAY  The day. One of: monday, tuesday.
          --set K=V     A setting. May be given more than once.
          --loud        Say it loudly.

        Options of every command:
          --graph FILE  The file.
          -h, --help    Print this help.
          --version     Print the version.

        Exit status:
          0  Done.

        """)
  }

  @Test func `of the program lists its commands, but none for programs only`() {
    let overview = Fixture.program.overview
    #expect(overview.contains("  hello  Say hello.\n  read   Read files.\n"))
    #expect(!overview.contains("__inner"))
  }

  @Test func `is at most 80 columns wide`() {
    let long = String(repeating: "many words of help ", count: 12)
    let command = CommandSyntax(
      "long", summary: long, discussion: long,
      options: [Option<String>("option", "VALUE", long).syntax])
    let lines = command.help(in: Fixture.program).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 })
  }
}
