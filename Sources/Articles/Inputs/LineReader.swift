import Archives

/// Reads a stream line by line, with a bound on how long a line may be.
final class LineReader {
  private let stream: any ByteStream
  private var buffer: [UInt8] = []
  private var start = 0
  private var isOver = false

  init(_ stream: any ByteStream) { self.stream = stream }

  /// A line, or the part of one that fits.
  struct Line {
    /// The bytes without the line's end.
    var bytes: ArraySlice<UInt8>
    /// Whether it was longer than may be; the rest of it is skipped.
    var isCut: Bool
  }

  /// The next line; nil at the end.
  ///
  /// - Throws: what the stream throws.
  func line(limit: Int) throws -> Line? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return Line(bytes: buffer[start..<end], isCut: end - start > limit)
      }
      if buffer.count - start > limit {
        let bytes = Array(buffer[start..<(start + 200)])
        try skipLine()
        return Line(bytes: bytes[...], isCut: true)
      }
      searched = buffer.count - start
      guard try fill() else {
        defer { start = buffer.count }
        return start < buffer.count ? Line(bytes: buffer[start...], isCut: false) : nil
      }
    }
  }

  /// The next `count` bytes, or as many as there are.
  ///
  /// - Throws: what the stream throws.
  func bytes(_ count: Int) throws -> [UInt8] {
    while buffer.count - start < count, try fill() {}
    let end = min(buffer.count, start + count)
    defer { start = end }
    return Array(buffer[start..<end])
  }

  /// Passes over `count` bytes; whether there were as many.
  ///
  /// - Throws: what the stream throws.
  func skip(_ count: Int) throws -> Bool {
    var left = count
    while left > buffer.count - start {
      left -= buffer.count - start
      start = buffer.count
      guard try fill() else { return false }
    }
    start += left
    return true
  }

  private func skipLine() throws {
    start = buffer.count
    while try fill() {
      if let end = buffer[start...].firstIndex(of: 0x0A) {
        start = end + 1
        return
      }
      start = buffer.count
    }
  }

  /// Reads on; whether there was more. What was read before `start` is let go.
  private func fill() throws -> Bool {
    guard !isOver else { return false }
    buffer.removeSubrange(..<start)
    start = 0
    let room = max(1 << 18, buffer.count / 2)
    let old = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: room))
    let count: Int
    do {
      count = try buffer.withUnsafeMutableBytes {
        try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[old...]))
      }
    } catch {
      // What came before the fault is still good.
      buffer.removeSubrange(old...)
      isOver = true
      throw error
    }
    buffer.removeSubrange((old + count)...)
    if count == 0 { isOver = true }
    return count > 0
  }
}
