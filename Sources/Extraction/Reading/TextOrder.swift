extension Array {
  /// The elements that start in `range`, of an array in text order.
  ///
  /// Found by halving, so that reading all sentences of a text takes no longer than the text is.
  func starting(in range: Range<Int>, at start: (Element) -> Int) -> ArraySlice<Element> {
    let first = firstIndex(notBefore: range.lowerBound, start)
    let end = firstIndex(notBefore: range.upperBound, start)
    return self[first..<Swift.max(first, end)]
  }

  private func firstIndex(notBefore offset: Int, _ start: (Element) -> Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if start(self[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
