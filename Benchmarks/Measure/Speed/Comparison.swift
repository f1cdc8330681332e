import Diagnostics
import JSON

/// The same texts read by spaCy's `en_core_web_sm`, its whole pipeline over `nlp.pipe`, on one
/// thread of the same machine in the same run.
///
/// spaCy tags, parses and names; it neither finds roles nor meetings. memcon is measured with all of
/// reading and extraction.
struct Comparison {
  private let spacy: (seconds: Double, tokens: Int, articles: Int)
  private let memcon: Rates

  /// Nil where the Python named by `--spacy` has no spaCy or not the model.
  init?(_ options: ToolOptions, texts: [String]) throws {
    let sample = Array(texts.prefix(options.count("spacy-articles", default: 300)))
    let lines = sample.map { JSONValue.object([.init("text", .string($0))]).text + "\n" }
    let file = try TemporaryFile(lines.joined())
    guard let run = try SpacyRun(options, file: file.path) else { return nil }
    spacy = (run.seconds, run.tokens, sample.count)
    memcon = try Rates(of: sample)
  }

  func print() {
    var table = MarkdownTable(
      "\(spacy.articles) articles", "seconds of one thread", "tokens a second", "bytes a second")
    let bytes = Double(memcon.bytes)
    // Both rates in spaCy's tokens, or the ratio would compare two ways of counting.
    let tokens = Double(spacy.tokens)
    for (name, seconds) in [
      ("memcon, reading and extraction", memcon.seconds),
      ("spaCy en_core_web_sm, pipeline", spacy.seconds),
    ] {
      table.add(
        name, decimal(seconds, digits: 3), decimal(tokens / seconds), decimal(bytes / seconds))
    }
    Swift.print(table.text)
    Swift.print("memcon is \(decimal(spacy.seconds / memcon.seconds, digits: 1)) times as fast\n")
  }
}

/// spaCy over the texts of a file of JSON Lines, in the Python that `--spacy` names.
struct SpacyRun {
  let seconds: Double
  let tokens: Int

  /// Nil where that Python has no spaCy or not the model.
  init?(_ options: ToolOptions, file: String) throws {
    let python = options["spacy"] ?? "python3"
    let script = "Benchmarks/Measure/Scripts/spacy_speed.py"
    // One thread for the libraries of linear algebra: they would take every core.
    let one = ["OMP_NUM_THREADS=1", "MKL_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1"]
    guard let run = try? ChildRun("env", one + [python, script, file]).succeeded(),
      let answer = try? JSONValue(parsing: run.output),
      case .number(let seconds) = answer["seconds"], case .integer(let tokens) = answer["tokens"]
    else {
      remark("spaCy is not compared: \(python) has it not, or not the model en_core_web_sm")
      return nil
    }
    self.seconds = seconds
    self.tokens = tokens
  }
}
