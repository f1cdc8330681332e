/// Hands out names that differ also for SQLite, which takes `p` and `P` for one.
struct AliasNames {
  private var taken: Set<String> = []

  /// `wish`, or `wish` and a number.
  mutating func fresh(_ wish: String) -> String {
    var name = wish
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(wish)\(number)"
      number += 1
    }
    return name
  }
}
