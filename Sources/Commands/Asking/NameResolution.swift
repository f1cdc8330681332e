import Diagnostics
import Record

/// Nothing was found, which is no error: the message goes to standard error, and the run ends with
/// status 1.
struct NothingFound: Error {
  let message: Diagnostic
}

extension GraphStore {
  /// The one person called `name`: by id, name, alias, or family name.
  ///
  /// - Throws: `NothingFound` with the nearest name for somebody unknown; a message with the
  ///   candidates where several are called so.
  func person(named name: String) throws -> PersonSummary {
    let people = try people(matching: name)
    guard let person = people.first else {
      let near = try peopleNamedLike(name).map { "did you mean \($0.name)?" }
      throw NothingFound(
        message: Diagnostic(
          "nobody in the graph is called '\(name)'", severity: .note, help: Array(near.prefix(3))))
    }
    guard people.count == 1 else {
      throw Diagnostic(
        "'\(name)' can be \(people.count) people",
        notes: people.prefix(12).map { "\($0.id): \($0.line)" },
        help: ["take one by the full name or the id before the colon"])
    }
    return person
  }
}
