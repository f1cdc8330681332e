/// A colour by its purpose, so that a light and a dark page each have their own.
///
/// The hues of groups follow Okabe and Ito's palette, which people with any colour vision can tell
/// apart, darkened until text in them has a contrast of 4.5 : 1 on their own tint.
enum Tone: Hashable, Sendable {
  case paper, ink, muted, faint, thread, held, planned, cancelled, declined
  /// The strong colour of a group, for its name and the lines of its people.
  case group(Int)
  /// The tint of a group, behind its people.
  case tint(Int)

  /// How many groups have a colour of their own; then they come round again.
  static let groupCount = 8

  /// The name in style sheets.
  var name: String {
    switch self {
    case .paper: "paper"
    case .ink: "ink"
    case .muted: "muted"
    case .faint: "faint"
    case .thread: "thread"
    case .held: "held"
    case .planned: "planned"
    case .cancelled: "cancelled"
    case .declined: "declined"
    case .group(let index): "group\(index + 1)"
    case .tint(let index): "tint\(index + 1)"
    }
  }

  /// The colour on a light page.
  var light: String {
    switch self {
    case .paper: "#ffffff"
    case .ink: "#1b1e23"
    case .muted: "#565d68"
    case .faint: "#d5d9df"
    case .thread: "#98a1ae"
    case .held: "#4a525e"
    case .planned: "#0a6a8f"
    case .cancelled: "#7a6a1d"
    case .declined: "#a63d17"
    case .group(let index): Tone.hues[index % Tone.groupCount].light
    case .tint(let index): Tone.hues[index % Tone.groupCount].lightTint
    }
  }

  /// The colour on a dark page.
  var dark: String {
    switch self {
    case .paper: "#15181d"
    case .ink: "#eef0f3"
    case .muted: "#aab1bd"
    case .faint: "#3c434e"
    case .thread: "#626c7a"
    case .held: "#a3abb8"
    case .planned: "#62bfe3"
    case .cancelled: "#d3bf62"
    case .declined: "#f0936b"
    case .group(let index): Tone.hues[index % Tone.groupCount].dark
    case .tint(let index): Tone.hues[index % Tone.groupCount].darkTint
    }
  }

  /// The colour where it stands alone: black and grey, no tints.
  var print: String {
    switch self {
    case .paper, .tint: "#ffffff"
    case .ink, .held: "#000000"
    case .muted: "#3a3a3a"
    case .faint: "#b5b5b5"
    case .thread: "#8a8a8a"
    case .planned, .cancelled, .declined: "#3a3a3a"
    case .group: "#1c1c1c"
    }
  }

  /// The colour that stands plainly in a picture of a theme.
  func color(in theme: DiagramLook.Theme) -> String {
    switch theme {
    case .auto, .light: light
    case .dark: dark
    case .print: print
    }
  }

  private struct Hue {
    var light: String
    var lightTint: String
    var dark: String
    var darkTint: String
  }

  private static let hues = [
    Hue(light: "#005a91", lightTint: "#edf4fa", dark: "#7cc0ee", darkTint: "#1a2733"),
    Hue(light: "#a63f00", lightTint: "#fdf1ea", dark: "#f5a26f", darkTint: "#33231a"),
    Hue(light: "#00684e", lightTint: "#eaf6f2", dark: "#5fcdaa", darkTint: "#172b25"),
    Hue(light: "#8a3d6e", lightTint: "#f9eef5", dark: "#e2a0ca", darkTint: "#2f2029"),
    Hue(light: "#735800", lightTint: "#faf5e4", dark: "#e0be4e", darkTint: "#2d2815"),
    Hue(light: "#3b4a9c", lightTint: "#f0f1fb", dark: "#a9b4f5", darkTint: "#20243a"),
    Hue(light: "#1c6670", lightTint: "#e9f5f6", dark: "#74c9d4", darkTint: "#172a2d"),
    Hue(light: "#5b5f66", lightTint: "#f3f4f5", dark: "#b9bec6", darkTint: "#24272b"),
  ]
}
