/// Emphasis for terminals; plain text where it is off.
struct TerminalStyle {
  let isOn: Bool

  /// Why something stands out.
  enum Reason: String {
    case heading = "1"
    case alarm = "1;31"
    case aside = "2"
    case person = "1;36"
    case role = "35"
    case circumstance = "34"
    case contact = "4"
    case held = "1;32"
    case planned = "1;33"
    case calledOff = "31"
  }

  /// `text`, standing out for `reason`.
  func emphasis(_ text: String, as reason: Reason) -> String { emphasis(text, as: [reason]) }

  /// `text`, standing out for all of `reasons`.
  func emphasis(_ text: String, as reasons: [Reason]) -> String {
    guard isOn, !reasons.isEmpty, !text.isEmpty else { return text }
    return "\u{1B}[\(reasons.map(\.rawValue).joined(separator: ";"))m\(text)\u{1B}[0m"
  }
}
