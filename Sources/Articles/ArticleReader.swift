public import Diagnostics
public import Diplomacy
import JSON

/// Reads inputs of every supported format into articles.
///
///     let reader = ArticleReader(published: CalendarDate(iso: "2025-03-20"))
///     for outcome in reader.outcomes(of: ArticleInput(path: "archive.zip")) { … }
///
/// For work on several threads the two halves can be had apart: one thread cuts, others read.
///
///     for part in reader.parts(of: input) {
///       let outcome = reader.read(part)   // on any thread
///     }
public struct ArticleReader: Sendable {
  /// The day of publication the user stated; it beats every other source.
  public var published: CalendarDate?
  /// How inputs are to be read.
  public var format: InputFormat
  /// Under which keys records have what an article has.
  public var fields: FieldMapping

  /// A reader for inputs of `format`.
  public init(
    published: CalendarDate? = nil, format: InputFormat = .auto, fields: FieldMapping = .init()
  ) {
    self.published = published
    self.format = format
    self.fields = fields
  }

  /// The articles of `input` in order, each read or refused by itself, when it is asked for.
  public func outcomes(of input: ArticleInput) -> some Sequence<ReadingOutcome> {
    parts(of: input).lazy.map(read)
  }

  /// The parts of `input` in order, cut and not yet read.
  public func parts(of input: ArticleInput) -> ArticleParts { cutter.cut(input) }

  /// The parts of a stream in order, cut and not yet read. Messages call it `name`, such as
  /// `<standard input>`; `chunk` gives the next bytes, none at the end.
  public func parts(
    ofStream name: String, chunk: @escaping () throws -> [UInt8]
  ) -> ArticleParts {
    let stream = ChunkStream(chunk)
    return ArticleParts(cutter.cut(stream, .init(place: name, name: "")), from: stream)
  }

  private var cutter: PartCutter { PartCutter(format: format, fields: fields) }

  /// The article of a part, or why there is none. Every thread may call it.
  public func read(_ part: ArticleParts.Element) -> ReadingOutcome {
    ReadingOutcome(place: part.place, result: part.result.flatMap(article))
  }

  private func article(of part: ArticlePart) -> Result<Article, Refusal> {
    do throws(Refusal) {
      return .success(try read(part))
    } catch {
      return .failure(error)
    }
  }
}

// MARK: - By content

extension ArticleReader {
  private func read(_ part: ArticlePart) throws(Refusal) -> Article {
    let name = part.place
    let facts = part.facts
    switch part.content {
    case .text(let bytes):
      return try PlainTextReader(published: published, facts: facts)
        .read(try TextDecoder.text(of: bytes, charset: facts.charset, named: name), named: name)
    case .markdown(let bytes):
      return try MarkdownReader(published: published, facts: facts)
        .read(try TextDecoder.text(of: bytes, charset: facts.charset, named: name), named: name)
    case .page(let bytes):
      let charset = PageCharset.declared(in: bytes) ?? facts.charset
      let utf8 = try TextDecoder.utf8(of: bytes, charset: charset, isStrict: false, named: name)
      return try PageReader(published: published, facts: facts).read(utf8, named: name)
    case .fragment(let bytes):
      return try PageReader(published: published, facts: facts).readFragment(bytes, named: name)
    case .record(let bytes):
      return try records(facts)
        .article(from: try TextDecoder.text(of: bytes, named: name), at: name)
    case .row(let columns, let separator, let bytes):
      let row = Array(try TextDecoder.text(of: bytes, named: name).utf8)
      let cells = DelimitedRows.cells(of: row, separator: separator)
      let members = zip(columns, cells).filter { !$0.1.isEmpty }
        .map { JSONValue.Member($0, .string($1)) }
      return try records(facts).article(from: .object(members), at: name)
    case .mail(let bytes):
      return try MailReader(published: published, facts: facts).read(bytes, named: name)
    case .pdf(let bytes):
      return try PDFReader(published: published, facts: facts).read(bytes, named: name)
    case .memorandum(let paragraphs):
      var composer = ArticleComposer()
      for paragraph in paragraphs { composer.add(paragraph.kind, paragraph.text) }
      return try composer.article(facts, published: published, named: name)
    }
  }

  private func records(_ facts: StatedFacts) -> JSONRecordReader {
    JSONRecordReader(published: published, fields: fields, facts: facts)
  }

  /// The articles of `file` in order, all at once.
  public func read(_ file: InputFile) -> [Result<Article, Diagnostic>] {
    outcomes(of: ArticleInput(name: file.name, bytes: file.bytes)).map {
      $0.result.mapError(\.diagnostic)
    }
  }
}
