/// In which slots of a state a unit will probably stand, by its part of speech.
///
/// A unit's share of the hidden layer costs half as much where it is computed together with those of others. So
/// shares are computed beforehand where about every other unit of the kind or more will need its own, counted over
/// articles: a determiner is soon the left child of its noun and never waits deep in the stack. The others
/// are computed when they are asked for. Nothing else depends on this table.
enum LikelySlots {
  /// Any unit, the root too.
  private static let all = UInt32.max
  /// The bit of the root, which has no part of speech and is never on the stack.
  private static let root: UInt32 = 1 << UInt32((NetShape.tagRows - 1) / ParserInput.tagsOfKind)

  /// The parts of speech of the units that will probably stand in a slot, a bit for each.
  static func kinds(in slot: Int) -> UInt32 {
    switch slot {
    case 0: all & ~root
    case 1: bits(.noun, .properNoun, .pronoun, .verb)
    case 2: bits(.verb)
    case 3, 4: all
    case 5: bits(.adposition, .coordinator, .subordinator)
    case 6: bits(.noun, .properNoun)
    case 7: bits(.adposition)
    case 8: bits(.properNoun)
    case 9:
      bits(
        .adjective, .adposition, .auxiliary, .coordinator, .determiner, .particle, .pronoun,
        .subordinator)
    default: 0
    }
  }

  private static func bits(_ kinds: PartOfSpeech...) -> UInt32 {
    kinds.reduce(0) { $0 | 1 << UInt32($1.rawValue) }
  }
}
