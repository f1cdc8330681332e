public import Diplomacy

extension Article {
  /// What is wrong with the blocks: out of order, out of the text, or leaving words out; nil if nothing.
  public var blockFault: String? {
    let scalars = Array(text.unicodeScalars)
    if scalars.contains("\0") { return "the text holds a zero" }
    var position = 0
    for block in blocks {
      guard block.range.start >= position, block.range.end <= scalars.count else {
        return "a block stands at \(block.range)"
      }
      if !scalars[position..<block.range.start].allSatisfy(\.properties.isWhitespace) {
        return "words before \(block.range) are in no block"
      }
      position = block.range.end
    }
    return scalars[position...].allSatisfy(\.properties.isWhitespace)
      ? nil : "words after \(position) are in no block"
  }
}
