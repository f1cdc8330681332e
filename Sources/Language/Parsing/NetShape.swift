/// The sizes of the parser's network and where its parts lie.
///
/// Each unit is the sum of rows of tables (word, ending, look, tag), read together with its neighbours
/// by a few convolutions, as in spaCy's hash-embedded CNN. A transition is chosen from the vectors of
/// a few units of the state, one hidden layer and a linear one, as in Chen & Manning, A Fast and
/// Accurate Dependency Parser using Neural Networks, EMNLP 2014. The layer's part for each slot and unit
/// is computed once (their "pre-computation trick", for units instead of words).
package enum NetShape {
  /// The numbers in a unit's vector.
  package static let width = 64
  /// The convolutions, each over a unit and its two neighbours.
  package static let layers = 4
  /// The numbers in the hidden layer.
  package static let hidden = 128
  /// The units of a state that are looked at.
  package static let slots = 11
  /// Transitions, then relations of children to the left, then to the right.
  package static let outputs = 3 + 2 * relations
  /// The parts of the outputs: where each begins, how long it is, and how long with padding.
  package static let outputParts = [
    (0, 3, paddedActions), (3, relations, paddedRelations),
    (3 + relations, relations, paddedRelations),
  ]
  package static let paddedActions = 16
  package static let paddedRelations = 64
  /// Room for the relations.
  package static let relations = 52

  /// Rows of the tables that a unit's vector is made of, behind each other.
  package static let wordRows = 8192
  package static let suffixRows = 4096
  package static let shapeRows = 512
  package static let tagRows = 1024
  package static let unitRows = wordRows + suffixRows + shapeRows + tagRows
  /// How many rows make a unit: two for the word.
  package static let rowsOfUnit = 5

  /// Rows that are added to the hidden layer: relations of the children looked at, relations that the
  /// children of a unit have, distances, what stands between, slots that are empty, the constant.
  package static let childRows = 0
  package static let setRows = childRows + 5 * 64
  package static let distanceRows = setRows + 3 * 64
  package static let betweenRows = distanceRows + 2 * 8
  package static let emptyRows = betweenRows + 2 * 32
  package static let constantRow = emptyRows + slots
  package static let stateRows = constantRow + 1
  /// How many rows a state has at most.
  package static let stateRowLimit = 5 + 3 * 52 + 4 + slots + 1
}
