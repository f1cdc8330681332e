import Diagnostics
import Processes

#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  import Darwin
#endif

/// A program that was run to its end: what it printed and what it took.
struct ChildRun {
  let output: [UInt8]
  /// Seconds on the wall from the start to the end.
  let seconds: Double
  /// Seconds of processor time.
  let processorSeconds: Double
  /// The most memory held at once, in bytes. The system counts this process's memory at the time
  /// of the start in, so large children are to be run before this process has grown.
  let peakMemory: Int
  /// How it ended.
  let end: ChildProcess.End

  /// Runs `program`, looked up on the path where it has no slash, with this process's environment
  /// and an empty input. What it says on standard error is said there when it has ended.
  ///
  /// - Throws: a diagnostic where it cannot be started.
  init(_ program: String, _ arguments: [String]) throws(Diagnostic) {
    let clock = ContinuousClock()
    let start = clock.now
    do {
      var child = try ChildProcess(program, arguments: arguments)
      end = child.exchange(input: [], seconds: .infinity, limit: .max)
      let elapsed = (clock.now - start).components
      seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
      output = child.output
      processorSeconds = child.usage.processorSeconds
      peakMemory = child.usage.peakMemory
      fwrite(child.messages, 1, child.messages.count, stderr)
    } catch {
      throw Diagnostic("\(error.path) cannot be started: \(error.reason)")
    }
  }

  /// Whether it ended with status 0.
  var isSuccess: Bool { if case .exited(0) = end { true } else { false } }

  /// This run, if it succeeded.
  ///
  /// - Throws: a diagnostic where it did not.
  func succeeded() throws(Diagnostic) -> ChildRun {
    if isSuccess { return self }
    throw Diagnostic("a program that is measured failed: \(ending)")
  }

  /// How it ended, in words.
  var ending: String {
    switch end {
    case .exited(let status): "status \(status)"
    case .signalled(SIGALRM), .tookTooLong: "hung"
    case .signalled(SIGILL), .signalled(SIGTRAP): "trapped"
    case .signalled(let signal): "ended by signal \(signal)"
    case .saidTooMuch: "said too much"
    }
  }
}
