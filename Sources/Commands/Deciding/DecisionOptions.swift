import Arguments
import Diagnostics
import Record

/// The options that every command has that decides something.
struct DecisionOptions {
  private static let reason = Option<String>("reason", "TEXT", "Why.")
  private static let author = Option<String>(
    "author", "NAME", "Who decides; the user's name if not given.")

  static let options = [reason.syntax, author.syntax]

  let reason: String?
  private let givenAuthor: String?

  init(_ arguments: ParsedArguments) throws {
    reason = try arguments.value(of: Self.reason)
    givenAuthor = try arguments.value(of: Self.author)
  }

  func author(on console: Console) -> String { givenAuthor ?? console.userName }
}

extension Console {
  /// The graph to change, which must exist: nobody decides on an empty one.
  func openGraphForDeciding() throws -> GraphStore {
    _ = try GraphStore(path: graphPath, mode: .read)
    return try GraphStore(path: graphPath, mode: .write)
  }

  /// Says what was decided, and the number that undoes it.
  func print(_ decision: Decision, _ sentence: String) throws {
    try print("\(printable(sentence)): decision \(decision.number)\n")
  }
}
