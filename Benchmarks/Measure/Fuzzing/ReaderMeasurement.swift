import Articles
import Diagnostics
import TestSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `measure readers`: spoils inputs of every format at random and reads them.
///
/// `--format NAME` spoils inputs of one format only, `--format list` names them. `--seconds N` says for how long (600 if
/// not given), `--first N` the number of the first input. The number of the input at hand is written to `--journal FILE`,
/// so that one that traps or hangs is known; a single one may take 20 seconds. Built with `--sanitize address`, as
/// `Scripts/fuzz-readers` does, it finds what is read out of bounds, and leaks.
enum ReaderMeasurement {
  static func run(_ options: ToolOptions) throws {
    if options["format"] == "list" {
      print(FormatSamples.formats.joined(separator: "\n"))
      return
    }
    let bases = options["format"].map(FormatSamples.of) ?? FormatSamples.all
    guard !bases.isEmpty else {
      throw Diagnostic(
        "there is no sample of the format \(options["format"] ?? "")",
        help: ["the formats are \(FormatSamples.formats.joined(separator: ", "))"])
    }
    let mutator = ByteMutator(bases: bases)
    let reader = ArticleReader()
    let clock = ContinuousClock()
    let end = clock.now + .seconds(options.count("seconds", default: 600))
    var number = options.count("first", default: 0)
    let first = number
    var read = 0
    var failures = 0
    while clock.now < end {
      if let journal = options["journal"] { try write("\(number)\n", to: journal) }
      alarm(20)
      let input = ArticleInput(name: "input \(number)", bytes: mutator.bytes(number))
      for outcome in reader.outcomes(of: input) {
        guard case .success(let article) = outcome.result else { continue }
        read += 1
        if let fault = article.blockFault {
          failures += 1
          print("input \(number): \(fault)")
        }
      }
      number += 1
    }
    alarm(0)
    print(
      "\(decimal(Double(number - first))) inputs, \(decimal(Double(read))) articles, \(failures) failures"
    )
    if failures > 0 { exit(1) }
  }
}
