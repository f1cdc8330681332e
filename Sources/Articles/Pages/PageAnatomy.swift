import Markup

/// What the elements of a page are, before any text is weighed: what is dropped whole, and what the
/// names of elements say.
struct PageAnatomy {
  /// For each element what the nearest name on it or around it says.
  private(set) var parts: [PagePartNames.Part?]
  /// Whether an element and all below it is not looked at.
  private(set) var isDropped: [Bool]

  /// `isLenient` says whether what is hidden, or is beside the article by its name, is looked at
  ///   all the same: a second try for a page that gave nothing.
  init(of tree: MarkupTree, isLenient: Bool = false) {
    parts = Array(repeating: nil, count: tree.indices.count)
    isDropped = Array(repeating: false, count: tree.indices.count)
    let prose = Self.proseWords(in: tree)
    let all = prose[0]
    let names = ["class", "id", "role", "itemprop"].map { tree.number(of: $0) }
    let hidden = tree.number(of: "hidden")
    let ariaHidden = tree.number(of: "aria-hidden")
    let style = tree.number(of: "style")
    for node in tree.indices.dropFirst() {
      let parent = tree.parent(of: node)
      isDropped[node] = isDropped[parent]
      parts[node] = parts[parent]
      guard !isDropped[node], !tree.isText(node) else { continue }
      let tag = tree.tag(of: node)
      if tag.holdsNoText {
        isDropped[node] = !(isLenient && tag == .noscript)
        continue
      }
      // Whatever it is called, what holds much of the page's prose is not put around the article.
      let isLarge = prose[node] * 5 > all * 2
      var own: PagePartNames.Part?
      for number in names {
        guard let value = tree.attribute(numbered: number, of: node) else { continue }
        if let part = PagePartNames.shared.part(of: value), own == nil || part == .body {
          own = part
        }
      }
      // Elements of a site's or a library's own: <amp-consent>, <share-bar>.
      if tag == .other, own == nil {
        let name = tree.name(of: node)
        if name.contains("-") { own = PagePartNames.shared.part(of: Array(name.utf8)[...]) }
      }
      if tag == .footer || tag == .aside || tag == .form || tag == .figcaption {
        own = tag == .figcaption ? .caption : .aside
      }
      if own == .aside, isLarge || tag == .article || tag == .main { own = nil }
      if own == .byline, isLarge { own = nil }
      if let own, own != .body || parts[parent] == nil { parts[node] = own }
      guard !isLarge, !isLenient else { continue }
      if own == .aside || tree.attribute(numbered: hidden, of: node) != nil
        || tree.attribute(numbered: ariaHidden, of: node).map({ $0.elementsEqual("true".utf8) })
          ?? false
        || Self.isUnseen(tree.attribute(numbered: style, of: node))
      {
        isDropped[node] = true
      }
    }
  }

  private static func isUnseen(_ style: ArraySlice<UInt8>?) -> Bool {
    guard let style else { return false }
    let words = style.filter { $0 > 0x20 }
    return words.firstRange(of: "display:none".utf8) != nil
      || words.firstRange(of: "visibility:hidden".utf8) != nil
  }

  /// How many words each element holds in texts of at least ten, links left out.
  private static func proseWords(in tree: MarkupTree) -> [Int] {
    var counts = [Int](repeating: 0, count: tree.indices.count)
    for node in tree.indices.reversed() {
      if tree.isText(node) {
        let spaces = tree.bytes(of: node).count { $0 == 0x20 }
        if spaces >= 9 { counts[node] = spaces + 1 }
      } else if tree.tag(of: node).holdsNoText || tree.tag(of: node) == .a {
        counts[node] = 0
      }
      if node > 0 { counts[tree.parent(of: node)] += counts[node] }
    }
    return counts
  }
}
