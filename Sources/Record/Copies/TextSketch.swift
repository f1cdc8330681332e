import Diplomacy

/// The few numbers by which texts that share most of their words find each other.
///
/// The smallest number that a random function gives the shingles of a text is the same for two texts as often as
/// they share shingles (min-wise hashing: Broder and others, "Min-wise independent permutations", 1998). Six of
/// them are a band; texts with a band in common are compared, all others never (Indyk and Motwani, "Approximate
/// nearest neighbors", 1998). Newspapers cut an agency's report from the end, so the first hundred words have bands of
/// their own: of two texts that share four fifths of either, 98 of 100 are found.
public struct TextSketch: Sendable {
  private static let bandSize = 6
  private static let bandsOfAll = 8
  private static let bandsOfStart = 6
  private static let startLength = 100

  /// Shorter texts have no copies: a notice of a few lines is as like another as it is like its copy.
  static let fewestShingles = 40

  /// The bands; none for a short text.
  let bands: [Int]
  /// The different shingles.
  let shingles: SortedShingles

  init(_ shingles: Shingles) {
    self.shingles = SortedShingles(shingles)
    guard self.shingles.count >= Self.fewestShingles else {
      bands = []
      return
    }
    bands =
      Self.bands(of: shingles.inOrder[...], count: Self.bandsOfAll, seed: 1)
      + Self.bands(
        of: shingles.inOrder.prefix(Self.startLength), count: Self.bandsOfStart, seed: 1_000)
  }

  private static func bands(
    of shingles: ArraySlice<UInt64>, count: Int, seed: UInt64
  ) -> [Int] {
    (0..<count).map { band in
      var digest = seed &+ UInt64(band)
      for row in 0..<bandSize {
        // Multiply-shift with an odd factor (Dietzfelbinger and others, 1997).
        let factor = mixed(seed &+ UInt64(band * bandSize + row)) | 1
        var smallest = UInt64.max
        for shingle in shingles { smallest = min(smallest, (shingle &* factor) >> 20) }
        digest = mixed(digest ^ smallest)
      }
      return Int(truncatingIfNeeded: digest)
    }
  }
}
