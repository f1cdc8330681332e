import Language

/// Whose doing it is what a verb makes somebody do.
extension ClauseGraph {
  /// "prompted Putin and Erdogan to discuss", "sent Wisner to Cairo to talk", where the parser saw a purpose.
  func isCaused(_ verb: Int, by governor: Int) -> Bool {
    ClauseGraph.causing.contains(word(governor))
      && children(of: verb, by: .mark).contains { word($0) == "to" }
  }

  private static let causing: WordSet = [
    "prompt", "prompted", "prompts", "prompting", "lead", "led", "leads", "leading", "force",
    "forced", "forces", "enable", "enabled", "allow", "allowed", "persuade", "persuaded",
    "send", "sent", "sends", "sending", "dispatch", "dispatched", "dispatches", "dispatching",
  ]

  /// "thanked Blinken for meeting Lavrov": who is thanked did it.
  func isThanked(_ verb: Int, by governor: Int) -> Bool {
    ClauseGraph.thanking.contains(word(governor))
      && children(of: verb, by: .mark).contains { word($0) == "for" }
  }

  /// Of two subjects that a tree gives the one that is somebody; the second where a clause begins between them:
  /// "Fidan, speaking as Blinken met".
  func nearest(_ own: [Int], to verb: Int) -> Int? {
    guard own.count > 1 else { return own.first }
    if own.count == 2, isSomebody(own[1]), own[1] < verb,
      ["as", "while", "when", "after", "before"].contains(word(own[1] - 1))
    {
      return own[1]
    }
    return own.first(where: isSomebody) ?? own.first
  }

  /// Verbs whose object does what follows: "invited Modi to meet".
  func controllingObject(of verb: Int) -> Int? {
    let isThanking = ClauseGraph.thanking.contains(word(verb))
    guard isThanking || ClauseGraph.objectControl.contains(word(verb)), !isPassive(verb) else {
      return nil
    }
    let told = children(of: verb, by: .obj, .iobj).first {
      !actors(at: $0).isEmpty || isRelativizer($0)
    }
    // "a diplomat whom Obama had sent to talk to Mubarak"
    return told.flatMap { isRelativizer($0) ? antecedent(of: verb) : $0 }
  }

  private static let thanking: WordSet = [
    "thanked", "praised", "criticised", "criticized", "commended", "blamed", "applauded", "rebuked",
  ]

  static let objectControl: WordSet = [
    "invite", "invited", "invites", "ask", "asked", "asks", "urge", "urged", "urges", "told",
    "tell", "tells", "send", "sent", "sends", "let", "lets", "allow", "allowed", "saw", "persuaded",
    "forced", "dispatched", "dispatch", "wanted", "wants", "want", "expects", "expect", "expected",
    "pressed", "sending", "prompting", "prompted", "leading", "enabling", "inviting", "ordered",
    "instructed", "named", "appointed", "show", "shows", "showed", "showing", "depicts",
    "depicted", "prompts", "led", "causing", "caused", "forcing", "enabled",
  ]
}
