#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Synchronization

/// Whether the user asked to stop, by Control-C.
///
/// A command that can stop at a good place arms it, asks `isWanted` there, and disarms it; others are ended by the
/// system as ever. Asked a second time, it is the system's turn again: the process ends at once.
public struct Interruption: Sendable {
  private let arm: @Sendable () -> Void
  private let disarm: @Sendable () -> Void
  private let ask: @Sendable () -> Bool

  /// One that is told by `isWanted`, as tests do.
  public init(isWanted: @escaping @Sendable () -> Bool) {
    arm = {}
    disarm = {}
    ask = isWanted
  }

  private init(
    arm: @escaping @Sendable () -> Void, disarm: @escaping @Sendable () -> Void,
    ask: @escaping @Sendable () -> Bool
  ) {
    self.arm = arm
    self.disarm = disarm
    self.ask = ask
  }

  /// Whether to stop at the next good place.
  var isWanted: Bool { ask() }

  /// Runs `body`, in which Control-C only sets `isWanted`.
  func catching<Result>(_ body: () throws -> Result) rethrows -> Result {
    arm()
    defer { disarm() }
    return try body()
  }

  /// The signals that Control-C and `kill` send.
  static let ofProcess = Interruption(
    arm: {
      // What is within another already listens.
      guard depth.add(1, ordering: .relaxed).newValue == 1 else { return }
      wasAsked.store(false, ordering: .relaxed)
      for number in [SIGINT, SIGTERM] {
        signal(number) { number in
          wasAsked.store(true, ordering: .relaxed)
          signal(number, SIG_DFL)
        }
      }
    },
    disarm: {
      guard depth.subtract(1, ordering: .relaxed).newValue == 0 else { return }
      for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    },
    ask: { wasAsked.load(ordering: .relaxed) })
}

private let wasAsked = Atomic(false)
private let depth = Atomic(0)
