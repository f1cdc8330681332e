import Diplomacy
import Extraction

/// `measure references`: for whom "he", "she", "him", "her" and "his" stand, on the documents of GUM
/// (Zeldes, 2017) whose mentions are joined by hand.
///
/// Counted are the pronouns that the treebank joins to somebody whom the text names and extraction
/// knows: right, when extraction joins them to the same person; wrong, when to another; else open.
/// What the treebank joins to nobody known counts as wrong when extraction joins it to somebody.
/// Precision is right of right and wrong, recall is right of all counted.
///
/// `--data FOLDER` has the treebank, `--genres news,bio` chooses, `--errors PATH` writes what was wrong.
enum ReferenceMeasurement {
  private static let pronouns: Set = ["he", "she", "him", "her", "his"]

  static func run(_ options: ToolOptions) throws {
    let folder = options["data"] ?? "../shared/data/gum"
    let genres = (options["genres"] ?? "news,bio,interview").split(separator: ",")
    let extractor = Extractor()
    var table = MarkdownTable("references", "pronouns", "precision", "recall")
    var errors: [String] = []
    for genre in genres {
      var tally = Tally()
      for part in ["train", "dev", "test"] {
        for document in try CoreferenceDocument.all(at: "\(folder)/\(part).conllu")
        where document.genre == genre {
          try count(document, extractor, &tally, &errors)
        }
      }
      table.add(
        String(genre), "\(tally.right + tally.missed)", decimal(tally.precision, digits: 3),
        decimal(tally.recall, digits: 3))
    }
    print(table.text, terminator: "")
    try options.writeErrors(errors)
  }

  private static func count(
    _ document: CoreferenceDocument, _ extractor: Extractor, _ tally: inout Tally,
    _ errors: inout [String]
  ) throws {
    let reports = extractor.reports(from: try readArticle(document.text))
    let entityOf = reports.people.map { entity(of: $0, in: document) }
    var personAt: [Int: Int] = [:]
    for (index, person) in reports.people.enumerated() {
      for mention in person.mentions where mention.form == .pronoun {
        personAt[mention.evidence.range.start] = index
      }
    }
    for mention in document.mentions
    where mention.words.count == 1 && pronouns.contains(mention.words[0].lowercased()) {
      let found = personAt[mention.range.lowerBound]
      let isKnown = entityOf.contains(mention.entity)
      if let found, entityOf[found] == mention.entity {
        tally.right += 1
        continue
      }
      if found != nil { tally.extra += 1 }
      if isKnown { tally.missed += 1 }
      guard isKnown || found != nil else { continue }
      let wanted = entityOf.firstIndex(of: mention.entity).map { reports.people[$0].name } ?? "-"
      let got = found.map { reports.people[$0].name } ?? "-"
      errors.append(
        "\(document.id): \(mention.words[0]) is \(wanted), got \(got): "
          + document.surroundings(of: mention.range))
    }
  }

  /// The entity that most of the names of `person` are mentions of.
  private static func entity(of person: PersonReport, in document: CoreferenceDocument) -> String? {
    var votes: [String: Int] = [:]
    for name in person.mentions where name.form == .fullName || name.form == .partialName {
      let range = name.evidence.range.start..<name.evidence.range.end
      let around = document.mentions.filter {
        $0.range.lowerBound <= range.lowerBound && $0.range.upperBound >= range.upperBound
      }
      if let nearest = around.min(by: { $0.range.count < $1.range.count }) {
        votes[nearest.entity, default: 0] += 1
      }
    }
    return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}

extension CoreferenceDocument {
  /// The text around `range`, on one line.
  fileprivate func surroundings(of range: Range<Int>) -> String {
    let scalars = Array(text.unicodeScalars)
    let near = max(0, range.lowerBound - 160)..<min(scalars.count, range.upperBound + 60)
    var view = String.UnicodeScalarView()
    for index in near {
      if index == range.lowerBound { view.append("«") }
      if index == range.upperBound { view.append("»") }
      view.append(scalars[index] == "\n" ? "/" : scalars[index])
    }
    return String(view)
  }
}
