import Arguments
import Articles
import Diagnostics
import Diplomacy
import Gathering

/// The articles that a command line names, in the order of the inputs.
struct ArticleInputs {
  static let paths = Operand(
    "PATH",
    "What to read: files, folders with all below them, patterns such as 'archive/**/*.html', "
      + "addresses of pages and feeds; - is standard input.",
    count: .oneOrMore)
  static let published = Option<CalendarDate>(
    "published", "DATE",
    "The day of publication, as YYYY-MM-DD. Weekdays and \"today\" in the text are told from it.")
  static let format = Option<InputFormat>(
    "input-format", "NAME", "How to read the files; auto tells by their content.")
  static let field = Option<Assignment>(
    "field", "FIELD=KEY",
    "Where records of JSON and CSV have a field: text=story.body, title, published, url, author, …",
    isRepeatable: true)
  static let threads = Option<Int>(
    "threads", "COUNT", "How many articles to read at the same time; as many as there are cores.")

  static let allowed = Option<AddressRange>(
    "allow-addresses", "RANGE",
    "Fetch from these addresses, too, such as 192.168.1.0/24; else only from public ones.",
    isRepeatable: true)

  static let pause = Option<Int>(
    "pause", "SECONDS", "How long to wait between two requests to one host; 1 if not told.")

  static let options = [
    published.syntax, format.syntax, field.syntax, threads.syntax, allowed.syntax, pause.syntax,
  ]

  /// What is read.
  var names: [String]
  /// The links of feeds that were followed.
  let links = FeedLinks()
  private let reader: ArticleReader
  private let threads: Int
  private let policy: AddressPolicy
  private let limits: FetchLimits

  init(_ arguments: ParsedArguments, named operand: Operand = paths) throws(Diagnostic) {
    names = arguments.values(of: operand)
    reader = ArticleReader(
      published: try arguments.value(of: Self.published),
      format: try arguments.value(of: Self.format) ?? .auto,
      fields: try FieldMapping(arguments))
    policy = AddressPolicy(allowed: try arguments.values(of: Self.allowed))
    limits = try FetchLimits(arguments)
    threads = try arguments.value(of: Self.threads) ?? availableCores
    guard (1...256).contains(threads) else {
      throw arguments.mistake("--threads must be 1 to 256", in: Self.threads)
    }
  }

  /// Hands every article, or what is wrong with it, to `work` on several threads, and what comes of that to `take`,
  /// on this thread and in the order of the inputs. A bad article does not stop the others, but an error of `take`
  /// stops all, and so does the user.
  func forEach<Product>(
    on console: Console, work: @escaping @Sendable (ReadArticle) -> Product,
    take: (Product) throws -> Void
  ) throws {
    if names.contains("-"), console.input.isTerminal {
      console.note("reading standard input; end it with Control-D")
    }
    let interruption = console.interruption
    let fetcher = Fetcher(policy: policy, limits: limits) { interruption.isWanted }
    var source = PartSource(
      names, reader: reader, input: console.input, fetcher: fetcher, links: links)
    let reader = reader
    // One article at a time needs no thread beside this one.
    let work = OrderedWork(
      threads: threads > 1 ? threads : 0, next: { interruption.isWanted ? nil : source.next() },
      weight: \.byteCount, work: { work(ReadArticle($0, by: reader)) })
    defer { work.stop() }
    try interruption.catching { while let product = work.next() { try take(product) } }
  }

  /// How many bytes all files hold together; nil where an input is of unknown length.
  var byteCount: Int? {
    var sum = 0
    for name in names {
      guard name != "-", !isAddress(name) else { return nil }
      for case .file(_, let byteCount) in NamedFiles(name) { sum += byteCount }
    }
    return sum
  }
}

/// What came of an input: an article or a refusal, and where it stands.
struct ReadArticle: Sendable {
  let place: String
  /// How many bytes of the files were read when it was found.
  let position: Int
  let result: Result<Article, Refusal>

  /// Reads `part`.
  init(_ part: GatheredPart, by reader: ArticleReader) {
    position = part.position
    switch part.content {
    case .part(let element):
      let outcome = reader.read(element)
      place = outcome.place
      result = outcome.result
    case .refusal(let place, let refusal):
      self.place = place
      result = .failure(refusal)
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

extension InputFile {
  /// The content as text.
  func text() throws(Diagnostic) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Diagnostic("\(name) is not valid UTF-8")
    }
    return text
  }
}

extension FetchLimits {
  /// The usual limits, with the pause that `--pause` tells.
  fileprivate init(_ arguments: ParsedArguments) throws(Diagnostic) {
    self.init()
    guard let seconds = try arguments.value(of: ArticleInputs.pause) else { return }
    guard (0...3600).contains(seconds) else {
      throw arguments.mistake("--pause must be 0 to 3600 seconds", in: ArticleInputs.pause)
    }
    pause = .seconds(seconds)
  }
}

extension FieldMapping {
  /// The mapping that `--field` options tell.
  fileprivate init(_ arguments: ParsedArguments) throws(Diagnostic) {
    self.init()
    for mapping in try arguments.values(of: ArticleInputs.field) {
      guard let field = Field(rawValue: mapping.name) else {
        throw arguments.mistake(
          "an article has no field '\(mapping.name)'", in: ArticleInputs.field,
          help: ["its fields are \(Field.allCases.map(\.rawValue).joined(separator: ", "))"])
      }
      map(field, to: mapping.value)
    }
  }
}
