/// What the parser looks at to name the relation of an arc it has just chosen.
package struct RelationFeatures {
  /// How many templates there are, at most.
  package static let limit = 64

  /// Writes the features of the arc from `head` to `child`, whose own children are all known.
  package static func write(
    child: Int, head: Int, _ state: TransitionState, _ input: ParserInput,
    to sink: inout FeatureSink
  ) {
    let side: Atom = child < head ? 0x2545_F491_4F6C_DD1D : 0
    let cw = input.words[child] ^ side
    let ct = input.tags[child] ^ side
    let hw = input.words[head]
    let ht = input.tags[head]
    let none = state.count + 1
    let cl = state.left[child]
    let cr = state.right[child]
    let set = state.childRelations[child]
    let headSet = state.childRelations[head]
    let distance = ActionFeatures.distance(min(child, head), max(child, head))
    let between = input.between(min(child, head), max(child, head))
    let before = input.tags[child > 0 ? child - 1 : none]
    let after = input.tags[min(child + 1, none)]
    let sibling = child < head ? state.left[head] : state.right[head]

    sink.add(side)
    sink.add(cw)
    sink.add(ct)
    sink.add(cw, ct)
    sink.add(hw, side)
    sink.add(ht, side)
    sink.add(hw, ct)
    sink.add(cw, hw)
    sink.add(ct, ht)
    sink.add(cw, ht)
    sink.add(ct, hw, ht)
    sink.add(ct, ht, distance)
    sink.add(ct, ht, between)
    sink.add(cw, ht, distance)
    sink.add(ct, set)
    sink.add(ct, ht, set)
    sink.add(hw, ct, set)
    sink.add(cw, set)
    sink.add(ct, ht, headSet)
    sink.add(ct, ht, set, headSet)
    sink.add(cw, ht, headSet)
    sink.add(ct, ht, input.words[cl])
    sink.add(ct, hw, input.words[cl])
    sink.add(cw, ht, input.words[cl])
    sink.add(ct, ht, input.words[state.secondLeft[child]])
    sink.add(ct, ht, input.tags[cl])
    sink.add(ct, ht, input.tags[cr])
    sink.add(ct, ht, input.words[cr])
    sink.add(ct, ht, before)
    sink.add(ct, ht, after)
    sink.add(ct, before, after)
    sink.add(cw, before)
    sink.add(cw, after)
    sink.add(ct, ht, input.tags[sibling], Atom(small: Int(state.relations[sibling])))
    sink.add(ct, ht, input.words[sibling])
    sink.add(ct, ht, input.tags[head > 0 ? head - 1 : none])
    sink.add(ct, ht, input.tags[min(head + 1, none)])
    sink.add(input.coarse[child] ^ side, input.coarse[head], set)
    sink.add(input.coarse[child] ^ side, input.coarse[head], headSet)
  }
}
