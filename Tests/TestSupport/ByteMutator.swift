/// Spoils bytes at random, the same way for the same number on every run.
public struct ByteMutator: Sendable {
  private let bases: [[UInt8]]

  /// A spoiler of `bases`, of which none may be empty.
  public init(bases: [[UInt8]]) {
    precondition(!bases.isEmpty && bases.allSatisfy { !$0.isEmpty }, "there is nothing to spoil")
    self.bases = bases
  }

  /// The bytes with a number: the bases take turns, each with one to eight injuries.
  public func bytes(_ number: Int) -> [UInt8] {
    var random = RepeatableRandom(seed: UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15)
    var bytes = bases[number % bases.count]
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      guard !bytes.isEmpty else { return bytes }
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 1...64, using: &random))
      switch Int.random(in: 0..<8, using: &random) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 2: bytes.removeSubrange(place...)
      case 3: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 4: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      case 5: for index in place..<end { bytes[index] = [0, 0xFF, 0x3C, 0x22][index & 3] }
      case 6:
        let other = bases[Int.random(in: 0..<bases.count, using: &random)]
        bytes.insert(contentsOf: other.prefix(200), at: place)
      default:
        let times = Int.random(in: 2...20, using: &random)
        bytes.insert(contentsOf: (0..<times).flatMap { _ in bytes[place..<end] }, at: place)
      }
    }
    return bytes
  }
}
