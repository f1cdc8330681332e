#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Synchronization

/// A web server on loopback, for one test: it answers one request a connection, and is gone with the value.
public final class LoopbackServer: Sendable {
  /// What is sent back, byte for byte.
  public struct Answer: Sendable {
    let head: String
    let body: [UInt8]
    /// Whether the connection stays open after the body without another byte, until the server is gone.
    let hangs: Bool

    /// An answer with `status`, `headers` and `body`.
    public init(
      _ status: String = "200 OK", headers: [String] = [], body: [UInt8] = [], hangs: Bool = false
    ) {
      let length = hangs ? body.count + 1 : body.count
      let lines =
        ["HTTP/1.1 \(status)", "Content-Length: \(length)", "Connection: close"] + headers
      head = lines.joined(separator: "\r\n") + "\r\n\r\n"
      self.body = body
      self.hangs = hangs
    }

    /// A page of HTML.
    public static func page(_ text: String) -> Answer {
      Answer(headers: ["Content-Type: text/html; charset=utf-8"], body: Array(text.utf8))
    }

    /// A redirect to `address`.
    public static func redirect(_ address: String) -> Answer {
      Answer("302 Found", headers: ["Location: \(address)"])
    }
  }

  /// `http://127.0.0.1:41234`
  public let origin: String
  private let listener: Int32
  private let log = RequestLog()

  /// A server that answers a path as `answers` says, else with 404. Linux has all addresses that begin with 127.
  public init(
    at host: String = "127.0.0.1", _ answers: @escaping @Sendable (_ target: String) -> Answer?
  ) throws {
    #if canImport(Glibc)
      let kind = Int32(SOCK_STREAM.rawValue)
    #else
      let kind = SOCK_STREAM
    #endif
    let listener = socket(AF_INET, kind, 0)
    self.listener = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    inet_pton(AF_INET, host, &address.sin_addr)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let size = length
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 16) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    origin = "http://\(host):\(UInt16(bigEndian: address.sin_port))"
    guard isBound else { throw Failure() }
    let log = log
    start {
      while case let connection = accept(listener, nil, nil), connection >= 0 {
        serve(connection, log, answers)
      }
      // Not before: another socket would get its number, and this thread its requests.
      close(listener)
    }
  }

  deinit {
    // Ends the thread's `accept`.
    shutdown(listener, Int32(SHUT_RDWR))
  }

  /// The paths that were asked for, in order.
  public var requests: [String] { log.targets.withLock { $0 } }

  private struct Failure: Error {}
}

private final class RequestLog: Sendable {
  let targets = Mutex<[String]>([])
}

/// Answers one request.
private func serve(
  _ connection: Int32, _ log: RequestLog, _ answers: (String) -> LoopbackServer.Answer?
) {
  defer { close(connection) }
  var request: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 4096)
  while !request.suffix(4).elementsEqual("\r\n\r\n".utf8) {
    let count = read(connection, &chunk, chunk.count)
    guard count > 0 else { return }
    request += chunk[..<count]
  }
  let words = String(decoding: request, as: UTF8.self).split(separator: " ", maxSplits: 2)
  guard words.count == 3 else { return }
  log.targets.withLock { $0.append(String(words[1])) }
  let answer = answers(String(words[1])) ?? LoopbackServer.Answer("404 Not Found")
  var rest = (Array(answer.head.utf8) + answer.body)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, noSignal) }
    guard count > 0 else { return }
    rest = rest.dropFirst(count)
  }
  // Until the other side gives up.
  if answer.hangs { _ = read(connection, &chunk, chunk.count) }
}

#if canImport(Glibc)
  private let noSignal = Int32(MSG_NOSIGNAL)
#else
  private let noSignal: Int32 = 0
#endif

private func start(_ body: @escaping @Sendable () -> Void) {
  final class Box {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
  let box = Unmanaged.passRetained(Box(body)).toOpaque()
  #if canImport(Glibc)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { start in
        guard let start else { return nil }
        Unmanaged<Box>.fromOpaque(start).takeRetainedValue().body()
        return nil
      }, box)
    pthread_detach(thread)
  #else
    var thread: pthread_t?
    pthread_create(
      &thread, nil,
      { start in
        Unmanaged<Box>.fromOpaque(start).takeRetainedValue().body()
        return nil
      }, box)
    if let thread { pthread_detach(thread) }
  #endif
}
