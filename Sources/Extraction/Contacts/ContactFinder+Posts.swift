import Diplomacy
import Language

/// What people write of themselves without saying "I".
extension ContactFinder {
  /// "Pleased to meet Fiala today", "Had a good call with Fiala", "It was great to see Fiala": who speaks the
  /// words, where the clause that opens a quotation has no subject.
  func poster(of unit: Int) -> Side {
    let token = graph.units[unit].head
    guard let person = speaker(of: token), let top = top(over: unit) else { return .none }
    let opening = graph.units[top].head
    guard
      (max(graph.sentence.tokens.lowerBound, opening - 6)..<opening).allSatisfy({ before in
        speaker(of: before) != person || ContactFinder.openers.contains(reading.word(before))
      })
    else { return .none }
    return Side(
      actors: [Actor(identity: .person(person), tokens: opening..<opening + 1)], units: [])
  }

  private func speaker(of token: Int) -> Int? {
    guard token < reading.speakerOfToken.count, reading.speakerOfToken[token] >= 0 else {
      return nil
    }
    return Int(reading.speakerOfToken[token])
  }

  /// The word that opens the clause of a contact: a feeling, a past tense, or the noun of contact itself.
  private func top(over unit: Int) -> Int? {
    var at = unit
    for _ in 0..<6 {
      let isOwned = graph.children(of: at, by: .nsubj, .nsubjPass).contains {
        !ContactFinder.openers.contains(graph.word($0))
      }
      if isOwned { return nil }
      guard let head = graph.head(at), graph.relation(at) != .parataxis else { break }
      switch graph.relation(at) {
      case .xcomp, .advcl, .csubj, .ccomp, .acl, .obj, .obl, .dep: at = head
      default: return nil
      }
    }
    if ContactFinder.feelings.contains(graph.word(at)) { return at }
    if graph.isVerb(at) {
      return graph.tag(at).penn == .vbd || graph.tag(at).penn == .vbn ? at : nil
    }
    return at == unit ? at : nil
  }

  private static let openers: WordSet = [
    "it", "'s", "was", "is", "just", "today", "yesterday", "very", "a", "an", "truly", "really",
    "so", "such", "another", "always", "“", "\"", "«", "earlier", "this", "morning", "great",
    "good", "excellent", "productive", "honest", "frank", "warm", "constructive", "important",
    "long", "substantive", "useful", "first", "phone",
  ]
  private static let feelings = StatusReader.feelings.union(["happy", "excited", "looking"])
}
