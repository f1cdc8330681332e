import Language
import Testing

struct `The models of English` {
  @Test func `are in the binary and whole`() {
    #expect(LanguageModel.shared.isComplete)
  }

  @Test func `are small`() {
    #expect(LanguageModel.shared.byteCount < 12 << 20)
  }

  @Test func `make trees of random text`() {
    let words = [
      "met", "the", "of", ",", "Peters", "1999", "\"", "was", "who", "(", "—", "U.S.", "é",
    ]
    var state: UInt64 = 7
    for length in 1..<60 {
      let text = (0..<length).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return words[Int(state >> 33) % words.count]
      }.joined(separator: " ")
      let tree = tree(text)
      for unit in tree.units.indices { #expect(reachesRoot(unit, in: tree)) }
    }
  }

  @Test func `read a headline`() {
    let tree = tree("Rubio Meets Peters")
    #expect(tree.heads == [1, -1, 1])
    #expect(tree.relations == [.nsubj, .root, .obj])
  }

  @Test func `tell the forms of verbs apart`() {
    #expect(tags("Rubio met Peters in Washington .")[1] == Language.Tag(.verb, .vbd))
    #expect(tags("Rubio will meet Peters .")[1].penn == .md)
    #expect(tags("Rubio has met Peters .")[2].penn == .vbn)
  }

  @Test func `read a name, a preposition and a noun as what they are`() {
    let tags = tags("Rubio met the ministers in Washington .")
    #expect(tags[0].universal == .properNoun)
    #expect(tags[3].penn == .nns)
    #expect(tags[4].universal == .adposition)
    #expect(tags[5].universal == .properNoun)
    #expect(tags[6].universal == .punctuation)
  }

  @Test func `find the subject and the object of a verb`() {
    let tree = tree("Rubio met the minister on Monday .")
    #expect(tree.heads[1] == -1)
    #expect(tree.child(of: 1, .nsubj) == 0)
    #expect(tree.child(of: 1, .obj) == 3)
    #expect(tree.child(of: 1, .obl) == 5)
  }

  @Test func `find the agent of a passive`() {
    let tree = tree("The minister was received by the king .")
    #expect(tree.child(of: 3, .nsubjPass) == 1)
    #expect(tree.child(of: 3, .oblAgent) == 6)
  }

  @Test(arguments: [
    "", "a", ". . .", "met met met met", "1 2 3 4 % $ # @", "RUBIO MEETS PETERS",
    "( ( ( ) ) ) \" ' : ; - — …", "🇳🇿 Ł ß ﬁ 北京 ع", "of of the the of and or but",
  ])
  func `make a tree of any text`(_ text: String) {
    let tree = tree(text)
    #expect(tree.roots.count == (tree.units.isEmpty ? 0 : 1))
    for unit in tree.units.indices { #expect(reachesRoot(unit, in: tree)) }
  }

  @Test func `read a long sentence in pieces`() {
    let tree = tree(Array(repeating: "the minister said that", count: 400).joined(separator: " "))
    #expect(tree.roots.count > 1)
    for unit in tree.units.indices { #expect(reachesRoot(unit, in: tree)) }
  }

  @Test func `read the same text the same way`() {
    let text = "The two leaders , who had met in Paris , held talks on trade ."
    #expect(tree(text).heads == tree(text).heads)
    #expect(tree(text).relations == tree(text).relations)
  }

  @Test func `take several tokens as one unit`() {
    let document = Document("Marco Rubio met Winston Peters .")
    let units = [
      SyntaxTree.Unit(tokens: 0..<2, tag: .name),
      SyntaxTree.Unit(tokens: 2..<3, tag: Language.Tag(.verb, .vbd)),
      SyntaxTree.Unit(tokens: 3..<5, tag: .name),
      SyntaxTree.Unit(tokens: 5..<6, tag: Language.Tag(.punctuation, .stop)),
    ]
    let tree = LanguageModel.shared.tree(of: units, in: document)
    #expect(tree.heads == [1, -1, 1, 1])
    #expect(tree.relations == [.nsubj, .root, .obj, .punct])
  }
}

struct `A syntax tree` {
  /// "The king of Jordan spoke": king ← of Jordan.
  let tree = SyntaxTree(
    units: (0..<5).map { SyntaxTree.Unit(tokens: $0..<$0 + 1, tag: .name) },
    heads: [1, 4, 3, 1, -1], relations: [.det, .nsubj, .case, .nmod, .root])

  @Test func `knows children in the order of the text`() {
    #expect(Array(tree.children(of: 1)) == [0, 3])
    #expect(Array(tree.children(of: 4)) == [1])
    #expect(tree.children(of: 0).isEmpty)
    #expect(tree.root == 4)
  }

  @Test func `knows what a unit governs`() {
    #expect(tree.subtree(of: 1) == 0..<4)
    #expect(tree.subtree(of: 3) == 2..<4)
    #expect(tree.subtree(of: 4) == 0..<5)
    #expect(tree.governs(4, 2))
    #expect(!tree.governs(2, 4))
  }
}

private func tags(_ text: String) -> [Language.Tag] {
  let document = Document(text)
  return LanguageModel.shared.tags(of: document, tokens: 0..<document.tokens.count)
}

private func tree(_ text: String) -> SyntaxTree {
  let document = Document(text)
  let units = zip(document.tokens.indices, tags(text)).map {
    SyntaxTree.Unit(tokens: $0..<$0 + 1, tag: $1)
  }
  return LanguageModel.shared.tree(of: units, in: document)
}

private func reachesRoot(_ unit: Int, in tree: SyntaxTree) -> Bool {
  var current = unit
  for _ in 0...tree.units.count {
    current = tree.heads[current]
    if current == -1 { return true }
    guard tree.units.indices.contains(current) else { return false }
  }
  return false
}
