import Diplomacy

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Reports {
  /// The first evidence whose quote is not what stands in its range of `text`.
  func firstMisquotation(of text: String) -> Evidence? {
    var text = text
    return text.withUTF8 { bytes in
      let starts = ScalarStarts(bytes)
      return allEvidence.first { evidence in
        guard !evidence.quote.isEmpty, evidence.range.end <= starts.count else { return true }
        let (start, end) = (starts[evidence.range.start], starts[evidence.range.end])
        var quote = evidence.quote
        return !quote.withUTF8 { isSame($0, bytes[start..<end]) }
      }
    }
  }
}

/// Whether both have the same bytes.
private func isSame(
  _ quote: UnsafeBufferPointer<UInt8>, _ words: Slice<UnsafeBufferPointer<UInt8>>
) -> Bool {
  guard quote.count == words.count else { return false }
  guard let first = quote.baseAddress, let second = words.base.baseAddress else {
    return quote.isEmpty
  }
  return memcmp(first, second + words.startIndex, quote.count) == 0
}

/// Where each Unicode scalar of a text starts in its UTF-8.
private struct ScalarStarts {
  /// How many scalars there are.
  let count: Int
  /// Nil for a text in ASCII, whose scalars are its bytes.
  private let starts: [Int32]?

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      (count, starts) = (bytes.count, nil)
      return
    }
    let starts = [Int32](unsafeUninitializedCapacity: bytes.count + 1) { starts, count in
      for (place, byte) in bytes.enumerated() {
        // What goes on with a scalar is written over by the next.
        starts[count] = Int32(truncatingIfNeeded: place)
        count += byte & 0xC0 == 0x80 ? 0 : 1
      }
      starts[count] = Int32(truncatingIfNeeded: bytes.count)
      count += 1
    }
    count = starts.count - 1
    self.starts = starts
  }

  /// The offset in bytes of the scalar with `number`, which may be that after the last.
  subscript(number: Int) -> Int { starts.map { Int($0[number]) } ?? number }
}
