import Arguments
import Diagnostics

/// Runs memcon on `arguments`, the words after the program's name.
///
/// Everything it reads and writes comes and goes through the values it is given, so that a whole
/// run can be tested without a process. `environment` holds the variables that are set, of those
/// in `environmentVariables`; `executable` is the path of memcon itself, which lays out pictures
/// in a process of its own; `interruption` tells that the user asked to stop; `ownsProcess` says that nothing else runs
/// in this process.
///
/// - Returns: the status to exit with.
public func run(
  arguments: [String], environment: [String: String], executable: String,
  interruption: Interruption = Interruption { false }, input: ByteSource, output: ByteSink,
  error: ByteSink, ownsProcess: Bool = false
) -> ExitStatus {
  let console = Console(
    environment: environment, executable: executable, interruption: interruption, input: input,
    output: output, error: error, ownsProcess: ownsProcess)
  do {
    let status = try answer(arguments, on: console)
    try console.flush()
    return status
  } catch WriteFailure.closed {
    return .done
  } catch let nothing as NothingFound {
    try? console.flush()
    console.report(nothing.message)
    return .nothingFound
  } catch {
    try? console.flush()
    console.report(error)
    return .failed
  }
}

private func answer(_ arguments: [String], on console: Console) throws -> ExitStatus {
  switch try program.parse(arguments) {
  case .version:
    try console.print("\(program.name) \(program.version)\n")
  case .help(let command):
    try console.print(command?.help(in: program) ?? program.overview)
  case .run(let name, let parsed):
    try console.configure(with: parsed)
    if let command = commands.first(where: { $0.syntax.name == name }) {
      return try command.init(parsed).run(on: console)
    }
  }
  return .done
}

/// How a run ended, for scripts to test.
public enum ExitStatus: Int32, Sendable, CaseIterable {
  /// Done, or something was found.
  case done = 0
  /// All went well, and nothing was found.
  case nothingFound = 1
  /// Something went wrong; standard error says what.
  case failed = 2

  /// What the status means, for help.
  var meaning: String {
    switch self {
    case .done: "Done, or found."
    case .nothingFound: "Nothing was found."
    case .failed: "An error; standard error says what, where, and how to mend it."
    }
  }
}
