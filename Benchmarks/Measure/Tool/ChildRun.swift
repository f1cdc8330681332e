import Diagnostics

#if canImport(Glibc)
  import Glibc
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
  /// How it ended, as the system tells it: 0 for success.
  let status: Int32
  /// The most memory held at once, in bytes. The system counts this process's memory at the time
  /// of the start in, so large children are to be run before this process has grown.
  let peakMemory: Int

  /// Runs `program`, looked up on the path where it has no slash, with this process's environment.
  ///
  /// - Throws: a diagnostic where it cannot be started.
  init(_ program: String, _ arguments: [String]) throws(Diagnostic) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Diagnostic("no pipe: \(String(cString: strerror(errno)))") }
    let clock = ContinuousClock()
    let start = clock.now
    let child = ChildRun.start(program, arguments, output: ends)
    close(ends[1])
    defer { close(ends[0]) }
    guard let child else { throw Diagnostic("\(program) cannot be started") }
    output = ChildRun.contents(of: ends[0])
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    let elapsed = (clock.now - start).components
    seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
    processorSeconds = usage.ru_utime.seconds + usage.ru_stime.seconds
    #if canImport(Glibc)
      peakMemory = usage.ru_maxrss << 10
    #else
      peakMemory = usage.ru_maxrss
    #endif
    self.status = status
  }

  /// This run, if it succeeded.
  ///
  /// - Throws: a diagnostic where it did not.
  func succeeded() throws(Diagnostic) -> ChildRun {
    guard status == 0 else { throw Diagnostic("a program that is measured failed: \(ending)") }
    return self
  }

  /// How it ended, in words.
  var ending: String {
    switch status & 0x7F {
    case 0: "status \(status >> 8)"
    case SIGALRM: "hung"
    case SIGILL, SIGTRAP: "trapped"
    case let signal: "ended by signal \(signal)"
    }
  }

  private static func start(_ program: String, _ arguments: [String], output: [Int32]) -> pid_t? {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addclose(&actions, output[0])
    posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, output[1])
    var words = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    return posix_spawnp(&child, program, &actions, nil, &words, environ) == 0 ? child : nil
  }

  private static func contents(of descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}
