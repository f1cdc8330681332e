#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  import Darwin
#endif

/// A program that is given bytes and answers with bytes, or is ended.
public struct ChildProcess {
  /// How a process ended.
  public enum End: Sendable {
    /// By itself, with this status.
    case exited(Int32)
    /// By this signal.
    case signalled(Int32)
    /// It was ended because its time was over.
    case tookTooLong
    /// It was ended because it wrote more than it may.
    case saidTooMuch
  }

  /// What a process took, as the system tells it when it has ended.
  public struct Usage: Hashable, Sendable {
    /// Seconds of processor time, with those of its own children.
    public internal(set) var processorSeconds = 0.0
    /// The most memory held at once, in bytes. The memory of the process that started it counts in,
    /// as it was at that time.
    public internal(set) var peakMemory = 0
  }

  /// Why a process could not be started.
  public struct NotStarted: Error, Hashable, Sendable {
    /// The program.
    public let path: String
    /// What the system says.
    public let reason: String
  }

  /// What it wrote to standard output so far.
  public private(set) var output: [UInt8] = []
  /// What it wrote to standard error so far.
  public private(set) var messages: [UInt8] = []

  /// What it took; nothing before its end.
  public private(set) var usage = Usage()

  private let id: pid_t
  private var input: Int32
  private var outputs: Int32
  private var errors: Int32

  /// Starts a program with its three standard files joined to this process.
  ///
  /// They are sockets: writing to a program that is gone then fails with an error, where a pipe
  /// would end this process with a signal.
  /// A `path` without a slash is looked up in the folders of `PATH`.
  public init(_ path: String, arguments: [String]) throws(NotStarted) {
    var ends: [(own: Int32, child: Int32)] = []
    defer { for end in ends { close(end.child) } }
    for _ in 0..<3 {
      guard let pair = ChildProcess.socketPair() else {
        for end in ends { close(end.own) }
        throw NotStarted(path: path, reason: String(cString: strerror(errno)))
      }
      ends.append(pair)
    }
    let (id, failure) = ChildProcess.spawn(path, arguments, files: ends.map(\.child))
    guard failure == 0 else {
      for end in ends { close(end.own) }
      throw NotStarted(path: path, reason: String(cString: strerror(failure)))
    }
    self.id = id
    (input, outputs, errors) = (ends[0].own, ends[1].own, ends[2].own)
  }

  /// Writes `bytes` and reads until the program ends, `seconds` are over or `limit` bytes came.
  /// Afterwards the program is gone in any case.
  public mutating func exchange(input bytes: [UInt8], seconds: Double, limit: Int) -> End {
    let end = now() + seconds
    var rest = bytes[...]
    while outputs >= 0 || errors >= 0 {
      let left = end - now()
      guard left > 0 else { return stop(.tookTooLong) }
      guard output.count + messages.count <= limit else { return stop(.saidTooMuch) }
      wait(for: left, hasInput: !rest.isEmpty)
      write(&rest)
      ChildProcess.read(&outputs, into: &output)
      ChildProcess.read(&errors, into: &messages)
    }
    return awaitExit(until: end)
  }
}

// MARK: - Files

extension ChildProcess {
  private func wait(for seconds: Double, hasInput: Bool) {
    var files = [
      pollfd(fd: hasInput ? input : -1, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: outputs, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
    ]
    poll(&files, nfds_t(files.count), Int32(min(seconds * 1000, 60_000).rounded(.up)))
  }

  private mutating func write(_ rest: inout ArraySlice<UInt8>) {
    while input >= 0, !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(input, $0.baseAddress, $0.count, noSignal) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return }
      rest = count < 0 ? [] : rest.dropFirst(count)
    }
    ChildProcess.shut(&input)
  }

  private static func read(_ file: inout Int32, into bytes: inout [UInt8]) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while file >= 0 {
      let count = recv(file, &buffer, buffer.count, 0)
      if count > 0 {
        bytes += buffer[..<count]
        return
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return }
      shut(&file)
    }
  }

  private static func shut(_ file: inout Int32) {
    if file >= 0 { close(file) }
    file = -1
  }

  private static func socketPair() -> (own: Int32, child: Int32)? {
    var pair: [Int32] = [-1, -1]
    #if canImport(Glibc)
      // At once, so that a process started meanwhile by another thread does not inherit them.
      let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
      guard socketpair(AF_UNIX, kind, 0, &pair) == 0 else { return nil }
    #else
      guard socketpair(AF_UNIX, SOCK_STREAM, 0, &pair) == 0 else { return nil }
      for file in pair { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
      var on: Int32 = 1
      setsockopt(pair[0], SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
    #endif
    _ = fcntl(pair[0], F_SETFL, O_NONBLOCK)
    return (pair[0], pair[1])
  }
}

#if canImport(Glibc)
  private let noSignal = Int32(MSG_NOSIGNAL)
#else
  private let noSignal: Int32 = 0
#endif

// MARK: - Start and end

extension ChildProcess {
  private static func spawn(
    _ path: String, _ arguments: [String], files: [Int32]
  ) -> (id: pid_t, failure: Int32) {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file, Int32(number))
    }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var id: pid_t = 0
    let failure = posix_spawnp(&id, path, &actions, nil, &words, environ)
    return (id, failure)
  }

  /// Waits for a program that closed its files; one that lives on is ended.
  private mutating func awaitExit(until end: Double) -> End {
    // Most are gone at once: only later is there time between two looks.
    var pause = 50.0
    while true {
      if let status = reap(WNOHANG) {
        ChildProcess.shut(&input)
        return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
      }
      guard now() < end else { return stop(.tookTooLong) }
      usleep(UInt32(pause))
      pause = min(pause * 1.2, 2000)
    }
  }

  private mutating func stop(_ end: End) -> End {
    kill(id, SIGKILL)
    _ = reap(0)
    for file in [input, outputs, errors] where file >= 0 { close(file) }
    (input, outputs, errors) = (-1, -1, -1)
    return end
  }

  /// The status of the process, if it has ended; without options it is waited for.
  private mutating func reap(_ options: Int32) -> Int32? {
    var status: Int32 = 0
    var taken = rusage()
    var ended = wait4(id, &status, options, &taken)
    while ended < 0, errno == EINTR { ended = wait4(id, &status, options, &taken) }
    guard ended == id else { return ended == 0 ? nil : 0 }
    usage.processorSeconds = taken.ru_utime.seconds + taken.ru_stime.seconds
    #if canImport(Glibc)
      usage.peakMemory = taken.ru_maxrss << 10
    #else
      usage.peakMemory = taken.ru_maxrss
    #endif
    return status
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}

/// Seconds on a clock that nobody sets.
private func now() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
