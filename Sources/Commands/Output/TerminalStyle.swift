/// Emphasis for terminals; plain text where it is off.
struct TerminalStyle {
  let isOn: Bool

  /// Why something stands out.
  enum Reason: String {
    case heading = "1"
    case alarm = "1;31"
    case aside = "2"
  }

  /// `text`, standing out for `reason`.
  func emphasis(_ text: String, as reason: Reason) -> String {
    isOn ? "\u{1B}[\(reason.rawValue)m\(text)\u{1B}[0m" : text
  }
}
