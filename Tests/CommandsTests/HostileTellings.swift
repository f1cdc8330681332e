import TestSupport

extension Telling {
  /// Two people of one family name.
  static var twoBushes: Telling {
    var telling = Telling("George Bush and Laura Bush met the queen.", id: "bushes")
    telling.person("George Bush", country: "US")
    telling.person("Laura Bush", country: "US")
    return telling
  }

  /// Names that try to break out of every output.
  static var hostile: Telling {
    var telling = Telling(
      "\u{1B}[31mRed\u{7} =HYPERLINK(\"x\")<script>&|\\ met Eve\u{202E} \"Quote\" Back\\N.",
      id: "hostile", published: "2025-03-20")
    let red = telling.person("\u{1B}[31mRed\u{7} =HYPERLINK(\"x\")<script>&|\\")
    let eve = telling.person("Eve\u{202E} \"Quote\" Back\\N")
    telling.meeting([red, eve], "met Eve\u{202E} \"Quote\"", date: "2025-03-19")
    return telling
  }
}
