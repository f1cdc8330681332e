public import Diagnostics
import SQLite

/// Another program was faster to derive the first record.
private struct DerivedMeanwhile: Error {}

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
      do {
        try run(deferringReferences: false)
      } catch let error as DatabaseError where error.kind == .constraint {
        // Some row went before those that referred to it.
        try run(deferringReferences: true)
      } catch is DerivedMeanwhile {
        try run(deferringReferences: false)
      }
    }
    return true
  }

  /// Whether nothing is derived yet, or all of it has to be thrown away.
  private func lacksRecord() throws -> Bool {
    try connection.integer(
      """
      select rules <> \(Derivation.rules)
        or not exists (select * from person) and not exists (select * from meeting)
      from derivation
      """) == 1
  }

  private func run(deferringReferences: Bool) throws {
    // The first record has nothing to delete with which other rows would have to go.
    let isFirst = try !deferringReferences && lacksRecord()
    try connection.transaction(checkingReferences: !isFirst) {
      if deferringReferences { try connection.deferReferenceChecks() }
      let isOutdated = try connection.integer("select rules from derivation") != Derivation.rules
      if isOutdated {
        try Derivation.forget(connection)
      } else if try isFirst && !lacksRecord() {
        throw DerivedMeanwhile()
      }
      var derivation = try Derivation(connection, isFirst: isFirst)
      try derivation.run()
      try connection.execute("update derivation set pending = 0, rules = \(Derivation.rules)")
    }
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
