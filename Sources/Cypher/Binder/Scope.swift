/// The variables a clause can see, in the order they were made.
struct Scope {
  private(set) var entries: [(name: String, variable: BoundVariable)] = []

  subscript(name: String) -> BoundVariable? {
    entries.last { $0.name == name }?.variable
  }

  mutating func declare(_ name: String, _ variable: BoundVariable) {
    entries.removeAll { $0.name == name }
    entries.append((name, variable))
  }

  var names: [String] { entries.map(\.name) }
}
