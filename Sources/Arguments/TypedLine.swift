import Diagnostics

/// The command line as it could have been typed, so that messages can point into it.
///
/// A program is handed its arguments without the quotes that the shell took away; those that
/// need quotes get them back here.
struct TypedLine: Sendable {
  let source: SourceText
  let words: [Word]

  /// One argument and where it stands in the line.
  struct Word: Sendable {
    let text: String
    let range: SourceRange
  }

  init(program: String, arguments: [String]) {
    var line = program
    var words: [Word] = []
    for argument in arguments {
      line += " "
      let start = line.utf8.count
      line += quoted(argument)
      words.append(Word(text: argument, range: SourceRange(start, line.utf8.count)))
    }
    self.source = SourceText(name: "command line", text: line)
    self.words = words
  }

  /// The place of `range` with a word on what is wrong there.
  func location(_ range: SourceRange, _ label: String) -> Diagnostic.Location {
    Diagnostic.Location(source: source, range: range, label: label)
  }

  /// The place behind the last word, for what is missing.
  func end(_ label: String) -> Diagnostic.Location {
    let end = source.text.utf8.count
    return location(SourceRange(end, end), label)
  }
}

extension TypedLine.Word {
  /// The part after the first equals sign, as a word of its own.
  var afterEquals: TypedLine.Word? {
    guard let equals = text.firstIndex(of: "=") else { return nil }
    let value = text[text.index(after: equals)...]
    let isQuoted = range.end - range.start != text.utf8.count
    let start = isQuoted ? range.start : range.end - value.utf8.count
    return TypedLine.Word(text: String(value), range: SourceRange(start, range.end))
  }
}

private func quoted(_ argument: String) -> String {
  let plain = argument.unicodeScalars.allSatisfy {
    $0.properties.isAlphabetic || ("0"..."9").contains($0)
      || "_-./:=,@%+".unicodeScalars.contains($0)
  }
  if plain, !argument.isEmpty { return argument }
  return "'"
    + argument.split(separator: "'", omittingEmptySubsequences: false)
    .joined(separator: "'\\''") + "'"
}
