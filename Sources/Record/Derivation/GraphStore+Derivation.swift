public import Diagnostics
import SQLite

extension GraphStore {
  /// Derives the record anew from all reports, if articles came or went or the rules changed since.
  ///
  /// The old record stays until the new one is complete. A run that is killed in between leaves a
  /// mark, by which the graph is derived when it is next opened.
  ///
  /// - Returns: whether there was anything to do.
  @discardableResult
  public func derive() throws(Diagnostic) -> Bool {
    guard try needsDerivation() else { return false }
    try reporting {
      try connection.transaction {
        var reader = ReportReader(connection)
        let articles = try reader.readAll()
        let record = Derivation.record(of: articles, under: try connection.decisions())
        try connection.replaceRecord(with: record, of: articles)
        try connection.execute("update derivation set pending = 0, rules = \(Derivation.rules)")
      }
    }
    return true
  }

  /// Whether the record lacks reports, or was derived by other rules.
  public func needsDerivation() throws(Diagnostic) -> Bool {
    try reporting {
      try connection.integer(
        "select pending or rules <> \(Derivation.rules) from derivation") == 1
    }
  }
}
