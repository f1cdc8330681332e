/// What can be drawn: the one thing a caller hands over.
public enum Diagram: Hashable, Sendable {
  /// Nodes and the lines between them, laid out by Graphviz or in frames.
  case network(NetworkDiagram)
  /// Time from left to right, a lane a person or country.
  case timeline(TimelineDiagram)
  /// One meeting with all that is told of it.
  case card(MeetingCard)
}

/// What stands around every diagram.
public struct DiagramText: Hashable, Sendable {
  /// What the picture shows, in a line: "Contacts of Winston Peters".
  public var title: String
  /// A line under the title; empty for none.
  public var subtitle: String
  /// Small lines at the foot: span, number of articles, what was left out.
  public var caption: [String]
  /// The words that lines and marks stand on.
  public var notes: [Note]

  /// What stands around a diagram.
  public init(
    title: String, subtitle: String = "", caption: [String] = [], notes: [Note] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.caption = caption
    self.notes = notes
  }

  /// The words behind lines or marks. Notes are numbered in their order, from 1.
  public struct Note: Hashable, Sendable {
    /// The ids of the edges or events that it is about.
    public var subjects: [String]
    /// Who: "Marco Rubio – Winston Peters"; empty where it goes without saying.
    public var who: String
    /// What, when and where: "meeting, 19 March 2025, Washington".
    public var what: String
    /// The words of the article.
    public var quote: String
    /// The article: headline, publisher, date.
    public var source: String
    /// Where the article is published: an address of http or https; others are not linked.
    public var address: String?

    /// The words behind something.
    public init(
      about subject: String, who: String = "", what: String, quote: String, source: String,
      address: String? = nil
    ) {
      subjects = [subject]
      self.who = who
      self.what = what
      self.quote = quote
      self.source = source
      self.address = address
    }

    /// Who, when and where, in a line.
    var heading: String { [who, what].filter { !$0.isEmpty }.joined(separator: ": ") }

    /// Adds people to those named, each once: "A – B" and "A – C" are "A, B, C".
    fileprivate mutating func take(_ others: String) {
      var names = who.replacing(" – ", with: ", ").split(separator: ", ").map(String.init)
      for name in others.split(separator: " – ").map(String.init) where !names.contains(name) {
        names.append(name)
      }
      who = names.joined(separator: ", ")
    }

    /// The same for notes of the same words, said of the same occasion.
    fileprivate var occasion: [String] { [what, quote, source, address ?? ""] }
  }

  /// The number of the note about each id; the first counts where there are several.
  var noteNumbers: [String: Int] {
    Dictionary(
      notes.enumerated().flatMap { number, note in note.subjects.map { ($0, number + 1) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Prints the same words of one occasion once, under one number, for all who took part.
  mutating func joinNotes() {
    var joined: [Note] = []
    var places: [[String]: Int] = [:]
    for note in notes {
      if !note.who.isEmpty, let place = places[note.occasion] {
        joined[place].subjects += note.subjects
        joined[place].take(note.who)
      } else {
        if !note.who.isEmpty { places[note.occasion] = joined.count }
        joined.append(note)
      }
    }
    notes = joined
  }
}

/// How a diagram is to look, whatever it shows.
public struct DiagramLook: Hashable, Sendable {
  /// The colours.
  public var theme: Theme
  /// The page that the picture is fitted into; nil for as large as it needs.
  public var size: Size?

  /// How a diagram is to look.
  public init(theme: Theme = .auto, size: Size? = nil) {
    self.theme = theme
    self.size = size
  }

  /// The colours of a picture.
  public enum Theme: String, Hashable, Sendable, CaseIterable {
    /// Light, and in SVG dark where the reader's page is dark.
    case auto
    case light
    case dark
    /// Black and grey on white, without tints.
    case print
  }

  /// A page in points, of which 72 make an inch. Without a height it is as high as needed.
  public struct Size: Hashable, Sendable {
    /// From left to right.
    public var width: Double
    /// From top to bottom.
    public var height: Double?

    /// A page; nil for one smaller than 100 or larger than 20,000 points.
    public init?(width: Double, height: Double? = nil) {
      let possible = 100.0...20_000
      guard possible.contains(width), height.map(possible.contains) ?? true else { return nil }
      self.width = width
      self.height = height
    }
  }
}
