import Arguments
import Diagnostics
import Diplomacy
import Record

/// The options that narrow meetings.
struct FilterOptions {
  private static let since = Option<CalendarDate>(
    "since", "DATE", "Only meetings on or after this day, as YYYY-MM-DD.")
  private static let until = Option<CalendarDate>(
    "until", "DATE", "Only meetings on or before this day.")
  static let with = Option<String>(
    "with", "NAME", "Only meetings in which this person took part, too.", isRepeatable: true)
  private static let country = Option<CountryName>(
    "country", "COUNTRY", "Only meetings in which this country took part, by name or code.")
  private static let status = Option<MeetingStatus>(
    "status", "STATUS", "Only meetings of which this became.")
  private static let kind = Option<MeetingKind>("kind", "KIND", "Only contacts of this form.")

  /// All of them, for a command's table.
  static let options = [
    since.syntax, until.syntax, with.syntax, country.syntax, status.syntax, kind.syntax,
  ]

  /// Those that do not name people.
  static let optionsWithoutPeople = options.filter { $0.name != with.syntax.name }

  /// What narrows, apart from people.
  let conditions: MeetingFilter
  /// The people named by `--with`, as typed.
  let names: [String]

  init(_ arguments: ParsedArguments) throws(Diagnostic) {
    names = try arguments.values(of: Self.with)
    let since = try arguments.value(of: Self.since)
    let until = try arguments.value(of: Self.until)
    if let since, let until, until < since {
      throw arguments.mistake(
        "--until is before --since", in: Self.until, label: "earlier than \(since)",
        help: ["exchange the two days"])
    }
    conditions = MeetingFilter(
      since: since, until: until,
      country: try arguments.value(of: Self.country)?.code,
      kind: try arguments.value(of: Self.kind), status: try arguments.value(of: Self.status))
  }

  /// The filter, its names looked up in `store`.
  func resolved(in store: GraphStore) throws -> MeetingFilter {
    var filter = conditions
    filter.people = try names.map { try store.person(named: $0).id }
    return filter
  }
}

/// A country as typed: `NZ`, `New Zealand`, `new zealand`, `Kiwi`.
private struct CountryName: ArgumentValue {
  let code: CountryCode

  init?(argument: String) {
    let capitals = argument.uppercased()
    let country =
      Countries[CountryCode(capitals)]?.code ?? Countries.lookup(argument)?.code
      ?? Countries.lookup(capitals)?.code
    guard let country else { return nil }
    code = country
  }

  static var expectation: String { "a country's name or code, such as NZ" }
}
