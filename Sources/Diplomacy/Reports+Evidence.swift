extension Reports {
  /// All the words the reports rest on: of the people, then of the meetings, the separations and the
  /// countries. The same words stand as often as they serve.
  public var allEvidence: [Evidence] {
    var all: [Evidence] = []
    for person in people {
      all += person.mentions.map(\.evidence) + person.roles.map(\.evidence)
      if let country = person.country { all.append(country.evidence) }
    }
    for meeting in meetings {
      all += meeting.evidence + meeting.participants.map(\.evidence)
      all += meeting.unnamed.map(\.evidence) + meeting.topics.map(\.evidence)
      all += [meeting.kind.evidence, meeting.status.evidence]
      all += [meeting.date?.evidence, meeting.place?.evidence].compactMap { $0 }
    }
    return all + separations.map(\.evidence) + countries.flatMap(\.mentions)
  }
}
