/// A finished picture: elements one above the other, each with its shapes and what is known of it.
///
/// Every format is written from this, so that they look alike, and every view ends in this.
struct Drawing: Hashable, Sendable {
  var width: Double
  var height: Double
  var title: String
  /// The whole content in words, for those who don't see the picture.
  var description: String
  /// From the back to the front.
  var elements: [Element]

  /// A part of the picture that means something.
  struct Element: Hashable, Sendable {
    /// What it is, which is its class in SVG.
    enum Kind: String { case heading, axis, lane, group, edge, node, label, legend, note, caption }

    var kind: Kind
    /// The value of the `id` attribute.
    var id: String?
    /// Names, without `data-`, and values.
    var data: [DataAttribute] = []
    var tooltip: String?
    /// The id that a link leads to.
    var link: String?
    /// The address on the web that a link leads to instead: see `webAddress`.
    var address: String?
    var shapes: [Shape] = []
  }

  struct DataAttribute: Hashable, Sendable {
    var name: String
    var value: String
  }

  enum Shape: Hashable, Sendable {
    case box(Box, radius: Double, fill: Tone?, line: Line?)
    /// A Bézier curve: a start and three points for each piece.
    case curve([Point], Line)
    /// A closed shape.
    case polygon([Point], fill: Tone)
    /// A line of text whose baseline is at `at`.
    case text(String, at: Point, anchor: Anchor, TextStyle, Tone)
  }

  struct Line: Hashable, Sendable {
    enum Dash: String { case solid, dashed, dotted }

    var tone: Tone
    var width: Double
    var dash = Dash.solid
  }

  /// Which part of a text stands at its place.
  enum Anchor: String { case start, middle, end }
}
