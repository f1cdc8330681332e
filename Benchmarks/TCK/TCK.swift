import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `cypher-tck`: runs the feature files of openCypher's Technology Compatibility Kit.
///
///     swift run -c release cypher-tck ../shared/tck/features --list-failed
///     swift run -c release cypher-tck --random 1000000
///
/// Scenarios whose query writes are skipped, as the language only reads, unless the runner itself can
/// write it and a control query then asks for it. Procedures of the harness are declared in the catalog.
/// Errors are compared by type and phase, and must carry a place; `--details` compares what they are
/// about too. `--typed` runs those that look at no graph over typed tables instead of an open graph, so
/// that they go through SQL where they can.
@main
enum TCK {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    if words.first == "--random", let count = words.dropFirst().first.flatMap({ Int($0) }) {
      return try RandomRun.run(count, from: words.dropFirst(2).first.flatMap { Int($0) } ?? 0)
    }
    var folders: [String] = []
    var options: Set<String> = []
    var known: String?
    var arguments = CommandLine.arguments.dropFirst()
    while let argument = arguments.popFirst() {
      if argument == "--passing" {
        known = arguments.popFirst()
      } else if argument.hasPrefix("--") {
        options.insert(argument)
      } else {
        folders.append(argument)
      }
    }
    let allowed: Set = [
      "--list", "--list-failed", "--details", "--list-passed", "--typed",
    ]
    guard !folders.isEmpty, options.isSubset(of: allowed) else {
      fail(
        "usage: cypher-tck FOLDER… [--list] [--list-failed] [--list-passed] [--details] [--typed] [--passing FILE]\n"
          + "       cypher-tck --random COUNT [FIRST-GRAPH]"
      )
    }
    var report = Report(options: options)
    for folder in folders {
      for file in files(in: folder) { report.run(file, root: folder) }
    }
    if options.contains("--list-passed") { print(PassingList.text(report.passed)) }
    print("\(report.passed.count) passed, \(report.failed) failed, \(report.skipped) skipped")
    if let known { checkLoss(report.passed, known) }
    if options.contains("--typed"), report.failed > 0 { exit(1) }
  }

  /// Fails if a scenario that once passed does so no more.
  private static func checkLoss(_ passed: [String], _ path: String) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      fail("\(path) can't be read")
    }
    let now = Set(passed)
    let lost = PassingList.titles(text).filter { !now.contains($0) }
    guard !lost.isEmpty else { return }
    fail("\(lost.count) scenarios passed before:\n\(lost.joined(separator: "\n"))")
  }

  private static func files(in folder: String) -> [String] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
      fail("there is no \(folder)")
    }
    guard isFolder else { return [folder] }
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".feature") }.sorted().map { "\(folder)/\($0)" }
  }

  static func fail(_ message: String) -> Never {
    let bytes = Array("\(message)\n".utf8)
    _ = write(2, bytes, bytes.count)
    exit(2)
  }
}

/// Counts, and prints what was asked for.
private struct Report {
  let options: Set<String>
  var passed: [String] = []
  var failed = 0
  var skipped = 0

  mutating func run(_ path: String, root: String) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      TCK.fail("\(path) can't be read")
    }
    var name = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
    name = String(name.drop { $0 == "/" })
    if let range = name.firstRange(of: "features/") { name = String(name[range.upperBound...]) }
    if name.isEmpty { name = path.split(separator: "/").last.map(String.init) ?? path }
    let feature = GherkinReader.feature(text, name: String(name.prefix { $0 != "." }))
    for scenario in feature.scenarios {
      let run = ScenarioRun(
        scenario: scenario, namedGraph: { NamedGraphs.text(of: $0, beside: path) },
        comparesDetails: options.contains("--details"), isTyped: options.contains("--typed"))
      add(run.outcome(), "\(feature.name): \(scenario.name)")
    }
  }

  private mutating func add(_ outcome: Outcome, _ title: String) {
    switch outcome {
    case .passed:
      passed.append(PassingList.short(title))
      if options.contains("--list") { print("passed  \(title)") }
    case .failed(let why):
      failed += 1
      if options.contains("--list-failed") {
        print("failed  \(title)\n  \(why)")
      } else if options.contains("--list") {
        print("failed  \(title)")
      }
    case .skipped(let why):
      skipped += 1
      if options.contains("--list") { print("skipped \(title) (\(why))") }
    }
  }
}

/// The graphs that scenarios name, in a folder `graphs` above the feature files.
private enum NamedGraphs {
  static func text(of name: String, beside path: String) -> String? {
    var folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    while !folder.isEmpty {
      let file = "\(folder.joined(separator: "/"))/graphs/\(name)/\(name).cypher"
      if let text = try? String(contentsOfFile: file, encoding: .utf8) { return text }
      folder = folder.dropLast()
    }
    let relative = ["graphs", "../shared/tck/graphs"]
    return relative.lazy.compactMap {
      try? String(contentsOfFile: "\($0)/\(name)/\(name).cypher", encoding: .utf8)
    }.first
  }
}
