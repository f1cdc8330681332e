public import Diagnostics
public import Diplomacy

/// Reads inputs of every supported format into articles.
///
///     let reader = ArticleReader(published: CalendarDate(iso: "2025-03-20"))
///     for outcome in reader.read(try InputFile(path: "article.txt")) { … }
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

  /// The articles of `file` in order, each read or refused by itself.
  ///
  /// One plain text is one article; JSON Lines hold one a line. There is always at least one outcome.
  public func read(_ file: InputFile) -> [Result<Article, Diagnostic>] {
    do throws(Diagnostic) {
      let text = try decode(file)
      switch format == .auto ? InputFormat.recognized(in: text) : format {
      case .jsonl: return JSONLinesReader(published: published).read(text, named: file.name)
      case .text, .auto:
        return [.success(try PlainTextReader(published: published).read(text, named: file.name))]
      }
    } catch {
      return [.failure(error)]
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

  /// The format that `text` looks like: JSON Lines if its first line is an object, else text.
  static func recognized(in text: String) -> InputFormat {
    let line = text.drop(while: \.isWhitespace).prefix { $0 != "\n" }
    let trimmed = line.reversed().drop(while: \.isWhitespace)
    return line.first == "{" && trimmed.first == "}" ? .jsonl : .text
  }
}

// MARK: - From bytes to text

extension ArticleReader {
  /// The content as text with `\n` line ends and without byte order mark.
  ///
  /// - Throws: a diagnostic for an empty, a binary, or a wrongly encoded file.
  private func decode(_ file: InputFile) throws(Diagnostic) -> String {
    var bytes = file.bytes[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    guard bytes.contains(where: { $0 > 0x20 }) else { throw Diagnostic("\(file.name) is empty") }
    let steering = bytes.prefix(1 << 16).count { $0 < 0x20 && !(0x09...0x0D).contains($0) }
    guard steering * 100 <= min(bytes.count, 1 << 16), !bytes.contains(0) else {
      throw Diagnostic(
        "\(file.name) is not text", notes: ["it holds control characters or zero bytes"],
        help: ["give the article as plain text in UTF-8, or as JSON Lines"])
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Diagnostic(
        "\(file.name) is not valid UTF-8\(firstFault(in: bytes))",
        help: ["convert it first: iconv -f WINDOWS-1252 -t UTF-8"])
    }
    guard bytes.contains(0x0D) else { return text }
    var lines = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        lines.append("\n")
      } else if scalar != "\n" || last != "\r" {
        lines.append(scalar)
      }
      last = scalar
    }
    return String(lines)
  }

  private func firstFault(in bytes: ArraySlice<UInt8>) -> String {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var line = 1
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): if scalar == "\n" { line += 1 }
      case .error: return " (line \(line))"
      case .emptyInput: return ""
      }
    }
  }
}
