import Diplomacy
import Extraction
import TestSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `measure fuzz`: reads texts spoilt at random, and tells which of them make memcon trap, hang or
/// quote wrongly.
///
/// `--runs N` says how many texts (200,000 if not given), `--first N` the number of the first,
/// `--seconds N` how long one may take, `--failures FOLDER` where to write the texts that fail. The
/// same number is the same text as long as the examples stay, so that a failure can be run again.
///
/// The texts are read in a child process, which a trap ends; it is then started again behind the
/// text that did it.
enum FuzzMeasurement {
  static func run(_ options: ToolOptions) throws {
    let first = options.count("first", default: 0)
    let end = first + options.count("runs", default: 200_000)
    let mutator = TextMutator(bases: try options.examples() + wordLists)
    if let path = options["journal"] {
      return try child(first..<end, mutator, path, options)
    }
    let journal = try TemporaryFile("")
    var failures = 0
    var next = first
    while next < end {
      let run = try ChildRun(
        CommandLine.arguments[0],
        [
          "fuzz", "--first", "\(next)", "--runs", "\(end - next)", "--journal", journal.path,
          "--seconds", "\(options.count("seconds", default: 10))",
        ])
      if run.isSuccess { break }
      let number = Int(try text(of: journal.path).prefix { $0 != "\n" }) ?? next
      let cause = String(decoding: run.output, as: UTF8.self)
      print("text \(number): \(run.ending)\(cause.isEmpty ? "" : "\n\(cause)")")
      if let folder = options["failures"] {
        try write(mutator.text(number), to: "\(folder)/\(number).txt")
      }
      failures += 1
      next = number + 1
    }
    print("\(decimal(Double(end - first))) texts, \(failures) failures")
    if failures > 0 { exit(1) }
  }

  /// Reads the texts with `numbers`, after writing the number of each into the file at `path`.
  private static func child(
    _ numbers: Range<Int>, _ mutator: TextMutator, _ path: String, _ options: ToolOptions
  ) throws {
    let extractor = Extractor()
    let published = CalendarDate(iso: "2025-03-20")
    for number in numbers {
      try write("\(number)\n", to: path)
      // The signal ends the process: a hang is then told from a trap by its name.
      alarm(UInt32(options.count("seconds", default: 10)))
      guard let article = try? readArticle(mutator.text(number), published: published) else {
        continue
      }
      let reports = extractor.reports(from: article)
      var faults = reports.faults(in: article)
      if number % 64 == 0, extractor.reports(from: article) != reports {
        faults.append("a second reading says something else")
      }
      if !faults.isEmpty {
        print(faults.joined(separator: "\n"))
        exit(1)
      }
    }
  }

  /// Words of the field that the examples do not hold, so that spoilt texts come to more rules.
  private static let wordLists = [
    """
    PARTICIPANTS: The Secretary; Ambassador Dobrynin. Monday: 11.30 Meeting with the Foreign \
    Minister. 14:00 Lunch. Q: Did you meet him? A: No, I did not. The pair, both sides, his host \
    and the two leaders were due to hold talks on the sidelines of the G20 in Bali next Tuesday.
    """,
    """
    Met with President Putin and Foreign Minister Lavrov. Attended the NATO Ministerial. Former \
    Prime Minister Tony Blair declined to meet Sheikh Mohammed bin Zayed Al Nahyan, whose envoy had \
    been invited. King Charles III received Pope Francis; Wang Yi, his Turkish counterpart Hakan \
    Fidan and EU High Representative Josep Borrell spoke by phone about Gaza on 3–5 May 2024.
    """,
  ]
}
