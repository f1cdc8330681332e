import Diplomacy

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
        return !quote.withUTF8 {
          $0.elementsEqual(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        }
      }
    }
  }
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
    var starts: [Int32] = []
    starts.reserveCapacity(bytes.count + 1)
    for (place, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      starts.append(Int32(truncatingIfNeeded: place))
    }
    count = starts.count
    starts.append(Int32(truncatingIfNeeded: bytes.count))
    self.starts = starts
  }

  /// The offset in bytes of the scalar with `number`, which may be that after the last.
  subscript(number: Int) -> Int { starts.map { Int($0[number]) } ?? number }
}
