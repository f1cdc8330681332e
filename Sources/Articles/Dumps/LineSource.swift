/// The lines of JSON Lines, each an article.
final class LineSource: PartSource {
  private let reader: LineReader
  private let envelope: PartCutter.Envelope
  private var number = 0
  private var isOver = false
  private var hasParts = false

  init(_ reader: LineReader, _ envelope: PartCutter.Envelope) {
    self.reader = reader
    self.envelope = envelope
  }

  func next() -> ArticleParts.Element? {
    while !isOver {
      do {
        guard let line = try reader.line(limit: ArticlePart.recordLimit) else { break }
        number += 1
        var bytes = line.bytes
        if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        guard bytes.contains(where: { $0 > 0x20 }) else { continue }
        hasParts = true
        let place = "\(envelope.place), line \(number)"
        if line.isCut { return .init(Self.tooLong("line", at: place), at: place) }
        return .init(
          ArticlePart(place: place, content: .record(Array(bytes)), facts: envelope.facts))
      } catch {
        hasParts = true
        isOver = true
        let place = "\(envelope.place), line \(number + 1)"
        return .init(Refusal(error, at: envelope.place), at: place)
      }
    }
    isOver = true
    guard !hasParts else { return nil }
    hasParts = true
    return .init(Refusal(.empty, "\(envelope.place) is empty"), at: envelope.place)
  }

  static func tooLong(_ what: String, at place: String) -> Refusal {
    Refusal(
      .limit, "\(place) is longer than \(ArticlePart.recordLimit >> 20) MB",
      notes: ["a \(what) holds one article; it is skipped, the others are read"],
      help: ["check that each \(what) is one article"])
  }
}
