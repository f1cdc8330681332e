import Diplomacy
import Markup

/// Finds which blocks of a page are the article.
///
/// Every block has a weight: prose counts by its words, links and loose lines count against. An
/// element weighs what its blocks weigh together, and the heaviest element holds the article; of
/// elements that weigh the same the innermost. This is the maximum subsequence of Pasternack and Roth
/// ("Extracting Article Text from the Web with Maximum Subsequence Segmentation", 2009) on the tree
/// in place of the sequence, with link density after Kohlschütter and others ("Boilerplate Detection
/// using Shallow Text Features", 2010) as the weight.
struct MainText {
  /// The blocks of the article in order.
  private(set) var blocks: [PageBlock] = []
  /// The element that holds them; 0 where the page has none.
  private(set) var element = 0
  /// Blocks of the page that are prose, inside the article or not.
  private(set) var proseWords = 0
  /// Words of the page that are in links.
  private(set) var linkWords = 0

  init(of all: [PageBlock], in tree: MarkupTree, title: (PageBlock) -> Bool) {
    let weights = Self.weights(of: all, in: tree)
    var sums = [Double](repeating: 0, count: tree.indices.count)
    for (block, weight) in zip(all, weights) {
      sums[block.element] += weight
      linkWords += block.linkWords
      if weight > 0 { proseWords += block.words - block.linkWords }
    }
    for node in tree.indices.dropFirst().reversed() { sums[tree.parent(of: node)] += sums[node] }
    element = Self.heaviest(sums, in: tree)
    guard sums[element] > 0 else {
      element = 0
      return
    }
    let range = element..<tree.end(of: element)
    let inside = all.indices.filter { range.contains(all[$0].element) }
    guard let first = inside.first(where: { weights[$0] > 0 }),
      var last = inside.last(where: { weights[$0] > 0 })
    else { return }
    let total = inside.reduce(0) { $0 + max(0, weights[$1]) }
    var before = 0.0
    for index in inside where index <= last {
      if before * 2 > total, Self.endsArticle(all[index]) {
        last = index - 1
        break
      }
      before += max(0, weights[index])
    }
    let start = Self.start(before: first, in: all, tree, title: title)
    var told: Set<String> = []
    for index in start..<max(start, last + 1) {
      // The label of a gallery stands under each of its pictures.
      guard
        all[index].words > 12 || all[index].endsSentence
          || told.insert(all[index].text).inserted
      else { continue }
      if Self.belongs(index, first: first, all, weights, sums, tree) { blocks.append(all[index]) }
    }
    addTail(after: last, all, weights, range)
  }

  /// List entries, captions and credits right after the last paragraph.
  private mutating func addTail(
    after last: Int, _ all: [PageBlock], _ weights: [Double], _ range: Range<Int>
  ) {
    var index = last + 1
    while index < all.count, range.contains(all[index].element) {
      let block = all[index]
      let isEntry = block.tag == .li && block.linkShare < 0.3 && block.words >= 2 && !block.isNote
      let leadsOn =
        block.isHeading && block.linkShare == 0 && index + 1 < all.count
        && all[index + 1].tag == .li && all[index + 1].linkShare < 0.1
        && all[index + 1].words >= 4
      guard block.part == .caption || isEntry || leadsOn, !Self.endsArticle(block) else { return }
      blocks.append(block)
      index += 1
    }
  }

  private static func heaviest(_ sums: [Double], in tree: MarkupTree) -> Int {
    var best = 0
    for node in tree.indices where !tree.isText(node) && sums[node] >= sums[best] * 0.999 {
      // Numbers grow downwards, so that of equals the innermost comes last.
      if sums[node] > sums[best] || tree.end(of: node) <= tree.end(of: best) { best = node }
    }
    return best
  }
}

// MARK: - Weights

extension MainText {
  private static func weights(of blocks: [PageBlock], in tree: MarkupTree) -> [Double] {
    var weights = blocks.map(weight)
    for card in cards(of: blocks, in: tree) {
      for index in card { weights[index] = -Double(blocks[index].words) }
    }
    return weights
  }

  private static func weight(_ block: PageBlock) -> Double {
    let words = Double(block.words)
    let share = block.linkShare
    if block.part == .byline { return -1 }
    if block.part == .caption || block.tag == .figcaption { return 0 }
    if block.isHeading { return share > 0.6 ? -words : 0 }
    if share > 0.5 { return -words - 2 }
    if block.words <= 25, block.isNote { return -2 }
    if block.tag == .li, block.words >= 8, share < 0.2 { return words / 2 }
    let isSentence = block.endsSentence
    if block.words >= 10, isSentence || block.words >= 25 { return words * (1 - share) }
    if isSentence, block.words >= 3 { return words / 2 * (1 - share) }
    return block.tag == .li || block.tag == .td ? -1 : -2
  }

