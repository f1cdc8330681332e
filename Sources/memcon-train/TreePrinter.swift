import Language

/// Shows what the models in the binary make of a text: a line a token, with tag, head and relation.
struct TreePrinter {
  /// Prints the trees of `text`.
  static func show(_ text: String) {
    let document = Document(text)
    let model = LanguageModel.shared
    for sentence in document.sentences {
      let tags = model.tags(of: document, tokens: sentence.tokens)
      let units = zip(sentence.tokens, tags).map {
        SyntaxTree.Unit(tokens: $0..<$0 + 1, tag: $1)
      }
      let tree = model.tree(of: units, in: document)
      for (index, unit) in units.enumerated() {
        let head = tree.heads[index]
        let word = document.text(of: unit.tokens)
        let above = head < 0 ? "" : document.text(of: units[head].tokens)
        let tag = "\(unit.tag.universal.label)/\(unit.tag.penn.label)"
        print("\(index)\t\(word)\t\(tag)\t\(tree.relations[index].label)\t\(head)\t\(above)")
      }
      print()
    }
  }
}
