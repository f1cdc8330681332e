#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An address of the internet protocol, version 4 or 6.
public struct IPAddress: Hashable, Sendable, CustomStringConvertible {
  /// Four bytes or sixteen, the first byte first.
  public let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads `192.0.2.1` or `2001:db8::1`.
  public init?(_ text: some StringProtocol) {
    let isLong = text.contains(":")
    var bytes = [UInt8](repeating: 0, count: isLong ? 16 : 4)
    guard inet_pton(isLong ? AF_INET6 : AF_INET, String(text), &bytes) == 1 else { return nil }
    self.bytes = bytes
  }

  /// The address that a socket is to be connected to; nil for one of another kind.
  init?(_ address: UnsafePointer<sockaddr>) {
    switch Int32(address.pointee.sa_family) {
    case AF_INET:
      bytes = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
        withUnsafeBytes(of: $0.pointee.sin_addr) { Array($0) }
      }
    case AF_INET6:
      bytes = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
        withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) }
      }
    default: return nil
    }
  }

  /// The address as it is written.
  public var description: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, bytes, &text, socklen_t(text.count))
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The address of version 4 that this one stands for: mapped, translated (NAT64) or tunnelled (6to4).
  var embedded: IPAddress? {
    guard bytes.count == 16 else { return nil }
    if bytes.starts(with: [0x20, 0x02]) { return IPAddress(bytes: Array(bytes[2..<6])) }
    let prefixes: [[UInt8]] = [
      [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF], [UInt8](repeating: 0, count: 12),
      [0x00, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8),
    ]
    guard prefixes.contains(where: { bytes.starts(with: $0) }) else { return nil }
    return IPAddress(bytes: Array(bytes[12...]))
  }
}

/// A range of addresses: `10.0.0.0/8`, or a single one.
public struct AddressRange: Hashable, Sendable {
  private let address: IPAddress
  private let bits: Int

  /// Reads an address with the number of its bits that count, or without for a single address.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let address = IPAddress(first) else { return nil }
    let all = address.bytes.count * 8
    guard let bits = parts.count == 2 ? Int(parts[1]) : all, (0...all).contains(bits) else {
      return nil
    }
    self.address = address
    self.bits = bits
  }

  /// Whether `other` is in the range; the two versions have nothing in common.
  public func contains(_ other: IPAddress) -> Bool {
    guard other.bytes.count == address.bytes.count else { return false }
    let whole = bits / 8
    guard other.bytes.prefix(whole) == address.bytes.prefix(whole) else { return false }
    guard bits % 8 > 0 else { return true }
    return (other.bytes[whole] ^ address.bytes[whole]) >> UInt8(8 - bits % 8) == 0
  }
}
