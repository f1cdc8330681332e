import Diplomacy
import Record

// MARK: - What a curator decides

extension GraphStore {
  /// Carries out the lines of a scenario that begin with "!".
  func carryOut(_ decisions: [String]) throws {
    for line in decisions {
      let words = line.split(separator: " ").map(String.init)
      let (desk, rest) = ("desk", words.dropFirst(2).joined(separator: " "))
      switch words[0] {
      case "merge": _ = try merge(words[1], into: words[2], author: desk)
      case "apart": _ = try keepApart(words[1], words[2], author: desk)
      case "split": _ = try split(words[1], articles: [words[2]], author: desk)
      case "rename": _ = try rename(words[1], to: rest, author: desk)
      case "reject": _ = try reject(words[1], author: desk)
      case "undo": _ = try undo(Int(words[1]) ?? 0)
      case "forget": try forget(words[1])
      case "register":
        let fields = line.dropFirst("register ".count).split(separator: ";").map {
          String($0).trimmed
        }
        let role = RegisteredPerson.Role(
          title: fields[2], of: fields[1], since: fields[3], until: fields[4])
        let person = RegisteredPerson(
          name: fields[0], country: CountryCode(fields[1]), roles: [role])
        _ = try importPeople([person], author: desk)
      default: throw UnknownLine(line: line)
      }
    }
  }
}

/// A line of the scenarios that nothing is known to do for.
private struct UnknownLine: Error { let line: String }

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

// MARK: - What is asked

extension GraphStore {
  /// The answers to the lines of a scenario that begin with "?".
  func answers(to questions: [String]) throws -> [String] {
    try questions.flatMap { question in
      let words = question.split(separator: " ").map(String.init)
      let answers = try answers(words[0], Array(words.dropFirst()))
      return answers.isEmpty ? ["\(words[0]): nothing"] : answers.map { "\(words[0]): \($0)" }
    }
  }

  private func answers(_ question: String, _ ids: [String]) throws -> [String] {
    switch question {
    case "why":
      try why(ids[0])?.reports.map {
        "\($0.name) in \($0.article), \($0.rule)" + ($0.evidence.map { " (\($0))" } ?? "")
      } ?? []
    case "roles":
      try profile(of: ids[0])?.roles.map { role in
        let span = [role.firstReported, role.lastReported].map { $0?.description ?? "?" }
        return "\(role.title) of \(role.of ?? "?"), \(span.joined(separator: " to "))"
          + (role.isFormer ? ", former" : "")
      } ?? []
    case "disputed": try disputes()
    case "history": try history(ids)
    case "announced":
      try announcedAndNotReported().map { "\($0.date?.description ?? "?") \($0.title)" }
    case "sidelines":
      try metOnlyOnSidelines(ids.first).map {
        "\($0.person.name) + \($0.other.name), \($0.meetings) times"
      }
    case "courier":
      try courier(from: ids[0], to: ids[1], until: CalendarDate(iso: ids[2]))?.map {
        "\($0.from.name) to \($0.to.name) on \($0.meeting.date?.description ?? "?")"
      } ?? []
    case "candidates": try candidates().map { "\($0.subject) = \($0.object), \($0.reason)" }
    case "decisions":
      try decisions().map {
        "\($0.number) \($0.kind) \($0.subject)" + ($0.object.map { " \($0)" } ?? "")
          + " by \($0.author)"
      }
    case "basis":
      try [basis()].map {
        "\($0.articles) articles, \($0.span.map { "\($0.lowerBound) to \($0.upperBound)" } ?? "?")"
      }
    case "names": try people(matching: ids.joined(separator: " ")).map(\.id)
    default: throw UnknownLine(line: question)
    }
  }

  /// What each article says of a meeting on which articles disagree.
  private func disputes() throws -> [String] {
    var filter = MeetingFilter()
    filter.isDisputed = true
    return try meetings(filter).flatMap { meeting in
      meeting.quotes.map { quote in
        let place = quote.place.map { " in \($0)" } ?? ""
        let day = quote.date?.description ?? "?"
        return "\(quote.quote.article) says \(quote.status) \(quote.kind) \(day)\(place)"
      }
    }
  }

  private func history(_ ids: [String]) throws -> [String] {
    let since = ids.count > 2 ? CalendarDate(iso: ids[2]) : nil
    let history = try history(of: ids[0], with: ids[1], MeetingFilter(since: since))
    let gap = history.longestGap.map { ", longest gap \($0.days) days" } ?? ""
    let days = [history.first, history.last].map { $0?.date?.description ?? "?" }
    return ["first \(days[0]), last \(days[1])\(gap)"]
      + history.roles.map { "\($0.meetings) as \($0.first ?? "?") and \($0.second ?? "?")" }
  }
}
