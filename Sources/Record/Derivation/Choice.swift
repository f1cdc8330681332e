/// The value given most often; of equally frequent ones the greatest by `isLess`.
///
/// Reports differ in spelling and detail, and the record has to choose without regard to the order
/// in which they came.
func mostFrequent<Value: Hashable>(
  _ values: some Sequence<Value>, by isLess: (Value, Value) -> Bool
) -> Value? {
  var counts: [Value: Int] = [:]
  for value in values { counts[value, default: 0] += 1 }
  return counts.max { a, b in
    a.value == b.value ? isLess(a.key, b.key) : a.value < b.value
  }?.key
}

/// The name given most often. Of equally frequent ones that with lower case and diacritics wins,
/// whose scalars are greater.
func mostFrequentName(_ names: some Sequence<String>) -> String? {
  mostFrequent(names) { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
}

/// Gives every identifier once: the second `lavrov` becomes `lavrov-2`.
struct IdentifierRegister {
  private var given: Set<String> = []

  /// `wanted`, or that with the first number that makes it new.
  mutating func register(_ wanted: String) -> String {
    let base = wanted.isEmpty ? "unnamed" : wanted
    var id = base
    var number = 2
    while !given.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }
}
