/// The value given most often; of equally frequent ones the greatest by `isLess`.
///
/// Reports differ in spelling and detail, and the record has to choose without regard to the order
/// in which they came.
func mostFrequent<Value: Hashable>(
  _ values: some Collection<Value>, by isLess: (Value, Value) -> Bool
) -> Value? {
  // As a rule all say the same.
  guard let first = values.first else { return nil }
  if values.dropFirst().allSatisfy({ $0 == first }) { return first }
  var counts: [Value: Int] = [:]
  for value in values { counts[value, default: 0] += 1 }
  return counts.max { a, b in
    a.value == b.value ? isLess(a.key, b.key) : a.value < b.value
  }?.key
}

/// The name given most often. Of equally frequent ones that with lower case and diacritics wins,
/// whose scalars are greater.
func mostFrequentName(_ names: some Collection<String>) -> String? {
  mostFrequent(names) { isGreater($1, $0) }
}

/// Whether the scalars of `a` come after those of `b`.
func isGreater(_ a: String, _ b: String) -> Bool {
  b.unicodeScalars.lexicographicallyPrecedes(a.unicodeScalars)
}

/// The value that prevails by its count; of those about as frequent the greatest by `isLess`.
///
/// Up to eight the counts are compared as they are, beyond in steps of a fifth: two spellings that
/// are used about as often do not take turns with every article, and the record follows a change
/// of fashion a few times in a graph's life, whatever order the articles come in.
func prevailing<Value: Hashable>(
  _ counts: [Value: Int], by isLess: (Value, Value) -> Bool
) -> Value? {
  counts.max { a, b in
    let (x, y) = (step(a.value), step(b.value))
    return x == y ? isLess(a.key, b.key) : x < y
  }?.key
}

private func step(_ count: Int) -> Int {
  var value = count
  var steps = 0
  while value > 8 {
    value = value * 5 / 6
    steps += 1
  }
  return steps == 0 ? count : 8 + steps
}
