import Language

/// What the tables know of words met lately, kept from text to text.
///
/// The tables are large and most words are in none of them, so that each look costs a wait for memory.
final class WordKnowledge: @unchecked Sendable {
  /// What `NameWords` asks of a word as written.
  let names = WordMemory<WordTraits>(repeating: [])
  /// What the reference tables have that starts with a word as written.
  let openings = WordMemory<Gazetteer.Opening>(repeating: Gazetteer.Opening())
  /// What `RoleLexicon` tells of a word in lower case.
  let roles = WordMemory<RoleTraits>(repeating: [])

  /// Whether a word can have a part in telling of a contact; see `SyntaxStage.canTell`.
  let contacts = WordMemory<Bool>(repeating: false)

  /// Those that nobody uses.
  static let idle = Pool { WordKnowledge() }
}
