/// Words that stand for several people told of before: "the two leaders", "the pair", "they".
struct GroupReference {
  var tokens: Range<Int>
  /// Whom they stand for, in order of mention; one alone only for a speaker's "we".
  var people: [Int]
}

extension Reading {
  /// The reference to several people that starts at `index`, found by halving.
  func group(startingAt index: Int) -> GroupReference? {
    let low = (0..<groups.count).partitioningIndex { groups[$0].tokens.lowerBound >= index }
    return low < groups.count && groups[low].tokens.lowerBound == index ? groups[low] : nil
  }
}
