import Articles
import Diagnostics

/// What was not taken in, counted by reason, and the first of it with its messages.
struct RefusalList {
  /// So many messages are shown; a report holds all.
  private static let shownLimit = 20

  private var shown: [Diagnostic] = []
  private var counts: [Refusal.Reason: Int] = [:]
  /// How many failed: something is wrong with the input.
  private(set) var failed = 0
  /// How many were refused: they are no articles for memcon, such as lists of links.
  private(set) var refused = 0

  mutating func add(_ refusal: Refusal) {
    counts[refusal.reason, default: 0] += 1
    if refusal.reason.isFault { failed += 1 } else { refused += 1 }
    guard shown.count < Self.shownLimit else { return }
    var diagnostic = refusal.diagnostic
    if !refusal.reason.isFault { diagnostic.severity = .warning }
    shown.append(diagnostic)
  }

  /// `3 refused (2 language, 1 list of links)` and `2 failed (2 unreadable)`; reasons only where there are two.
  var counted: [String] {
    [("refused", refused, false), ("failed", failed, true)].compactMap { word, count, isFault in
      guard count > 0 else { return nil }
      let reasons = Refusal.Reason.allCases.filter { $0.isFault == isFault }.compactMap { reason in
        counts[reason].map { "\($0) \(reason.rawValue)" }
      }
      return "\(count) \(word)" + (count > 1 ? " (\(reasons.joined(separator: ", ")))" : "")
    }
  }

  /// The messages; `isFailure` makes errors of all.
  func messages(isFailure: Bool) -> [Diagnostic] {
    var messages = shown
    if isFailure { for index in messages.indices { messages[index].severity = .error } }
    let left = failed + refused - shown.count
    if left > 0 {
      messages.append(
        Diagnostic(
          "\(left) more were not taken in", severity: isFailure || failed > 0 ? .error : .warning,
          help: ["--report FILE writes down every input with its outcome and reason"]))
    }
    return messages
  }
}
