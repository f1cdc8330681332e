public import Arguments
public import Articles
public import Diagrams
public import Diplomacy

extension CalendarDate: ArgumentValue {
  /// Reads `YYYY-MM-DD`.
  public init?(argument: String) { self.init(iso: argument) }
  /// The one way to write a day.
  public static var expectation: String { "a day of the calendar as YYYY-MM-DD" }
}

extension InputFormat: ArgumentValue {}
extension MeetingKind: ArgumentValue {}
extension MeetingStatus: ArgumentValue {}
extension ImageFormat: ArgumentValue {}
extension Layout: ArgumentValue {}
