import Diplomacy

/// Offices that one person holds at a time: "the Russian foreign minister" is somebody, "the Russian
/// official" may be anybody.
enum SoleOffice {
  private static let classes: Set<String> = Set(
    [
      Office.headOfState, .deputyHeadOfState, .headOfGovernment, .foreignMinister,
      .defenceMinister, .nationalSecurityAdviser, .monarch, .secretaryGeneral, .organizationHead,
    ].map(\.rawValue))

  /// Whether `office` is one of them, and is told with its owner.
  static func includes(_ office: HeldOffice) -> Bool {
    classes.contains(office.office) && !office.of.isEmpty
  }

  /// Words that make another person, or nobody yet, of an office.
  private static let otherwise: Set<String> = [
    "former", "ex", "late", "then", "next", "future", "incoming", "designate", "elect", "ousted",
    "deposed", "onetime", "previous", "shadow", "would", "self", "rival",
  ]
  private static let indefinite: Set<String> = [
    "a", "an", "any", "another", "no", "some", "one", "several", "two", "three", "various",
  ]

  /// The office that alone is told of somebody in a meeting, as `HeldOffice.text`; nil where the
  /// words leave open whom they mean.
  static func office(of party: ReportedParty) -> String? {
    let words = folded(party.quote).split { $0 == " " || $0 == "-" }.map(String.init)
    guard let first = words.first, !indefinite.contains(first),
      !words.contains(where: otherwise.contains), !party.role.hasSuffix("s")
    else { return nil }
    let owner = party.of ?? Offices.country(impliedBy: party.role).map { .country($0) }
    guard let owner, let office = Offices.classify(party.role, of: owner) else { return nil }
    let held = HeldOffice(
      office: office.rawValue, of: owner.country ?? owner.organization.map(slug) ?? "",
      isFormer: false)
    return includes(held) ? held.text : nil
  }
}

extension Persona {
  /// The offices held that one person holds at a time, as `HeldOffice.text`.
  var soleOffices: [String] {
    offices.filter { !$0.isFormer && SoleOffice.includes($0) }.map(\.text)
  }
}

extension ReportedMeeting {
  /// The day by which an office that it tells of is understood: its own, else the article's.
  func officeDay(published: CalendarDate?) -> CalendarDate? {
    switch date?.precision {
    case .day, .span: date?.firstDay
    default: published ?? date?.firstDay
    }
  }
}
