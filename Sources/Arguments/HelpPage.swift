import Diagnostics

extension CommandSyntax {
  /// The page that `--help` prints, at most 80 columns wide.
  public func help(in program: ProgramSyntax) -> String {
    var page = HelpPage()
    page.text("Usage: \(usage(in: program))")
    page.text("\(summary).")
    page.list("Examples", examples.map { ($0.line, $0.meaning) }, stacked: true)
    if !discussion.isEmpty { page.text(discussion) }
    page.list("Arguments", operands.map { ($0.name, $0.help) })
    page.list("Options", options.map { ($0.heading, $0.explanation) })
    page.list("Options of every command", program.options.map { ($0.heading, $0.explanation) })
    page.list("Exit status", program.exitStatuses.map { (String($0.status), $0.meaning) })
    return page.lines.joined(separator: "\n") + "\n"
  }

  /// What can be typed, in one line: `memcon why NAME [NAME] [options]`.
  func usage(in program: ProgramSyntax) -> String {
    let operands = operands.map { operand in
      switch operand.count {
      case .one: operand.name
      case .zeroOrOne: "[\(operand.name)]"
      case .oneOrMore: "\(operand.name)…"
      }
    }
    return ([program.name, name] + operands + (options.isEmpty ? [] : ["[options]"]))
      .joined(separator: " ")
  }
}

extension ProgramSyntax {
  /// The overview that `--help` without a command prints, at most 80 columns wide.
  public var overview: String {
    var page = HelpPage()
    page.text("Usage: \(name) COMMAND [options]")
    page.text("\(summary).")
    let visible = commands.filter { !$0.isHidden }
    page.list(
      "Examples", visible.compactMap(\.examples.first).map { ($0.line, $0.meaning) }, stacked: true)
    page.list("Commands", visible.map { ($0.name, "\($0.summary).") })
    page.list("Options of every command", options.map { ($0.heading, $0.explanation) })
    page.list("Exit status", exitStatuses.map { (String($0.status), $0.meaning) })
    page.text("More on a command: \(name) help COMMAND")
    return page.lines.joined(separator: "\n") + "\n"
  }
}

// MARK: - Layout

/// Lines of help as they are laid out: paragraphs, and lists in two columns.
private struct HelpPage {
  static let width = 80
  var lines: [String] = []

  mutating func text(_ text: String) {
    if !lines.isEmpty { lines.append("") }
    lines += wrapped(text, to: Self.width)
  }

  /// Terms with what they mean: beside them, or for long terms, `stacked` under them.
  mutating func list(
    _ heading: String, _ entries: [(term: String, meaning: String)], stacked: Bool = false
  ) {
    guard !entries.isEmpty else { return }
    text("\(heading):")
    let margin = stacked ? 6 : 4 + (entries.map { displayWidth(of: $0.term) }.max() ?? 0)
    for (term, meaning) in entries {
      let indent = String(repeating: " ", count: margin)
      var body = wrapped(meaning, to: Self.width - margin).map { indent + $0 }
      if stacked {
        lines.append("  \(term)")
      } else {
        let gap = String(repeating: " ", count: margin - 2 - displayWidth(of: term))
        body[0] = "  \(term)\(gap)\(body[0].dropFirst(margin))"
      }
      lines += body
    }
  }
}

extension OptionSyntax {
  fileprivate var heading: String {
    let names = (letter.map { "-\($0), " } ?? "") + typed
    return placeholder.map { "\(names) \($0)" } ?? names
  }

  fileprivate var explanation: String {
    var text = help
    if !choices.isEmpty { text += " One of: \(choices.joined(separator: ", "))." }
    if isRepeatable { text += " May be given more than once." }
    return text
  }
}
