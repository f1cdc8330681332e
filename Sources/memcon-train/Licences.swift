/// Which documents of GUM a model may be made from that is passed on.
struct Licences {
  private var allowed: Set<String> = []
  /// The rows of those among them that models are trained on, for whoever is to be credited.
  private(set) var sources: [Substring] = []

  /// The licences told by the table at `path`: document, split, genre, licence, source.
  init(_ path: String) throws(TextFile.Failure) {
    for line in try TextFile.lines(path).dropFirst() {
      let fields = line.split(separator: "\t")
      guard fields.count > 3, Self.licences.contains(fields[3]) else { continue }
      allowed.insert(String(fields[0]))
      if fields[1] == "train" { sources.append(line) }
    }
  }

  /// Those that ask for no more than attribution and the like licence.
  private static let licences: Set<Substring> = ["CC BY 2.5", "CC BY 4.0", "CC BY-SA 3.0"]

  func allow(_ document: String) -> Bool { allowed.contains(document) }
}
