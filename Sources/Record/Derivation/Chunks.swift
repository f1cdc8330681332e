extension Array {
  /// The elements in order, at most `count` together: what one statement asks for.
  func chunks(of count: Int) -> [[Element]] {
    stride(from: 0, to: self.count, by: count).map { start in
      Array(self[start..<Swift.min(self.count, start + count)])
    }
  }
}
