/// A sentence's dependency tree: each unit has a head, up to one that is the root.
///
///     tree.children(of: verb).filter { tree.relations[$0] == .nsubj }
public struct SyntaxTree: Sendable {
  /// What the tree joins: a token, or several that stand for one thing, such as a person's name.
  public struct Unit: Hashable, Sendable {
    /// Indices into the document's tokens; never empty.
    public var tokens: Range<Int>
    /// What kind of word it is; `Tag.name` for a name of several tokens.
    public var tag: Tag

    /// Whether it is known to be a whole name, or a phrase around one, so that the parser looks for
    /// no part of it beside it. Units of several tokens are taken to be that.
    public var isName: Bool

    /// A unit of `tokens` that is read as one word of the kind `tag`.
    public init(tokens: Range<Int>, tag: Tag, isName: Bool = false) {
      self.tokens = tokens
      self.tag = tag
      self.isName = isName
    }
  }

  /// The units in the order of the text.
  public let units: [Unit]
  /// For each unit the index of its head, or -1 for a root.
  public let heads: [Int]
  /// For each unit what it is to its head.
  public let relations: [Relation]
  /// For each unit those that have it as head.
  public let children: Children

  /// Heads and relations by themselves, as the parser tells them, for one who may change some before
  /// asking for children.
  public struct Edges: Sendable {
    /// For each unit the index of its head, or -1 for a root.
    public var heads: [Int]
    /// For each unit what it is to its head.
    public var relations: [Relation]
  }

  /// The units sorted by head.
  public struct Children: Sendable {
    /// First for each unit where the children of the one before it end and its own begin, two more such
    /// places behind; then the units in the order of their heads, roots first.
    @usableFromInline let numbers: [Int]
    @usableFromInline let first: Int

    init(heads: [Int]) {
      first = heads.count + 2
      var numbers = [Int](repeating: 0, count: first + heads.count)
      for head in heads { numbers[head + 2] += 1 }
      numbers[0] = first
      for index in 1..<first { numbers[index] += numbers[index - 1] }
      // Each start serves as the place for the next child, and so becomes the next unit's start.
      for (unit, head) in heads.enumerated() {
        numbers[numbers[head + 1]] = unit
        numbers[head + 1] += 1
      }
      self.numbers = numbers
    }

    /// The units that have `unit` as head, in the order of the text; roots for -1.
    @inlinable public subscript(unit: Int) -> ArraySlice<Int> {
      numbers[(unit < 0 ? first : numbers[unit])..<numbers[unit + 1]]
    }
  }

  /// The tree of `units` with these heads and relations, one for each unit.
  public init(units: [Unit], heads: [Int], relations: [Relation]) {
    self.units = units
    self.heads = heads
    self.relations = relations
    children = Children(heads: heads)
  }

  /// The units that have `unit` as head, in the order of the text.
  public func children(of unit: Int) -> ArraySlice<Int> { children[unit] }

  /// The units without a head, in the order of the text: one, or one for each piece of a sentence
  /// too long to be read as a whole.
  public var roots: ArraySlice<Int> { children(of: -1) }

  /// The first root, or nil for an empty tree.
  public var root: Int? { roots.first }

  /// The first child of `unit` with one of these relations.
  public func child(of unit: Int, _ wanted: Relation...) -> Int? {
    children(of: unit).first { wanted.contains(relations[$0]) }
  }

  /// The units from the first to the last that `unit` governs, itself included. As trees are
  /// projective, all in between are governed too.
  public func subtree(of unit: Int) -> Range<Int> {
    var first = unit
    var last = unit
    while let child = children(of: first).first, child < first { first = child }
    while let child = children(of: last).last, child > last { last = child }
    return first..<last + 1
  }

  /// Whether `ancestor` is `unit` itself or governs it.
  public func governs(_ ancestor: Int, _ unit: Int) -> Bool {
    var current = unit
    while current >= 0 {
      if current == ancestor { return true }
      current = heads[current]
    }
    return false
  }
}
