import Diagnostics

/// A phase that finds what is wrong with a query and goes on, so that independent mistakes are told
/// together.
protocol QueryChecker {
  var source: SourceText { get }
  var diagnostics: [Diagnostic] { get set }
}

extension QueryChecker {
  /// "did you mean …?" or else what there is.
  func proposal(for word: String, among names: [String], called what: String) -> String? {
    if let nearest = nearestName(to: word, in: names) { return "did you mean \(nearest)?" }
    return names.isEmpty ? nil : "\(what): \(names.prefix(20).joined(separator: ", "))"
  }

  /// The messages in the order of their places, each once.
  var sortedDiagnostics: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return diagnostics.filter { seen.insert($0).inserted }.sorted {
      ($0.location?.range.start ?? 0) < ($1.location?.range.start ?? 0)
    }
  }

  /// The words of the query at `range`.
  func text(_ range: SourceRange) -> String { source.words(range) }
}

extension SourceText {
  /// The words at `range`.
  func words(_ range: SourceRange) -> String {
    let bytes = text.utf8.dropFirst(range.start).prefix(range.end - range.start)
    return String(decoding: bytes, as: UTF8.self)
  }
}
