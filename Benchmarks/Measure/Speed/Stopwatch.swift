#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The processor time of this thread. On a machine that does other work besides, it says what the
/// work costs, which the clock on the wall does not.
struct Stopwatch {
  private var start = Stopwatch.now

  /// Seconds since the start or the last `lap`.
  mutating func lap() -> Double {
    let now = Stopwatch.now
    defer { start = now }
    return now - start
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
