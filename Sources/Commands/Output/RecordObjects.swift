import Diplomacy
import JSON
import Record

extension PersonSummary {
  /// The person for programs.
  var object: JSONValue {
    [
      "id": .string(id), "name": .string(name), "country": .optional(country?.rawValue),
      "titles": .array(titles.map(JSONValue.string)),
    ]
  }
}

extension Quote {
  /// The words for programs, with the place where they stand.
  var object: JSONValue {
    [
      "article": .string(article), "title": .optional(articleTitle),
      "publisher": .optional(publisher), "published": .optional(published?.description),
      "url": .optional(url), "start": .integer(range.start), "end": .integer(range.end),
      "quote": .string(text),
    ]
  }
}

extension MeetingSummary {
  /// The meeting for programs, with every quote.
  var object: JSONValue {
    [
      "id": .string(id), "kind": .string(kind.rawValue), "status": .string(status.rawValue),
      "date": .optional(date?.description), "title": .string(title),
      "participants": .array(participants.map(\.object)),
      "unnamed": .array(unnamed.map(JSONValue.string)),
      "countries": .array(countries.map { .string($0.rawValue) }),
      "place": .optional(place), "topics": .array(topics.map(JSONValue.string)),
      "disputed": .array(disputed.map { .string($0.rawValue) }), "part_of": .optional(partOf),
      "quotes": .array(quotes.map(\.object)),
    ]
  }
}

extension MeetingQuote {
  /// The words for programs, with the status they tell.
  var object: JSONValue {
    guard case .object(let members) = quote.object else { return quote.object }
    return .object([JSONValue.Member("status", .string(status.rawValue))] + members)
  }
}

extension PersonProfile.HeldRole {
  /// The role for programs, with every quote.
  var object: JSONValue {
    [
      "title": .string(title), "office": .optional(office), "of": .optional(of),
      "former": .bool(isFormer), "first_reported": .optional(firstReported?.description),
      "last_reported": .optional(lastReported?.description),
      "quotes": .array(quotes.map(\.object)),
    ]
  }
}
