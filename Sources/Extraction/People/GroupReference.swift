/// Words that stand for several people told of before: "the two leaders", "the pair", "they".
struct GroupReference {
  var tokens: Range<Int>
  /// Whom they stand for, two or more, in order of mention.
  var people: [Int]
}

extension Reading {
  /// The reference to several people that starts at `index`, found by halving.
  func group(startingAt index: Int) -> GroupReference? {
    var low = 0
    var high = groups.count
    while low < high {
      let middle = (low + high) / 2
      if groups[middle].tokens.lowerBound < index { low = middle + 1 } else { high = middle }
    }
    return low < groups.count && groups[low].tokens.lowerBound == index ? groups[low] : nil
  }
}
