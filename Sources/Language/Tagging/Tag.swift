/// What kind of word a token is, coarsely and finely.
public struct Tag: Hashable, Sendable {
  /// The part of speech of Universal Dependencies.
  public var universal: PartOfSpeech
  /// The Penn Treebank's tag.
  public var penn: PennTag

  /// A tag of both kinds.
  public init(_ universal: PartOfSpeech, _ penn: PennTag) {
    self.universal = universal
    self.penn = penn
  }

  /// The tag of a name, for units that are known to be one.
  public static let name = Tag(.properNoun, .nnp)
}
