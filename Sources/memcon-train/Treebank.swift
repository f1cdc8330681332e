import Language

/// Reads trees in the CoNLL-U format.
struct Treebank {
  /// The sentences of the file at `path`.
  static func sentences(_ path: String) throws(TextFile.Failure) -> [GoldSentence] {
    var sentences: [GoldSentence] = []
    var rows: [[Substring]] = []
    var document = ""
    var opensParagraph = true
    for line in try TextFile.lines(path) {
      if line.hasPrefix("# newdoc id = ") {
        document = String(line.dropFirst("# newdoc id = ".count))
        opensParagraph = true
      } else if line == "# newpar" || line.hasPrefix("# newpar id") {
        opensParagraph = true
      } else if line.isEmpty {
        if rows.isEmpty { continue }
        var sentence = sentence(rows, document)
        sentence.opensParagraph = opensParagraph
        sentences.append(sentence)
        opensParagraph = false
        rows = []
      } else if !line.hasPrefix("#") {
        rows.append(line.split(separator: "\t", omittingEmptySubsequences: false))
      }
    }
    return sentences
  }

  private static func sentence(_ rows: [[Substring]], _ document: String) -> GoldSentence {
    var result = GoldSentence(
      words: [], tags: [], heads: [], relations: [], spaced: [], isName: [], document: document)
    var heads: [Int] = []
    var joinedUntil = 0
    var spacedAfterJoined = true
    for row in rows where row.count == 10 {
      let spaced = !row[9].contains("SpaceAfter=No")
      if let dash = row[0].firstIndex(of: "-") {
        joinedUntil = Int(row[0][row[0].index(after: dash)...]) ?? 0
        spacedAfterJoined = spaced
        continue
      }
      guard let number = Int(row[0]) else { continue }
      result.words.append(String(row[1]))
      result.tags.append(
        Tag(PartOfSpeech(label: String(row[3])) ?? .other, PennTag(label: String(row[4])) ?? .fw))
      heads.append(Int(row[6]) ?? 0)
      result.relations.append(Relation(label: String(row[7])) ?? .dep)
      result.spaced.append(
        number < joinedUntil ? false : number == joinedUntil ? spacedAfterJoined : spaced)
      result.isName.append(false)
    }
    result.heads = heads.map { $0 == 0 ? result.count : $0 - 1 }
    return result
  }
}
