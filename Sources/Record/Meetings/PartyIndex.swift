/// Which testimonies have which party when: what the table `testimonyParty` is asked for, in memory.
struct PartyIndex {
  private struct Entry {
    let last: Int32
    let first: Int32
    let testimony: Int32
    let people: Int32
  }

  private struct Key: Hashable {
    let party: String
    let dated: Int
  }

  /// By the last day, once they are asked for.
  private var entries: [Key: [Entry]] = [:]
  private var isSorted = true

  /// Adds a row of the table.
  mutating func add(
    _ party: String, dated: Int, first: Int, last: Int, testimony: Int, people: Int
  ) {
    entries[Key(party: party, dated: dated), default: []].append(
      Entry(
        last: Int32(last), first: Int32(first), testimony: Int32(testimony), people: Int32(people)))
    isSorted = false
  }

  /// The testimonies of a party that begin by `last` and end between `first` and `reach` days after `last`, each with
  /// how many people it names.
  mutating func forEach(
    _ party: String, dated: Int, first: Int, last: Int, reach: Int, _ body: (Int, Int) -> Void
  ) {
    if !isSorted {
      for key in entries.keys { entries[key]?.sort { $0.last < $1.last } }
      isSorted = true
    }
    guard let own = entries[Key(party: party, dated: dated)] else { return }
    var low = 0
    var high = own.count
    while low < high {
      let middle = low + (high - low) / 2
      if Int(own[middle].last) < first { low = middle + 1 } else { high = middle }
    }
    for entry in own[low...] {
      guard Int(entry.last) <= last + reach else { break }
      if Int(entry.first) <= last { body(Int(entry.testimony), Int(entry.people)) }
    }
  }
}
