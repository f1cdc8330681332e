import Arguments

/// How a result is written.
enum OutputFormat: String, CaseIterable, ArgumentValue {
  /// Sentences and quotes, for people.
  case text
  /// Columns, fitted to the terminal.
  case table
  /// One array of objects.
  case json
  /// One object a line.
  case jsonl
  /// RFC 4180.
  case csv
  /// Tab-separated values.
  case tsv
  /// A table of GitHub's Markdown.
  case markdown

  /// The formats of results that are a table and nothing else.
  static let ofRows = allCases.filter { $0 != .text }.map(\.rawValue)
}
