/// The lines of JSON Lines, each an article.
final class LineSteps: PartSteps {
  private let reader: LineReader
  private let envelope: PartCutter.Envelope
  private var number = 0

  init(_ reader: LineReader, _ envelope: PartCutter.Envelope) {
    self.reader = reader
    self.envelope = envelope
  }

  var place: String { "\(envelope.place), line \(number + 1)" }

  func step() throws -> ArticleParts.Element? {
    while let line = try reader.line(limit: ArticlePart.recordLimit) {
      let place = place
      number += 1
      var bytes = line.bytes
      if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
      guard bytes.contains(where: { $0 > 0x20 }) else { continue }
      if line.isCut { return .init(Self.tooLong("line", at: place), at: place) }
      return .init(
        ArticlePart(place: place, content: .record(Array(bytes)), facts: envelope.facts))
    }
    return nil
  }

  static func tooLong(_ what: String, at place: String) -> Refusal {
    Refusal(
      .limit, "\(place) is longer than \(ArticlePart.recordLimit >> 20) MB",
      notes: ["a \(what) holds one article; it is skipped, the others are read"],
      help: ["check that each \(what) is one article"])
  }
}
