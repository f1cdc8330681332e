import Diagnostics

/// Sorts the words of one command line to the rows of a program's table.
struct ArgumentParser {
  let program: ProgramSyntax
  let line: TypedLine
  private var command: CommandSyntax?
  private var wantsHelp = false
  private var operands: [TypedLine.Word] = []
  private var parsed: ParsedArguments

  init(program: ProgramSyntax, arguments: [String]) {
    self.program = program
    line = TypedLine(program: program.name, arguments: arguments)
    parsed = ParsedArguments(line: line)
  }

  mutating func parse() throws(Diagnostic) -> ProgramSyntax.Request {
    var words = line.words[...]
    var optionsHaveEnded = false
    while let word = words.popFirst() {
      if optionsHaveEnded || !word.text.hasPrefix("-") || word.text == "-" {
        try take(operand: word)
      } else if word.text == "--" {
        optionsHaveEnded = true
      } else {
        try take(option: word, followedBy: &words)
      }
    }
    if parsed.contains(ProgramSyntax.version) { return .version }
    if wantsHelp || parsed.contains(ProgramSyntax.help) { return .help(try helpTopic()) }
    guard let command else { throw noCommand }
    try sortOperands(of: command)
    return .run(command: command.name, parsed)
  }
}

// MARK: - Commands and operands

extension ArgumentParser {
  private mutating func take(operand word: TypedLine.Word) throws(Diagnostic) {
    guard command == nil, !wantsHelp else { return operands.append(word) }
    if word.text == "help" {
      wantsHelp = true
    } else {
      command = try findCommand(word)
    }
  }

  private func findCommand(_ word: TypedLine.Word) throws(Diagnostic) -> CommandSyntax {
    if let command = program.command(named: word.text) { return command }
    let visible = program.commands.filter { !$0.isHidden }.map(\.name)
    let nearest = nearestName(to: word.text, in: visible)
    throw Diagnostic(
      "no command is called '\(word.text)'", at: line.location(word.range, "not a command"),
      help: [
        nearest.map { "did you mean \($0)?" }
          ?? "the commands are \(visible.joined(separator: ", "))"
      ])
  }

  private func helpTopic() throws(Diagnostic) -> CommandSyntax? {
    guard wantsHelp, let word = operands.first else { return command }
    return try findCommand(word)
  }

  private var noCommand: Diagnostic {
    let first = program.commands.lazy.compactMap(\.examples.first).first
    return Diagnostic(
      "no command is given",
      help: (first.map { ["begin with: \($0.line)"] } ?? [])
        + ["see every command: \(program.name) --help"])
  }

  private mutating func sortOperands(of command: CommandSyntax) throws(Diagnostic) {
    var rest = operands[...]
    for operand in command.operands {
      if operand.count == .oneOrMore {
        parsed.operands[operand.name] = Array(rest)
        rest = []
      } else if let word = rest.popFirst() {
        parsed.operands[operand.name] = [word]
      }
      if operand.count != .zeroOrOne, parsed.operands[operand.name, default: []].isEmpty {
        throw Diagnostic(
          "\(command.name) needs \(operand.name)", at: line.end("missing: \(operand.name)"),
          help: ["usage: \(command.usage(in: program))"])
      }
    }
    if let word = rest.first { throw surplus(word, of: command) }
  }

  private func surplus(_ word: TypedLine.Word, of command: CommandSyntax) -> Diagnostic {
    var help = ["usage: \(command.usage(in: program))"]
    if !command.operands.isEmpty {
      let joined = operands.map(\.text).joined(separator: " ")
      help.append("one value of several words stands in quotes: '\(joined)'")
    }
    return Diagnostic(
      "\(command.name) takes no '\(word.text)'", at: line.location(word.range, "one too many"),
      help: help)
  }
}

// MARK: - Options

extension ArgumentParser {
  private mutating func take(
    option word: TypedLine.Word, followedBy words: inout ArraySlice<TypedLine.Word>
  ) throws(Diagnostic) {
    let typed = word.text.split(separator: "=", maxSplits: 1)[0]
    guard let option = known.first(where: { $0.isTyped(typed) }) else {
      throw unknown(String(typed), word)
    }
    if parsed.options[option.name] != nil, !option.isRepeatable, option.placeholder != nil {
      throw Diagnostic(
        "\(option.typed) is given twice", at: line.location(word.range, "the second"),
        help: ["leave one of them out"])
    }
    let value = try value(of: option, word, followedBy: &words)
    parsed.options[option.name, default: []].append(value)
  }

  private func value(
    of option: OptionSyntax, _ word: TypedLine.Word,
    followedBy words: inout ArraySlice<TypedLine.Word>
  ) throws(Diagnostic) -> TypedLine.Word {
    let attached = word.afterEquals
    guard let placeholder = option.placeholder else {
      guard let attached else { return word }
      throw Diagnostic(
        "\(option.typed) takes no value", at: line.location(attached.range, "not expected"),
        help: ["write \(option.typed) alone"])
    }
    if let attached { return attached }
    if let next = words.first, !next.text.hasPrefix("-") || next.text == "-" {
      words.removeFirst()
      return next
    }
    throw Diagnostic(
      "\(option.typed) needs a value",
      at: line.location(word.range, "expected \(placeholder) after it"),
      help: words.first.map {
        ["a value that starts with a hyphen is written \(option.typed)=\($0.text)"]
      } ?? [])
  }

  /// What may be typed here: before a command's name only the options that all understand.
  private var known: [OptionSyntax] { (command?.options ?? []) + program.options }

  private func unknown(_ typed: String, _ word: TypedLine.Word) -> Diagnostic {
    let owner = command?.name ?? program.name
    let page = ([program.name] + (command.map { [$0.name] } ?? [])).joined(separator: " ")
    var help = ["see its options: \(page) --help"]
    if let nearest = nearestName(to: typed, in: known.map(\.typed)) {
      help = ["did you mean \(nearest)?"]
    } else if command == nil,
      program.commands.contains(where: { $0.options.contains { $0.isTyped(typed[...]) } })
    {
      help = ["options of a command stand after its name"]
    }
    return Diagnostic(
      "\(owner) has no option \(typed)", at: line.location(word.range, "not an option"), help: help)
  }
}

extension OptionSyntax {
  fileprivate func isTyped(_ text: Substring) -> Bool {
    text == typed || letter.map { text == "-\($0)" } ?? false
  }
}
