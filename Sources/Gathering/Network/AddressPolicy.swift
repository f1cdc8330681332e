/// To which addresses a connection may be made.
///
/// A page or a feed can redirect to wherever it likes, and a name can stand for any address. Without such a rule
/// whoever writes a page could have memcon ask the machines of the network it runs in. So only addresses of the public
/// internet are connected to, and the rule looks at the address of the connection itself, after names are resolved.
public struct AddressPolicy: Sendable {
  /// Ranges that are allowed beside the public ones.
  public var allowed: [AddressRange]

  /// A policy that allows public addresses and `allowed`.
  public init(allowed: [AddressRange] = []) { self.allowed = allowed }

  /// Whether a connection to `address` may be made.
  public func permits(_ address: IPAddress) -> Bool {
    if allowed.contains(where: { $0.contains(address) }) { return true }
    if let embedded = address.embedded { return permits(embedded) }
    if address.bytes.count == 16 {
      // Of version 6 only this range is given out for public use.
      return Self.global.contains { $0.contains(address) }
        && !Self.reserved.contains { $0.contains(address) }
    }
    return !Self.reserved.contains { $0.contains(address) }
  }

  private static let global = ["2000::/3"].compactMap { AddressRange($0) }

  /// Private, loopback, link-local, shared, multicast, and those for documents and tests: the registries of
  /// special-purpose addresses of IANA (RFC 6890).
  private static let reserved = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
    "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "2001::/23",
    "2001:db8::/32", "3fff::/20",
  ].compactMap { AddressRange($0) }
}
