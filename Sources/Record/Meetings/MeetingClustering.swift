import Diplomacy

/// Decides which testimonies of one component tell of one meeting.
///
/// A component holds all testimonies that hang together by agreement, so that none of them agrees
/// with one outside. Within it, greedily: the day that most articles give comes first, the report
/// with the most parties first among those of a day; each joins the meeting with all of whose
/// reports it agrees, of several the one it fits best. Two reports of one article are never one
/// meeting: whoever read it has told them apart.
struct MeetingClustering {
  private(set) var clusters: [Cluster] = []

  struct Cluster {
    var testimonies: [MeetingTestimony] = []
    fileprivate var shapes: [MeetingShape] = []
    fileprivate var articles: Set<String> = []

    fileprivate mutating func add(_ testimony: MeetingTestimony) {
      testimonies.append(testimony)
      articles.insert(testimony.article)
      if !shapes.contains(testimony.shape) { shapes.append(testimony.shape) }
    }

    fileprivate mutating func add(_ other: Cluster) {
      for testimony in other.testimonies { add(testimony) }
    }
  }

  /// The meetings that `testimonies` tell of.
  ///
  /// - Parameters:
  ///   - testimonies: all of one component.
  ///   - together: pairs of testimonies, by id, that a curator joined.
  ///   - apart: pairs that a curator told apart.
  init(_ testimonies: [MeetingTestimony], together: [(Int, Int)] = [], apart: [(Int, Int)] = []) {
    guard testimonies.count > 1 else {
      if let alone = testimonies.first {
        var cluster = Cluster()
        cluster.add(alone)
        clusters = [cluster]
      }
      return
    }
    for testimony in MeetingClustering.ordered(testimonies) {
      let best = clusters.indices.filter { fits(testimony, clusters[$0], apart) }
        .max { score(testimony, $0) < score(testimony, $1) }
      if let best {
        clusters[best].add(testimony)
      } else {
        var cluster = Cluster()
        cluster.add(testimony)
        clusters.append(cluster)
      }
    }
    joinMoved()
    for (a, b) in together { join(a, b) }
    for place in clusters.indices {
      clusters[place].testimonies.sort(by: MeetingTestimony.isBefore)
    }
  }

  private static func ordered(_ testimonies: [MeetingTestimony]) -> [MeetingTestimony] {
    var support: [ClosedRange<Int>: Int] = [:]
    for testimony in testimonies {
      if let days = testimony.shape.days { support[days, default: 0] += 1 }
    }
    return testimonies.map { testimony in
      (testimony, testimony.shape.days.map { (support[$0] ?? 0, $0) } ?? (0, 0...0))
    }
    .sorted { a, b in
      if a.1.0 != b.1.0 { return a.1.0 > b.1.0 }
      if a.1.1 != b.1.1 {
        return (a.1.1.lowerBound, a.1.1.upperBound) < (b.1.1.lowerBound, b.1.1.upperBound)
      }
      if a.0.shape.partyCount != b.0.shape.partyCount {
        return a.0.shape.partyCount > b.0.shape.partyCount
      }
      return MeetingTestimony.isBefore(a.0, b.0)
    }
    .map(\.0)
  }

  private func fits(
    _ testimony: MeetingTestimony, _ cluster: Cluster, _ apart: [(Int, Int)]
  ) -> Bool {
    guard !cluster.articles.contains(testimony.article),
      cluster.shapes.allSatisfy(testimony.shape.agrees)
    else { return false }
    return !apart.contains { pair in
      cluster.testimonies.contains {
        ($0.id, testimony.id) == pair || (testimony.id, $0.id) == pair
      }
    }
  }

  /// How well a testimony fits a cluster: day, kind, place, parties; the earlier of equal ones.
  private func score(_ testimony: MeetingTestimony, _ place: Int) -> (Int, Int, Int, Int, Int) {
    let shape = testimony.shape
    let shapes = clusters[place].shapes
    return (
      shapes.contains { $0.days == shape.days } ? 1 : 0,
      shapes.contains { $0.kind == shape.kind } ? 1 : 0,
      shape.place != nil && shapes.contains { $0.place == shape.place } ? 1 : 0,
      shapes.map { $0.people.intersection(shape.people).count }.max() ?? 0, -place
    )
  }
}

// MARK: - Joining whole clusters

extension MeetingClustering {
  /// A meeting that was called off, and of which no article says it was held, is one with the next
  /// of the same circle.
  private mutating func joinMoved() {
    for place in clusters.indices {
      let shapes = clusters[place].shapes
      guard let cancelled = shapes.first(where: { $0.status == .cancelled }),
        !shapes.contains(where: { $0.status == .held })
      else { continue }
      let later = clusters.indices.filter { other in
        other != place && clusters[other].shapes.contains { $0.makesUp(for: cancelled) }
      }
      let next = later.min { firstDay(of: $0) < firstDay(of: $1) }
      guard let next, later.allSatisfy({ $0 == next || firstDay(of: $0) > firstDay(of: next) })
      else { continue }
      clusters[next].add(clusters[place])
      clusters[place] = Cluster()
    }
    clusters.removeAll { $0.testimonies.isEmpty }
  }

  private func firstDay(of cluster: Int) -> Int {
    clusters[cluster].shapes.compactMap { $0.days?.lowerBound }.min() ?? .max
  }

  private mutating func join(_ a: Int, _ b: Int) {
    func place(_ id: Int) -> Int? {
      clusters.firstIndex { $0.testimonies.contains { $0.id == id } }
    }
    guard let kept = place(a), let other = place(b), kept != other else { return }
    clusters[kept].add(clusters[other])
    clusters.remove(at: other)
  }
}
