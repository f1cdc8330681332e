import Cypher
import SQLite

/// A question in Cypher and as the best SQL a person would write for it.
struct Question {
  var name: String
  var cypher: String
  var sql: String
  /// The values of `$a`, `$b`, … and `?1`, `?2`, …, in this order.
  var values: [(name: String, text: String)] = []

  var parameters: [String: CypherValue] {
    Dictionary(uniqueKeysWithValues: values.map { ($0.name, .string($0.text)) })
  }

  static let all: [Question] = [
    whoMet("who met X, middling", 400), whoMet("who met X, busiest", 0),
    Question(
      name: "meetings of X and Y with articles",
      cypher: """
        MATCH (:Person {id: $a})-[:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(:Person {id: $b})
        MATCH (x:Article)-[:REPORTS]->(m)
        RETURN m.id AS meeting, m.date AS date, x.title AS title ORDER BY date, meeting, title
        """,
      sql: """
        select m.id, m.date, x.title from attended a
        join attended b on b.meetingId = a.meetingId and b.personId = ?2
        join meeting m on m.id = a.meetingId
        join reports r on r.meetingId = m.id join article x on x.id = r.articleId
        where a.personId = ?1 order by m.date, m.id, x.title
        """, values: [("a", GeneratedGraph.person(1)), ("b", GeneratedGraph.person(3))]),
    Question(
      name: "co-attendees of X in a span by country",
      cypher: """
        MATCH (p:Person {id: $a})-[:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(q:Person)
        WHERE m.date >= $b AND m.date < $c
        RETURN q.country AS country, count(DISTINCT q) AS n ORDER BY n DESC, country
        """,
      sql: """
        select q.country, count(distinct q.id) n from attended a
        join meeting m on m.id = a.meetingId and m.date >= ?2 and m.date < ?3
        join attended b on b.meetingId = a.meetingId and b.personId <> a.personId
        join person q on q.id = b.personId where a.personId = ?1
        group by q.country order by n desc, q.country
        """, values: [("a", GeneratedGraph.person(2)), ("b", "2015-01-01"), ("c", "2018-01-01")]),
    Question(
      name: "top 20 pairs",
      cypher: """
        MATCH (a:Person)-[r:MET]-(b:Person) WHERE a.id < b.id
        RETURN a.name AS a, b.name AS b, r.meetings AS n ORDER BY n DESC, a, b LIMIT 20
        """,
      sql: """
        select a.name, b.name, t.meetings from metPair t
        cross join person a on a.id = t.personId cross join person b on b.id = t.otherId
        where t.personId < t.otherId order by t.meetings desc, a.name, b.name limit 20
        """),
    Question(
      name: "shortest path",
      cypher: """
        MATCH p = shortestPath((a:Person {id: $a})-[:MET*]-(b:Person {id: $b})) RETURN length(p) AS n
        """,
      sql: """
        with recursive reached(id, n) as (
          select ?1, 0 union
          select t.otherId, n + 1 from reached join metPair t on t.personId = reached.id where n < 4)
        select min(n) from reached where id = ?2
        """, values: [("a", GeneratedGraph.person(3_000)), ("b", GeneratedGraph.person(4_000))]),
    Question(
      name: "within two hops, not met",
      cypher: """
        MATCH (p:Person {id: $a})-[:MET]-(:Person)-[:MET]-(q:Person)
        WHERE q.id <> $a AND NOT (p)-[:MET]-(q)
        RETURN count(DISTINCT q) AS n
        """,
      sql: """
        with near(id) as (select otherId from metPair where personId = ?1)
        select count(distinct t.otherId) from near join metPair t on t.personId = near.id
        where t.otherId <> ?1 and t.otherId not in near
        """, values: [("a", GeneratedGraph.person(5_000))]),
    Question(
      name: "country pairs by year",
      cypher: """
        MATCH (a:Country)-[:PARTY_TO]->(m:Meeting)<-[:PARTY_TO]-(b:Country) WHERE a.id < b.id
        RETURN m.date.year AS year, a.id AS a, b.id AS b, count(*) AS n
        ORDER BY n DESC, year, a, b LIMIT 20
        """,
      sql: """
        select cast(substr(m.date, 1, 4) as integer) year, x.country a, y.country b, count(*) n
        from partyTo x join partyTo y on y.meetingId = x.meetingId and y.country > x.country
        join meeting m on m.id = x.meetingId group by 1, 2, 3 order by n desc, 1, 2, 3 limit 20
        """),
    Question(
      name: "country pairs by year, kept",
      cypher: """
        MATCH (a:Country)-[r:CONFERRED_WITH]-(b:Country) WHERE a.id < b.id
        RETURN r.year AS year, a.id AS a, b.id AS b, r.meetings AS n
        ORDER BY n DESC, year, a, b LIMIT 20
        """,
      sql: """
        select year, country, other, meetings from countryPair where country < other
        order by meetings desc, 1, 2, 3 limit 20
        """),
    Question(
      name: "holders of a role at a date who met a country",
      cypher: """
        MATCH (p:Person)-[h:HOLDS]->(r:Role {office: 'foreign minister', country: $a})
        WHERE h.since <= $b AND h.until >= $b
        MATCH (p)-[:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(q:Person {country: $c})
        RETURN DISTINCT p.name AS name ORDER BY name
        """.replacing(", country: $a", with: ", of: $a"),
      sql: """
        select distinct p.name from role r join holds h on h.roleId = r.id
        join person p on p.id = h.personId join attended a on a.personId = p.id
        join attended b on b.meetingId = a.meetingId and b.personId <> a.personId
        join person q on q.id = b.personId and q.country = ?3
        where r.office = 'foreign minister' and r."of" = ?1 and h.since <= ?2 and h.until >= ?2
        order by p.name
        """, values: [("a", "C3"), ("b", "2018-06-01"), ("c", "C0")]),
    Question(
      name: "full text",
      cypher: """
        CALL text.search('burden AND sharing AND treaty AND grain', 20) YIELD node, score
        RETURN node.title AS title
        """,
      sql: """
        select x.title from articleSearch join article x on x.number = articleSearch.rowid
        where articleSearch match 'burden AND sharing AND treaty AND grain'
        order by bm25(articleSearch) limit 20
        """),
    Question(
      name: "full text, how many",
      cypher: """
        CALL text.search('burden AND sharing AND treaty AND grain', 1000000) YIELD node
        RETURN count(*) AS n
        """,
      sql: """
        select count(*) from articleSearch
        where articleSearch match 'burden AND sharing AND treaty AND grain'
        """),
    Question(
      name: "triangles among the 200 most active",
      cypher: """
        MATCH (p:Person)-[:ATTENDED]->() WITH p, count(*) AS n ORDER BY n DESC, p.id LIMIT 200
        WITH collect(p.id) AS top
        MATCH (a:Person)-[:MET]-(b:Person)-[:MET]-(c:Person)-[:MET]-(a)
        WHERE a.id IN top AND b.id IN top AND c.id IN top AND a.id < b.id AND b.id < c.id
        RETURN count(*) AS n
        """,
      sql: """
        with top(id) as materialized (
          select personId from attended group by personId order by count(*) desc, personId limit 200)
        select count(*) from metPair x
        join metPair y on y.personId = x.otherId
        join metPair z on z.personId = x.personId and z.otherId = y.otherId
        where x.personId in top and x.otherId in top and y.otherId in top
          and x.personId < x.otherId and y.personId < y.otherId
        """),
  ]

  private static func whoMet(_ name: String, _ rank: Int) -> Question {
    Question(
      name: name,
      cypher: """
        MATCH (:Person {id: $a})-[:ATTENDED]->(m:Meeting {status: 'held'})<-[:ATTENDED]-(q:Person)
        RETURN q.name AS name, count(*) AS n ORDER BY n DESC, name
        """,
      sql: """
        select q.name, count(*) n from attended a
        join meeting m on m.id = a.meetingId and m.status = 'held'
        join attended b on b.meetingId = a.meetingId and b.personId <> a.personId
        join person q on q.id = b.personId where a.personId = ?1
        group by q.id order by n desc, q.name
        """, values: [("a", GeneratedGraph.person(rank))])
  }
}
