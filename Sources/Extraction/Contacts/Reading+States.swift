import Diplomacy
import Language

/// Which states "the two countries" and "both nations" stand for.
extension Reading {
  /// The states that a plural expression of `tokens` stands for: those told last in one breath ("India and
  /// Pakistan"), else the only ones of its sentence. None where the text leaves it open.
  func states(meantBy tokens: Range<Int>) -> [CountryCode] {
    guard let noun = tokens.last, Self.stateNouns.contains(word(noun)) else { return [] }
    return statesToldLast(before: tokens.lowerBound, count: count(in: tokens))
  }

  /// The states told in one breath last before a token, or else alone in its sentence.
  func statesToldLast(before token: Int, count: Int) -> [CountryCode] {
    guard let place = sentence(of: token)?.tokens else { return [] }
    var start = place.lowerBound
    var end = token
    var near: [CountryCode] = []
    for step in 0..<Self.statesReach {
      let told = statesTold(in: start..<end)
      if let run = Self.runs(of: told, self).last(where: { $0.count == count }) { return run }
      if step == 0 {
        for state in told where !near.contains(state.code) { near.append(state.code) }
        if near.count == count { return near }
      }
      guard start > 0, let before = sentence(of: start - 1)?.tokens else { break }
      (start, end) = (before.lowerBound, before.upperBound)
    }
    return []
  }

  /// "US-China talks", "the Franco-German summit": the two states that one word joins.
  func states(joinedIn token: Int) -> [CountryCode] {
    let word = text(token)
    guard word.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 > 0x7F }) else { return [] }
    let halves = word.split(whereSeparator: { $0 == "-" || $0 == "–" })
    guard halves.count == 2 else { return [] }
    let codes = halves.compactMap { half -> CountryCode? in
      if let code = Self.combining[half.lowercased()] { return CountryCode(code) }
      let match =
        Countries.lookup(String(half))
        ?? Countries.lookup(half.prefix(1).uppercased() + half.dropFirst())
      return match?.code
    }
    return codes.count == 2 && codes[0] != codes[1] ? codes : []
  }

  private static let combining = [
    "sino": "CN", "russo": "RU", "franco": "FR", "anglo": "GB", "indo": "IN", "italo": "IT",
    "greco": "GR", "turco": "TR", "hispano": "ES", "austro": "AT", "euro": "EU", "japano": "JP",
  ]

  private func count(in tokens: Range<Int>) -> Int {
    tokens.lazy.compactMap { Self.stateCounts[self.word($0)] }.first ?? 2
  }

  /// States named in a stretch of text, by name, adjective, capital or byname of their government.
  private func statesTold(in range: Range<Int>) -> [(code: CountryCode, tokens: Range<Int>)] {
    entities[entities.starting(in: range, at: \.tokens.lowerBound)].compactMap { span in
      switch span.entity {
      case .country(let code), .adjective(let code), .capital(_, let code):
        (code, span.tokens)
      case .government, .place, .organization: nil
      }
    }
  }

  /// Those joined by "and" or a comma, in text order.
  private static func runs(
    of told: [(code: CountryCode, tokens: Range<Int>)], _ reading: Reading
  ) -> [[CountryCode]] {
    var runs: [[CountryCode]] = []
    var run: [CountryCode] = []
    var isJoined = false
    var end = 0
    for state in told {
      let between = end..<max(end, state.tokens.lowerBound)
      let isNext =
        !run.isEmpty && between.count <= 3
        && between.allSatisfy { Self.joints.contains(reading.word($0)) }
      if !isNext {
        if isJoined { runs.append(run) }
        (run, isJoined) = ([], false)
      }
      if !run.contains(state.code) { run.append(state.code) }
      isJoined = isJoined || isNext && between.contains { reading.word($0) != "," }
      end = state.tokens.upperBound
    }
    if isJoined { runs.append(run) }
    return runs
  }

  private static let statesReach = 4
  private static let joints: WordSet = [",", "and", "the", "with", "'s", "&"]
  private static let stateNouns: WordSet = [
    "countries", "nations", "states", "neighbours", "neighbors", "powers", "rivals", "foes",
  ]
  private static let stateCounts: WordTable<Int> = WordTable([
    "both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
  ])
}
