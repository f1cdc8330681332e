import Arguments
import Diagnostics
import Diplomacy
import JSON
import Record

/// `memcon why`: every quote behind what the graph says of a person, or of two.
struct WhyCommand: Command {
  private static let name = Operand("NAME", "A person: name, family name, alias or id.")
  private static let other = Operand("OTHER", "Another person.", count: .zeroOrOne)
  private static let format = Option<OutputFormat>(
    "format", "NAME", "How to print it; text if not given.")

  static let syntax = CommandSyntax(
    "why", summary: "Show every quote behind a person, or behind two people's contact",
    examples: [
      .init("memcon why Rubio Peters", "whether they met, and in which words"),
      .init("memcon why Peters Witkoff", "why two people named together did not meet"),
      .init("memcon why Peters", "every quote behind one person"),
    ],
    discussion: """
      The answer is met, only planned, cancelled, declined, or named together without a meeting, \
      each with the clause that says so. Numbers count Unicode scalars of the article from zero. \
      Articles that print the text of one of these are named last: they do not count as reports of \
      their own.
      """,
    operands: [name.syntax, other.syntax], options: [format.syntax])

  private let name: String
  private let other: String?
  private let format: OutputFormat

  init(_ arguments: ParsedArguments) throws {
    name = arguments.value(of: Self.name) ?? ""
    other = arguments.value(of: Self.other)
    format = try arguments.value(of: Self.format) ?? .text
  }

  func run(on console: Console) throws -> ExitStatus {
    let store = try console.openGraph()
    let person = try store.person(named: name)
    guard let other = try other.map({ try store.person(named: $0) }) else {
      let why = try store.why(person.id)
      let copies = try store.copies(of: why?.articles ?? [])
      let answer = why?.answer(copies: copies, style: console.style)
      return try console.print(
        answer ?? Answer(Rows(columns: [])), as: format, nothing: "nothing is told of \(name)")
    }
    guard person.id != other.id else {
      throw Diagnostic(
        "both names mean \(person.name)", help: ["memcon why \(person.id) tells of one person"])
    }
    let why = try store.why(person.id, other.id)
    let copies = try store.copies(of: why.articles)
    return try console.print(
      why.answer(for: person, other, copies: copies, style: console.style),
      as: format,
      nothing: "\(person.name) and \(other.name) are not named together in any article")
  }
}

// MARK: - Two people

extension PairExplanation {
  /// The articles that are quoted.
  fileprivate var articles: Set<String> {
    Set(meetings.flatMap(\.quotes).map(\.quote.article) + separations.map(\.quote.article))
  }

  fileprivate func answer(
    for person: PersonSummary, _ other: PersonSummary, copies: [ArticleCopy], style: TerminalStyle
  ) -> Answer {
    let quoted = meetings.flatMap { meeting in
      meeting.quotes.map { (said: $0.status.rawValue, date: meeting.date, quote: $0.quote) }
    }
    let apart = separations.map {
      (said: $0.reason.explanation, date: PartialDate?.none, quote: $0.quote)
    }
    let object: JSONValue = [
      "person": person.object, "other": other.object, "verdict": .string(verdict.words),
      "meetings": .array(meetings.map(\.object)),
      "separations": .array(
        separations.map { ["reason": .string($0.reason.rawValue), "quote": $0.quote.object] }),
      "copies": .array(copies.map(\.object)),
    ]
    let rows = (quoted + apart).map { Rows.row($0.quote, about: $0.said, date: $0.date) }
    return Answer(
      Rows(columns: Rows.quoteColumns, rows: rows), objects: [object],
      text: text(for: person, other, copies: copies, style: style), isSingle: true)
  }

  private func text(
    for person: PersonSummary, _ other: PersonSummary, copies: [ArticleCopy], style: TerminalStyle
  ) -> String {
    let heading = printable("\(person.name) and \(other.name): \(verdict.words)")
    var lines = [style.emphasis(heading, as: .heading)]
    for meeting in meetings {
      lines += ["", meeting.circumstances] + indented(meeting.quoteLines)
    }
    for separation in separations {
      lines += ["", separation.reason.explanation]
      lines += indented(quoteLines([(separation.quote, "")]))
    }
    lines += copies.lines
    return lines.joined(separator: "\n") + "\n"
  }
}

