import Processes
#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  import Darwin
#endif

/// Graphviz in a process of its own, which may hang, crash or run out of memory alone.
///
/// The process is `executable __layout ENGINE FORMAT`, which must end in `runLayoutChild`: most
/// often it is the running program once more. It costs about 15 ms. Many may run at a time.
public struct RenderProcess: Graphviz, Sendable {
  /// The path of the program.
  public var executable: String
  /// How long a layout may take, in seconds; then it is ended.
  public var deadline: Double

  /// No picture is larger, in bytes.
  static let largestPicture = 256_000_000

  /// Graphviz in processes of the program at `executable`.
  public init(executable: String, deadline: Double = 30) {
    self.executable = executable
    self.deadline = deadline
  }

  /// Lays out a graph in DOT with an engine and writes it in a format.
  ///
  /// - Throws: `DiagramError.notStarted`, `deadlineExceeded`, `crashed`, `failed` or `tooLarge`.
  public func run(
    dot: String, engine: String, format: String
  ) throws(DiagramError) -> [UInt8] {
    var child: ChildProcess
    do {
      child = try ChildProcess(executable, arguments: ["__layout", engine, format])
    } catch {
      throw .notStarted(path: error.path, reason: error.reason)
    }
    let end = child.exchange(
      input: Array(dot.utf8), seconds: deadline, limit: RenderProcess.largestPicture)
    let words = oneLine(String(decoding: child.messages, as: UTF8.self))
    switch end {
    case .exited(0): return child.output
    case .exited(let status): throw .failed(status: status, words)
    case .signalled(let signal): throw .crashed(signal: signal, words)
    case .tookTooLong: throw .deadlineExceeded(seconds: deadline)
    case .saidTooMuch: throw .tooLarge(limit: RenderProcess.largestPicture)
    }
  }
}
