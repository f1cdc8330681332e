/// Memory that the parser computes in, kept from sentence to sentence: some ten kilobytes for each unit
/// of the longest.
public final class ParserWorkspace {
  private var room = UnsafeMutableRawBufferPointer(start: nil, count: 0)

  /// A workspace without memory so far.
  public init() {}

  deinit { room.deallocate() }

  /// Memory of at least `byteCount` bytes, aligned to a cache line, with any content; good until the next
  /// call.
  func memory(byteCount: Int) -> UnsafeMutableRawPointer {
    if let base = room.baseAddress, room.count >= byteCount { return base }
    room.deallocate()
    let base = UnsafeMutableRawPointer.allocate(byteCount: 2 * byteCount, alignment: 64)
    room = UnsafeMutableRawBufferPointer(start: base, count: 2 * byteCount)
    return base
  }
}
