import Archives
import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Bytes at hand.
final class MemoryStream: ByteStream {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var size: Int? { bytes.count }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - position)
    bytes.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<(position + count)]))
    }
    position += count
    return count
  }

  func move(to position: Int) { self.position = position }
}

/// A file.
final class FileStream: ByteStream {
  private let path: String
  private let descriptor: Int32
  let size: Int?
  private(set) var position = 0

  /// - Throws: a diagnostic for a file that is missing, is a folder, or can't be read.
  init(path: String) throws(Diagnostic) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      size = nil
      throw InputFile.failure(path, errno)
    }
    var info = stat()
    let isKnown = fstat(descriptor, &info) == 0
    size = isKnown && info.st_mode & S_IFMT == S_IFREG ? Int(info.st_size) : nil
    if isKnown, info.st_mode & S_IFMT == S_IFDIR { throw InputFile.failure(path, EISDIR) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 {
        position += count
        return count
      }
      if errno != EINTR { throw InputFile.failure(path, errno) }
    }
  }

  func move(to position: Int) throws {
    if lseek(descriptor, off_t(position), SEEK_SET) < 0 { throw InputFile.failure(path, errno) }
    self.position = position
  }
}

/// What a closure gives, chunk by chunk.
final class ChunkStream: ByteStream {
  private let chunk: () throws -> [UInt8]
  private var rest: ArraySlice<UInt8> = []
  private(set) var position = 0

  init(_ chunk: @escaping () throws -> [UInt8]) { self.chunk = chunk }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    if rest.isEmpty { rest = try chunk()[...] }
    let count = min(buffer.count, rest.count)
    rest.prefix(count).withUnsafeBytes { buffer.copyMemory(from: $0) }
    rest = rest.dropFirst(count)
    position += count
    return count
  }
}

/// A stream whose first bytes can be looked at before they are read.
final class PeekedStream: ByteStream {
  private let stream: any ByteStream
  /// What was looked at, from the start of the stream.
  private(set) var head: [UInt8] = []
  private(set) var position = 0
  private(set) var isWhole = false

  /// - Throws: what `stream` throws.
  init(_ stream: any ByteStream, length: Int = 1 << 16) throws {
    self.stream = stream
    var buffer = Self.buffer(for: stream, length: length)
    while head.count < length {
      let room = min(buffer.count, length - head.count)
      let count = try buffer.withUnsafeMutableBytes {
        try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[..<room]))
      }
      if count == 0 {
        isWhole = true
        break
      }
      head += buffer[..<count]
    }
  }

  /// Memory to read a stream into: of `length` bytes, or less where the stream tells that it is shorter.
  static func buffer(for stream: any ByteStream, length: Int = 1 << 16) -> [UInt8] {
    let size = stream.size ?? length
    return [UInt8](repeating: 0, count: size < length ? max(1024, size + 1) : length)
  }

  var size: Int? { stream.size }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard position < head.count else {
      let count = isWhole ? 0 : try stream.read(into: buffer)
      position += count
      return count
    }
    let count = min(buffer.count, head.count - position)
    head.withUnsafeBytes {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[position..<(position + count)]))
    }
    position += count
    return count
  }

  func move(to position: Int) throws {
    self.position = position
    if position >= head.count {
      isWhole = false
      try stream.move(to: position)
    } else if let size, size > head.count {
      try stream.move(to: head.count)
    }
  }
}
