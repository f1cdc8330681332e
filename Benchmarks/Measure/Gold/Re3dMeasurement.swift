import Diplomacy
import Extraction

/// `measure re3d`: named people, and contacts between them, on the shared half of the corpus re3d.
///
/// - A gold person is a distinct name in a document: mentions of type `Person` of any confidence
///   that hold a name, put together where the words of one are among another's ("Carter", "Ash
///   Carter"). Pronouns ("he"), descriptions ("the young man", "The Minister") and groups are none.
/// - A predicted person is an entry of `people`. Both are aligned one to one: the same name, or the
///   words of one among the other's. Precision and recall count people, over all documents.
/// - A gold contact is an unordered pair of such people joined by the relation `CommWith` in either
///   direction. It is found if a meeting of any status has both as participants.
///
/// `--errors PATH` writes what was missed and what was too much to a file.
enum Re3dMeasurement {
  static func run(_ options: ToolOptions) throws {
    let documents = try Re3dDocument.all(in: "\(options.gold)/re3d")
    let extractor = Extractor()
    var people = Tally()
    var contacts = Tally()
    var errors: [String] = []
    for document in documents {
      let reports = extractor.reports(from: try readArticle(document.text))
      let found = reports.people.indices.map(reports.individual)
      let pairs = aligned(found, document.people)
      people.right += pairs.count
      people.extra += found.count - pairs.count
      people.missed += document.people.count - pairs.count
      errors += nameErrors(document, reports, pairs)
      for contact in document.contacts {
        let indices = contact.map { wanted in pairs.first { $0.wanted == wanted }?.found }
        let isFound = reports.meetings.contains { meeting in
          let present = Set(meeting.participants.map(\.person))
          return indices.allSatisfy { $0.map(present.contains) ?? false }
        }
        if isFound { contacts.right += 1 } else { contacts.missed += 1 }
        let names = contact.map { document.people[$0].line }.joined(separator: " + ")
        if !isFound { errors.append("contact missed: \(document.id): \(names)") }
      }
    }
    var table = MarkdownTable("re3d", "F1", "precision", "recall", "gold")
    table.add(
      "named people", decimal(people.f1, digits: 3), decimal(people.precision, digits: 3),
      decimal(people.recall, digits: 3), "\(people.right + people.missed)")
    table.add(
      "contacts between them", "-", "-", decimal(contacts.recall, digits: 3),
      "\(contacts.right + contacts.missed)")
    print(table.text, terminator: "")
    try options.writeErrors(errors.sorted())
  }

  private static func nameErrors(
    _ document: Re3dDocument, _ reports: Reports, _ pairs: [(found: Int, wanted: Int)]
  ) -> [String] {
    let found = Set(pairs.map(\.found))
    let wanted = Set(pairs.map(\.wanted))
    return document.people.indices.filter { !wanted.contains($0) }.map {
      "person missed: \(document.id): \(document.people[$0].line)"
    }
      + reports.people.indices.filter { !found.contains($0) }.map {
        "person extra: \(document.id): \(reports.people[$0].name)"
      }
  }
}

extension NamedIndividual {
  /// The distinct forms, for people.
  var line: String {
    var lines: [String] = []
    for form in forms {
      let line = form.words.joined(separator: " ")
      if !lines.contains(line) { lines.append(line) }
    }
    return lines.joined(separator: " / ")
  }
}
