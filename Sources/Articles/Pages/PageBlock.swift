import Markup

/// A paragraph, heading, list entry or line of a page.
struct PageBlock {
  /// The words, with single spaces between them.
  var text: String
  /// The element that holds it.
  var element: Int
  /// What the element is, as far as it says what its text is.
  var tag: Tag
  /// Its words and those of them that are in links to elsewhere.
  var words = 0
  var linkWords = 0
  /// What the names of the elements around it say.
  var part: PagePartNames.Part?

  var isHeading: Bool {
    switch tag {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  var linkShare: Double { words == 0 ? 1 : Double(linkWords) / Double(words) }

  /// Whether the text ends as a sentence does, whatever marks close it.
  var endsSentence: Bool {
    let end = text.unicodeScalars.reversed().prefix(3).drop {
      "\"”’')]»".unicodeScalars.contains($0)
    }
    return end.first.map { ".!?…".unicodeScalars.contains($0) } ?? false
  }
}

/// Cuts a page into its blocks.
struct PageBlocks {
  private let tree: MarkupTree
  private let parts: [PagePartNames.Part?]
  private(set) var blocks: [PageBlock] = []
  private var line: [UInt8] = []
  private var words = 0
  private var linkWords = 0
  private var linkEnd = 0
  /// Whether white space, or nothing, stands before the next word.
  private var isGap = true
  /// Whether the word at hand is counted.
  private var isCounted = false
  private var lines: [PageBlock] = []

  /// The blocks of `tree` in order, without those whose element is marked as dropped.
  ///
  /// `parts` says of each element what it and those around it are called.
  init(of tree: MarkupTree, parts: [PagePartNames.Part?], isDropped: [Bool]) {
    self.tree = tree
    self.parts = parts
    let href = tree.number(of: "href")
    // The block elements that are open: where each ends, and which it is.
    var open: [(end: Int, element: Int)] = [(tree.indices.upperBound, 0)]
    var node = 1
    var breaks = 0
    while node < tree.indices.upperBound {
      while let last = open.last, last.end <= node, open.count > 1 {
        close(last.element)
        open.removeLast()
      }
      if isDropped[node] {
        node = tree.end(of: node)
        continue
      }
      if tree.isText(node) {
        if add(tree.bytes(of: node), isLink: node < linkEnd) { breaks = 0 }
      } else {
        let tag = tree.tag(of: node)
        if tag == .br {
          endLine(of: open[open.count - 1].element)
          breaks += 1
          if breaks == 2 { close(open[open.count - 1].element) }
        } else if tag == .a {
          let target = tree.attribute(numbered: href, of: node)
          if let target, target.first != UInt8(ascii: "#") { linkEnd = tree.end(of: node) }
        } else if tag.isBlock {
          close(open[open.count - 1].element)
          open.append((tree.end(of: node), node))
          breaks = 0
        }
      }
      node += 1
    }
    for last in open.reversed() { close(last.element) }
  }

  /// Adds words to the line; whether there were any.
  private mutating func add(_ bytes: ArraySlice<UInt8>, isLink: Bool) -> Bool {
    var hasWords = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      var length = 1
      var isSpace = byte <= 0x20
      if byte >= 0xC2, index + 1 < bytes.endIndex {
        let next = bytes[index + 1]
        if byte == 0xC2, next == 0xA0 { (isSpace, length) = (true, 2) }
        if byte == 0xC2, next == 0xAD { length = -2 }
        if byte == 0xE2, next == 0x80, index + 2 < bytes.endIndex {
          switch bytes[index + 2] {
          case 0x80...0x8A, 0xA8, 0xA9, 0xAF: (isSpace, length) = (true, 3)
          case 0x8B...0x8F: length = -3
          default: break
          }
        }
        if byte == 0xEF, next == 0xBB, index + 2 < bytes.endIndex, bytes[index + 2] == 0xBF {
          length = -3
        }
      }
      if length < 0 {
        // A soft hyphen or a mark without width: not a part of any word.
        index -= length
        continue
      }
      if isSpace {
        isGap = true
      } else {
        if isGap {
          if !line.isEmpty { line.append(0x20) }
          isGap = false
          isCounted = false
        }
        // A bar or a dot between two entries is no word.
        if !isCounted,
          byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        {
          words += 1
          if isLink { linkWords += 1 }
          isCounted = true
        }
        line.append(byte)
        hasWords = true
      }
      index += length
    }
    return hasWords
  }

  private mutating func endLine(of element: Int) {
    isGap = true
    guard !line.isEmpty else { return }
    lines.append(
      PageBlock(
        text: String(decoding: line, as: UTF8.self), element: element,
        tag: tree.textTag(of: element),
        words: words, linkWords: linkWords, part: parts[element]))
    line = []
    words = 0
    linkWords = 0
  }

  /// Ends a block: of its lines those belong together that only the width of a page broke.
  private mutating func close(_ element: Int) {
    endLine(of: element)
    for (number, next) in lines.enumerated() {
      if number > 0, var last = blocks.last, last.text.utf8.count >= 50, !last.endsSentence,
        last.text.utf8.last != UInt8(ascii: ":")
      {
        last.text += " " + next.text
        last.words += next.words
        last.linkWords += next.linkWords
        blocks[blocks.count - 1] = last
      } else {
        blocks.append(next)
      }
    }
    lines = []
  }
}

extension Tag {
  /// Whether a new line starts before and after the element.
  var isBlock: Bool {
    switch self {
    case .html, .head, .body, .main, .article, .section, .aside, .nav, .header, .footer, .div,
      .center, .details, .summary, .dialog, .p, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .pre,
      .address, .figure, .figcaption, .hr, .ul, .ol, .li, .dl, .dt, .dd, .menu, .dir, .table,
      .caption, .thead, .tbody, .tfoot, .tr, .td, .th, .fieldset, .legend, .form, .title:
      true
    default: false
    }
  }

  /// Whether the element never holds words of an article.
  var holdsNoText: Bool {
    switch self {
    case .script, .style, .noscript, .template, .link, .meta, .title, .base, .button, .input,
      .select, .option, .optgroup, .textarea, .label, .output, .datalist, .svg, .math, .canvas,
      .iframe, .object, .embed, .applet, .map, .area, .img, .video, .audio, .track, .frameset,
      .frame, .noframes, .nav, .dialog, .menu:
      true
    default: false
    }
  }
}

extension MarkupTree {
  /// What the text of an element is: of a paragraph in a list entry or a caption the outer of the two.
  func textTag(of element: Int) -> Tag {
    let own = tag(of: element)
    var outer = element
    for _ in 0..<3 {
      switch tag(of: outer) {
      case .li, .dd, .dt, .figcaption, .caption, .h1, .h2, .h3, .h4, .h5, .h6: return tag(of: outer)
      default: outer = parent(of: outer)
      }
    }
    return own
  }
}
