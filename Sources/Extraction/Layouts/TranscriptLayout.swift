import Diplomacy
import Language

/// Sets aside what journalists ask in a transcript: a question tells of no contact.
struct TranscriptLayout {
  let text: LayoutText

  private var reading: Reading { text.reading }

  func read(into found: inout LayoutStage.Found) {
    var isAsked = false
    for block in reading.article.blocks.indices where reading.article.blocks[block].isBody {
      let tokens = text.tokens(ofBlock: block)
      guard let first = tokens.first else { continue }
      if asks(first) || isQuestion(tokens) {
        isAsked = true
      } else if tokens.prefix(14).contains(where: { reading.form($0) == ":" }) {
        isAsked = false
      }
      if isAsked { found.handled.append(tokens) }
    }
  }

  /// "News agency A: Can you brief us …?": a label that names nobody, and a question.
  private func isQuestion(_ tokens: Range<Int>) -> Bool {
    guard let last = tokens.last, reading.form(last) == "?",
      let colon = tokens.prefix(6).first(where: { reading.form($0) == ":" })
    else { return false }
    let label = tokens.lowerBound..<colon
    return reading.tokens[tokens.lowerBound].isCapitalized
      && !label.contains { reading.nameOfToken[$0] >= 0 || text.mention(at: $0) != nil }
  }

  /// "QUESTION:", "Q:", "MODERATOR:".
  private func asks(_ first: Int) -> Bool {
    guard reading.tokens[first].shape.contains(.allCapitals) || reading.form(first) == "Q" else {
      return false
    }
    return ["question", "q", "reporter", "moderator", "journalist", "interviewer"].contains(
      reading.word(first))
      && reading.form(first + 1) == ":"
  }
}
