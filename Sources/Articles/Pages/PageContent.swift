import Diplomacy
import Markup

/// The blocks of a page that are its article, and what the lines around them tell.
struct PageContent {
  private(set) var main: MainText
  private(set) var authors: [String] = []
  /// The first line beside the headline that states a day.
  private var dateLine: String?
  /// Words of the page, whatever they are.
  private(set) var allWords = 0

  init(of tree: MarkupTree, title: String?) {
    var blocks = Self.blocks(of: tree, isLenient: false)
    main = MainText(of: blocks, in: tree) { Self.isTitle($0, title) }
    if main.blocks.isEmpty {
      blocks = Self.blocks(of: tree, isLenient: true)
      main = MainText(of: blocks, in: tree) { Self.isTitle($0, title) }
    }
    allWords = blocks.reduce(0) { $0 + $1.words }
    readHeader(blocks, tree, title)
  }

  /// Author and day from the lines between the headline and the end of the article.
  private mutating func readHeader(_ blocks: [PageBlock], _ tree: MarkupTree, _ title: String?) {
    let end = main.element == 0 ? Int.max : tree.end(of: main.element)
    let headline = blocks.firstIndex { Self.isTitle($0, title) && $0.isHeading } ?? 0
    let lines = blocks[max(0, headline - 5)...].prefix { $0.element < end }
      .filter { $0.words <= 30 && $0.part != .caption }
    dateLine =
      lines.first {
        HeaderFacts.isDateLine($0.text)
          || ($0.part == .byline || $0.isDated && $0.linkShare < 0.5)
            && HeaderFacts.date(in: $0.text) != nil
      }?.text
    let name =
      lines.lazy.compactMap(Byline.signed).first
      ?? lines.lazy.filter { $0.part == .byline }.compactMap { Byline.bareName($0.text) }.first
      ?? lines.lazy.filter(\.isDated).compactMap { Byline.bareName($0.text) }.first
    authors = name.map { [$0] } ?? []
  }

  /// The text: headline, day, and what the blocks are.
  func composed(title: String?) -> ArticleComposer {
    var composer = ArticleComposer()
    if let title { composer.add(.title, title) }
    if let dateLine { composer.add(.byline, dateLine) }
    for block in main.blocks where !Self.isTitle(block, title) && block.text != dateLine {
      composer.addLine(block.text, as: block.kind)
    }
    return composer
  }

  static func allBlocks(of tree: MarkupTree) -> [PageBlock] { blocks(of: tree, isLenient: true) }

  private static func blocks(of tree: MarkupTree, isLenient: Bool) -> [PageBlock] {
    let anatomy = PageAnatomy(of: tree, isLenient: isLenient)
    return PageBlocks(of: tree, parts: anatomy.parts, isDropped: anatomy.isDropped).blocks
  }

  /// Whether a block is the headline once more.
  static func isTitle(_ block: PageBlock, _ title: String?) -> Bool {
    guard let title, block.words <= 60 else { return false }
    let letters = PageTitle.letters(of: title)
    return !letters.isEmpty && PageTitle.letters(of: block.text) == letters
  }
}
