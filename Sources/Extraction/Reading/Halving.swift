extension Range<Int> {
  /// The first index for which `isInSecondPart` holds, or the upper bound; found by halving.
  ///
  /// It must hold for no index before one for which it does not: what is searched is sorted by it.
  func partitioningIndex(where isInSecondPart: (Int) -> Bool) -> Int {
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if isInSecondPart(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension Array {
  /// The indices of the elements whose token is in `range`, of an array sorted by it.
  func starting(in range: Range<Int>, at token: (Element) -> Int) -> Range<Int> {
    let first = indices.partitioningIndex { token(self[$0]) >= range.lowerBound }
    let last = indices.partitioningIndex { token(self[$0]) >= range.upperBound }
    return first..<Swift.max(first, last)
  }
}
