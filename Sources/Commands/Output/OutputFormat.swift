import Arguments
import JSON

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

extension Console {
  /// Prints `rows` in `format`; a table where it is `text`.
  func print(_ rows: Rows, as format: OutputFormat) throws(WriteFailure) {
    switch format {
    case .text, .table: try print(tableText(of: rows, width: columns, style: style))
    case .json: try print(JSONValue.array(rows.objects).indentedText + "\n")
    case .jsonl: for object in rows.objects { try print(object.text + "\n") }
    case .csv: try print(csvText(of: rows))
    case .tsv: try print(tsvText(of: rows))
    case .markdown: try print(markdownText(of: rows))
    }
  }
}
