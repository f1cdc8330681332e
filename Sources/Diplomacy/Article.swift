/// One published text, as it is kept: the words unchanged, with what is known about it.
public struct Article: Hashable, Sendable {
  /// The identifier the input gave, if any.
  public var id: String?
  /// The whole text. Line ends are `\n`; nothing else of the input is changed.
  public var text: String
  /// The parts of the text in order; every scalar that is not white space is in one of them.
  public var blocks: [Block]
  /// The headline.
  public var title: String?
  /// Where it was published.
  public var url: String?
  /// Who published it.
  public var publisher: String?
  /// Who wrote it.
  public var author: String?
  /// When it was published, and how that is known.
  public var publication: Publication?
  /// Further keys of the input, kept as they came.
  public var metadata: [String: String]

  /// An article of `text`, cut into `blocks`.
  public init(text: String, blocks: [Block]) {
    self.text = text
    self.blocks = blocks
    self.metadata = [:]
  }

  /// A part of an article's text, as a rule a paragraph or a line.
  public struct Block: Hashable, Sendable {
    /// What a part of the text is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// The headline, where it stands in the text.
      case title
      /// Running text.
      case paragraph
      /// A heading between paragraphs.
      case heading
      /// What stands under a picture.
      case caption
      /// An entry of a list, schedule or bulletin.
      case listItem
      /// The writer's name, the publication date, the agency.
      case byline
      /// What the site put around the article: navigation, counters, links, notes.
      case boilerplate
    }

    /// What this part is.
    public var kind: Kind
    /// Where it stands, without the white space around it.
    public var range: TextRange

    /// A part of `kind` at `range`.
    public init(_ kind: Kind, _ range: TextRange) {
      self.kind = kind
      self.range = range
    }

    /// Whether the part is told by the article itself, so that facts are read from it.
    public var isBody: Bool { kind != .boilerplate && kind != .byline }
  }

  /// The day of publication and the source it was taken from.
  public struct Publication: Hashable, Sendable {
    /// What told the date, best first.
    public enum Source: String, Hashable, Sendable, CaseIterable {
      /// The user's `--published`.
      case option
      /// A field of the input.
      case metadata
      /// A line of the text that states it.
      case text
      /// The dateline.
      case dateline
      /// The address of the page.
      case url
      /// The name of the file or of the folder that it lies in.
      case file
    }

    /// The day, or the month or year where no more is known.
    public var when: PartialDate
    /// What told it.
    public var source: Source

    /// The day; nil where only the month or the year is known.
    public var date: CalendarDate? {
      if case .day(let day) = when { day } else { nil }
    }

    /// A date and what told it.
    public init(_ when: PartialDate, from source: Source) {
      self.when = when
      self.source = source
    }

    /// A day and what told it.
    public init(_ date: CalendarDate, from source: Source) {
      self.init(.day(date), from: source)
    }
  }
}
