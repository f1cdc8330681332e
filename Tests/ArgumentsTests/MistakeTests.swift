import Diagnostics
import Testing

@testable import Arguments

/// A wrong command line and the message it gets.
struct Mistake: CustomTestStringConvertible {
  let words: [String]
  let message: String
  var testDescription: String { words.joined(separator: " ") }

  init(_ words: String..., message: String) {
    self.words = words
    self.message = message
  }

  static let all = [
    Mistake(
      "helo", "Ann",
      message: """
        error: no command is called 'helo'
         --> command line:1:7
          |
        1 | greet helo Ann
          |       ^^^^ not a command
          = help: did you mean hello?
        """),
    Mistake(
      "dance",
      message: """
        error: no command is called 'dance'
         --> command line:1:7
          |
        1 | greet dance
          |       ^^^^^ not a command
          = help: the commands are hello, read
        """),
    Mistake(
      message: """
        error: no command is given
          = help: begin with: greet hello Lima
          = help: see every command: greet --help
        """),
    Mistake(
      "hello", "Ann", "--laud",
      message: """
        error: hello has no option --laud
         --> command line:1:17
          |
        1 | greet hello Ann --laud
          |                 ^^^^^^ not an option
          = help: did you mean --loud?
        """),
    Mistake(
      "--loud", "hello", "Ann",
      message: """
        error: greet has no option --loud
         --> command line:1:7
          |
        1 | greet --loud hello Ann
          |       ^^^^^^ not an option
          = help: options of a command stand after its name
        """),
    Mistake(
      "hello", "Ann", "--zzzzzz",
      message: """
        error: hello has no option --zzzzzz
         --> command line:1:17
          |
        1 | greet hello Ann --zzzzzz
          |                 ^^^^^^^^ not an option
          = help: see its options: greet hello --help
        """),
    Mistake(
      "hello", "Ann", "--on",
      message: """
        error: --on needs a value
         --> command line:1:17
          |
        1 | greet hello Ann --on
          |                 ^^^^ expected DAY after it
        """),
    Mistake(
      "hello", "--on", "--loud", "Ann",
      message: """
        error: --on needs a value
         --> command line:1:13
          |
        1 | greet hello --on --loud Ann
          |             ^^^^ expected DAY after it
          = help: a value that starts with a hyphen is written --on=--loud
        """),
    Mistake(
      "hello", "Ann", "--on", "mondai",
      message: """
        error: --on cannot be 'mondai'
         --> command line:1:22
          |
        1 | greet hello Ann --on mondai
          |                      ^^^^^^ expected one of monday, tuesday
          = help: did you mean monday?
        """),
    Mistake(
      "hello", "Ann", "--on=friday",
      message: """
        error: --on cannot be 'friday'
         --> command line:1:22
          |
        1 | greet hello Ann --on=friday
          |                      ^^^^^^ expected one of monday, tuesday
        """),
    Mistake(
      "hello", "Ann", "--set", "plain",
      message: """
        error: --set cannot be 'plain'
         --> command line:1:23
          |
        1 | greet hello Ann --set plain
          |                       ^^^^^ expected a name and a value as name=value
        """),
    Mistake(
      "hello", "Ann", "--on=monday", "-o", "tuesday",
      message: """
        error: --on is given twice
         --> command line:1:29
          |
        1 | greet hello Ann --on=monday -o tuesday
          |                             ^^ the second
          = help: leave one of them out
        """),
    Mistake(
      "hello", "Ann", "--loud=yes",
      message: """
        error: --loud takes no value
         --> command line:1:24
          |
        1 | greet hello Ann --loud=yes
          |                        ^^^ not expected
          = help: write --loud alone
        """),
    Mistake(
      "hello",
      message: """
        error: hello needs NAME
         --> command line:1:12
          |
        1 | greet hello
          |            ^ missing: NAME
          = help: usage: greet hello NAME [options]
        """),
    Mistake(
      "hello", "Winston Peters", "Ann",
      message: """
        error: hello takes no 'Ann'
         --> command line:1:30
          |
        1 | greet hello 'Winston Peters' Ann
          |                              ^^^ one too many
          = help: usage: greet hello NAME [options]
          = help: one value of several words stands in quotes: 'Winston Peters Ann'
        """),
    Mistake(
      "hello", "it's\u{1B}[31m", "--on", "x",
      message: """
        error: --on cannot be 'x'
         --> command line:1:33
          |
        1 | greet hello 'it'\\''s\\u{1B}[31m' --on x
          |                                      ^ expected one of monday, tuesday
        """),
  ]
}

struct `A wrong command line` {
  @Test(arguments: Mistake.all)
  func `gets a message that points at the mistake`(_ mistake: Mistake) throws {
    let diagnostic = try #require(throws: Diagnostic.self) {
      guard case .run(_, let arguments) = try Fixture.program.parse(mistake.words) else { return }
      _ = try arguments.value(of: Fixture.on)
      _ = try arguments.values(of: Fixture.set)
    }
    #expect(diagnostic.rendered == mistake.message)
  }
}
