import Language

/// Trains the tagger: an averaged perceptron over its own tags as history.
struct TaggerTrainer {
  /// The table of weights has `1 << bits` places.
  var bits = 22
  var iterations = 10
  var seed: UInt64 = 1
  /// Features seen less often are left out.
  var cutoff = 3

  /// The model made from these sentences.
  func train(_ sentences: [GoldSentence], quiet: Bool = false) -> [UInt8] {
    let classes = tagClasses(sentences)
    let vocabulary = VocabularyBuilder(sentences, classes)
    var examples: [(words: [WordTraits], tags: [Int])] = []
    for sentence in sentences {
      examples.append(
        (
          sentence.words.map { vocabulary.traits($0) },
          sentence.tags.map { classes.index(of: $0) }
        ))
    }
    let counts = FeatureCounts()
    let hashes = UnsafeMutablePointer<UInt32>.allocate(capacity: TaggerFeatures.count)
    defer { hashes.deallocate() }
    for (words, tags) in examples {
      let features = TaggerFeatures(words)
      for index in words.indices {
        var sink = FeatureSink(hashes)
        features.write(
          at: index, last: index > 0 ? tags[index - 1] : -1,
          secondLast: index > 1 ? tags[index - 2] : -1, to: &sink)
        for feature in 0..<sink.count { counts.see(hashes[feature]) }
      }
    }
    let table = WeightTable(count: 1 << bits + ModelFormat.rowLimit)
    let rows = UnsafeMutablePointer<Int>.allocate(capacity: TaggerFeatures.count)
    let scores = UnsafeMutablePointer<Int32>.allocate(capacity: classes.tags.count)
    defer {
      rows.deallocate()
      scores.deallocate()
    }
    var generator = SeededGenerator(seed: seed)
    var step = 1
    for iteration in 1...iterations {
      var wrong = 0
      var total = 0
      for number in generator.order(examples.count) {
        let (words, tags) = examples[number]
        let features = TaggerFeatures(words)
        var last = -1
        var secondLast = -1
        for index in words.indices {
          var sink = FeatureSink(hashes)
          features.write(at: index, last: last, secondLast: secondLast, to: &sink)
          var rowCount = 0
          for feature in 0..<sink.count where counts.count(hashes[feature]) >= cutoff {
            rows[rowCount] = Int(hashes[feature] >> UInt32(32 - bits))
            rowCount += 1
          }
          table.sum(rows, rowCount, into: scores, classes.tags.count)
          var best = 0
          for tag in 1..<classes.tags.count where scores[tag] > scores[best] { best = tag }
          let gold = tags[index]
          if best != gold {
            wrong += 1
            for row in 0..<rowCount {
              table.add(1, at: rows[row] + gold, step: step)
              table.add(-1, at: rows[row] + best, step: step)
            }
          }
          total += 1
          step += 1
          secondLast = last
          last = best
        }
      }
      if !quiet { print("  tagger \(iteration): \(percent(total - wrong, total)) in training") }
    }
    if !quiet { print("  tagger: \(table.filled) of \(1 << bits) weights filled") }
    var writer = ModelWriter(.tagger)
    writer.add(number: classes.tags.count)
    for tag in classes.tags {
      writer.add(number: Int(tag.universal.rawValue) << 8 | Int(tag.penn.rawValue))
    }
    vocabulary.write(to: &writer)
    writer.add(number: bits)
    writer.add(table: table.quantized(steps: step, scale: table.scale(steps: step, oneIn: 2000)))
    return writer.bytes
  }

  private func tagClasses(_ sentences: [GoldSentence]) -> TagClasses {
    var counts: [Tag: Int] = [:]
    for sentence in sentences { for tag in sentence.tags { counts[tag, default: 0] += 1 } }
    return TagClasses(counts)
  }
}

/// The tags that the tagger tells apart: those that are frequent enough.
struct TagClasses {
  let tags: [Tag]
  private var indices: [Tag: Int] = [:]

  init(_ counts: [Tag: Int]) {
    let order = counts.sorted { ($1.value, $0.key.rank) < ($0.value, $1.key.rank) }
    tags = order.filter { $0.value >= 60 }.map(\.key)
    for (index, tag) in tags.enumerated() { indices[tag] = index }
    for (tag, _) in order where indices[tag] == nil {
      indices[tag] =
        tags.firstIndex { $0.penn == tag.penn } ?? tags.firstIndex { $0.universal == tag.universal }
    }
  }

  func index(of tag: Tag) -> Int { indices[tag] ?? 0 }
}

extension Tag {
  /// A number that orders tags.
  var rank: Int { Int(universal.rawValue) << 8 | Int(penn.rawValue) }
}

/// A share in hundredths.
func percent(_ part: Int, _ whole: Int) -> String {
  let value = Int((Double(part) * 10000 / Double(max(1, whole))).rounded())
  return "\(value / 100).\(value % 100 < 10 ? "0" : "")\(value % 100)"
}
