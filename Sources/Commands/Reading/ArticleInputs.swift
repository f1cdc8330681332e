import Arguments
import Articles
import Diagnostics
import Diplomacy

/// The articles that a command line names, read one input after the other.
struct ArticleInputs {
  static let paths = Operand(
    "PATH", "The files to read, each an article or JSON Lines; - is standard input.",
    count: .oneOrMore)
  static let published = Option<CalendarDate>(
    "published", "DATE",
    "The day of publication, as YYYY-MM-DD. Weekdays and \"today\" in the text are told from it.")
  static let format = Option<InputFormat>(
    "input-format", "NAME", "How to read the files; auto tells by their content.")

  static let options = [published.syntax, format.syntax]

  private let paths: [String]
  private let reader: ArticleReader

  init(_ arguments: ParsedArguments) throws(Diagnostic) {
    paths = arguments.values(of: Self.paths)
    reader = ArticleReader(
      published: try arguments.value(of: Self.published),
      format: try arguments.value(of: Self.format) ?? .auto)
  }

  /// Hands every article to `take`, or what is wrong with it; a bad one does not stop the others,
  /// but an error of `take` stops all.
  func forEach(
    on console: Console, _ take: (Result<Article, Diagnostic>) throws -> Void
  ) throws {
    for path in paths {
      for outcome in try outcomes(of: path, on: console) { try take(outcome) }
    }
  }

  private func outcomes(
    of path: String, on console: Console
  ) throws -> [Result<Article, Diagnostic>] {
    do {
      return reader.read(try path == "-" ? console.standardInput() : InputFile(path: path))
    } catch let diagnostic as Diagnostic {
      return [.failure(diagnostic)]
    }
  }
}

extension Console {
  /// Standard input, whole.
  func standardInput() throws -> InputFile {
    if input.isTerminal { note("reading standard input; end it with Control-D") }
    var bytes: [UInt8] = []
    while bytes.count <= InputFile.sizeLimit {
      let chunk = try input.read(1 << 16)
      if chunk.isEmpty { return InputFile(name: "<standard input>", bytes: bytes) }
      bytes += chunk
    }
    throw Diagnostic(
      "<standard input> is larger than \(InputFile.sizeLimit >> 20) MB",
      help: ["cut it into smaller parts, such as one article each"])
  }
}

extension Console {
  /// Ends a batch: what failed is told last, where it is seen, and makes the run fail.
  func conclude(_ failures: [Diagnostic]) throws -> ExitStatus {
    guard !failures.isEmpty else { return .done }
    throw DiagnosticList(failures)
  }
}

extension InputFile {
  /// The content as text.
  func text() throws(Diagnostic) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Diagnostic("\(name) is not valid UTF-8")
    }
    return text
  }
}
