import Diagnostics
import Diplomacy

extension Reports {
  /// What an article says, for people: who is named, what contacts it tells of, and who is named
  /// together without having met.
  func text(style: TerminalStyle) -> String {
    var lines: [String] = []
    func section(_ heading: String, _ entries: [String]) {
      guard !entries.isEmpty else { return }
      lines += (lines.isEmpty ? [] : [""]) + [style.emphasis(heading, as: .heading)] + entries
    }
    section("People", people.map { "  \(printable($0.line))" })
    section(
      "Meetings",
      meetings.flatMap { meeting in
        ["  \(printable(meeting.line(people: people)))"] + meeting.evidence.prefix(1).map(quoted)
      })
    section(
      "Did not meet",
      separations.flatMap { separation in
        let pair = "\(people[separation.first].name) and \(people[separation.second].name)"
        return [
          "  \(printable(pair)): \(separation.reason.explanation)", quoted(separation.evidence),
        ]
      })
    return lines.isEmpty ? "Nothing found.\n" : lines.joined(separator: "\n") + "\n"
  }

  private func quoted(_ evidence: Evidence) -> String {
    "    \(quotation(evidence.quote)) [\(evidence.range.start)–\(evidence.range.end)]"
  }
}

extension PersonReport {
  fileprivate var line: String {
    let roles = roles.map { role in
      role.title + (role.of.map { " (\($0.text))" } ?? "") + (role.isFormer ? ", former" : "")
    }
    let country = country.map { " (\($0.value))" } ?? ""
    return name + country + (roles.isEmpty ? "" : ": \(roles.joined(separator: "; "))")
  }
}

extension MeetingReport {
  fileprivate func line(people: [PersonReport]) -> String {
    let named = participants.map { people[$0.person].name }
    let groups = unnamed.map { $0.role + ($0.of.map { " (\($0.text))" } ?? "") }
    let place = place.map { " in \($0.value.name)" } ?? ""
    let who = (named + groups).joined(separator: ", ")
    return "\(date?.value.description ?? "no date"), \(kind.value), \(status.value)\(place): \(who)"
  }
}

extension SeparationReason {
  /// Why two people named together did not meet, to follow a colon.
  var explanation: String {
    switch self {
    case .possessor: "one is named only as somebody's chief"
    case .relativeClause: "one is named in a clause about another person"
    case .separateMeetings: "they took part in different meetings"
    case .declined: "the contact was refused or denied"
    case .cancelled: "the contact was called off"
    case .planned: "the contact is only planned"
    case .subjectOfTalk: "one is what was talked about"
    case .namedTogether: "they are only named in one sentence"
    }
  }
}
