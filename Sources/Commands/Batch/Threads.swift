#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A thread of the system. `join` it: it is not ended by being let go.
struct Worker {
  private let thread: pthread_t

  /// Parsing goes down as deep as sentences nest; the system's own choice is 512 kB in places.
  private static let stackSize = 8 << 20

  /// Starts a thread that runs `body`; nil where the system has no more threads.
  init?(_ body: @escaping @Sendable () -> Void) {
    final class Box {
      let body: @Sendable () -> Void
      init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    let box = Unmanaged.passRetained(Box(body))
    #if canImport(Glibc)
      var thread = pthread_t()
      let code = pthread_create(
        &thread, &attributes,
        { start in
          guard let start else { return nil }
          Unmanaged<Box>.fromOpaque(start).takeRetainedValue().body()
          return nil
        }, box.toOpaque())
    #else
      var thread: pthread_t?
      let code = pthread_create(
        &thread, &attributes,
        { start in
          Unmanaged<Box>.fromOpaque(start).takeRetainedValue().body()
          return nil
        }, box.toOpaque())
    #endif
    #if canImport(Glibc)
      let started: pthread_t? = code == 0 ? thread : nil
    #else
      let started = code == 0 ? thread : nil
    #endif
    guard let started else {
      box.release()
      return nil
    }
    self.thread = started
  }

  /// Waits until the thread has ended.
  func join() { pthread_join(thread, nil) }
}

/// How many cores there are to work with.
var availableCores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

/// A value that threads take turns with, and wait on.
final class Monitor<State>: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var state: State

  init(_ state: State) {
    self.state = state
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Runs `body` alone with the value, once `isReady` holds of it.
  func when<Result>(
    _ isReady: (State) -> Bool = { _ in true }, _ body: (inout State) -> Result
  ) -> Result {
    pthread_mutex_lock(mutex)
    defer {
      pthread_cond_broadcast(condition)
      pthread_mutex_unlock(mutex)
    }
    while !isReady(state) { pthread_cond_wait(condition, mutex) }
    return body(&state)
  }
}
