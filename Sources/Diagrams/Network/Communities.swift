/// Groups of nodes that have more lines among themselves than with others: who moves in the same
/// circles.
///
/// By local moves that raise modularity, and the same on the communities found, until none does
/// (Blondel, Guillaume, Lambiotte and Lefebvre, "Fast unfolding of communities in large networks",
/// 2008). Nodes take turns in their order, so that equal graphs give equal communities.
struct Communities {
  /// The number of the community of each node, from 0, in the order of their first nodes.
  private(set) var numbers: [Int]

  /// `edges` are numbers of nodes with how strongly they hang together.
  init(count: Int, edges: [(Int, Int, weight: Double)]) {
    numbers = Array(0..<count)
    var level = Level(count: count, edges: edges)
    while true {
      let homes = level.homes()
      let fewer = (homes.max() ?? -1) + 1
      numbers = numbers.map { homes[$0] }
      if fewer == level.neighbours.count { break }
      level = level.joined(homes, count: fewer)
    }
    numbers = Communities.renumbered(numbers)
  }

  /// A graph of nodes, or of the communities found among them.
  private struct Level {
    var neighbours: [[(to: Int, weight: Double)]]
    /// The weight within each node that stands for several, counted twice.
    var loops: [Double]

    init(count: Int, edges: [(Int, Int, weight: Double)]) {
      neighbours = Array(repeating: [], count: count)
      loops = Array(repeating: 0, count: count)
      for (a, b, weight) in edges {
        if a == b {
          loops[a] += 2 * weight
        } else {
          neighbours[a].append((b, weight))
          neighbours[b].append((a, weight))
        }
      }
    }

    /// The community of each node after no move raises modularity any more.
    func homes() -> [Int] {
      let degrees = neighbours.indices.map { node in
        neighbours[node].reduce(loops[node]) { $0 + $1.weight }
      }
      let whole = max(degrees.reduce(0, +), 1)
      var home = Array(neighbours.indices)
      var totals = degrees
      for _ in 0..<32 {
        var hasMoved = false
        for node in neighbours.indices {
          var ties: [(home: Int, weight: Double)] = [(home[node], 0)]
          for neighbour in neighbours[node] {
            let place = ties.firstIndex { $0.home == home[neighbour.to] }
            if let place {
              ties[place].weight += neighbour.weight
            } else {
              ties.append((home[neighbour.to], neighbour.weight))
            }
          }
          totals[home[node]] -= degrees[node]
          func gain(_ tie: (home: Int, weight: Double)) -> Double {
            tie.weight - totals[tie.home] * degrees[node] / whole
          }
          var best = ties[0]
          for tie in ties.dropFirst() where gain(tie) > gain(best) + 1e-9 { best = tie }
          if best.home != home[node] { hasMoved = true }
          home[node] = best.home
          totals[best.home] += degrees[node]
        }
        if !hasMoved { break }
      }
      return Communities.renumbered(home)
    }

    /// A node for each community.
    func joined(_ homes: [Int], count: Int) -> Level {
      var weights: [Int: Double] = [:]
      var inner = Array(repeating: 0.0, count: count)
      for node in neighbours.indices {
        inner[homes[node]] += loops[node]
        for (other, weight) in neighbours[node] {
          if homes[node] == homes[other] {
            inner[homes[node]] += weight
          } else if homes[node] < homes[other] {
            weights[homes[node] * count + homes[other], default: 0] += weight
          }
        }
      }
      var level = Level(
        count: count,
        edges: weights.sorted { $0.key < $1.key }
          .map { ($0.key / count, $0.key % count, weight: $0.value) })
      level.loops = inner
      return level
    }
  }

  private static func renumbered(_ homes: [Int]) -> [Int] {
    var known: [Int: Int] = [:]
    return homes.map { home in
      if let number = known[home] { return number }
      known[home] = known.count
      return known[home] ?? 0
    }
  }
}
