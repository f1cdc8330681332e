// MARK: - Initials

extension PersonBlock {
  /// The personas that give an initial of a name which somebody in the block bears in full.
  ///
  /// "J. Smith" of two countries are two people as likely as one, so that such reports are no person
  /// by themselves.
  func initials() -> Set<Int> {
    var full: [PersonName] = []
    for name in names where name.hasGivenName && !full.contains(name) { full.append(name) }
    var isShort: [PersonName: Bool] = [:]
    return Set(
      personas.indices.filter { place in
        let name = names[place]
        guard !name.isFamilyNameOnly, !name.hasGivenName, name.number == nil,
          personas[place].split == nil, personas[place].register == nil
        else { return false }
        if let known = isShort[name] { return known }
        isShort[name] = full.contains { name.isInitial(of: $0) }
        return isShort[name] ?? false
      })
  }

  /// Whom each of the personas with an initial can be.
  func fitting(_ initials: Set<Int>) -> [(persona: Int, candidates: [Int])] {
    let roots = bearers.indices.filter { joined[$0] == $0 && !members[$0].isEmpty }
    return initials.sorted().map { place in
      (
        place,
        roots.filter { bearer in
          bearers[bearer].names.contains { names[place].isInitial(of: $0) }
        }
      )
    }
  }
}
