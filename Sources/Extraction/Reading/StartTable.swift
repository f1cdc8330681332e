/// What starts at each token of a range, by the place in the array it is kept in.
///
/// A dictionary by token would do the same; this is asked for every token of every sentence.
struct StartTable<Element> {
  private let elements: [Element]
  private let first: Int
  /// For each token the index of the element plus one; 0 where none starts.
  private var places: [Int32]

  /// The elements of `elements` that start in `range`, told by `start` and sorted by it; of several at
  /// one token the first for which `isIncluded` holds.
  init(
    _ elements: [Element], in range: Range<Int>, at start: (Element) -> Int,
    where isIncluded: (Element) -> Bool = { _ in true }
  ) {
    self.elements = elements
    first = range.lowerBound
    places = Array(repeating: 0, count: range.count)
    for index in elements.starting(in: range, at: start) where isIncluded(elements[index]) {
      let token = start(elements[index]) - first
      if places[token] == 0 { places[token] = Int32(index + 1) }
    }
  }

  /// All of `elements`, each by the token at which it starts, of several at one the first; none that
  /// starts behind `range` is found.
  init(_ elements: [Element], over range: Range<Int>, at start: (Element) -> Int) {
    self.elements = elements
    first = range.lowerBound
    places = elements.isEmpty ? [] : Array(repeating: 0, count: range.count)
    for (index, element) in elements.enumerated() {
      let token = start(element) - first
      if places.indices.contains(token), places[token] == 0 { places[token] = Int32(index + 1) }
    }
  }

  /// What starts at `token`, which may lie outside the range.
  subscript(token: Int) -> Element? {
    let place = token - first
    guard place >= 0, place < places.count, places[place] > 0 else { return nil }
    return elements[Int(places[place]) - 1]
  }
}
