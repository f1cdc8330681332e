import JSON

/// The records of a JSON document: the elements of its list, its objects one after the other, or the
/// list of objects within its only object.
///
/// Lists are cut as they are read, so that a dump may be larger than memory.
final class JSONSteps: PartSteps {
  private let reader: PeekedStream
  private let envelope: PartCutter.Envelope
  private let fields: FieldMapping
  private var scanner = JSONScanner()
  private var buffer: [UInt8] = []
  private var position = 0
  private var number = 0
  private var inner: ListSource?

  init(_ stream: PeekedStream, _ envelope: PartCutter.Envelope, fields: FieldMapping) {
    reader = stream
    self.envelope = envelope
    self.fields = fields
  }

  var place: String { "\(envelope.place), record \(number + 1)" }

  func step() throws -> ArticleParts.Element? {
    if let part = inner?.next() { return part }
    inner = nil
    while let record = try record() {
      let place = place
      number += 1
      guard let parts = records(within: record) else {
        return .init(ArticlePart(place: place, content: .record(record), facts: envelope.facts))
      }
      inner = ListSource(parts)
      if let part = inner?.next() { return part }
    }
    return nil
  }

  /// The bytes of the next object.
  private func record() throws -> [UInt8]? {
    var start: Int?
    while true {
      while position < buffer.count {
        let byte = buffer[position]
        position += 1
        switch scanner.take(byte) {
        case .opens: start = position - 1
        case .closes:
          guard let first = start else { continue }
          let record = Array(buffer[first..<position])
          buffer.removeSubrange(..<position)
          position = 0
          return record
        case .goesOn: continue
        }
        if scanner.isBroken {
          throw Refusal(
            .damaged, "\(envelope.place) is no sound JSON after record \(number)",
            help: ["check it with a JSON tool; of JSON Lines the other lines can still be read"])
        }
      }
      let limit = scanner.isList ? ArticlePart.recordLimit : ArticlePart.sizeLimit
      if let first = start {
        if position - first > limit {
          throw LineSteps.tooLong("record", at: place)
        }
      } else {
        buffer = []
        position = 0
      }
      var chunk = [UInt8](repeating: 0, count: 1 << 17)
      let count = try chunk.withUnsafeMutableBytes { try reader.read(into: $0) }
      guard count > 0 else {
        guard start == nil, !scanner.isInside else {
          throw Refusal(
            .damaged, "\(envelope.place) ends within record \(number + 1)",
            notes: ["the records before it are read"], help: ["copy or download it again"])
        }
        return nil
      }
      buffer += chunk[..<count]
    }
  }

  /// The records of the longest list of objects in an object that has no text of its own.
  private func records(within bytes: [UInt8]) -> [ArticleParts.Element]? {
    guard !scanner.isList, let object = try? JSONValue(parsing: bytes),
      fields.value(of: .text, in: object)?.stringValue == nil,
      fields.value(of: .html, in: object)?.stringValue == nil
    else { return nil }
    var best: [JSONValue] = []
    var level = [object]
    for _ in 0..<4 {
      var next: [JSONValue] = []
      for case .object(let members) in level {
        for member in members {
          if case .array(let elements) = member.value,
            elements.count > best.count, elements.allSatisfy({ $0.isObject })
          {
            best = elements
          } else if member.value.isObject {
            next.append(member.value)
          }
        }
      }
      level = next
    }
    guard !best.isEmpty else { return nil }
    return best.enumerated().map { index, record in
      .init(
        ArticlePart(
          place: "\(envelope.place), record \(index + 1)",
          content: .record(Array(record.text.utf8)), facts: envelope.facts))
    }
  }
}

extension JSONValue {
  fileprivate var isObject: Bool { if case .object = self { true } else { false } }
}

/// Finds where the objects of a JSON text start and end, byte by byte.
struct JSONScanner {
  enum Step { case opens, closes, goesOn }

  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  /// Whether the outermost value is a list.
  private(set) var isList = false
  private(set) var isBroken = false
  private var isFirst = true

  /// Whether a value is open.
  var isInside: Bool { depth > 0 }

  /// What `byte` does: it opens or closes an object that is a record, or neither.
  mutating func take(_ byte: UInt8) -> Step {
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
      }
      return .goesOn
    }
    let outer = isList ? 1 : 0
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "["):
      if isFirst { isList = true }
      isFirst = false
      depth += 1
    case UInt8(ascii: "{"):
      isFirst = false
      depth += 1
      if depth == outer + 1 { return .opens }
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      if depth < 0 { isBroken = true }
      if depth == outer, byte == UInt8(ascii: "}") { return .closes }
    default: break
    }
    return .goesOn
  }
}
