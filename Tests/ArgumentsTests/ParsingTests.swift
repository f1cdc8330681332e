import Diagnostics
import Testing

@testable import Arguments

/// A small program of its own, so that these tests do not change with memcon's commands.
enum Weekday: String, CaseIterable, ArgumentValue {
  case monday, tuesday
}

enum Fixture {
  static let on = Option<Weekday>("on", letter: "o", "DAY", "The day.")
  static let set = Option<Assignment>("set", "K=V", "A setting.", isRepeatable: true)
  static let loud = Flag("loud", "Say it loudly.")
  static let who = Operand("NAME", "Whom to greet.")
  static let also = Operand("NAME", "Whom else.", count: .zeroOrOne)
  static let files = Operand("FILE", "What to read.", count: .oneOrMore)
  static let graph = Option<String>("graph", "FILE", "The file.")

  static let program = ProgramSyntax(
    "greet", summary: "Greet people", version: "1.2",
    commands: [
      CommandSyntax(
        "hello", summary: "Say hello", examples: [.init("greet hello Lima", "greets Lima")],
        discussion: "A greeting is short.", operands: [who.syntax],
        options: [on.syntax, set.syntax, loud.syntax]),
      CommandSyntax("read", summary: "Read files", operands: [files.syntax]),
      CommandSyntax("__inner", summary: "For programs", isHidden: true),
    ],
    options: [graph.syntax], exitStatuses: [(0, "Done.")])

  static func run(_ line: String) throws -> ParsedArguments {
    let words = line.split(separator: " ").map(String.init)
    guard case .run(_, let arguments) = try program.parse(words) else {
      throw Diagnostic("'\(line)' runs no command")
    }
    return arguments
  }
}

struct `A command line` {
  @Test(arguments: ["hello Ann --on monday", "hello --on=monday Ann", "hello -o monday Ann"])
  func `takes an option's value after a space or an equals sign`(_ line: String) throws {
    let arguments = try Fixture.run(line)
    #expect(try arguments.value(of: Fixture.on) == .monday)
    #expect(arguments.value(of: Fixture.who) == "Ann")
  }

  @Test func `collects a repeatable option in the order given`() throws {
    let arguments = try Fixture.run("hello Ann --set a=1 --set b==2")
    let settings = try arguments.values(of: Fixture.set)
    #expect(settings.map(\.name) == ["a", "b"])
    #expect(settings.map(\.value) == ["1", "=2"])
  }

  @Test func `takes every word after two hyphens for an operand`() throws {
    let arguments = try Fixture.run("read -- --on -x")
    #expect(arguments.values(of: Fixture.files) == ["--on", "-x"])
  }

  @Test func `takes a single hyphen for a value`() throws {
    #expect(try Fixture.run("read - a").values(of: Fixture.files) == ["-", "a"])
  }

  @Test(arguments: ["--graph g hello Ann", "hello --graph g Ann", "hello Ann --graph=g"])
  func `has the program's options anywhere`(_ line: String) throws {
    #expect(try Fixture.run(line).value(of: Fixture.graph) == "g")
  }

  @Test func `tells a given flag from one left out`() throws {
    #expect(try Fixture.run("hello Ann --loud").contains(Fixture.loud))
    #expect(try !Fixture.run("hello Ann").contains(Fixture.loud))
  }

  @Test(arguments: ["--help", "-h", "help"])
  func `asks for the overview`(_ word: String) throws {
    guard case .help(nil) = try Fixture.program.parse([word]) else {
      Issue.record("no overview for \(word)")
      return
    }
  }

  @Test(arguments: [["help", "hello"], ["hello", "--help"], ["hello", "Ann", "-h"]])
  func `asks for a command's help, complete or not`(_ words: [String]) throws {
    guard case .help(let command?) = try Fixture.program.parse(words) else {
      Issue.record("no help for \(words)")
      return
    }
    #expect(command.name == "hello")
  }

  @Test(arguments: [["--version"], ["hello", "--version"]])
  func `asks for the version`(_ words: [String]) throws {
    guard case .version = try Fixture.program.parse(words) else {
      Issue.record("no version for \(words)")
      return
    }
  }
}
