/// Where the numbers of a reading lie: all in the memory of one workspace.
struct ParserMemory {
  /// The units' vectors, a row of zeros before and behind each sentence's.
  let vectors: UnsafeMutablePointer<Int16>
  let sums: UnsafeMutablePointer<Int32>
  let hidden: UnsafeMutablePointer<Int16>
  let slots: UnsafeMutablePointer<Int>
  let rows: UnsafeMutablePointer<Int>
  /// The rows whose sum is the hidden layer.
  let addends: UnsafeMutablePointer<UnsafePointer<Int16>>
  /// How many rows of vectors there are, and of which part of speech each row's unit is, a bit for each; none
  /// for a row of zeros.
  let rowCount: Int
  let kinds: UnsafeMutablePointer<UInt32>
  /// Vectors that are taken together, and the rows they are of.
  let gathered: UnsafeMutablePointer<Int16>
  let gatheredUnits: UnsafeMutablePointer<Int32>
  /// For each row and slot twice the number of its share, one more while that is not whole, or `nowhere`.
  let places: UnsafeMutablePointer<Int32>
  private let shares: UnsafeMutablePointer<Int16>
  private let shareCount: UnsafeMutablePointer<Int32>
  private let firstRows: UnsafeMutablePointer<Int32>

  /// The place of a share that is not computed.
  static let nowhere: Int32 = -1
  /// How many vectors are taken together at most.
  static let gatheredRows = 32

  /// Memory for `inputs`.
  init(_ inputs: ArraySlice<ParserInput>, in workspace: ModelWorkspace) {
    let width = NetShape.width
    let longest = (inputs.map(\.count).max() ?? 0) + 1
    // Each sentence has a row for the root and one of zeros behind it.
    let rowCount = inputs.reduce(1) { $0 + $1.count + 2 }
    var size = 0
    func room<T>(_ type: T.Type, _ count: Int) -> Int {
      defer { size += (count * MemoryLayout<T>.stride + 63) / 64 * 64 }
      return size
    }
    let vectors = room(Int16.self, rowCount * width)
    let sums = room(Int32.self, max(longest * width, Self.gatheredRows * NetShape.hidden))
    let hidden = room(Int16.self, NetShape.hidden)
    let slots = room(Int.self, NetShape.slots)
    let rows = room(Int.self, NetShape.stateRowLimit)
    let addends = room(UnsafePointer<Int16>.self, NetShape.slots + NetShape.stateRowLimit)
    let kinds = room(UInt32.self, rowCount)
    let gathered = room(Int16.self, Self.gatheredRows * width)
    let gatheredUnits = room(Int32.self, Self.gatheredRows)
    let places = room(Int32.self, rowCount * NetShape.slots)
    let shareCount = room(Int32.self, 1)
    let firstRows = room(Int32.self, inputs.count)
    let shares = room(Int16.self, rowCount * NetShape.slots * NetShape.hidden)
    let memory = workspace.memory(byteCount: size)
    func place<T>(_ type: T.Type, _ offset: Int) -> UnsafeMutablePointer<T> {
      (memory + offset).bindMemory(to: type, capacity: 1)
    }
    self.vectors = place(Int16.self, vectors)
    self.sums = place(Int32.self, sums)
    self.hidden = place(Int16.self, hidden)
    self.slots = place(Int.self, slots)
    self.rows = place(Int.self, rows)
    self.addends = place(UnsafePointer<Int16>.self, addends)
    self.rowCount = rowCount
    self.kinds = place(UInt32.self, kinds)
    self.gathered = place(Int16.self, gathered)
    self.gatheredUnits = place(Int32.self, gatheredUnits)
    self.places = place(Int32.self, places)
    self.shareCount = place(Int32.self, shareCount)
    self.firstRows = place(Int32.self, firstRows)
    self.shares = place(Int16.self, shares)
    self.vectors.initialize(repeating: 0, count: rowCount * width)
    self.places.initialize(repeating: Self.nowhere, count: rowCount * NetShape.slots)
    self.shareCount.initialize(to: 0)
    var row = 1
    self.kinds.initialize(repeating: 0, count: rowCount)
    for (index, input) in inputs.enumerated() {
      self.firstRows[index] = Int32(row)
      for unit in 0...input.count { self.kinds[row + unit] = 1 << UInt32(input.kind(of: unit)) }
      row += input.count + 2
    }
  }

  /// The row of a sentence's first unit.
  func firstRow(of sentence: Int) -> Int { Int(firstRows[sentence]) }

  /// Puts the vector in a row among those that are taken together.
  func gather(_ row: Int, at index: Int) {
    let width = NetShape.width
    (gathered + index * width).update(from: vectors + row * width, count: width)
    gatheredUnits[index] = Int32(row)
  }

  /// Whether the share of a row and slot can be used as it is.
  @inline(__always)
  func isWhole(_ number: Int) -> Bool { places[number] & 1 == 0 }

  /// The share of a row and slot, which is computed.
  @inline(__always)
  func share(_ number: Int) -> UnsafeMutablePointer<Int16> {
    shares + Int(places[number] >> 1) &* NetShape.hidden
  }

  /// Room for the share of a row and slot.
  func addShare(_ number: Int, isWhole: Bool) -> UnsafeMutablePointer<Int16> {
    let count = shareCount.pointee
    shareCount.pointee = count + 1
    places[number] = 2 * count + (isWhole ? 0 : 1)
    return shares + Int(count) * NetShape.hidden
  }

  /// Says that a share is whole.
  func finish(_ number: Int) { places[number] &= ~1 }
}
