import Archives
import Diagnostics

/// Cuts an input into the bytes of single articles.
struct PartCutter {
  let format: InputFormat
  let fields: FieldMapping

  /// The parts of an input.
  func cut(_ input: ArticleInput) -> ArticleParts {
    var facts = StatedFacts()
    facts.url = input.url
    facts.mediaType = input.mediaType
    let stream: any ByteStream
    switch input.origin {
    case .file(let path):
      do throws(Diagnostic) {
        stream = try FileStream(path: path)
      } catch {
        return ArticleParts(failure(Refusal(.unreadable, error), at: input.name), from: nil)
      }
    case .bytes(let bytes): stream = MemoryStream(bytes)
    }
    let envelope = Envelope(place: input.name, name: input.name, facts: facts)
    return ArticleParts(cut(stream, envelope), from: stream)
  }

  /// What is known of a stream before it is read.
  struct Envelope {
    /// What messages call it.
    var place: String
    /// The path of the file or member.
    var name: String
    var facts = StatedFacts()
    /// How many archives it lies in.
    var depth = 0
    /// What the outermost archive may unpack to.
    var unpacking: Unpacking?
  }

  /// The parts of a stream.
  func cut(_ stream: any ByteStream, _ envelope: Envelope) -> any PartSource {
    var envelope = envelope
    let place = envelope.place
    do {
      let stream = try PeekedStream(stream)
      guard stream.head.contains(where: { $0 > 0x20 }) || !stream.isWhole else {
        return failure(Refusal(.empty, "\(place) is empty"), at: place)
      }
      envelope.facts.fileDate = WrittenDate.inPath(envelope.name) ?? envelope.facts.fileDate
      let kind = FormatRecognizer.kind(
        of: stream.head, isWhole: stream.isWhole, name: envelope.name,
        mediaType: envelope.facts.mediaType)
      switch kind {
      case .packed: return try unpack(stream, envelope)
      case .foreign(let name) where format == .auto:
        throw Refusal(
          name.hasPrefix("a pro") || name == "a script" ? .script : .binary,
          "\(place) is \(name)", help: ["give articles as pages, text, PDF, mail or records"])
      case .foreign: return try cut(stream, as: format, envelope)
      case .plain(let told):
        return try cut(stream, as: format == .auto ? told : format, envelope)
      }
    } catch {
      return failure(Refusal(error, at: place), at: place)
    }
  }

  func failure(_ refusal: Refusal, at place: String) -> any PartSource {
    ListSource([.init(refusal, at: place)])
  }
}

// MARK: - By format

extension PartCutter {
  private func cut(
    _ stream: PeekedStream, as format: InputFormat, _ envelope: Envelope
  ) throws -> any PartSource {
    let place = envelope.place
    func steps(_ steps: any PartSteps, without nothing: String) -> any PartSource {
      SteppedSource(steps, at: place, without: nothing)
    }
    func part(_ content: ([UInt8]) -> ArticlePart.Content) throws -> any PartSource {
      let bytes = try Self.whole(stream, place)
      return ListSource([
        .init(ArticlePart(place: place, content: content(bytes), facts: envelope.facts))
      ])
    }
    switch format {
    case .auto, .text: return try part { .text($0) }
    case .markdown: return try part { .markdown($0) }
    case .html: return try part { .page($0) }
    case .mail, .mhtml: return try part { .mail($0) }
    case .pdf: return try part { .pdf($0) }
    case .jsonl: return steps(LineSteps(LineReader(stream), envelope), without: "is empty")
    case .json:
      return steps(JSONSteps(stream, envelope, fields: fields), without: "holds no records")
    case .csv:
      return steps(RowSteps(LineReader(stream), envelope), without: "has no rows under its heading")
    case .warc:
      return steps(WARCSteps(LineReader(stream), envelope, cutter: self), without: "holds no pages")
    case .feed: return ListSource(try FeedReader(envelope).parts(of: try Self.whole(stream, place)))
    case .travels:
      return ListSource(try TravelsReader(envelope).parts(of: try Self.whole(stream, place)))
    case .tei: return steps(try TEISteps(stream, envelope), without: "holds no documents")
    }
  }

  /// All bytes of a stream.
  ///
  /// - Throws: a refusal for more than one article may have.
  static func whole(_ stream: PeekedStream, _ place: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = PeekedStream.buffer(for: stream)
    while true {
      let count = try chunk.withUnsafeMutableBytes { try stream.read(into: $0) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= ArticlePart.sizeLimit else {
        throw Refusal(
          .limit, "\(place) is larger than \(ArticlePart.sizeLimit >> 20) MB",
          notes: ["one article is read whole, so its size is capped"],
          help: ["of a dump of many articles make JSON Lines, one article a line"])
      }
    }
  }

  private func unpack(_ stream: PeekedStream, _ envelope: Envelope) throws -> any PartSource {
    guard envelope.depth < Unpacking.depthLimit else {
      throw Refusal(
        .limit, "\(envelope.place) lies in \(Unpacking.depthLimit) archives, one in the other",
        help: ["unpack the outer ones first"])
    }
    return SteppedSource(
      try ArchiveSteps(stream, envelope, cutter: self), at: envelope.place,
      without: "holds no files")
  }
}

extension Refusal {
  /// What a stream or an archive at `place` threw.
  init(_ error: any Error, at place: String) {
    switch error {
    case let refusal as Refusal: self = refusal
    case let diagnostic as Diagnostic: self.init(.unreadable, diagnostic)
    case let failure as Archive.Failure:
      self.init(
        .damaged, "\(place) is damaged: \(failure.message)",
        notes: ["what came before is read"], help: ["copy or download it again"])
    default: self.init(.unreadable, "\(place) can't be read: \(error)")
    }
  }
}
