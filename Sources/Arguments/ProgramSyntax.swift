public import Diagnostics

/// A program with its commands and the options that all of them understand.
public struct ProgramSyntax: Sendable {
  /// What the program is called.
  public var name: String
  /// What it does, in one line without a full stop.
  public var summary: String
  /// What `--version` prints after the name.
  public var version: String
  /// The commands, in the order help lists them.
  public var commands: [CommandSyntax]
  /// The options that stand before or after any command's name.
  public var options: [OptionSyntax]
  /// What each exit status means, in the order help lists them.
  public var exitStatuses: [(status: Int, meaning: String)]

  /// A program's syntax. `--help`, `--version` and the command `help` need not be listed.
  public init(
    _ name: String, summary: String, version: String, commands: [CommandSyntax],
    options: [OptionSyntax], exitStatuses: [(status: Int, meaning: String)]
  ) {
    self.name = name
    self.summary = summary
    self.version = version
    self.commands = commands
    self.options = options + [Self.help.syntax, Self.version.syntax]
    self.exitStatuses = exitStatuses
  }

  static let help = Flag("help", letter: "h", "Print this help.")
  static let version = Flag("version", "Print the version.")

  /// What a command line asks for.
  public enum Request: Sendable {
    /// Run the command called so.
    case run(command: String, ParsedArguments)
    /// Print a page of help: of one command, or the overview for nil.
    case help(CommandSyntax?)
    /// Print the version.
    case version
  }

  /// Reads the arguments after the program's name.
  ///
  /// - Throws: a message that points into the command line and proposes what may be meant.
  public func parse(_ arguments: [String]) throws(Diagnostic) -> Request {
    var parser = ArgumentParser(program: self, arguments: arguments)
    return try parser.parse()
  }

  func command(named name: String) -> CommandSyntax? { commands.first { $0.name == name } }
}
