/// What the parser looks at to choose a transition: the top of the stack, the units to come, and
/// their children so far.
///
/// The templates follow Zhang & Nivre, Transition-based Dependency Parsing with Rich Non-local
/// Features, ACL 2011, for the stack of the arc-hybrid system.
package struct ActionFeatures {
  /// How many templates there are, at most.
  package static let limit = 128

  /// Writes the features of `state`.
  package static func write(
    _ state: TransitionState, _ input: ParserInput, to sink: inout FeatureSink
  ) {
    let s0 = state.stacked(0)
    let s1 = state.stacked(1)
    let s2 = state.stacked(2)
    let b0 = state.ahead(0)
    let b1 = state.ahead(1)
    let b2 = state.ahead(2)
    let s0w = input.words[s0]
    let s0t = input.tags[s0]
    let s1w = input.words[s1]
    let s1t = input.tags[s1]
    let s2t = input.tags[s2]
    let b0w = input.words[b0]
    let b0t = input.tags[b0]
    let b1w = input.words[b1]
    let b1t = input.tags[b1]
    let b2t = input.tags[b2]

    // Single units
    sink.add(1)
    sink.add(s0w)
    sink.add(s0t)
    sink.add(s0w, s0t)
    sink.add(s1w)
    sink.add(s1t)
    sink.add(s1w, s1t)
    sink.add(s2t)
    sink.add(input.words[s2], s2t)
    sink.add(b0w)
    sink.add(b0t)
    sink.add(b0w, b0t)
    sink.add(b1w)
    sink.add(b1t)
    sink.add(b1w, b1t)
    sink.add(b2t)
    sink.add(input.words[b2], b2t)
    sink.add(input.tags[state.ahead(3)])

    // Pairs
    sink.add(s0w, s0t, b0w, b0t)
    sink.add(s0w, s0t, b0w)
    sink.add(s0w, b0w, b0t)
    sink.add(s0w, s0t, b0t)
    sink.add(s0t, b0w, b0t)
    sink.add(s0w, b0w)
    sink.add(s0t, b0t)
    sink.add(b0t, b1t)
    sink.add(b0w, b1t)
    sink.add(b0t, b1w)
    sink.add(s1w, s1t, s0w, s0t)
    sink.add(s1w, s1t, s0t)
    sink.add(s1t, s0w, s0t)
    sink.add(s1w, s0w)
    sink.add(s1t, s0t)
    sink.add(s1w, b0w)
    sink.add(s1t, b0t)
    sink.add(s0w, b1w)
    sink.add(s0t, b1t)

    // Three and four in a row
    sink.add(s0t, b0t, b1t)
    sink.add(s0w, b0t, b1t)
    sink.add(b0t, b1t, b2t)
    sink.add(s1t, s0t, b0t)
    sink.add(s1t, s0w, b0t)
    sink.add(s1w, s0t, b0t)
    sink.add(s1t, s0t, b0w)
    sink.add(s1w, s0w, b0t)
    sink.add(s1t, s0w, b0w)
    sink.add(s2t, s1t, s0t)
    sink.add(s2t, s1t, s0t, b0t)
    sink.add(s1t, s0t, b0t, b1t)
    sink.add(s0t, b0t, b1t, b2t)
    writeSurroundings(state, input, to: &sink)
    writeChildren(state, input, to: &sink)
  }

  /// Distances, numbers of children, and what stands between.
  private static func writeSurroundings(
    _ state: TransitionState, _ input: ParserInput, to sink: inout FeatureSink
  ) {
    let s0 = state.stacked(0)
    let s1 = state.stacked(1)
    let b0 = state.ahead(0)
    let s0t = input.tags[s0]
    let s1t = input.tags[s1]
    let b0t = input.tags[b0]
    let s0w = input.words[s0]
    let b0w = input.words[b0]
    let near = distance(s0, b0)
    let far = distance(s1, s0)
    let betweenNear = input.between(s0, b0)
    let betweenFar = input.between(s1, s0)
    sink.add(s0w, near)
    sink.add(s0t, near)
    sink.add(b0w, near)
    sink.add(b0t, near)
    sink.add(s0t, b0t, near)
    sink.add(s0w, b0w, near)
    sink.add(s1t, s0t, far)
    sink.add(s1t, s0t, b0t, far)
    sink.add(s0t, b0t, betweenNear)
    sink.add(s1t, s0t, betweenFar)
    sink.add(s1t, b0t, betweenNear, betweenFar)
    sink.add(s0t, Atom(small: state.rightCount[s0]), Atom(small: state.leftCount[s0]))
    sink.add(s0w, Atom(small: state.rightCount[s0]))
    sink.add(s0w, Atom(small: state.leftCount[s0]))
    sink.add(s1t, Atom(small: state.rightCount[s1]))
    sink.add(input.words[s1], Atom(small: state.rightCount[s1]))
    sink.add(b0t, Atom(small: state.leftCount[b0]))
    sink.add(b0w, Atom(small: state.leftCount[b0]))
    sink.add(Atom(small: min(4, state.stack.count)), b0t, Atom(small: min(3, state.count - b0)))
  }

  /// The children of the units at hand: tags, words, relations.
  private static func writeChildren(
    _ state: TransitionState, _ input: ParserInput, to sink: inout FeatureSink
  ) {
    let s0 = state.stacked(0)
    let s1 = state.stacked(1)
    let b0 = state.ahead(0)
    let s0t = input.tags[s0]
    let s1t = input.tags[s1]
    let b0t = input.tags[b0]
    let s0l = state.left[s0]
    let s0r = state.right[s0]
    let s1l = state.left[s1]
    let s1r = state.right[s1]
    let b0l = state.left[b0]
    let s0set = state.childRelations[s0]
    let s1set = state.childRelations[s1]
    let b0set = state.childRelations[b0]
    for child in [s0l, s0r, s1l, s1r, b0l] {
      sink.add(input.words[child])
      sink.add(input.tags[child])
      sink.add(Atom(small: Int(state.relations[child])))
    }
    sink.add(s0t, input.tags[s0l], b0t)
    sink.add(s0t, input.tags[s0r], b0t)
    sink.add(s0t, b0t, input.tags[b0l])
    sink.add(s1t, input.tags[s1r], s0t)
    sink.add(s1t, input.tags[s1l], s0t)
    sink.add(s1t, s0t, input.tags[s0l])
    sink.add(s1t, s0t, input.tags[s0r])
    sink.add(s1t, input.tags[s1r], s0t, b0t)
    sink.add(s0t, input.words[s0l], b0t)
    sink.add(s1t, input.words[s0l], s0t)
    sink.add(input.words[s1], input.words[s0l], s0t)
    sink.add(s0t, input.tags[s0l], input.tags[state.secondLeft[s0]])
    sink.add(s0t, input.tags[s0r], input.tags[state.secondRight[s0]])
    sink.add(s1t, input.tags[s1r], input.tags[state.secondRight[s1]])
    sink.add(b0t, input.tags[b0l], input.tags[state.secondLeft[b0]])
    sink.add(s0t, s0set)
    sink.add(s0t, s0set, b0t)
    sink.add(s1t, s1set, s0t)
    sink.add(s1t, s1set, s0t, s0set)
    sink.add(s0t, b0t, b0set)
    sink.add(s1t, s1set, s0t, b0t)
    sink.add(input.words[s0], s0set)
    sink.add(input.words[s1], s1set, s0t)
  }

  /// The distance between two units, in steps that grow.
  @inline(__always)
  static func distance(_ left: Int, _ right: Int) -> Atom {
    let steps = right - left
    return Atom(small: 0x3_0000 + (steps <= 4 ? steps : steps <= 6 ? 5 : steps <= 10 ? 6 : 7))
  }
}
