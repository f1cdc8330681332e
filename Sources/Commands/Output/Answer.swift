import JSON

/// What a command found, in the shapes that formats need.
struct Answer {
  /// For tables and spreadsheets; empty if nothing was found.
  var rows: Rows
  /// The columns that a table on the terminal has room for; nil for all.
  var shownColumns: [String]?
  /// For programs, with all that is known, an object a finding; made when it is asked for.
  var objects: [JSONValue] { madeObjects() ?? rows.objects }
  /// For people; nil where the table says it best. Made when it is asked for.
  var text: String? { madeText() }
  /// Whether there can only be one finding, so that JSON needs no array.
  var isSingle: Bool
  private let madeObjects: () -> [JSONValue]?
  private let madeText: () -> String?

  /// An answer that is told by its rows alone, or by `objects` and `text` too.
  init(
    _ rows: Rows, showing shownColumns: [String]? = nil,
    objects: @autoclosure @escaping () -> [JSONValue]? = nil,
    text: @autoclosure @escaping () -> String? = nil, isSingle: Bool = false
  ) {
    self.rows = rows
    self.shownColumns = shownColumns
    madeObjects = objects
    madeText = text
    self.isSingle = isSingle
  }
}

extension Console {
  /// Prints `answer` in `format`; where nothing was found, people get the line `nothing`.
  func print(
    _ answer: Answer, as format: OutputFormat, nothing: String
  ) throws(WriteFailure) -> ExitStatus {
    let isEmpty = answer.rows.rows.isEmpty
    switch format {
    case .text, .table, .markdown:
      if isEmpty {
        note(nothing)
      } else if format == .text, let text = answer.text {
        try print(text)
      } else if format == .markdown {
        try print(markdownText(of: answer.rows))
      } else {
        let shown = answer.shownColumns.map(answer.rows.only) ?? answer.rows
        try print(tableText(of: shown, width: columns, style: style))
      }
    case .json:
      let value = answer.isSingle ? answer.objects.first : .array(answer.objects)
      try print((value ?? .null).indentedText + "\n")
    case .jsonl: for object in answer.objects { try print(object.text + "\n") }
    case .csv: try print(csvText(of: answer.rows))
    case .tsv: try print(tsvText(of: answer.rows))
    }
    return isEmpty ? .nothingFound : .done
  }
}

extension Answer {
  /// The answer as a text of its own, for a file.
  func text(as format: OutputFormat) -> String {
    switch format {
    case .text, .table: tableText(of: rows, width: nil, style: TerminalStyle(isOn: false))
    case .markdown: markdownText(of: rows)
    case .json: JSONValue.array(objects).indentedText + "\n"
    case .jsonl: objects.map { $0.text + "\n" }.joined()
    case .csv: csvText(of: rows)
    case .tsv: tsvText(of: rows)
    }
  }
}
