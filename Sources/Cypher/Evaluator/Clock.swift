#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The time of day, which only queries that ask for it see.
enum Clock {
  static func now() -> (seconds: Int, nanoseconds: Int) {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return (Int(time.tv_sec), Int(time.tv_nsec))
  }
}
