public import Diagnostics
public import Diplomacy

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

  /// A reader for inputs of `format`.
  public init(published: CalendarDate? = nil, format: InputFormat = .auto) {
    self.published = published
    self.format = format
  }

  /// The articles of `input` in order, each read or refused by itself, when it is asked for.
  public func outcomes(of input: ArticleInput) -> some Sequence<ReadingOutcome> {
    parts(of: input).lazy.map(read)
  }

  /// The parts of `input` in order, cut and not yet read.
  public func parts(of input: ArticleInput) -> ArticleParts {
    ArticleParts(PartCutter(reader: self).cut(input))
  }

  /// The parts of a stream in order, cut and not yet read. Messages call it `name`, such as
  /// `<standard input>`; `chunk` gives the next bytes, none at the end.
  public func parts(
    ofStream name: String, chunk: @escaping () throws -> [UInt8]
  ) -> ArticleParts {
    ArticleParts(PartCutter(reader: self).cut(named: name, chunk: chunk))
  }

  /// The article of a part, or why there is none. Every thread may call it.
  public func read(_ part: ArticleParts.Element) -> ReadingOutcome {
    ReadingOutcome(place: part.place, result: part.result.flatMap(article))
  }

  private func article(of part: ArticlePart) -> Result<Article, Refusal> {
    do throws(Refusal) {
      let text = try TextDecoder.text(of: part.bytes, named: part.place)
      switch part.form {
      case .text:
        return .success(try PlainTextReader(published: published).read(text, named: part.place))
      case .jsonRecord:
        return .success(
          try JSONRecordReader(published: published).article(from: text, at: part.place))
      }
    } catch {
      return .failure(error)
    }
  }
}

extension ArticleReader {
  /// The articles of `file` in order, all at once.
  public func read(_ file: InputFile) -> [Result<Article, Diagnostic>] {
    outcomes(of: ArticleInput(name: file.name, bytes: file.bytes)).map {
      $0.result.mapError(\.diagnostic)
    }
  }
}

/// The formats an input can have.
public enum InputFormat: String, Sendable, CaseIterable {
  /// Told by the content.
  case auto
  /// One article as plain text.
  case text
  /// One article a line, as a JSON object.
  case jsonl
}
