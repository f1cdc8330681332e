/// What a site's `robots.txt` lets memcon fetch, read as RFC 9309 ("Robots Exclusion Protocol") says.
public struct RobotsRules: Sendable {
  private struct Rule {
    let isAllowed: Bool
    let pattern: [UInt8]
  }

  private var rules: [Rule] = []

  /// The name by which groups of rules speak to memcon.
  static let agent = "memcon"

  /// At most so many bytes are read of a site's rules.
  static let sizeLimit = 500 << 10

  /// Rules that allow everything.
  public static let none = RobotsRules("")
  /// Rules that allow nothing, for sites that can't tell theirs.
  static let all = RobotsRules("user-agent: *\ndisallow: /")

  /// Reads the rules: those of the groups for memcon, else of those for all.
  public init(_ text: String) {
    var groups: [(agents: [String], rules: [Rule])] = []
    var isNaming = false
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.prefix { $0 != "#" }
      guard let colon = line.firstIndex(of: ":") else { continue }
      let key = trimmed(line[..<colon]).lowercased()
      let value = trimmed(line[line.index(after: colon)...])
      switch key {
      case "user-agent":
        if !isNaming { groups.append(([], [])) }
        isNaming = true
        groups[groups.count - 1].agents.append(value.lowercased())
      case "allow", "disallow":
        isNaming = false
        // An empty rule says nothing.
        guard !groups.isEmpty, !value.isEmpty else { continue }
        groups[groups.count - 1].rules.append(
          Rule(isAllowed: key == "allow", pattern: Self.normalized(value)))
      default: continue
      }
    }
    let own = groups.filter { group in group.agents.contains(Self.agent) }
    rules = (own.isEmpty ? groups.filter { $0.agents.contains("*") } : own).flatMap(\.rules)
  }

  /// Whether `target`, a path with its query, may be fetched: the longest rule decides, and of two as long the one
  /// that allows.
  public func allows(_ target: String) -> Bool {
    guard target != "/robots.txt" else { return true }
    let target = Self.normalized(target)
    let decisive = rules.filter { Self.matches(target[...], $0.pattern[...]) }.max {
      ($0.pattern.count, $0.isAllowed ? 1 : 0) < ($1.pattern.count, $1.isAllowed ? 1 : 0)
    }
    return decisive?.isAllowed ?? true
  }

  /// Whether `text` starts as `pattern` says, in which `*` stands for anything and a last `$` for the end. Each star
  /// is tried from left to right, once: no pattern takes longer than its length times the text's.
  private static func matches(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    var (t, p) = (text.startIndex, pattern.startIndex)
    var star: (text: Int, pattern: Int)?
    let isAnchored = pattern.last == UInt8(ascii: "$")
    let end = isAnchored ? pattern.endIndex - 1 : pattern.endIndex
    while true {
      if p == end, !isAnchored || t == text.endIndex { return true }
      if p < end, pattern[p] == UInt8(ascii: "*") {
        star = (t, p + 1)
        p += 1
      } else if p < end, t < text.endIndex, pattern[p] == text[t] {
        p += 1
        t += 1
      } else if let back = star, back.text < text.endIndex {
        star = (back.text + 1, back.pattern)
        (t, p) = (back.text + 1, back.pattern)
      } else {
        return false
      }
    }
  }

  /// The bytes with `%7e` and `~` written in one way.
  private static func normalized(_ text: some StringProtocol) -> [UInt8] {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let code = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        let scalar = Unicode.Scalar(code)
        let isPlain =
          code < 0x80
          && (scalar.properties.isAlphabetic || "0123456789-._~".unicodeScalars.contains(scalar))
        out +=
          isPlain
          ? [code]
          : Array(
            "%\(String(decoding: bytes[index + 1...index + 2], as: UTF8.self).uppercased())".utf8)
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return out
  }
}

private func trimmed(_ text: Substring) -> String {
  var text = text.drop { $0 == " " || $0 == "\t" }
  while let last = text.last, last == " " || last == "\t" { text = text.dropLast() }
  return String(text)
}
