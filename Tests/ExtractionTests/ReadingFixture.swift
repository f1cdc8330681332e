import Articles
import Diplomacy
import Extraction
import Testing

/// A case of a fixture file: its name, the text, and the lines that are expected of it.
struct FixtureCase: CustomTestStringConvertible {
  var name: String
  var text: String
  var expected: [String]

  var testDescription: String { name }

  /// The cases of `Fixtures/<file>.txt`: "== name", the text, then lines that start with ">".
  static func all(of file: String) throws -> [FixtureCase] {
    let content = try fixtureText(file)
    return content.split(separator: "\n== ").dropFirst().map { block in
      // An empty line inside a text stays; those around it go.
      let lines = block.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let body = lines.dropFirst()
      return FixtureCase(
        name: lines[0].hasPrefix("== ") ? String(lines[0].dropFirst(3)) : lines[0],
        text: body.filter { !$0.hasPrefix("> ") }.joined(separator: "\n").trimmingEmptyLines,
        expected: body.filter { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) })
    }
  }
}

func fixtureText(_ file: String) throws -> String {
  let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
  let bytes = try InputFile(path: "/\(folder)/Fixtures/\(file).txt").bytes
  return String(decoding: bytes, as: UTF8.self)
}

/// The reports of `text`, published on Thursday, 2025-03-20 unless the text says otherwise.
func read(_ text: String, published: String? = "2025-03-20") throws -> (Article, Reports) {
  let reader = ArticleReader(
    published: published.flatMap { CalendarDate(iso: $0) }, format: .text)
  let outcomes = reader.read(InputFile(name: "text", bytes: Array(text.utf8)))
  let article = try #require(outcomes.first).get()
  return (article, Extractor().reports(from: article))
}

extension Reports {
  /// A line a meeting: "held meeting 2025-03-19 in Washington: Marco Rubio + Winston Peters"; of one without a
  /// named participant with the states that no party tells.
  var meetingLines: [String] {
    meetings.map { meeting in
      let names = meeting.participants.map { people[$0.person].name }.sorted()
      let unnamed = meeting.unnamed.map { "\($0.role) of \($0.of?.text ?? "?")" }
      var line = "\(meeting.status.value) \(meeting.kind.value)"
      if let date = meeting.date { line += " \(date.value)" }
      if let place = meeting.place { line += " in \(place.value.name)" }
      let states = meeting.countries.filter { code in
        names.isEmpty && !meeting.unnamed.contains { $0.of == .country(code) }
      }
      return line + ": " + (names + unnamed + states.map(\.rawValue)).joined(separator: " + ")
    }
  }

  /// A line a person: "Ayman Safadi (JO): Foreign Minister of JO".
  var personLines: [String] {
    people.map { person in
      let roles = person.roles.map {
        ($0.isFormer ? "former " : "") + "\($0.title) of \($0.of?.text ?? "?")"
      }
      let head = "\(person.name) (\(person.country?.value.rawValue ?? "?")):"
      return roles.isEmpty ? head : head + " " + roles.joined(separator: "; ")
    }
  }
}

extension String {
  /// Without line breaks at its ends.
  fileprivate var trimmingEmptyLines: String {
    let tail = drop { $0 == "\n" }
    return String(tail.reversed().drop { $0 == "\n" }.reversed())
  }
}
