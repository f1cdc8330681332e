/// The smallest unit of a text that has a meaning of its own: a word, a number, a mark.
public struct Token: Hashable, Sendable {
  /// The offset of the first Unicode scalar in the text, from zero.
  public var start: Int
  /// The offset after the last scalar.
  public var end: Int
  /// The token as written, to be compared.
  public let form: Word
  /// The token in lower case, to be compared.
  public private(set) var word: Word
  /// What it looks like.
  public var shape: Shape
  /// The letters of a token that its words do not tell in full; nil for nearly all.
  private let spelling: Spelling?

  /// A token of up to fifteen bytes, all of ASCII.
  init(start: Int, end: Int, short form: Word, shape: Shape) {
    self.start = start
    self.end = end
    self.form = form
    word = form.lowercased
    self.shape = shape
    spelling = nil
  }

  /// Any other token, as written and in lower case.
  init(start: Int, end: Int, text: String, lower: String, shape: Shape) {
    self.start = start
    self.end = end
    self.shape = shape
    form = Word(text)
    word = Word(lower)
    spelling = Spelling(text: text, lower: lower)
  }

  /// The token as written, with a straight apostrophe for a curly one.
  public var text: String { spelling?.text ?? form.shortText }
  /// The token in lower case.
  public var lower: String { spelling?.lower ?? form.lowercased.shortText }

  /// What a long word, or one beyond ASCII, is written with. One reference, so that tokens, of which a text
  /// has thousands, are small and soon copied.
  private final class Spelling: Hashable, Sendable {
    let text: String
    let lower: String

    init(text: String, lower: String) {
      self.text = text
      self.lower = lower
    }

    static func == (a: Spelling, b: Spelling) -> Bool { a.text == b.text && a.lower == b.lower }

    func hash(into hasher: inout Hasher) { hasher.combine(text) }
  }

  /// What a token looks like.
  public struct Shape: OptionSet, Hashable, Sendable {
    /// One bit for each trait.
    public let rawValue: UInt8
    /// A set of traits.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Starts with a capital letter.
    @inlinable public static var capitalized: Shape { Shape(rawValue: 1 << 0) }
    /// Has at least two letters and all are capitals.
    @inlinable public static var allCapitals: Shape { Shape(rawValue: 1 << 1) }
    /// Starts with a digit.
    @inlinable public static var number: Shape { Shape(rawValue: 1 << 2) }
    /// Is punctuation or a symbol.
    @inlinable public static var mark: Shape { Shape(rawValue: 1 << 3) }
    /// Follows white space or the start of its segment.
    @inlinable public static var afterSpace: Shape { Shape(rawValue: 1 << 4) }
    /// A letter with a full stop: "J.".
    @inlinable public static var initial: Shape { Shape(rawValue: 1 << 5) }
  }

  /// Whether it starts with a capital letter.
  @inlinable public var isCapitalized: Bool { shape.contains(.capitalized) }
  /// Whether it is punctuation or a symbol.
  @inlinable public var isMark: Bool { shape.contains(.mark) }
  /// The token with its word as written, for a name that is also a small word: "May", "Will".
  public var asName: Token {
    var token = self
    token.word = form
    return token
  }

  /// Whether it is a possessive ending: `'s` or the bare apostrophe after a plural.
  public var isPossessive: Bool { word == "'s" || (word == "'" && !shape.contains(.afterSpace)) }
}
