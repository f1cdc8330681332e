import CArchive

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An archive (zip, tar, 7z) or a compressed file (gzip, zstd, xz, bzip2, lz4), read member by member.
///
///     let archive = try Archive(stream)
///     while let member = try archive.next() {
///       try archive.read(into: buffer)   // of this member
///     }
///
/// A compressed file is an archive of one member without a name. Nothing is ever written to disk.
public final class Archive {
  /// A member, which is read before the next is asked for.
  public struct Member: Sendable {
    /// What a member is.
    public enum Kind: Sendable {
      case file, folder
      /// A link, a device: whatever has no bytes of its own.
      case other
    }

    /// The path in the archive as it is written there; nil of a file that is only compressed.
    public let path: String?
    /// What it is.
    public let kind: Kind
    /// Whether its bytes are encrypted.
    public let isEncrypted: Bool
  }

  /// What is wrong with an archive.
  public struct Failure: Error, Hashable, Sendable {
    /// What libarchive or the stream says.
    public let message: String
    /// Whether nothing after it can be read.
    public let isFatal: Bool
  }

  private let handle: OpaquePointer
  private let feed: Feed

  /// Opens the archive in `stream`.
  ///
  /// - Throws: `Failure` for bytes that are no archive, or a damaged one.
  public init(_ stream: any ByteStream) throws {
    guard let handle = archive_read_new() else {
      throw Failure(message: "no memory", isFatal: true)
    }
    self.handle = handle
    feed = Feed(stream)
    archive_read_support_filter_gzip(handle)
    archive_read_support_filter_bzip2(handle)
    archive_read_support_filter_xz(handle)
    archive_read_support_filter_zstd(handle)
    archive_read_support_filter_lz4(handle)
    archive_read_support_filter_compress(handle)
    archive_read_support_format_zip(handle)
    archive_read_support_format_tar(handle)
    archive_read_support_format_gnutar(handle)
    archive_read_support_format_7zip(handle)
    archive_read_support_format_raw(handle)
    feed.connect(to: handle)
    guard archive_read_open1(handle) == ARCHIVE_OK else {
      throw feed.error ?? failure(isFatal: true)
    }
  }

  deinit { archive_read_free(handle) }

  /// How many bytes of the packed stream were read so far.
  public var packedBytes: Int { feed.count }

  /// The next member; nil after the last.
  ///
  /// - Throws: `Failure`, or what the stream throws.
  public func next() throws -> Member? {
    var entry: OpaquePointer?
    let status = archive_read_next_header(handle, &entry)
    if status == ARCHIVE_EOF { return nil }
    guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else {
      throw feed.error ?? failure(isFatal: status != ARCHIVE_RETRY)
    }
    let isRaw = archive_format(handle) == ARCHIVE_FORMAT_RAW
    return Member(
      path: isRaw ? nil : path(of: entry), kind: kind(of: entry),
      isEncrypted: archive_entry_is_data_encrypted(entry) != 0)
  }

  /// Puts the next bytes of the member into `buffer` and tells how many; 0 at its end.
  ///
  /// - Throws: `Failure`, or what the stream throws.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = archive_read_data(handle, buffer.baseAddress, buffer.count)
    guard count >= 0 else {
      throw feed.error ?? failure(isFatal: count == Int(ARCHIVE_FATAL))
    }
    return count
  }

  private func path(of entry: OpaquePointer) -> String {
    if let path = archive_entry_pathname_utf8(entry) { return String(cString: path) }
    return archive_entry_pathname(entry).map { String(cString: $0) } ?? ""
  }

  private func kind(of entry: OpaquePointer) -> Member.Kind {
    if archive_entry_hardlink(entry) != nil { return .other }
    switch archive_entry_filetype(entry) & 0o170000 {
    case 0o100000: return .file
    case 0o040000: return .folder
    // Some archives do not tell; what has a size or a path without a slash at its end is a file.
    case 0: return path(of: entry).hasSuffix("/") ? .folder : .file
    default: return .other
    }
  }

  private func failure(isFatal: Bool) -> Failure {
    let message = archive_error_string(handle).map { String(cString: $0) } ?? "it is damaged"
    return Failure(message: message, isFatal: isFatal)
  }
}

/// Hands a stream's bytes to libarchive.
private final class Feed {
  private let stream: any ByteStream
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
  private var position = 0
  private(set) var count = 0
  private(set) var error: (any Error)?

  init(_ stream: any ByteStream) { self.stream = stream }

  deinit { buffer.deallocate() }

  func connect(to handle: OpaquePointer) {
    archive_read_set_callback_data(handle, Unmanaged.passUnretained(self).toOpaque())
    archive_read_set_read_callback(handle) { handle, data, bytes in
      guard let data, let bytes else { return -1 }
      return Unmanaged<Feed>.fromOpaque(data).takeUnretainedValue().read(handle, bytes)
    }
    guard stream.size != nil else { return }
    archive_read_set_seek_callback(handle) { handle, data, offset, whence in
      guard let data else { return -1 }
      return Unmanaged<Feed>.fromOpaque(data).takeUnretainedValue().move(handle, offset, whence)
    }
  }

  private func read(
    _ handle: OpaquePointer?, _ bytes: UnsafeMutablePointer<UnsafeRawPointer?>
  ) -> Int {
    bytes.pointee = UnsafeRawPointer(buffer.baseAddress)
    do {
      let length = try stream.read(into: buffer)
      position += length
      count += length
      return length
    } catch {
      self.error = error
      memcon_archive_fail(handle, "the stream can't be read")
      return Int(ARCHIVE_FATAL)
    }
  }

  private func move(_ handle: OpaquePointer?, _ offset: Int64, _ whence: Int32) -> Int64 {
    let size = stream.size ?? 0
    let base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? position : size
    let target = base + Int(offset)
    guard (0...size).contains(target) else { return Int64(ARCHIVE_FATAL) }
    do {
      try stream.move(to: target)
      position = target
      return Int64(target)
    } catch {
      self.error = error
      return Int64(ARCHIVE_FATAL)
    }
  }
}
