import Arguments

/// The commands, in the order that help lists them.
let commands: [any Command.Type] = [
  IngestCommand.self, WatchCommand.self, ExtractCommand.self, WhoMetCommand.self,
  MeetingsCommand.self,
  PersonCommand.self, WhyCommand.self, HistoryCommand.self, AnnouncedCommand.self,
  SidelinesCommand.self, CourierCommand.self, QueryCommand.self, ShellCommand.self,
  RenderCommand.self, VerifyCommand.self, StatsCommand.self, CandidatesCommand.self,
  AcceptCommand.self, RejectCommand.self,
  MergeCommand.self, SplitCommand.self, RenameCommand.self, ImportCommand.self,
  DecisionsCommand.self, UndoCommand.self, ForgetCommand.self, RebuildCommand.self,
  ExportCommand.self,
]

/// A thing memcon does: what it understands, the values it was given, and the doing.
protocol Command: SendableMetatype {
  /// What can be typed after its name.
  static var syntax: CommandSyntax { get }

  /// Reads its values; throws a message that points at a wrong one.
  init(_ arguments: ParsedArguments) throws

  /// Does it. Throws what stops it; the message is printed by the caller.
  func run(on console: Console) throws -> ExitStatus
}

/// The whole command line as a table.
let program = ProgramSyntax(
  "memcon", summary: "Keep a graph of who met whom, from articles about diplomacy",
  version: "0.1.0", commands: commands.map { $0.syntax }, options: GlobalOptions.all,
  exitStatuses: ExitStatus.allCases.map { (Int($0.rawValue), $0.meaning) })

/// The options that every command understands.
enum GlobalOptions {
  static let graph = Option<String>(
    "graph", "FILE", "The graph to work on. Else $MEMCON_GRAPH, else memcon.sqlite here.")
  static let quiet = Flag("quiet", letter: "q", "Print no counts and no progress.")
  static let color = Option<ColorChoice>(
    "color", "WHEN", "Whether to use colour. The variable NO_COLOR turns it off, too.")

  static let all = [graph.syntax, quiet.syntax, color.syntax]
}

/// When to use colour.
enum ColorChoice: String, CaseIterable, ArgumentValue {
  /// On a terminal, unless the environment says no.
  case auto
  case always
  case never
}

/// The environment variables that memcon reads.
public let environmentVariables = ["HOME", "MEMCON_GRAPH", "NO_COLOR", "TERM"]
