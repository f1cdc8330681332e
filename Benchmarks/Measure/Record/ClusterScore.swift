/// How well a clustering agrees with the true one.
struct ClusterScore {
  /// B-cubed (Bagga and Baldwin, "Entity-Based Cross-Document Coreferencing", 1998): precision and
  /// recall of each element's cluster, on average over the elements.
  let precision: Double
  let recall: Double
  /// Of all pairs put together, the share that belongs together, and the other way round.
  let pairPrecision: Double
  let pairRecall: Double

  var f1: Double { 2 * precision * recall / (precision + recall) }
  var pairF1: Double { 2 * pairPrecision * pairRecall / (pairPrecision + pairRecall) }

  /// Scores elements by the cluster they were put into and the one they belong to.
  init(_ elements: [(found: String, true: Int)]) {
    struct Both: Hashable {
      let found: String
      let truth: Int
    }
    var found: [String: Int] = [:]
    var truth: [Int: Int] = [:]
    var both: [Both: Int] = [:]
    for element in elements {
      found[element.found, default: 0] += 1
      truth[element.true, default: 0] += 1
      both[Both(found: element.found, truth: element.true), default: 0] += 1
    }
    var precision = 0.0
    var recall = 0.0
    for (key, count) in both {
      let square = Double(count) * Double(count)
      precision += square / Double(found[key.found] ?? 1)
      recall += square / Double(truth[key.truth] ?? 1)
    }
    self.precision = precision / Double(max(1, elements.count))
    self.recall = recall / Double(max(1, elements.count))
    func pairs(_ counts: some Sequence<Int>) -> Double {
      counts.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 }
    }
    let shared = pairs(both.values)
    pairPrecision = shared / max(1, pairs(found.values))
    pairRecall = shared / max(1, pairs(truth.values))
  }
}
