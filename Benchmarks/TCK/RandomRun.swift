import RandomQueries

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `cypher-tck --random COUNT [FIRST]`: random queries over random graphs, beside a naive evaluator.
///
/// Every graph is asked 20 queries; FIRST is the number of the first graph, so that a run can go on where
/// another ended. Each difference is printed, and a line of progress every 10,000 queries.
enum RandomRun {
  private static let perGraph = 20

  static func run(_ count: Int, from first: Int) throws {
    var trials = QueryTrials()
    var printed = 0
    for graph in first..<(first + max(1, count / perGraph)) {
      try trials.run(seed: UInt64(graph) &* 7_919 &+ 424_243, count: perGraph)
      for difference in trials.differences[printed...] { print("graph \(graph):\n\(difference)\n") }
      printed = trials.differences.count
      if (graph + 1 - first).isMultiple(of: 500) { report(trials, next: graph + 1) }
    }
    report(trials, next: first + max(1, count / perGraph))
    exit(trials.differences.isEmpty ? 0 : 1)
  }

  private static func report(_ trials: QueryTrials, next: Int) {
    print(
      "\(trials.tried) tried, \(trials.bySQL) by SQL too, \(trials.ruledOut) ruled out, "
        + "\(trials.overTime) over time, \(trials.differences.count) differ; next graph \(next)")
    fflush(nil)
  }
}
