import Arguments
import Diagrams

/// What a picture of the record shows.
enum DrawingView: String, CaseIterable, ArgumentValue {
  /// People, and who met whom.
  case network
  /// One person, and the counterparts around.
  case ego
  /// States and bodies, and how often they met.
  case countries
  /// Meetings, and who took part.
  case meetings
  /// Time from left to right, a lane a person or country.
  case timeline
  /// How one person is connected with another.
  case path
  /// One meeting as a card.
  case meeting
}

/// Whose lanes a timeline has.
enum LaneSubject: String, CaseIterable, ArgumentValue {
  case person, country
}

/// A page as typed: `1200` or `1200x800`, in points.
struct PageSize: ArgumentValue {
  let size: DiagramLook.Size

  init?(argument: String) {
    let parts = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(parts.count), let width = parts[0], let height = parts.last,
      let size = DiagramLook.Size(
        width: Double(width), height: parts.count == 2 ? height.map(Double.init) : nil)
    else { return nil }
    if parts.count == 2, height == nil { return nil }
    self.size = size
  }

  static var expectation: String { "a page as 1200 or 1200x800, of 100 to 20000 points" }
}

/// A whole number as typed, from 1 on.
struct PositiveNumber: ArgumentValue {
  let value: Int

  init?(argument: String) {
    guard let value = Int(argument), value >= 1, value <= 1_000_000 else { return nil }
    self.value = value
  }

  static var expectation: String { "a whole number from 1 on" }
}
