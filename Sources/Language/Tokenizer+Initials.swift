/// Initials of names: "J.", "Ts.", and those that no space parts from the name.
extension Tokenizer {
  /// Where the name behind initials begins that no space parts from them: "S.Jaishankar", "K.P.Sharma".
  func initialsEnd(in range: Range<Int>) -> Int? {
    var start = range.lowerBound
    while start + 4 < range.upperBound, scalars[start].isCapital {
      if scalars[start + 1] == "." {
        start += 2
      } else if scalars[start + 2] == ".", isDigraph(at: start) {
        start += 3
      } else {
        break
      }
    }
    guard start > range.lowerBound, start + 2 < range.upperBound, scalars[start].isCapital,
      (start + 1...start + 2).allSatisfy({ scalars[$0].isLetter && !scalars[$0].isCapital })
    else { return nil }
    return start
  }

  /// Whether a word begins at `place` with two letters that write one of another script, as initials of
  /// Mongolian and Russian names do: "Ch.", "Ts.".
  func isDigraph(at place: Int) -> Bool {
    guard place == 0 || !scalars[place - 1].isWordPart else { return false }
    switch (scalars[place], scalars[place + 1]) {
    case ("T", "s"), ("C", "h"), ("S", "h"), ("Z", "h"), ("K", "h"), ("D", "z"): return true
    default: return false
    }
  }
}
