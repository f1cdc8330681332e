import Archives

/// The bounds on what one input may unpack to, shared by all archives within it.
///
/// A bomb is told by how much more comes out than went in: text packs ten to one, now and then fifty
/// to one, never hundreds.
final class Unpacking {
  /// So many archives may lie one in the other.
  static let depthLimit = 4
  /// So much may come out of any input, in bytes, before the ratio counts.
  static let freeBytes = 64 << 20
  /// So many times more bytes may come out of an input than it has.
  static let ratioLimit = 250

  private var unpacked = 0
  /// How many bytes of the outermost archive were read.
  private let packed: () -> Int

  init(packed: @escaping () -> Int) { self.packed = packed }

  /// Counts bytes that came out.
  func add(_ count: Int, from name: String) throws(Refusal) {
    unpacked += count
    guard unpacked > Self.freeBytes, unpacked / Self.ratioLimit > packed() else { return }
    throw Refusal(
      .limit, "\(name) unpacks to more than \(Self.ratioLimit) times its size",
      notes: ["archives made to fill a machine do so; it is read no further"],
      help: ["if it is sound, unpack it and name the files in it"])
  }
}

/// The bytes of a member of an archive.
final class MemberStream: ByteStream {
  private let archive: Archive
  private let unpacking: Unpacking
  private let name: String
  private(set) var position = 0

  init(_ archive: Archive, _ unpacking: Unpacking, named name: String) {
    (self.archive, self.unpacking, self.name) = (archive, unpacking, name)
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try archive.read(into: buffer)
    position += count
    try unpacking.add(count, from: name)
    return count
  }
}
