/// A feature file cut into scenarios, each row of Examples a scenario of its own.
struct Feature {
  var name: String
  var scenarios: [Scenario]
}

/// A scenario with the steps of the background before its own.
struct Scenario {
  var name: String
  var steps: [Step]

  struct Step {
    var text: String
    var docString: String?
    var table: [[String]] = []
  }
}

/// Reads the part of Gherkin that the TCK uses.
struct GherkinReader {
  private let lines: [String]
  private var position = 0

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasSuffix("\r") ? String($0.dropLast()) : String($0)
    }
  }

  static func feature(_ text: String, name: String) -> Feature {
    var reader = GherkinReader(text)
    return Feature(name: name, scenarios: reader.scenarios())
  }

  private mutating func scenarios() -> [Scenario] {
    var background: [Scenario.Step] = []
    var scenarios: [Scenario] = []
    while position < lines.count {
      let line = Self.trimmed(lines[position])
      position += 1
      if line.hasPrefix("Background:") {
        background = steps()
      } else if let name = Self.title(line, ["Scenario Outline:", "Scenario Template:"]) {
        let outline = Scenario(name: name, steps: background + steps())
        scenarios += expanded(outline)
      } else if let name = Self.title(line, ["Scenario:", "Example:"]) {
        scenarios.append(Scenario(name: name, steps: background + steps()))
      }
    }
    return scenarios
  }

  private static func title(_ line: String, _ words: [String]) -> String? {
    words.first { line.hasPrefix($0) }.map { trimmed(String(line.dropFirst($0.count))) }
  }

  private static let stepWords = ["Given ", "When ", "Then ", "And ", "But ", "* "]
  private static let blockWords = [
    "Scenario", "Examples:", "Background:", "Example:", "Feature:", "@",
  ]

  private mutating func steps() -> [Scenario.Step] {
    var steps: [Scenario.Step] = []
    while position < lines.count {
      let line = Self.trimmed(lines[position])
      if Self.blockWords.contains(where: { line.hasPrefix($0) }) { break }
      position += 1
      if let text = Self.title(line, Self.stepWords) {
        steps.append(Scenario.Step(text: text))
      } else if line.hasPrefix("\"\"\"") {
        let text = docString(indentation: lines[position - 1].prefix { $0 == " " }.count)
        if !steps.isEmpty { steps[steps.count - 1].docString = text }
      } else if line.hasPrefix("|"), !steps.isEmpty {
        steps[steps.count - 1].table.append(Self.cells(line))
      }
    }
    return steps
  }

  private mutating func docString(indentation: Int) -> String {
    var text: [String] = []
    while position < lines.count, Self.trimmed(lines[position]) != "\"\"\"" {
      let line = lines[position]
      text.append(String(line.dropFirst(min(indentation, line.prefix { $0 == " " }.count))))
      position += 1
    }
    position += 1
    return text.joined(separator: "\n")
  }

  /// The cells of a row; `\|`, `\n` and `\\` stand for themselves.
  private static func cells(_ line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.dropFirst() {
      if isEscaped {
        cell.append(
          character == "n"
            ? "\n"
            : character == "|" || character == "\\"
              ? String(character) : "\\\(character)")
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        cells.append(trimmed(cell))
        cell = ""
      } else {
        cell.append(character)
      }
    }
    return cells
  }

  private mutating func expanded(_ outline: Scenario) -> [Scenario] {
    var scenarios: [Scenario] = []
    while position < lines.count {
      let line = Self.trimmed(lines[position])
      if line.isEmpty || line.hasPrefix("#") {
        position += 1
        continue
      }
      guard line.hasPrefix("Examples:") else { break }
      position += 1
      var table: [[String]] = []
      while position < lines.count {
        let row = Self.trimmed(lines[position])
        guard row.hasPrefix("|") || row.isEmpty || row.hasPrefix("#") else { break }
        if row.hasPrefix("|") { table.append(Self.cells(row)) }
        position += 1
      }
      guard let names = table.first else { continue }
      for row in table.dropFirst() {
        scenarios.append(Self.filled(outline, names, row, number: scenarios.count + 1))
      }
    }
    return scenarios
  }

  private static func filled(
    _ outline: Scenario, _ names: [String], _ values: [String], number: Int
  ) -> Scenario {
    func fill(_ text: String) -> String {
      zip(names, values).reduce(text) { $0.replacing("<\($1.0)>", with: $1.1) }
    }
    return Scenario(
      name: "\(outline.name) #\(number)",
      steps: outline.steps.map { step in
        Scenario.Step(
          text: fill(step.text), docString: step.docString.map(fill),
          table: step.table.map { $0.map(fill) })
      })
  }

  private static func trimmed(_ text: String) -> String {
    var rest = Substring(text)
    while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
    while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
    return String(rest)
  }
}
