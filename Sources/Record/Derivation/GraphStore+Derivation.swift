public import Diagnostics
import SQLite

extension GraphStore {
  /// Derives what articles and decisions changed since, and no more.
  ///
  /// The old record stays until the new one is complete. A run that is killed in between leaves
  /// marks, by which the graph is derived when it is next opened.
  ///
  /// - Returns: whether there was anything to do.
  @discardableResult
  public func derive() throws(Diagnostic) -> Bool {
    guard try needsDerivation() else { return false }
    try reporting {
      try connection.transaction {
        if try connection.integer("select rules from derivation") != Derivation.rules {
          try Derivation.forget(connection)
        }
        try connection.executeScript("pragma defer_foreign_keys = on")
        var derivation = try Derivation(connection)
        try derivation.run()
        try connection.execute("update derivation set pending = 0, rules = \(Derivation.rules)")
      }
    }
    return true
  }

  /// Derives the whole record anew from the reports and decisions.
  ///
  /// The outcome is the same, byte for byte in the canonical export; it is of use after a change of
  /// the rules, which does it by itself, and as a proof.
  public func rebuild() throws(Diagnostic) {
    try reporting {
      try connection.execute("update derivation set pending = 1, rules = 0")
    }
    try derive()
  }

  /// Whether the record lacks reports, or was derived by other rules.
  public func needsDerivation() throws(Diagnostic) -> Bool {
    try reporting {
      try connection.integer(
        "select pending or rules <> \(Derivation.rules) from derivation") == 1
    }
  }
}