  /// The blocks of each card: a headline that is a link, and a line or two on what it leads to.
  ///
  /// Where the link is no heading it takes three of them to make cards: a paragraph of an article may
  /// be all link.
  private static func cards(of blocks: [PageBlock], in tree: MarkupTree) -> [Range<Int>] {
    var cards: [Range<Int>] = []
    var likely: [Range<Int>] = []
    for index in blocks.indices where blocks[index].linkShare > 0.8 && blocks[index].words >= 3 {
      let isHeading = blocks[index].isHeading
      var element = blocks[index].element
      for _ in 0..<(isHeading ? 4 : 2) {
        element = tree.parent(of: element)
        guard element > 0, tree.tag(of: element) != .body else { break }
        guard let card = card(around: index, in: element, blocks, tree) else { break }
        if isHeading { cards.append(card) } else if card.count > 1 { likely.append(card) }
      }
    }
    return likely.count >= 3 ? cards + likely : cards
  }

  /// The blocks of an element, if they are few words.
  private static func card(
    around index: Int, in element: Int, _ blocks: [PageBlock], _ tree: MarkupTree
  ) -> Range<Int>? {
    let range = element..<tree.end(of: element)
    var low = index
    var high = index + 1
    var words = 0
    while low > 0, range.contains(blocks[low - 1].element), words <= 80 {
      low -= 1
      words += blocks[low].words
    }
    while high < blocks.count, range.contains(blocks[high].element), words <= 80 {
      words += blocks[high].words
      high += 1
    }
    return words <= 80 ? low..<high : nil
  }
}

// MARK: - What belongs

extension MainText {
  /// Where the article starts: at its lead, if one stands between the headline and the first
  /// paragraph of its body, else at that paragraph.
  private static func start(
    before first: Int, in all: [PageBlock], _ tree: MarkupTree, title: (PageBlock) -> Bool
  ) -> Int {
    guard first > 0, let headline = all[..<first].lastIndex(where: title) else { return first }
    return first - headline > 40 ? first : headline + 1
  }

  private static func belongs(
    _ index: Int, first: Int, _ all: [PageBlock], _ weights: [Double], _ sums: [Double],
    _ tree: MarkupTree
  ) -> Bool {
    let block = all[index]
    if weights[index] > 0 { return true }
    if block.part == .caption || block.tag == .figcaption { return block.words >= 3 }
    if block.part == .byline || block.linkShare > 0.5 { return false }
    if weights[index] < -2 { return false }
    if index < first { return block.words >= 6 && block.linkShare < 0.3 && !block.isDated }
    // Entries of a list count as their list does.
    if block.tag == .li || block.tag == .td || block.tag == .th {
      return listWeight(block.element, sums, tree) > -6 || block.linkShare < 0.1
    }
    return true
  }

  private static func listWeight(_ element: Int, _ sums: [Double], _ tree: MarkupTree) -> Double {
    var outer = element
    for _ in 0..<4 {
      outer = tree.parent(of: outer)
      switch tree.tag(of: outer) {
      case .ul, .ol, .dl, .table: return sums[outer]
      default: continue
      }
    }
    return sums[outer]
  }

  /// Whether a short line says that the article is over and other things begin.
  private static func endsArticle(_ block: PageBlock) -> Bool {
    guard block.words <= 16, !block.endsSentence || block.isHeading else { return false }
    let line = block.text.smallBytes
    if block.words <= 8, BoilerplateRules.shared.verdict(on: line)?.opensLinks == true {
      return true
    }
    let words = block.text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard let last = words.last, let head = words.first else { return false }
    let isCount = Int(head) != nil || ["no", "one"].contains(head)
    if isCount, words.count > 1, Self.answers.contains(String(words[1])) { return true }
    return words.count == 1 && Self.answers.contains(String(head))
      || ["leave", "post", "add"].contains(head) && ["reply", "comment"].contains(last)
  }

  private static let answers: Set<String> = [
    "comments", "comment", "responses", "response", "replies", "reply", "thoughts",
  ]
}

extension PageBlock {
  /// Whether the line is one that sites put around articles.
  fileprivate var isNote: Bool {
    BoilerplateRules.shared.verdict(on: text.smallBytes)?.kind == .boilerplate
  }

  /// Whether it is a line with a date and no sentence: who wrote it and when.
  var isDated: Bool {
    words <= 20 && !endsSentence && HeaderFacts.date(in: text) != nil
  }
}
