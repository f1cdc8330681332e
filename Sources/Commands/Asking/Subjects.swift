import Record

extension GraphStore {
  /// The identifier of the meeting or the one person called `name`.
  ///
  /// - Throws: as `person(named:)`.
  func subject(named name: String) throws -> (id: String, words: String) {
    if try hasMeeting(name) { return (name, "meeting \(name)") }
    let person = try person(named: name)
    return (person.id, person.name)
  }
}
