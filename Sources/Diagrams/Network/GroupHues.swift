/// Which hue each group has: of as many groups as there are hues no two have the same, of more the
/// largest, and a group has the same in other pictures as far as it is free.
enum GroupHues {
  /// A hue a group, in the order of `ids`; `sizes` are the numbers of their nodes. Those without nodes
  /// take none away.
  static func hues(ofThoseInUse ids: [String], sizes: [Int]) -> [Int] {
    // By the number of bits, which one person more seldom changes.
    let order = ids.indices.filter { sizes[$0] > 0 }.sorted {
      (sizes[$0].leadingZeroBitCount, ids[$0]) < (sizes[$1].leadingZeroBitCount, ids[$1])
    }
    // Grey, the last, looks like no group at all beside the others: of equally free hues it is the last.
    var uses = Array(repeating: 0, count: Tone.groupCount - 1) + [1]
    var hues = Array(repeating: 0, count: ids.count)
    for index in order {
      let wanted = Int((scatteredPoint(for: ids[index], within: 2).x + 1) * 1000)
      let fewest = uses.min() ?? 0
      let free = (0..<Tone.groupCount).map { (wanted + $0) % Tone.groupCount }
        .first { uses[$0] == fewest }
      hues[index] = free ?? 0
      uses[hues[index]] += 2
    }
    return hues
  }
}
