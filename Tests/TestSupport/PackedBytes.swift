/// Archives and compressed files made by hand, small and the same every time.
public enum PackedBytes {
  /// A gzip file (RFC 1952) whose content is stored as it is.
  public static func gzip(_ content: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var rest = content[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      bytes.append(rest.isEmpty ? 1 : 0)
      bytes += little(UInt64(block.count), 2) + little(UInt64(~block.count & 0xFFFF), 2) + block
    } while !rest.isEmpty
    return bytes + little(UInt64(checksum(content)), 4) + little(UInt64(content.count), 4)
  }

  /// A tar archive (ustar) of files.
  public static func tar(_ members: [(path: String, content: [UInt8])]) -> [UInt8] {
    var bytes: [UInt8] = []
    for member in members {
      bytes += tarHeader(member.path, size: member.content.count, type: "0") + member.content
      bytes += [UInt8](repeating: 0, count: (512 - member.content.count % 512) % 512)
    }
    return bytes + [UInt8](repeating: 0, count: 1024)
  }

  /// The header of a member: `type` is `0` for a file, `2` for a symbolic link to `target`.
  public static func tarHeader(
    _ path: String, size: Int, type: Character, target: String = ""
  ) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at offset: Int) {
      header.replaceSubrange(offset..<(offset + text.utf8.count), with: text.utf8)
    }
    let octal = String(size, radix: 8)
    put(path, at: 0)
    put("0000644\0" + "0000000\0" + "0000000\0", at: 100)
    put(String(repeating: "0", count: 11 - octal.count) + octal, at: 124)
    put("00000000000", at: 136)
    put("        ", at: 148)
    put("\(type)\(target)", at: 156)
    put("ustar\u{0}00", at: 257)
    let sum = String(header.reduce(0) { $0 + Int($1) }, radix: 8)
    put(String(repeating: "0", count: 6 - sum.count) + sum + "\0 ", at: 148)
    return header
  }

  /// A zip archive of files, stored as they are.
  public static func zip(_ members: [(path: String, content: [UInt8])]) -> [UInt8] {
    zip(
      members.map {
        ZipMember(
          path: $0.path, method: 0, packed: $0.content, size: $0.content.count,
          checksum: checksum($0.content))
      })
  }

  private struct ZipMember {
    var path: String
    var method: UInt64
    var packed: [UInt8]
    var size: Int
    var checksum: UInt32 = 0
  }

  private static func zip(_ members: [ZipMember]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let facts =
        little(member.method, 2) + little(0, 4) + little(UInt64(member.checksum), 4)
        + little(UInt64(member.packed.count), 4) + little(UInt64(member.size), 4)
        + little(UInt64(member.path.utf8.count), 2) + little(0, 2)
      directory +=
        [0x50, 0x4B, 1, 2] + little(20, 2) + little(20, 2) + little(0x800, 2) + facts
        + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(UInt64(bytes.count), 4)
        + Array(member.path.utf8)
      bytes +=
        [0x50, 0x4B, 3, 4] + little(20, 2) + little(0x800, 2) + facts + Array(member.path.utf8)
        + member.packed
    }
    let end =
      [0x50, 0x4B, 5, 6] + little(0, 4) + little(UInt64(members.count), 2)
      + little(UInt64(members.count), 2) + little(UInt64(directory.count), 4)
      + little(UInt64(bytes.count), 4) + little(0, 2)
    return bytes + directory + end
  }

  /// A gzip file that unpacks to `length` bytes, all of them `a`: 13 bits for 258 bytes. Its checksum is wrong.
  public static func gzipBomb(of length: Int) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + deflated(length) + little(0, 4)
      + little(UInt64(length), 4)
  }

  /// A zip archive with such a member.
  public static func zipBomb(_ path: String, of length: Int) -> [UInt8] {
    zip([ZipMember(path: path, method: 8, packed: deflated(length), size: length)])
  }

  /// One block with fixed codes (RFC 1951, 3.2.6): an `a`, and copies of what came before it.
  private static func deflated(_ length: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count: UInt32 = 0
    // The bits of a code come from its first on.
    func put(_ code: String) {
      for bit in code.utf8 {
        bits |= UInt32(bit - 0x30) << count
        count += 1
        if count == 8 {
          bytes.append(UInt8(bits))
          (bits, count) = (0, 0)
        }
      }
    }
    put("110" + "10010001")
    for _ in 0..<(length / 258) { put("11000101" + "00000") }
    put("0000000" + "0000000")
    return bytes
  }

  /// A zstd file (RFC 8878) of `count` times 128 KiB of one byte: 4 bytes a block.
  public static func zstdBomb(of byte: UInt8, blocks count: Int) -> [UInt8] {
    var bytes: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0, 0x70]
    for block in 1...count {
      bytes += little(UInt64(128 << 10) << 3 | 1 << 1 | (block == count ? 1 : 0), 3) + [byte]
    }
    return bytes
  }

  /// A zstd file whose content is stored as it is, in blocks of at most 64 KiB.
  public static func zstd(_ content: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0, 0x70]
    var rest = content[...]
    repeat {
      let block = rest.prefix(1 << 16)
      rest = rest.dropFirst(block.count)
      bytes += little(UInt64(block.count) << 3 | (rest.isEmpty ? 1 : 0), 3) + block
    } while !rest.isEmpty
    return bytes
  }

  private static func little(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64($0 * 8)) }
  }

  /// CRC-32 (ISO 3309).
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
