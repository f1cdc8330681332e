import Diagnostics
import Diplomacy

// MARK: - Meetings

extension ReportsText {
  var meetingLines: [String] {
    reports.meetings.enumerated().flatMap { index, meeting in
      let number = "\(index + 1)"
      let lead = String(repeating: " ", count: max(0, 3 - number.count)) + number + " "
      var lines = lines(of: circumstances(of: meeting), lead: lead)
      lines += self.lines(of: parties(of: meeting), lead: "    ")
      if !meeting.topics.isEmpty {
        let topics = meeting.topics.map(\.value).joined(separator: "; ")
        lines += self.lines(of: StyledText("on \(topics)"), lead: "    ")
      }
      return lines + meeting.evidence.flatMap(quoted)
    }
  }

  /// `held meeting, 2025-03-19, in Washington (US), on the margins of ²`.
  private func circumstances(of meeting: MeetingReport) -> StyledText {
    var text = StyledText()
    text.append(meeting.status.value.rawValue, as: [meeting.status.value.reason])
    text.append(" \(meeting.kind.value.rawValue), ")
    text.append(
      meeting.date?.value.description ?? "no date", as: meeting.date == nil ? [.aside] : [])
    if let place = meeting.place?.value {
      let country = place.country.map { " (\($0))" } ?? ""
      text.append(", in \(place.name)\(country)")
    }
    if let whole = meeting.partOf { text.append(", on the margins of \(superscript(whole + 1))") }
    return text
  }

  private func parties(of meeting: MeetingReport) -> StyledText {
    let named = meeting.participants.map { (reports.people[$0.person].name, true) }
    let groups = meeting.unnamed.map { ($0.role + ($0.of.map { " (\($0.text))" } ?? ""), false) }
    var text = StyledText()
    for (index, (party, isNamed)) in (named + groups).enumerated() {
      if index > 0 { text.append(", ") }
      text.append(party, as: isNamed ? [.person] : [])
    }
    return text
  }

  private func quoted(_ evidence: Evidence) -> [String] {
    var text = StyledText("“\(evidence.quote)”")
    text.append(" [\(evidence.range.start)–\(evidence.range.end)]", as: [.aside])
    return lines(of: text, lead: "    ")
  }
}

// MARK: - Who did not meet

extension ReportsText {
  /// The pairs by reason, the reasons in the order of their first pair, each pair with its clause.
  var separationLines: [String] {
    var reasons: [SeparationReason] = []
    for separation in reports.separations where !reasons.contains(separation.reason) {
      reasons.append(separation.reason)
    }
    return reasons.flatMap { reason in
      lines(of: StyledText(reason.explanation), lead: "  ")
        + reports.separations.filter { $0.reason == reason }.flatMap(pairLines)
    }
  }

  private func pairLines(_ separation: SeparationReport) -> [String] {
    let names = [separation.first, separation.second].map { reports.people[$0].name }
    var text = StyledText()
    text.append(names[0], as: [.person])
    text.append(" and ")
    text.append(names[1], as: [.person])
    text.append(": “\(clause(separation.evidence.quote))”", as: [.aside])
    return lines(of: text, lead: "    ")
  }

  /// On a terminal a long clause loses its middle: the two names stand at its ends.
  private func clause(_ quote: String) -> String {
    guard let width, quote.count > width else { return quote }
    let words = quote.split(whereSeparator: \.isWhitespace)
    var head: [Substring] = []
    var tail: [Substring] = []
    var left = words[...]
    var room = width - 3
    while let word = head.count <= tail.count ? left.popFirst() : left.popLast() {
      room -= word.count + 1
      guard room > 0 else { break }
      if head.count <= tail.count { head.append(word) } else { tail.insert(word, at: 0) }
    }
    return (head + ["…"] + tail).joined(separator: " ")
  }
}

extension SeparationReason {
  /// Why two people named together did not meet.
  var explanation: String {
    switch self {
    case .possessor: "one is named only as somebody's chief"
    case .relativeClause: "one is named in a clause about another person"
    case .separateMeetings: "both took part in meetings, but not in the same"
    case .declined: "the contact was refused or denied"
    case .cancelled: "the contact was called off"
    case .planned: "the contact is only planned"
    case .subjectOfTalk: "one is what was talked about"
    case .pastHolder: "one is named as a former holder of an office"
    case .hypothetical: "the contact is hoped for, offered or supposed, no more"
    case .negated: "the words say that there was no contact"
    case .namedTogether: "they are only named in one sentence"
    }
  }
}
