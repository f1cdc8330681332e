import Archives
import Diplomacy

/// The pages of a file that a crawler wrote (WARC, ISO 28500): its responses that are pages.
///
/// When a page was fetched is not when it was published, so that WARC-Date tells nothing.
final class WARCSteps: PartSteps {
  private let reader: LineReader
  private let envelope: PartCutter.Envelope
  private let cutter: PartCutter
  private var inner: (any PartSource)?
  private var number = 0

  init(_ reader: LineReader, _ envelope: PartCutter.Envelope, cutter: PartCutter) {
    self.reader = reader
    self.envelope = envelope
    self.cutter = cutter
  }

  var place: String { envelope.place }

  func step() throws -> ArticleParts.Element? {
    while true {
      if let part = inner?.next() { return part }
      inner = nil
      guard let header = try header() else { return nil }
      number += 1
      try open(header)
    }
  }

  /// The fields of the next record, after the empty lines that end the last.
  private func header() throws -> HeaderFields? {
    var lines: [[UInt8]] = []
    while let line = try reader.line(limit: 1 << 16) {
      let bytes = line.bytes.last == 0x0D ? line.bytes.dropLast() : line.bytes
      if bytes.isEmpty {
        if lines.isEmpty { continue }
        return HeaderFields(lines.dropFirst())
      }
      if lines.isEmpty, !bytes.starts(with: "WARC/".utf8) {
        throw Refusal(
          .damaged, "\(envelope.place) is damaged after record \(number)",
          notes: ["no record starts where one should"], help: ["copy or download it again"])
      }
      lines.append(Array(bytes))
    }
    return nil
  }

  private func open(_ header: HeaderFields) throws {
    guard let length = header["content-length"].flatMap(Int.init), length >= 0 else {
      throw Refusal(.damaged, "\(envelope.place): record \(number) does not tell its length")
    }
    let type = header["warc-type"]?.lowercased()
    guard type == "response" || type == "resource", length <= ArticlePart.sizeLimit else {
      try pass(length)
      return
    }
    let address = header["warc-target-uri"].map { $0.filter { !"<>".contains($0) } }
    let record = try reader.bytes(length)
    guard record.count == length else { throw ending() }
    var facts = envelope.facts
    facts.url = address
    facts.mediaType = header["content-type"]
    var body = record[...]
    if type == "response", record.starts(with: "HTTP/".utf8) {
      guard let response = HTTPResponse(record) else { return }
      guard response.isPage else { return }
      facts.mediaType = response.fields["content-type"]
      body = response.body
    } else if !(facts.mediaType ?? "").hasPrefix("text/") {
      return
    }
    let place = "\(envelope.place) › \(address ?? "record \(number)")"
    var inner = envelope
    inner.place = place
    inner.name = address ?? ""
    inner.facts = facts
    inner.depth += 1
    self.inner = cutter.cut(MemoryStream(Array(body)), inner)
  }

  private func pass(_ length: Int) throws {
    guard try reader.skip(length) else { throw ending() }
  }

  private func ending() -> Refusal {
    Refusal(
      .damaged, "\(envelope.place) ends within record \(number)",
      notes: ["the records before it are read"], help: ["copy or download it again"])
  }
}

/// An answer of a web server as it went over the line.
private struct HTTPResponse {
  let fields: HeaderFields
  private(set) var body: ArraySlice<UInt8>
  private let status: Int

  init?(_ bytes: [UInt8]) {
    guard let parts = HeaderFields.split(bytes[...]), let first = parts.lines.first else {
      return nil
    }
    let words = String(decoding: first, as: UTF8.self).split(separator: " ")
    status = words.count > 1 ? Int(words[1]) ?? 0 : 0
    fields = HeaderFields(parts.lines.dropFirst())
    body = parts.body
    if fields["transfer-encoding"]?.lowercased().contains("chunked") == true { unchunk() }
  }

  /// Whether it is a text that was found, and not a picture, a script or a redirection.
  var isPage: Bool {
    guard status == 200, !body.isEmpty else { return false }
    let type = fields["content-type"]?.lowercased() ?? "text/html"
    return [
      "text/html", "text/plain", "application/xhtml", "application/pdf", "application/rss",
      "application/atom", "text/xml", "application/xml",
    ].contains { type.hasPrefix($0) }
  }

  private mutating func unchunk() {
    var whole: [UInt8] = []
    var rest = body
    while let end = rest.firstIndex(of: 0x0A) {
      let head = String(
        decoding: rest[..<end].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }, as: UTF8.self)
      // A crawler that undid the pieces left the field: then the body is whole as it is.
      guard let length = Int(head, radix: 16), length >= 0 else {
        if whole.isEmpty { return }
        break
      }
      if length == 0 { break }
      rest = rest[(end + 1)...]
      whole += rest.prefix(length)
      rest = rest.dropFirst(length)
      if let line = rest.firstIndex(of: 0x0A) { rest = rest[(line + 1)...] }
    }
    body = whole[...]
  }
}
