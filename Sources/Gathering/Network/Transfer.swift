import CCurl

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One request and its answer, by libcurl.
final class Transfer {
  struct Answer {
    let status: Int
    let bytes: [UInt8]
    let mediaType: String?
    let redirect: String?
  }

  enum Failure: Error {
    /// libcurl is not installed.
    case noLibrary
    case cancelled
    case tooLarge
    /// The name stands for these addresses, none of which may be connected to.
    case forbidden([IPAddress])
    case other(String)
  }

  private let policy: AddressPolicy
  private let byteLimit: Int
  private let isCancelled: () -> Bool
  private var bytes: [UInt8] = []
  private var refused: [IPAddress] = []
  private var isTooLarge = false

  private init(policy: AddressPolicy, byteLimit: Int, isCancelled: @escaping () -> Bool) {
    self.policy = policy
    self.byteLimit = byteLimit
    self.isCancelled = isCancelled
  }

  static func get(
    _ url: String, policy: AddressPolicy, limits: FetchLimits, byteLimit: Int,
    isCancelled: @escaping () -> Bool
  ) throws(Failure) -> Answer {
    guard let handle = memcon_curl_new() else { throw .noLibrary }
    defer { memcon_curl_free(handle) }
    let transfer = Transfer(policy: policy, byteLimit: byteLimit, isCancelled: isCancelled)
    return try transfer.run(handle, url, limits)
  }

  private func run(
    _ handle: UnsafeMutableRawPointer, _ url: String, _ limits: FetchLimits
  ) throws(Failure) -> Answer {
    let texts: [(CURLoption, String)] = [
      (CURLOPT_URL, url), (CURLOPT_USERAGENT, "memcon/0.1 (reads articles on diplomacy)"),
      // All that the library can unpack.
      (CURLOPT_ACCEPT_ENCODING, ""),
      // Through a proxy nobody could tell which address is connected to.
      (CURLOPT_PROXY, ""),
    ]
    for (option, value) in texts { _ = memcon_curl_set_text(handle, option, value) }
    let numbers: [(CURLoption, Int)] = [
      (CURLOPT_PROTOCOLS, Int(CURLPROTO_HTTP | CURLPROTO_HTTPS)), (CURLOPT_FOLLOWLOCATION, 0),
      (CURLOPT_NOSIGNAL, 1), (CURLOPT_CONNECTTIMEOUT_MS, limits.connecting.milliseconds),
      (CURLOPT_TIMEOUT_MS, limits.whole.milliseconds),
      // A server that gives a byte a second would hold everything up.
      (CURLOPT_LOW_SPEED_LIMIT, 64), (CURLOPT_LOW_SPEED_TIME, 30),
    ]
    for (option, value) in numbers { _ = memcon_curl_set_long(handle, option, value) }
    let headers = memcon_curl_add_header(
      nil,
      "Accept: text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5"
    )
    memcon_curl_set_headers(handle, headers)
    defer { memcon_curl_free_headers(headers) }
    memcon_curl_set_callbacks(
      handle, takeBytes, checkProgress, allowAddress, Unmanaged.passUnretained(self).toOpaque())
    let code = withExtendedLifetime(self) { memcon_curl_perform(handle) }
    if isTooLarge { throw .tooLarge }
    guard code == CURLE_OK else {
      if isCancelled() { throw .cancelled }
      if !refused.isEmpty { throw .forbidden(refused) }
      throw .other(String(cString: memcon_curl_error(code)))
    }
    return Answer(
      status: memcon_curl_status(handle), bytes: bytes,
      mediaType: memcon_curl_content_type(handle).map { String(cString: $0) },
      redirect: memcon_curl_redirect(handle).map { String(cString: $0) })
  }

  // MARK: - What libcurl asks

  fileprivate func take(_ chunk: UnsafeRawBufferPointer) -> Int {
    guard bytes.count + chunk.count <= byteLimit else {
      isTooLarge = true
      return 0
    }
    bytes.append(contentsOf: chunk)
    return chunk.count
  }

  fileprivate var goesOn: Bool { !isCancelled() }

  fileprivate func allows(_ address: UnsafePointer<sockaddr>) -> Bool {
    guard let address = IPAddress(address) else { return false }
    guard policy.permits(address) else {
      refused.append(address)
      return false
    }
    return true
  }
}

private func transfer(_ context: UnsafeMutableRawPointer?) -> Transfer? {
  context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
}

private func takeBytes(
  _ start: UnsafeMutablePointer<CChar>, _ size: Int, _ count: Int,
  _ context: UnsafeMutableRawPointer?
) -> Int {
  transfer(context)?.take(UnsafeRawBufferPointer(start: start, count: size * count)) ?? 0
}

private func checkProgress(
  _ context: UnsafeMutableRawPointer?, _: curl_off_t, _: curl_off_t, _: curl_off_t, _: curl_off_t
) -> Int32 {
  transfer(context)?.goesOn == true ? 0 : 1
}

private func allowAddress(
  _ context: UnsafeMutableRawPointer?, _ address: UnsafePointer<sockaddr>
) -> Int32 {
  transfer(context)?.allows(address) == true ? 1 : 0
}

extension Duration {
  fileprivate var milliseconds: Int {
    Int(components.seconds) * 1_000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
