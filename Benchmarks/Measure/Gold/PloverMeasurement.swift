import Diplomacy
import Extraction
import JSON

/// `measure plover`: contacts between countries on the shared half of the gold records of PLOVER
/// (Open Event Data Alliance, 2016): one sentence each, coded with an event and its actors.
///
/// - Of the records of kind CONSULT: how many have a meeting, of any status, whose countries hold
///   those of the record's source and target. Countries are told by the actors' codes.
/// - Of the records of the other kinds that report no contact held: how many have no meeting with
///   the status held. A planned visit or a refused meeting is no contact held. The four records
///   that do report one, read by hand, are left out: talks during which a demand was raised, a
///   conference, deliberations, a cabinet's meeting.
///
/// `--errors PATH` writes what was missed and what was claimed to a file.
enum PloverMeasurement {
  private static let otherKindsWithContact: Set = [
    "PLOVER-GSR01-AGREE-0006", "PLOVER-GSR01-CONCEDE-0009", "PLOVER-GSR01-DEMAND-0018",
    "PLOVER-GSR01-THREATEN-0010",
  ]

  static func run(_ options: ToolOptions) throws {
    let extractor = Extractor()
    let codes = try CountryCodes(path: "Benchmarks/Measure/Gold/alpha-3.tsv")
    var consulted = (right: 0, of: 0)
    var silent = (right: 0, of: 0)
    var errors: [String] = []
    for record in try rows(of: "\(options.gold)/plover/records.jsonl") {
      let id = record["id"]?.stringValue ?? ""
      let text = record["text"]?.stringValue ?? ""
      let meetings = extractor.reports(from: try readArticle(text)).meetings
      let claims = meetings.map { "\($0.status.value) \($0.countries)" }.joined(separator: "; ")
      let isRight: Bool
      if record["event"] == "CONSULT" {
        let wanted = codes.countries(of: record)
        isRight = meetings.contains { wanted.isSubset(of: $0.countries) }
        consulted = (consulted.right + (isRight ? 1 : 0), consulted.of + 1)
      } else if otherKindsWithContact.contains(id) {
        continue
      } else {
        isRight = meetings.allSatisfy { $0.status.value != .held }
        silent = (silent.right + (isRight ? 1 : 0), silent.of + 1)
      }
      if !isRight { errors.append("\(id): «\(text)» got [\(claims)]") }
    }
    var table = MarkdownTable("PLOVER", "share", "records")
    table.add(
      "CONSULT with both countries", decimal(share(consulted.right, of: consulted.of), digits: 3),
      "\(consulted.of)")
    table.add(
      "other kinds without a meeting held", decimal(share(silent.right, of: silent.of), digits: 3),
      "\(silent.of)")
    print(table.text, terminator: "")
    try options.writeErrors(errors)
  }
}

/// What the codes of three letters mean, those of the corpus that no standard knows included.
private struct CountryCodes {
  private var codes: [String: CountryCode] = [:]

  init(path: String) throws {
    for line in try text(of: path).split(separator: "\n") {
      let cells = line.split(separator: "\t").map(String.init)
      if cells.count == 2 { codes[cells[0]] = CountryCode(cells[1]) }
    }
  }

  /// The countries of the actors on both sides of `record`.
  func countries(of record: JSONValue) -> Set<CountryCode> {
    var found: Set<CountryCode> = []
    for side in ["source", "target"] {
      guard case .array(let actors) = record[side] else { continue }
      for actor in actors {
        if let code = actor["code"]?.stringValue.flatMap({ codes[$0] }) { found.insert(code) }
      }
    }
    return found
  }
}
