/// Sixty-four bits that stand for a word, a tag or another atom of features.
package typealias Atom = UInt64

/// Hashed features of one decision, in the order of their templates.
///
/// A feature is told by its template, which has a number, and one to four atoms. The
/// hash is the address of its weights ("hashing trick": Weinberger et al., Feature Hashing for Large
/// Scale Multitask Learning, ICML 2009), so that a model needs no dictionary.
package struct FeatureSink {
  /// The hashes, so far `count` of them.
  package let hashes: UnsafeMutablePointer<UInt32>
  package private(set) var count = 0
  private var template: Atom = 0

  /// A sink that writes to `hashes`, which must have room for all templates.
  package init(_ hashes: UnsafeMutablePointer<UInt32>) { self.hashes = hashes }

  /// Makes the next feature that of the template with this number.
  @inline(__always)
  package mutating func begin(_ number: Int) {
    template = Atom(number) &* 0x9E37_79B9_7F4A_7C15
  }

  @inline(__always)
  package mutating func add(_ a: Atom) {
    template &+= 0x9E37_79B9_7F4A_7C15
    write(a ^ template)
  }

  @inline(__always)
  package mutating func add(_ a: Atom, _ b: Atom) {
    template &+= 0x9E37_79B9_7F4A_7C15
    write(((a ^ template) &* 0xD6E8_FEB8_6659_FD93) ^ b)
  }

  @inline(__always)
  package mutating func add(_ a: Atom, _ b: Atom, _ c: Atom) {
    template &+= 0x9E37_79B9_7F4A_7C15
    write(((a ^ template) &* 0xD6E8_FEB8_6659_FD93) ^ (b &* 0xCA5A_8263_9512_1157) &+ c)
  }

  @inline(__always)
  package mutating func add(_ a: Atom, _ b: Atom, _ c: Atom, _ d: Atom) {
    template &+= 0x9E37_79B9_7F4A_7C15
    let left = ((a ^ template) &* 0xD6E8_FEB8_6659_FD93) ^ (b &* 0xCA5A_8263_9512_1157)
    write(left &+ ((c &* 0xA0761D64_78BD642F) ^ d))
  }

  @inline(__always)
  private mutating func write(_ value: Atom) {
    var hash = value
    hash ^= hash >> 29
    hash = hash &* 0xFF51_AFD7_ED55_8CCD
    hashes[count] = UInt32(truncatingIfNeeded: hash >> 32)
    count += 1
  }
}

extension Atom {
  /// An atom for a small number, such as a tag or a distance.
  @inline(__always)
  package init(small value: Int) {
    var hash = (Atom(truncatingIfNeeded: value) &+ 1) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 32
    self = hash &* 0xC2B2_AE3D_27D4_EB4F
  }
}