extension PairVerdict {
  /// The verdict, to follow two names and a colon.
  fileprivate var words: String {
    switch self {
    case .met: "met"
    case .planned: "only planned"
    case .cancelled: "cancelled"
    case .declined: "declined"
    case .namedTogether: "named together, did not meet"
    case .unrelated: "not named together"
    }
  }
}

// MARK: - One person

extension PersonExplanation {
  /// The quotes that stand for one thing, with the thing in words.
  private typealias Claim = (about: String, date: PartialDate?, quotes: [Quote])

  /// The articles that are quoted.
  fileprivate var articles: Set<String> { Set(claims.flatMap(\.quotes).map(\.article)) }

  fileprivate func answer(copies: [ArticleCopy], style: TerminalStyle) -> Answer {
    let claims = claims.filter { !$0.quotes.isEmpty }
    let object: JSONValue = [
      "person": person.object, "roles": .array(roles.map(\.object)),
      "country": .array(country.map(\.object)), "meetings": .array(meetings.map(\.object)),
      "namings": .array(namings.map(\.object)),
      "reports": .array(reports.map(\.object)),
      "candidates": .array(candidates.map(\.object)),
      "copies": .array(copies.map(\.object)),
    ]
    let rows = claims.flatMap { claim in
      claim.quotes.map { Rows.row($0, about: claim.about, date: claim.date) }
    }
    var lines = claims.flatMap { claim in
      ["", claim.about] + indented(quoteLines(claim.quotes.map { ($0, "") }))
    }
    let joined = reports.filter { $0.rule != "full name" }
    if !joined.isEmpty { lines += ["", "counted as one by"] + indented(joined.map(\.line)) }
    if !candidates.isEmpty { lines += ["", "could be"] + indented(candidates.map(\.line)) }
    lines += copies.lines
    let heading = style.emphasis(person.line, as: .heading)
    return Answer(
      Rows(columns: Rows.quoteColumns, rows: rows), objects: [object],
      text: ([heading] + lines).joined(separator: "\n") + "\n", isSingle: true)
  }

  private var claims: [Claim] {
    let naming: Claim = ("named", nil, namings)
    let acting: Claim = ("acts for \(person.country?.rawValue ?? "")", nil, country)
    let holding = roles.map { role -> Claim in (printable("is \(role.title)"), nil, role.quotes) }
    let meeting = meetings.map { meeting -> Claim in
      (meeting.circumstances, meeting.date, meeting.quotes.map(\.quote))
    }
    return [naming, acting] + holding + meeting
  }
}

extension PersonExplanation.Identification {
  /// `family name and office (foreign minister of RU in 2014): “Lavrov” in talks-a1b2c3`.
  fileprivate var line: String {
    let basis = evidence.map { " (\($0))" } ?? ""
    return printable("\(rule)\(basis): “\(name)” in \(article)")
  }

  fileprivate var object: JSONValue {
    [
      "article": .string(article), "name": .string(name), "rule": .string(rule),
      "evidence": .optional(evidence),
    ]
  }
}

// MARK: - Copies

extension [ArticleCopy] {
  /// What is told of them after the quotes.
  fileprivate var lines: [String] {
    isEmpty ? [] : ["", "printed again, and not counted"] + indented(map(\.line))
  }
}

extension ArticleCopy {
  /// `talks-herald (The Herald, 2025-03-21) prints talks-a1b2c3`.
  fileprivate var line: String {
    let facts = [publisher, published?.description].compactMap(\.self).joined(separator: ", ")
    return printable("\(id)\(facts.isEmpty ? "" : " (\(facts))") prints \(original)")
  }

  fileprivate var object: JSONValue {
    [
      "article": .string(id), "of": .string(original), "publisher": .optional(publisher),
      "published": .optional(published?.description),
    ]
  }
}

extension Rows {
  fileprivate static let quoteColumns = [
    "about", "date", "quote", "publisher", "published", "article", "start", "end",
  ]

  fileprivate static func row(
    _ quote: Quote, about: String, date: PartialDate?
  ) -> [JSONValue] {
    [
      .string(about), .optional(date?.description), .string(quote.text),
      .optional(quote.publisher), .optional(quote.published?.description), .string(quote.article),
      .integer(quote.range.start), .integer(quote.range.end),
    ]
  }
}
