import Diplomacy

extension Reports {
  /// The first evidence whose quote is not what stands in its range of `text`.
  func firstMisquotation(of text: String) -> Evidence? {
    var text = text
    return text.withUTF8 { bytes in
      let starts = ScalarStarts(bytes)
      return allEvidence.first { evidence in
        guard !evidence.quote.isEmpty, evidence.range.end <= starts.count else { return true }
        let found = bytes[starts[evidence.range.start]..<starts[evidence.range.end]]
        return !evidence.quote.utf8.elementsEqual(found)
      }
    }
  }
}

/// Where each Unicode scalar of a text starts in its UTF-8.
private struct ScalarStarts {
  /// How many scalars there are.
  let count: Int
  /// Nil for a text in ASCII, whose scalars are its bytes.
  private let starts: [Int]?

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      (count, starts) = (bytes.count, nil)
      return
    }
    let starts = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 }
    count = starts.count
    self.starts = starts + [bytes.count]
  }

  /// The offset in bytes of the scalar with `number`, which may be that after the last.
  subscript(number: Int) -> Int { starts?[number] ?? number }
}
