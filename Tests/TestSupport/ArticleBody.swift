public import Diplomacy

extension Article {
  /// The words of the article itself, a paragraph after the other, without its headline.
  public var body: String {
    let scalars = Array(text.unicodeScalars)
    return blocks.filter { $0.isBody && $0.kind != .title }.map { block in
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[block.range.start..<block.range.end])
      return String(view)
    }.joined(separator: "\n\n")
  }
}
