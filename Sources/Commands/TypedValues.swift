public import Arguments
public import Articles
public import Diagrams
public import Diplomacy
public import Gathering

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
extension NetworkDiagram.ChoiceRule: ArgumentValue {}
extension DiagramLook.Theme: ArgumentValue {}

extension AddressRange: ArgumentValue {
  /// Reads `10.0.0.0/8`, or a single address.
  public init?(argument: String) { self.init(argument) }
  /// An address with or without the number of bits that count.
  public static var expectation: String { "a range of addresses such as 192.168.1.0/24" }
}
