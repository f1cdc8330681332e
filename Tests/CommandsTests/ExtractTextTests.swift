import Diagnostics
import TestSupport
import Testing

private let article = """
  Peters and Rubio meet in Washington

  Foreign Minister Winston Peters of New Zealand met US Secretary of State Marco Rubio in \
  Washington on Tuesday. He spoke of trade afterwards.

  Peters will meet British Prime Minister Keir Starmer in London on Friday.
  """

private func extract(
  _ text: String, environment: [String: String] = [:], columns: Int? = nil, options: String...
) -> Run {
  Run(
    ["extract", "--published", "2025-03-20"] + options + ["-"], input: Array(text.utf8),
    environment: environment, columns: columns)
}

private let escape = "\u{1B}["

/// `text` without what gives it colour.
private func withoutColor(_ text: String) -> String {
  text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
}

struct `The text that memcon extract shows` {
  @Test func `marks people, roles and meetings in brackets where there is no terminal`() throws {
    let text = extract(article).output
    try expectSnapshot(text, at: "Tests/CommandsTests/Snapshots/extract-text.txt")
    #expect(!text.contains(escape))
  }

  @Test func `marks them by colour on a terminal, and breaks lines to its width`() throws {
    let text = extract(article, columns: 60).output
    try expectSnapshot(text, at: "Tests/CommandsTests/Snapshots/extract-terminal.txt")
    #expect(text.contains(escape))
  }

  @Test(arguments: [20, 33, 48, 80, 300])
  func `keeps to the terminal's width`(_ columns: Int) {
    let text = withoutColor(extract(article, columns: columns).output)
    for line in text.split(separator: "\n") {
      #expect(displayWidth(of: line) <= min(columns, 100), "\(line)")
    }
  }

  @Test func `is without colour where NO_COLOR asks for it`() {
    let text = extract(article, environment: ["NO_COLOR": "1"], columns: 80).output
    #expect(!text.contains(escape))
    #expect(text.contains("[Winston Peters]"))
  }

  @Test func `holds the article's words in their order`() {
    let kept = extract(article).output.filter { !"[]{}«»¹²³".contains($0) }
      .replacing("He = Winston Peters", with: "He")
    for paragraph in article.split(separator: "\n\n") { #expect(kept.contains(paragraph)) }
  }

  @Test func `lets no text steer the terminal`() throws {
    let mutator = TextMutator(bases: [article])
    for number in 0..<40 {
      let run = extract(mutator.text(number), columns: 80, options: "--color", "never")
      for scalar in run.output.unicodeScalars where scalar != "\n" {
        let isSteering = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
        #expect(!isSteering && !(0x202A...0x202E).contains(scalar.value), "text \(number)")
      }
    }
  }

  @Test func `says so where nothing is found`() {
    let text = extract("The weather in the valley was fine, and nobody said a word about it.")
      .output
    #expect(text.hasSuffix("Nothing found.\n"))
  }
}
