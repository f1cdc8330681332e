import Diplomacy
import Language

/// The text as layouts see it: blocks, and the people and titles at each token.
struct LayoutText {
  let reading: Reading
  /// For each token the index of the mention that starts there, or -1.
  private var mentionAt: [Int32]
  /// For each token the index of the title that starts there, or -1.
  private var roleAt: [Int32]

  init(_ reading: Reading) {
    self.reading = reading
    mentionAt = Array(repeating: -1, count: reading.tokens.count)
    roleAt = mentionAt
    for (index, mention) in reading.mentions.enumerated() where mention.form != .pronoun {
      let start = mention.tokens.lowerBound
      // A name stands before what a title stands for.
      if mentionAt[start] >= 0, mention.form == .role { continue }
      mentionAt[start] = Int32(index)
    }
    for index in reading.roles.indices {
      roleAt[reading.roles[index].tokens.lowerBound] = Int32(index)
    }
  }

  /// The mention that starts at `index`.
  func mention(at index: Int) -> PersonMention? {
    guard mentionAt.indices.contains(index), mentionAt[index] >= 0 else { return nil }
    return reading.mentions[Int(mentionAt[index])]
  }

  /// The title that starts at `index`.
  func role(at index: Int) -> RolePhrase? {
    guard roleAt.indices.contains(index), roleAt[index] >= 0 else { return nil }
    return reading.roles[Int(roleAt[index])]
  }

  /// The tokens of the block with this index; empty for one that is not read.
  func tokens(ofBlock block: Int) -> Range<Int> {
    reading.firstToken(ofBlock: block)..<reading.firstToken(ofBlock: block + 1)
  }

  /// Whether an empty line stands before the block.
  func hasGap(before block: Int) -> Bool {
    guard block > 0 else { return true }
    let start = reading.article.blocks[block - 1].range.end
    let end = reading.article.blocks[block].range.start
    var breaks = 0
    for offset in start..<max(start, end) where reading.document.scalars[offset] == "\n" {
      breaks += 1
    }
    return breaks > 1
  }

  // MARK: - Parties

  /// Everybody named in `range`, and those told by title alone; bosses and predecessors not.
  func actors(in range: Range<Int>, withPossessors: Bool = false) -> [Actor] {
    var actors: [Actor] = []
    var index = range.lowerBound
    var lastEnd = -2
    while index < range.upperBound {
      if let mention = mention(at: index) {
        let end = mention.tokens.upperBound
        let owns = end < reading.tokens.count && reading.tokens[end].isPossessive
        if withPossessors || !(mention.isPossessor || owns) {
          actors.append(Actor(identity: .person(mention.person), tokens: mention.tokens))
        }
        index = max(end, index + 1)
        lastEnd = end
      } else if let role = role(at: index) {
        if holder(of: role, in: range) == nil, !isApposed(role, after: lastEnd) {
          actors += unnamed(role)
        }
        index = holder(of: role, in: range) ?? max(role.tokens.upperBound, index + 1)
      } else if ["who", "whose", "which", "succeeding"].contains(reading.word(index)) {
        return actors
      } else {
        index += 1
      }
    }
    return actors
  }

  /// Where the name starts that a title belongs to: "Foreign Minister Prado", "the Governor of
  /// Bermuda, Admiral Sir Ralph Leatham".
  private func holder(of role: RolePhrase, in range: Range<Int>) -> Int? {
    let end = min(range.upperBound, role.tokens.upperBound + 4)
    var index = role.tokens.lowerBound
    while index < end {
      if let mention = mention(at: index), mention.form != .role {
        let owner = mention.tokens.upperBound
        let owns = owner < reading.tokens.count && reading.tokens[owner].isPossessive
        if !owns, !mention.isPossessor { return index }
      }
      if index >= role.tokens.upperBound,
        ["and", "with", "or", ";", ".", "to"].contains(reading.word(index))
      {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// ", President of the Commission": said of the name before it.
  private func isApposed(_ role: RolePhrase, after end: Int) -> Bool {
    guard !role.isPlural else { return false }
    let start = role.tokens.lowerBound
    return start == end || (start == end + 1 && [",", "(", "–"].contains(reading.word(end)))
  }

  private func unnamed(_ role: RolePhrase) -> [Actor] {
    var title = role.titles.map { reading.document.text(of: $0) }.joined(separator: " and ")
    if title.isEmpty { title = role.head }
    let affiliations: [Affiliation?] = role.listed.isEmpty ? [role.affiliation] : role.listed
    return affiliations.map {
      Actor(identity: .unnamed(role: title, of: $0), tokens: role.tokens)
    }
  }

  /// A party known only by the words of `range`, acting for the country or body named in them.
  func group(_ range: Range<Int>, role: String? = nil) -> Actor {
    var affiliation: Affiliation?
    for index in range where reading.entityOfToken[index] >= 0 && affiliation == nil {
      affiliation = reading.entities[reading.entityOfToken[index]].entity.affiliation
    }
    return Actor(
      identity: .unnamed(role: role ?? reading.document.text(of: range), of: affiliation),
      tokens: range)
  }
}
