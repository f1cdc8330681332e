import Diplomacy
import SQLite

/// Puts testimonies into clusters, one a meeting.
///
/// First the dated testimonies among themselves; then those without a day, which join what the dated
/// ones made of it and never change it. So a report that may be of any of sixty days binds nothing
/// together, and a component stays as small as a few days of the same circle.
struct MeetingDerivation {
  let store: TestimonyStore
  let decisions: MeetingDecisions
  /// The clusters whose meetings have to be written anew.
  private(set) var changed: Set<Int> = []

  init(_ store: TestimonyStore, _ decisions: MeetingDecisions) {
    self.store = store
    self.decisions = decisions
  }

  private var connection: Connection { store.connection }

  /// Derives the clusters of the testimonies with these numbers and of all that hang on them.
  mutating func derive(_ dirty: Set<Int>) throws {
    var undated: Set<Int> = []
    var pending = dirty
    try store.prepare(dirty)
    for id in dirty.sorted() where pending.contains(id) {
      guard let start = try store.testimony(id) else { continue }
      if let cluster = start.cluster { changed.insert(cluster) }
      guard start.shape.isDated else {
        undated.insert(id)
        continue
      }
      let component = try datedComponent(from: start)
      pending.subtract(component.map(\.id))
      let clusters = MeetingClustering(
        component, together: decisions.together, apart: decisions.apart
      ).clusters.map(\.testimonies)
      try assign(clusters, component)
      // Whatever hangs on them may have to hang elsewhere.
      for shape in Set(component.map(\.shape)) {
        undated.formUnion(try store.undatedNeighbors(of: shape).map(\.id))
      }
    }
    try deriveUndated(undated)
    changed.formUnion(try dirty.compactMap { try store.testimony($0)?.cluster })
  }

  private func datedComponent(from start: MeetingTestimony) throws -> [MeetingTestimony] {
    try component(from: start) { shape in try store.datedNeighbors(of: shape) }
  }

  /// All testimonies that hang together with `start`. Equal shapes have equal neighbours.
  private func component(
    from start: MeetingTestimony, _ neighbors: (MeetingShape) throws -> [MeetingTestimony]
  ) throws -> [MeetingTestimony] {
    var found = [start.id: start]
    var queue = [start]
    var looked: Set<MeetingShape> = []
    while let next = queue.popLast() {
      for id in decisions.bound(to: next.id) where found[id] == nil {
        guard let testimony = try store.testimony(id),
          testimony.shape.isDated == start.shape.isDated
        else { continue }
        found[id] = testimony
        queue.append(testimony)
      }
      guard looked.insert(next.shape).inserted else { continue }
      for neighbor in try neighbors(next.shape) where found[neighbor.id] == nil {
        found[neighbor.id] = neighbor
        queue.append(neighbor)
      }
    }
    return found.values.sorted(by: MeetingTestimony.isBefore)
  }

  private mutating func assign(
    _ clusters: [[MeetingTestimony]], _ component: [MeetingTestimony]
  ) throws {
    let number = component.map(\.id).min() ?? 0
    for cluster in clusters {
      let id = cluster.map(\.id).min() ?? 0
      for testimony in cluster { try assign(testimony, component: number, cluster: id) }
    }
  }

  private mutating func assign(
    _ testimony: MeetingTestimony, component: Int, cluster: Int
  ) throws {
    if testimony.cluster != cluster {
      if let old = testimony.cluster { changed.insert(old) }
      changed.insert(cluster)
    }
    guard testimony.cluster != cluster || testimony.component != component else { return }
    try store.assign(testimony.id, component: component, cluster: cluster)
  }
}

// MARK: - Reports without a day

extension MeetingDerivation {
  private mutating func deriveUndated(_ dirty: Set<Int>) throws {
    var pending = dirty
    for id in dirty.sorted() where pending.contains(id) {
      guard let start = try store.testimony(id) else { continue }
      let component = try component(from: start) { shape in
        try store.undatedNeighbors(of: shape)
      }
      pending.subtract(component.map(\.id))
      let number = component.map(\.id).min() ?? 0
      var taken: Set<String> = []
      var left: [MeetingTestimony] = []
      for testimony in component {
        guard let cluster = try datedCluster(for: testimony),
          taken.insert("\(testimony.article) \(cluster)").inserted
        else {
          left.append(testimony)
          continue
        }
        try assign(testimony, component: number, cluster: cluster)
      }
      let clusters = MeetingClustering(
        left, together: decisions.together, apart: decisions.apart
      ).clusters.map(\.testimonies)
      try assign(clusters, component)
    }
  }

