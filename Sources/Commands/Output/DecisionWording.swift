import JSON
import Record

extension Decision {
  /// What was decided, in words: `volodymyr-zelensky is volodymyr-zelenskyy`.
  var sentence: String {
    let other = object ?? ""
    return switch kind {
    case .merge: "\(subject) is \(other)"
    case .apart: "\(subject) is not \(other)"
    case .reject: "\(subject) is set aside"
    case .split: "some articles on \(subject) are on somebody else"
    case .rename: "\(subject) is called \(detail ?? "")"
    case .register: "a register knows \(subject)"
    }
  }

  /// What else was decided, for a table: a new name, how many reports are somebody else's, what a register adds.
  var detailWords: String? {
    switch kind {
    case .rename: return detail
    case .split:
      guard case .array(let reports) = detailObject?["reports"] else { return nil }
      let name = detailObject?["name"]?.stringValue.map { " as \($0)" } ?? ""
      return counted(reports.count, "report") + name
    case .register:
      guard case .array(let aliases) = detailObject?["aliases"], !aliases.isEmpty else {
        return nil
      }
      return "also " + aliases.compactMap(\.stringValue).joined(separator: ", ")
    case .merge, .apart, .reject: return nil
    }
  }

  /// The same for programs: JSON, or the new name.
  var detailValue: JSONValue { kind == .rename ? .optional(detail) : detailObject ?? .null }

  private var detailObject: JSONValue? { detail.flatMap { try? JSONValue(parsing: $0.utf8) } }
}
