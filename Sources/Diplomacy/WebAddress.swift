/// The address of a page on the web: `https://example.org/news?id=7`.
public struct WebAddress: Hashable, Sendable {
  /// `http` or `https`.
  public let scheme: String
  /// The name or number of the host, in small letters; an address of IPv6 stands in brackets.
  public let host: String
  /// The port, where it is not the scheme's own.
  public let port: Int?
  /// From the first slash to the query; never empty.
  public let path: String
  /// What follows the question mark.
  public let query: String?

  /// Reads an address; nil for one that is not `http` or `https`, has no host, or has a name and password in it.
  public init?(_ text: String) {
    guard let colon = text.firstRange(of: "://") else { return nil }
    scheme = text[..<colon.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https",
      text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x5C })
    else { return nil }
    let rest = text[colon.upperBound...].prefix { $0 != "#" }
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    guard !authority.isEmpty, !authority.contains("@") else { return nil }
    var name = authority[...]
    var port: Int?
    if let end = authority.lastIndex(of: ":"), !authority.hasSuffix("]") {
      name = authority[..<end]
      let digits = authority[authority.index(after: end)...]
      if !digits.isEmpty {
        guard let number = Int(digits), (1...65_535).contains(number) else { return nil }
        port = number
      }
    }
    if name.hasSuffix(".") { name = name.dropLast() }
    guard !name.isEmpty else { return nil }
    host = name.lowercased()
    self.port = port == (scheme == "https" ? 443 : 80) ? nil : port
    let target = rest[authority.endIndex...]
    let path = target.prefix { $0 != "?" }
    self.path = path.isEmpty ? "/" : String(path)
    let query = target[path.endIndex...].dropFirst()
    self.query = query.isEmpty ? nil : String(query)
  }

  /// Scheme, host and port: what one `robots.txt` speaks for.
  public var origin: String { "\(scheme)://\(host)" + (port.map { ":\($0)" } ?? "") }

  /// The address as it is fetched.
  public var text: String { origin + target }

  /// Path and query.
  public var target: String { path + (query.map { "?\($0)" } ?? "") }
}

// MARK: - One page under many addresses

extension WebAddress {
  /// The address without what only tells where a reader came from: the link to keep.
  public var withoutTracking: String {
    let kept = keptParameters
    return origin + path + (kept.isEmpty ? "" : "?\(kept.joined(separator: "&"))")
  }

  /// What all addresses of one page have in common: no scheme, no `www.` or `m.`, no tracking, no trailing slash, no
  /// page for mobile readers, parameters in order.
  ///
  /// Two addresses with one key are taken for one page. Where a site tells pages apart by nothing but what is left
  /// out here, they would be mistaken for one.
  public var key: String {
    var name = host[...]
    for prefix in ["www.", "amp.", "mobile.", "m."] where name.hasPrefix(prefix) {
      // "m.org" is a name of its own.
      if name.dropFirst(prefix.count).contains(".") { name = name.dropFirst(prefix.count) }
    }
    var path = path[...]
    for suffix in ["/amp/", "/amp", "/amp.html", ".amp", "/index.html", "/index.htm", "/index.php"]
    where path.hasSuffix(suffix) {
      path = path.dropLast(suffix.count)
      break
    }
    while path.hasSuffix("/") { path = path.dropLast() }
    let parameters = keptParameters.sorted()
    return name + (port.map { ":\($0)" } ?? "") + path
      + (parameters.isEmpty ? "" : "?\(parameters.joined(separator: "&"))")
  }

  private var keptParameters: [Substring] {
    (query ?? "").split(separator: "&").filter { parameter in
      let name = parameter.prefix { $0 != "=" }.lowercased()
      return !Self.trackingPrefixes.contains { name.hasPrefix($0) }
        && !Self.trackingNames.contains(name) && parameter.lowercased() != "outputtype=amp"
    }
  }

  private static let trackingPrefixes = ["utm_", "at_", "ns_", "mc_", "pk_", "piwik_", "guce_"]

  /// Parameters of campaigns, advertisers and buttons for sharing.
  private static let trackingNames: Set = [
    "__twitter_impression", "_ga", "_gl", "amp", "cmp", "cmpid", "cmp_id", "dclid", "fbclid",
    "gaa_at", "gbraid", "gclid", "gclsrc", "guccounter", "icid", "igsh", "igshid", "ito",
    "mkt_tok", "msclkid", "ncid", "ocid", "ref_src", "ref_url", "s_cid", "smid", "smtyp", "spm",
    "srnd", "taid", "twclid", "wbraid", "wt_mc", "xtor", "yclid",
  ]
}