  /// The meeting of dated reports that one without a day tells of: the nearest before its
  /// publication, of a plan the nearest after it; within a month the only one.
  private func datedCluster(for testimony: MeetingTestimony) throws -> Int? {
    for id in decisions.bound(to: testimony.id) {
      if let other = try store.testimony(id), other.shape.isDated { return other.cluster }
    }
    var nearest: [Int: Int] = [:]
    for neighbor in try store.datedNeighbors(ofUndated: testimony.shape) {
      guard let cluster = neighbor.cluster, let days = neighbor.shape.days else { continue }
      let distance = distance(from: testimony, to: days)
      nearest[cluster] = min(nearest[cluster] ?? .max, distance)
    }
    var fitting: [(cluster: Int, distance: Int)] = []
    for (cluster, distance) in nearest where try fits(testimony, cluster) {
      fitting.append((cluster, distance))
    }
    guard let best = fitting.map(\.distance).min() else { return nil }
    let near = fitting.filter { $0.distance == best }
    return near.count == 1 ? near[0].cluster : nil
  }

  /// In days; 0 for all where the report gives the month, which says nothing of nearness.
  private func distance(from testimony: MeetingTestimony, to days: ClosedRange<Int>) -> Int {
    guard !testimony.hasDate, let published = testimony.published else { return 0 }
    return testimony.shape.status == .planned
      ? max(0, days.lowerBound - published) : max(0, published - days.upperBound)
  }

  private func fits(_ testimony: MeetingTestimony, _ cluster: Int) throws -> Bool {
    let members = try connection.rows(
      "select id from testimony where cluster = \(cluster) and dated = 1 order by articleId, number"
    ) { $0.integer(at: 0) }
    try store.prepare(Set(members))
    return try members.allSatisfy { id in
      guard let member = try store.testimony(id) else { return true }
      let pair = (min(id, testimony.id), max(id, testimony.id))
      return member.article != testimony.article && member.shape.agrees(with: testimony.shape)
        && !decisions.apart.contains { $0 == pair }
    }
  }
}

/// What curators decided on meetings, by the numbers of testimonies.
struct MeetingDecisions {
  /// Pairs that are one meeting.
  var together: [(Int, Int)] = []
  /// Pairs that are two, the smaller number first.
  var apart: [(Int, Int)] = []
  /// Those whose meetings are set aside.
  var rejected: Set<Int> = []

  /// The testimonies that are one with that of number `id`.
  func bound(to id: Int) -> [Int] {
    together.compactMap { $0.0 == id ? $0.1 : $0.1 == id ? $0.0 : nil }
  }
}

extension Connection {
  /// Marks what has to be derived anew when the meetings of an article go: whatever was decided
  /// together with them, and the clusters they were in.
  func markNeighbors(ofMeetingsIn article: String) throws {
    let ids = try rows("select id from testimony where articleId = \(article)") {
      $0.integer(at: 0)
    }
    try markNeighbors(of: ids)
    for id in ids {
      try execute("delete from dirty where kind = 'testimony' and key = \("\(id)")")
    }
  }

  /// Marks the testimonies that were decided together with those of these numbers.
  func markNeighbors(of ids: [Int]) throws {
    let store = TestimonyStore(self)
    for id in ids {
      try execute(
        """
        insert or ignore into dirty select 'testimony', cast(o.id as text)
        from testimony t join testimony o on o.component = t.component where t.id = \(id)
        """)
      try execute(
        """
        insert or ignore into dirty select 'testimony', cast(o.id as text)
        from testimony t join testimony o on o.cluster = t.cluster where t.id = \(id)
        """)
      try execute(
        """
        insert or ignore into dirty select 'cluster', cast(cluster as text)
        from testimony where id = \(id) and cluster is not null
        """)
      guard let testimony = try store.testimony(id) else { continue }
      for neighbor in try store.undatedNeighbors(of: testimony.shape) {
        try mark("testimony", "\(neighbor.id)")
      }
    }
  }
}
