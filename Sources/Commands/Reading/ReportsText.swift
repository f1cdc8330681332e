import Diagnostics
import Diplomacy

/// What was understood of an article, for people: its sentences with people, roles and meetings
/// marked, then who is named, what contacts it tells of, and who is named together without having
/// met.
struct ReportsText {
  let article: Article
  let reports: Reports
  let style: TerminalStyle
  let width: Int?

  /// Lines longer than this are hard to read, however wide the terminal is.
  private static let widestLine = 100

  /// The text for a terminal of `columns`, or for a file if there is none: then paragraphs are not
  /// broken.
  init(_ article: Article, _ reports: Reports, style: TerminalStyle, columns: Int?) {
    self.article = article
    self.reports = reports
    self.style = style
    width = columns.map { min($0, Self.widestLine) }
  }

  /// All of it; ends with a line break.
  var text: String {
    let parts = [
      [style.emphasis(heading, as: .aside)] + articleLines, section("People", peopleLines),
      section("Meetings", meetingLines), section("Did not meet", separationLines),
    ]
    let lines = parts.filter { !$0.isEmpty }.joined(separator: [""])
    let isEmpty = reports.people.isEmpty && reports.meetings.isEmpty
    return lines.map { $0 + "\n" }.joined() + (isEmpty ? "\nNothing found.\n" : "")
  }

  /// `The Post, 2025-03-20`, after the title where the text does not hold it.
  private var heading: String {
    let date = article.publication.map { "\($0.when)" } ?? "no date of publication"
    let isTitled = article.blocks.contains { $0.kind == .title }
    let name = isTitled ? nil : article.title ?? article.id ?? "Untitled"
    return printable([name, article.publisher, date].compactMap(\.self).joined(separator: ", "))
  }

  private func section(_ heading: String, _ entries: [String]) -> [String] {
    entries.isEmpty ? [] : [style.emphasis(heading, as: .heading)] + entries
  }

  func lines(of text: StyledText, lead: String) -> [String] {
    text.lines(width: width, style: style, lead: lead)
  }
}

// MARK: - The article

extension ReportsText {
  private var articleLines: [String] {
    MarkedArticle(article, reports, style: style).paragraphs.flatMap { paragraph in
      [""] + paragraph.text.lines(width: width, style: style)
    } + (reports.people.isEmpty ? [] : [""] + legend)
  }

  /// What the marks mean, each shown as it looks.
  private var legend: [String] {
    let marks: [(String, TerminalStyle.Reason, String, String)] = [
      ("person", .person, "[", "]"), ("role", .role, "{", "}"), ("meeting", .contact, "«", "»"),
    ]
    var text = StyledText()
    for (name, reason, open, close) in marks {
      text.append(style.isOn ? name : open + name + close, as: [reason])
      if reason != .contact { text.append(" ") }
    }
    text.append(superscript(1), as: [.held])
    guard style.isOn else { return lines(of: text, lead: "") }
    for status: MeetingStatus in [.held, .planned, .cancelled] {
      text.append(" ")
      text.append(status.rawValue, as: [status.reason])
    }
    return lines(of: text, lead: "")
  }
}

// MARK: - People

extension ReportsText {
  private var peopleLines: [String] {
    let names = reports.people.map { printable($0.nameWithCountry) }
    let column = min(names.map { displayWidth(of: $0) }.max() ?? 0, 32)
    return reports.people.indices.flatMap { index in
      personLines(names[index], roleLine(of: reports.people[index]), column: column)
    }
  }

  /// A name and what is told of the person, side by side where the width allows.
  private func personLines(_ name: String, _ told: String, column: Int) -> [String] {
    let shown = StyledText(name, as: [.person])
    guard !told.isEmpty else { return lines(of: shown, lead: "  ") }
    if let width, width < column + 28 {
      return lines(of: shown, lead: "  ") + lines(of: StyledText(told), lead: "      ")
    }
    let gap = String(repeating: " ", count: max(0, column - displayWidth(of: name)) + 2)
    var lines = lines(of: StyledText(told), lead: "  " + name + gap)
    // The name takes on its colour after the columns are counted.
    lines[0] = "  " + style.emphasis(name, as: .person) + String(lines[0].dropFirst(2 + name.count))
    return lines
  }

  private func roleLine(of person: PersonReport) -> String {
    let roles = person.roles.map { role in
      (role.isFormer ? "former " : "") + role.title
        + (role.of.map { " (\($0.text))" } ?? "")
        + (role.serves.map { ", serves \(reports.people[$0].name)" } ?? "")
    }
    let also = person.aliases.isEmpty ? [] : ["also \(person.aliases.joined(separator: ", "))"]
    return (roles + also).joined(separator: "; ")
  }
}

extension PersonReport {
  fileprivate var nameWithCountry: String { name + (country.map { " (\($0.value))" } ?? "") }
}
