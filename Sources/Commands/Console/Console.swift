import Arguments
import Diagnostics

/// What a command talks to: results go to standard output, all else to standard error.
final class Console {
  let input: ByteSource
  /// The path of memcon itself.
  let executable: String
  /// Whether the user asked to stop.
  let interruption: Interruption
  private let output: ByteSink
  private let error: ByteSink
  private let environment: [String: String]
  private var pending: [UInt8] = []
  private var graphOption: String?
  private var isQuiet = false
  private var color = ColorChoice.auto

  /// Whether nothing else runs in this process; beside a test others do.
  let ownsProcess: Bool

  init(
    environment: [String: String], executable: String, interruption: Interruption,
    input: ByteSource, output: ByteSink, error: ByteSink, ownsProcess: Bool
  ) {
    self.environment = environment
    self.executable = executable
    self.interruption = interruption
    self.input = input
    self.output = output
    self.error = error
    self.ownsProcess = ownsProcess
  }

  /// Takes over what the options of every command say.
  func configure(with arguments: ParsedArguments) throws(Diagnostic) {
    color = try arguments.value(of: GlobalOptions.color) ?? .auto
    isQuiet = arguments.contains(GlobalOptions.quiet)
    graphOption = try arguments.value(of: GlobalOptions.graph)
  }

  /// The path of the graph to work on.
  var graphPath: String {
    if let graphOption { return graphOption }
    if let path = environment["MEMCON_GRAPH"], !path.isEmpty { return path }
    return "memcon.sqlite"
  }

  /// The value of an environment variable, if it is set and not empty.
  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The width results should fit; nil where they go to a program.
  var columns: Int? { output.columns }

  /// How results are emphasised.
  var style: TerminalStyle { style(of: output) }

  private func style(of sink: ByteSink) -> TerminalStyle {
    switch color {
    case .always: TerminalStyle(isOn: true)
    case .never: TerminalStyle(isOn: false)
    case .auto:
      TerminalStyle(
        isOn: sink.columns != nil && environment["NO_COLOR", default: ""].isEmpty
          && environment["TERM"] != "dumb")
    }
  }
}

extension Console {
  /// What the system calls whoever runs memcon.
  var userName: String { environment["USER"].flatMap { $0.isEmpty ? nil : $0 } ?? "unknown" }
}

// MARK: - Results

extension Console {
  /// Prints a piece of the result.
  func print(_ text: String) throws(WriteFailure) { try print(bytes: text.utf8) }

  /// Prints a piece of the result that is no text: a picture.
  func print(bytes: some Sequence<UInt8>) throws(WriteFailure) {
    pending.append(contentsOf: bytes)
    if pending.count > 1 << 16 { try flush() }
  }

  /// Writes what was printed.
  func flush() throws(WriteFailure) {
    defer { pending = [] }
    guard !pending.isEmpty else { return }
    do {
      try output.write(pending)
    } catch let failure as WriteFailure {
      throw failure
    } catch {
      throw WriteFailure.refused(reason: "\(error)")
    }
  }
}

// MARK: - All else

extension Console {
  /// Prints a line about the work to standard error, unless the user wants none.
  func note(_ line: String) {
    if !isQuiet { write("\(line)\n", to: error) }
  }

  /// Shows how far the work is: on a terminal only, each time over the last.
  func progress(_ line: String) {
    guard let columns = error.columns, !isQuiet else { return }
    write("\r\u{1B}[K\(wrapped(printable(line), to: columns - 1)[0])", to: error)
  }

  /// Whether there is a line of progress to be seen.
  var showsProgress: Bool { error.columns != nil && !isQuiet }

  /// Takes away the line of progress.
  func endProgress() {
    if error.columns != nil, !isQuiet { write("\r\u{1B}[K", to: error) }
  }

  /// Prints what went wrong.
  func report(_ failure: any Error) {
    let text = diagnostics(of: failure).map { diagnostic in
      let severity = diagnostic.severity.rawValue + ":"
      return style(of: error).emphasis(severity, as: .alarm)
        + diagnostic.rendered.dropFirst(severity.count)
    }
    write(text.joined(separator: "\n\n") + "\n", to: error)
  }

  /// Standard error is the last resort: where it cannot be written, nobody can be told.
  private func write(_ text: String, to sink: ByteSink) { try? sink.write(Array(text.utf8)) }
}

/// What `failure` says, as messages.
func diagnostics(of failure: any Error) -> [Diagnostic] {
  switch failure {
  case let diagnostic as Diagnostic: [diagnostic]
  case let list as DiagnosticList: list.diagnostics
  case WriteFailure.refused(let reason):
    [
      Diagnostic(
        "the result cannot be written: \(reason)",
        help: ["see that the disk has room, or write elsewhere"])
    ]
  case let failure as ReadFailure: [Diagnostic("standard input cannot be read: \(failure.reason)")]
  default: [Diagnostic("\(failure)")]
  }
}
