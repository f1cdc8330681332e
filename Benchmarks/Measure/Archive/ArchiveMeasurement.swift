import Articles
import Diagnostics
import JSON

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `measure archive`: how fast the whole program takes in an archive, end to end: read, extract, store, derive.
///
/// Writes `--articles N` (50,000 if not given) generated articles as one `.jsonl.gz` and as N files of HTML into
/// `--folder` (`/tmp/memcon-archive`), and ingests each on one and on two threads, and a tenth of them, to show whether
/// time grows as the archive does. On one thread the program is bound to one core where `taskset` is installed. With
/// `--spacy PYTHON` a sample is read by spaCy on the same machine in the same run.
enum ArchiveMeasurement {
  static func run(_ options: ToolOptions) throws {
    let count = options.count("articles", default: 50_000)
    let folder = options["folder"] ?? "/tmp/memcon-archive"
    let forms = (options["forms"] ?? "jsonl,html").split(separator: ",").map(String.init)
    mkdir(folder, 0o755)
    var table = MarkdownTable(
      "archive", "articles", "cores", "seconds", "processor's seconds", "articles a second",
      "peak memory, MB")
    var processorSeconds: [String: Double] = [:]
    for form in forms {
      for size in [count / 10, count] {
        let archive = try Archive(GeneratedArchive(articles: count), size, form: form, in: folder)
        for cores in size == count ? [1, 2] : [1] {
          let run = try ingest(archive, cores: cores, options)
          if cores == 1 { processorSeconds["\(form) \(size)"] = run.processorSeconds }
          table.add(
            form, decimal(Double(size)), "\(cores)", decimal(run.seconds, digits: 1),
            decimal(run.processorSeconds, digits: 1), decimal(Double(size) / run.seconds),
            decimal(Double(run.peakMemory) / 1e6))
          remark("\(form), \(size) articles, \(cores) cores: \(decimal(run.seconds, digits: 1)) s")
        }
        archive.remove()
      }
    }
    print(table.text)
    for form in forms {
      guard let small = processorSeconds["\(form) \(count / 10)"],
        let large = processorSeconds["\(form) \(count)"]
      else { continue }
      print(
        "\(form): ten times the articles took \(decimal(large / small, digits: 1)) times as long\n")
      if form == forms[0] { try compare(options, perArticle: large / Double(count), count) }
    }
  }

  private static func ingest(
    _ archive: Archive, cores: Int, _ options: ToolOptions
  ) throws -> ChildRun {
    let graph = archive.folder + "/graph.sqlite"
    for suffix in ["", "-wal", "-shm"] { removeFile(graph + suffix) }
    let arguments = [
      options.memcon, "--graph", graph, "-q", "ingest", archive.path, "--threads", "\(cores)",
    ]
    let bound = cores == 1 && (try? ChildRun("taskset", ["-c", "0", "true"]).succeeded()) != nil
    let words = (bound ? ["taskset", "-c", "0"] : ["env"]) + arguments
    defer { for suffix in ["", "-wal", "-shm"] { removeFile(graph + suffix) } }
    return try ChildRun(words[0], Array(words.dropFirst())).succeeded()
  }

  /// How many times as long spaCy takes for an article.
  private static func compare(
    _ options: ToolOptions, perArticle: Double, _ count: Int
  ) throws {
    let sample = options.count("spacy-articles", default: 300)
    let archive = GeneratedArchive(articles: count)
    let lines = (0..<sample).map { number in
      JSONValue.object([.init("text", .string(archive.entry(number * (count / sample)).text))]).text
        + "\n"
    }
    let file = try TemporaryFile(lines.joined())
    guard let spacy = try SpacyRun(options, file: file.path) else { return }
    let ratio = spacy.seconds / Double(sample) / perArticle
    print(
      "spaCy's pipeline takes \(decimal(1000 * spacy.seconds / Double(sample), digits: 1)) ms an article, "
        + "memcon with storing and deriving \(decimal(1000 * perArticle, digits: 2)) ms, of one core's time: "
        + "\(decimal(ratio, digits: 1)) times as fast\n")
  }
}

/// An archive as files.
private struct Archive {
  let folder: String
  let path: String
  private let files: [String]

  init(_ articles: GeneratedArchive, _ count: Int, form: String, in folder: String) throws {
    self.folder = folder
    if form == "html" {
      path = folder + "/pages"
      mkdir(path, 0o755)
      var files: [String] = []
      for number in 0..<count {
        let part = "\(path)/\(number / 1000)"
        if number % 1000 == 0 { mkdir(part, 0o755) }
        files.append("\(part)/\(number).html")
        try write(articles.entry(number).page, to: files[number])
      }
      self.files = files
      return
    }
    let plain = folder + "/archive.jsonl"
    removeFile(plain)
    var lines = ""
    for number in 0..<count {
      let entry = articles.entry(number)
      lines +=
        JSONValue.object([
          .init("id", .string(entry.id)), .init("title", .string(entry.title)),
          .init("published", .string(entry.published)), .init("text", .string(entry.text)),
        ]).text + "\n"
      if number % 1000 == 999 || number == count - 1 {
        try append(lines, to: plain)
        lines = ""
      }
    }
    removeFile(plain + ".gz")
    _ = try ChildRun("gzip", ["-1", plain]).succeeded()
    path = plain + ".gz"
    files = [path]
  }

  func remove() {
    for file in files { removeFile(file) }
  }
}
