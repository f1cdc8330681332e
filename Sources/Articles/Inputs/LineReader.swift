import Archives

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads a stream line by line, with a bound on how long a line may be.
final class LineReader {
  private let stream: any ByteStream
  private var buffer: [UInt8] = []
  private var chunk = [UInt8](repeating: 0, count: 1 << 18)
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
      if let end = lineEnd(from: searched) {
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

  /// The place of the next line feed.
  private func lineEnd(from position: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard position < bytes.count, let base = bytes.baseAddress,
        let found = memchr(base + position, 0x0A, bytes.count - position)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  private func skipLine() throws {
    start = buffer.count
    while try fill() {
      if let end = lineEnd(from: start) {
        start = end + 1
        return
      }
      start = buffer.count
    }
  }

  /// Reads on; whether there was more. What was read before `start` is let go.
  private func fill() throws -> Bool {
    guard !isOver else { return false }
    if start == buffer.count {
      buffer.removeAll(keepingCapacity: true)
    } else {
      buffer.removeSubrange(..<start)
    }
    start = 0
    do {
      let count = try chunk.withUnsafeMutableBytes { try stream.read(into: $0) }
      buffer += chunk[..<count]
      isOver = count == 0
    } catch {
      // What came before the fault is still good.
      isOver = true
      throw error
    }
    return !isOver
  }
}
