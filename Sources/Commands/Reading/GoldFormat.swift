import Diplomacy
import JSON

extension Reports {
  /// What the article with `id` says, as one object of the format that annotators write by hand:
  /// people with roles, meetings with participants by name, and who did not meet.
  func goldObject(id: String?) -> JSONValue {
    [
      "id": .optional(id),
      "people": .array(people.map(\.goldObject)),
      "meetings": .array(meetings.map { $0.goldObject(people: people) }),
      "not_met": .array(
        separations.map { [.string(people[$0.first].name), .string(people[$0.second].name)] }),
    ]
  }
}

extension PersonReport {
  fileprivate var goldObject: JSONValue {
    [
      "name": .string(name),
      "also": .array(aliases.map(JSONValue.string)),
      "country": .optional(country?.value.rawValue),
      "roles": .array(roles.map(\.goldObject)),
    ]
  }
}

extension RoleReport {
  fileprivate var goldObject: JSONValue {
    let told: JSONValue = ["title": .string(title), "of": .optional(of?.text)]
    guard isFormer, case .object(let members) = told else { return told }
    return .object(members + [.init("former", true)])
  }
}

extension MeetingReport {
  fileprivate func goldObject(people: [PersonReport]) -> JSONValue {
    let told = evidence.first
    return [
      "participants": .array(participants.map { .string(people[$0.person].name) }),
      "unnamed": .array(
        unnamed.map { ["role": .string($0.role), "of": .optional($0.of?.text)] }),
      "countries": .array(countries.map { .string($0.rawValue) }),
      "kind": .string(kind.value.rawValue),
      "status": .string(status.value.rawValue),
      "date": .optional(date?.value.description),
      "place": .optional(place?.value.name),
      "place_country": .optional(place?.value.country?.rawValue),
      "topics": .array(topics.map { .string($0.value) }),
      "evidence": .optional(told?.quote),
      "start": told.map { .integer($0.range.start) } ?? .null,
      "end": told.map { .integer($0.range.end) } ?? .null,
    ]
  }
}
