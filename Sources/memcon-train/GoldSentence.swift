import Language

/// A sentence of a treebank.
struct GoldSentence {
  /// The words as written.
  var words: [String]
  var tags: [Tag]
  /// The head of each word, the number of words for the root.
  var heads: [Int]
  var relations: [Relation]
  /// Whether a space stands behind each word.
  var spaced: [Bool]
  /// Whether a word stands for several, a name, so that the parser sees no single form.
  var isName: [Bool]
  /// The document it stands in.
  var document = ""
  /// Whether it is the first of a paragraph.
  var opensParagraph = false

  var count: Int { words.count }

  /// The same tree without the arcs that cross: each such arc is lifted to the head's head until it
  /// crosses none (Nivre & Nilsson, Pseudo-Projective Dependency Parsing, ACL 2005, without its
  /// encoding, since English has few).
  var projective: GoldSentence {
    var result = self
    while let unit = result.firstCrossing() {
      result.heads[unit] = result.heads[result.heads[unit]]
    }
    return result
  }

  /// The unit with the shortest arc over a unit that its head does not govern.
  private func firstCrossing() -> Int? {
    var found: Int?
    var shortest = Int.max
    for unit in 0..<count where heads[unit] < count {
      let low = min(unit, heads[unit])
      let high = max(unit, heads[unit])
      guard high - low < shortest, high - low > 1 else { continue }
      let crosses = (low + 1..<high).contains { !governs(heads[unit], $0) }
      if crosses {
        found = unit
        shortest = high - low
      }
    }
    return found
  }

  private func depth(_ unit: Int) -> Int {
    var current = unit
    var depth = 0
    while current < count, depth <= count {
      current = heads[current]
      depth += 1
    }
    return depth
  }

  private func governs(_ ancestor: Int, _ unit: Int) -> Bool {
    var current = unit
    var steps = 0
    while current < count, steps <= count {
      if current == ancestor { return true }
      current = heads[current]
      steps += 1
    }
    return false
  }

  /// The sentence with each group of words as one; a group is a run of equal numbers.
  func merged(_ groups: [Int], glue: Bool) -> GoldSentence {
    var result = GoldSentence(
      words: [], tags: [], heads: [], relations: [], spaced: [], isName: [], document: document)
    var index = [Int](repeating: 0, count: count + 1)
    var kept: [Int] = []
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, groups[end] == groups[start] { end += 1 }
      // The one nearest to the root: any other could close a circle through the words between.
      let head = (start..<end).min { depth($0) < depth($1) } ?? start
      for word in start..<end { index[word] = kept.count }
      kept.append(head)
      result.words.append(
        end - start == 1 ? words[start] : words[start..<end].joined(separator: glue ? "" : " "))
      result.tags.append(tags[head])
      result.relations.append(relations[head])
      result.spaced.append(spaced[end - 1])
      result.isName.append(isName[head] || (end - start > 1 && !glue))
      start = end
    }
    index[count] = kept.count
    result.heads = kept.map { index[heads[$0]] }
    return result
  }
}
