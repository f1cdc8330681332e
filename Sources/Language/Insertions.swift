/// Takes out the brackets around words that an editor put into a quoted name: "[President Bashar]
/// al-Assad", "Speaker [Paul] Ryan", "President (Vladimir) Putin". The words stay, and read on.
struct Insertions {
  /// Removes such brackets from the tokens after `first`.
  func open(_ tokens: inout [Token], from first: Int) {
    var gone: [Int] = []
    var index = first
    while index < tokens.count {
      if tokens[index].isMark, let end = end(of: index, in: tokens) {
        gone.append(index)
        gone.append(end)
        if tokens[index].shape.contains(.afterSpace) {
          tokens[index + 1].shape.insert(.afterSpace)
        }
        index = end
      }
      index += 1
    }
    for index in gone.reversed() { tokens.remove(at: index) }
  }

  /// The bracket that closes an insertion opened at `start`, which a capitalised word follows.
  private func end(of start: Int, in tokens: [Token]) -> Int? {
    let isSquare = tokens[start].form == "["
    guard isSquare || tokens[start].form == "(" && opensName(start, tokens) else { return nil }
    let close: Word = isSquare ? "]" : ")"
    var end = start + 1
    var hasCapital = false
    while end < min(start + 8, tokens.count), tokens[end].form != close {
      let token = tokens[end]
      guard !token.isMark, !token.shape.contains(.number) else { return nil }
      hasCapital = hasCapital || token.isCapitalized && !token.shape.contains(.allCapitals)
      end += 1
    }
    guard hasCapital, end + 1 < tokens.count, tokens[end].form == close else { return nil }
    let next = tokens[end + 1]
    // "Joint Secretary (East Asia) Gourangalal Das" tells the desk, and the name is whole.
    if !isSquare, end + 2 < tokens.count, tokens[end + 2].isCapitalized { return nil }
    return !next.isMark && next.shape.contains(.afterSpace)
      && (next.isCapitalized || next.text.hasPrefix("al-")) ? end : nil
  }

  /// Whether a capitalised word stands right before and alone within, or several words within of which
  /// the last is capitalised: "(Russian Foreign Minister Sergey) Lavrov".
  private func opensName(_ start: Int, _ tokens: [Token]) -> Bool {
    guard start > 0, start + 2 < tokens.count, tokens[start].shape.contains(.afterSpace) else {
      return false
    }
    if tokens[start + 2].form == ")" {
      return tokens[start - 1].isCapitalized && !tokens[start - 1].isMark
    }
    guard
      let close = (start + 3..<max(start + 3, min(start + 8, tokens.count))).first(where: {
        tokens[$0].form == ")"
      })
    else { return false }
    return tokens[start + 1].isCapitalized && tokens[close - 1].isCapitalized
  }
}
