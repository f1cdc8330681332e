import Language

/// Whose doing it is what a verb makes somebody do.
extension ClauseGraph {
  /// "prompted Putin and Erdogan to discuss", where the parser saw a purpose.
  func isCaused(_ verb: Int, by governor: Int) -> Bool {
    ClauseGraph.causing.contains(word(governor))
      && children(of: verb, by: .mark).contains { word($0) == "to" }
  }

  private static let causing: WordSet = [
    "prompt", "prompted", "prompts", "prompting", "lead", "led", "leads", "leading", "force",
    "forced", "forces", "enable", "enabled", "allow", "allowed", "persuade", "persuaded",
  ]

  /// Verbs whose object does what follows: "invited Modi to meet".
  func controllingObject(of verb: Int) -> Int? {
    guard ClauseGraph.objectControl.contains(word(verb)), !isPassive(verb) else { return nil }
    let told = children(of: verb, by: .obj, .iobj).first {
      !actors(at: $0).isEmpty || isRelativizer($0)
    }
    // "a diplomat whom Obama had sent to talk to Mubarak"
    return told.flatMap { isRelativizer($0) ? antecedent(of: verb) : $0 }
  }

  static let objectControl: WordSet = [
    "invite", "invited", "invites", "ask", "asked", "asks", "urge", "urged", "urges", "told",
    "tell", "tells", "send", "sent", "sends", "let", "lets", "allow", "allowed", "saw", "persuaded",
    "forced", "dispatched", "dispatch", "wanted", "wants", "want", "expects", "expect", "expected",
    "pressed", "sending", "prompting", "prompted", "leading", "enabling", "inviting", "ordered",
    "instructed", "named", "appointed", "prompting",
    "prompted", "prompts", "leading", "led", "causing", "caused", "forcing", "enabling", "enabled",
  ]
}
