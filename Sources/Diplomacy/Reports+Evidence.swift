extension Reports {
  /// All the words the reports rest on: of the people, then of the meetings, the separations and the
  /// countries. The same words stand as often as they serve.
  public var allEvidence: [Evidence] {
    var all: [Evidence] = []
    // Most are of people and countries; an array for each list would cost more than what is done with them.
    all.reserveCapacity(
      people.reduce(64) { $0 + $1.mentions.count + $1.roles.count + 1 } + 16 * meetings.count)
    for person in people {
      for mention in person.mentions { all.append(mention.evidence) }
      for role in person.roles { all.append(role.evidence) }
      if let country = person.country { all.append(country.evidence) }
    }
    for meeting in meetings {
      all.append(contentsOf: meeting.evidence)
      for participant in meeting.participants { all.append(participant.evidence) }
      for party in meeting.unnamed { all.append(party.evidence) }
      for topic in meeting.topics { all.append(topic.evidence) }
      all.append(meeting.kind.evidence)
      all.append(meeting.status.evidence)
      if let date = meeting.date { all.append(date.evidence) }
      if let place = meeting.place { all.append(place.evidence) }
    }
    for separation in separations { all.append(separation.evidence) }
    for country in countries { all.append(contentsOf: country.mentions) }
    return all
  }
}
