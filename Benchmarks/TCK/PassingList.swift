/// The scenarios that pass, by file and number: `clauses/match/Match1: 1 2 3#1 3#2`.
enum PassingList {
  /// `clauses/match/Match1 3#2` for the full title of a scenario.
  static func short(_ title: String) -> String {
    let parts = title.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return title }
    let number = parts[1].drop { $0 == " " || $0 == "[" }.prefix { $0.isNumber }
    let example = title.split(separator: "#").last.map(String.init) ?? ""
    let isOutline = title.contains(" #") && Int(example) != nil
    return "\(parts[0]) \(number)\(isOutline ? "#\(example)" : "")"
  }

  /// A line a file.
  static func text(_ titles: [String]) -> String {
    var lines: [String] = []
    var file = ""
    for title in titles {
      let parts = title.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      if parts[0] == file {
        lines[lines.count - 1] += " \(parts[1])"
      } else {
        file = parts[0]
        lines.append("\(file): \(parts[1])")
      }
    }
    return lines.joined(separator: "\n")
  }

  static func titles(_ text: String) -> [String] {
    text.split(separator: "\n").flatMap { line -> [String] in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return [] }
      return parts[1].split(separator: " ").map { "\(parts[0]) \($0)" }
    }
  }
}
