"""The questions of `Benchmarks/Cypher/Question.swift` in the languages of the peers.

`sql` is DuckDB's, `cypher` Kùzu's and LadybugDB's, `open` GraphQLite's where it differs. Kùzu lets a pattern use a
relationship twice, so that its queries say themselves who is not whom. Shortest paths are written in each
one's own way. All answers come in one order, since digests are compared.
"""


def who_met(person):
    cypher = f"""
        MATCH (:Person {{id: '{person}'}})-[:ATTENDED]->(m:Meeting {{status: 'held'}})<-[:ATTENDED]-(q:Person)
        WHERE q.id <> '{person}' RETURN q.name AS name, count(*) AS n ORDER BY n DESC, name"""
    sql = f"""
        select q.name, count(*) n from ATTENDED a join Meeting m on m.id = a.b and m.status = 'held'
        join ATTENDED o on o.b = a.b and o.a <> a.a join Person q on q.id = o.a
        where a.a = '{person}' group by q.id, q.name order by n desc, q.name"""
    return {"sql": sql, "cypher": cypher}


TRIANGLES = """
    MATCH (p:Person)-[:ATTENDED]->(:Meeting) WITH p, count(*) AS n ORDER BY n DESC, p.id LIMIT 200
    WITH collect(p.id) AS top
    MATCH (a:Person)-[:MET]-(b:Person)-[:MET]-(c:Person)-[:MET]-(a)
    WHERE a.id IN top AND b.id IN top AND c.id IN top AND a.id < b.id AND b.id < c.id
    RETURN count(*) AS n"""

QUESTIONS = {
    "who met X, middling": who_met("person-400"),
    "who met X, busiest": who_met("person-0"),
    "meetings of X and Y with articles": {
        "sql": """
            select m.id, m.date, x.title from ATTENDED a join ATTENDED o on o.b = a.b and o.a = 'person-3'
            join Meeting m on m.id = a.b join REPORTS r on r.b = m.id join Article x on x.id = r.a
            where a.a = 'person-1' order by m.date, m.id, x.title""",
        "cypher": """
            MATCH (:Person {id: 'person-1'})-[:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(:Person {id: 'person-3'})
            MATCH (x:Article)-[:REPORTS]->(m)
            RETURN m.id AS meeting, m.date AS date, x.title AS title ORDER BY date, meeting, title""",
    },
    "co-attendees of X in a span by country": {
        "sql": """
            select q.country, count(distinct q.id) n from ATTENDED a
            join Meeting m on m.id = a.b and m.date >= '2015-01-01' and m.date < '2018-01-01'
            join ATTENDED o on o.b = a.b and o.a <> a.a join Person q on q.id = o.a
            where a.a = 'person-2' group by q.country order by n desc, q.country""",
        "cypher": """
            MATCH (p:Person {id: 'person-2'})-[:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(q:Person)
            WHERE m.date >= '2015-01-01' AND m.date < '2018-01-01' AND q.id <> 'person-2'
            RETURN q.country AS country, count(DISTINCT q.id) AS n ORDER BY n DESC, country""",
    },
    "top 20 pairs": {
        "sql": """
            select a.name, b.name, t.meetings from MET t join Person a on a.id = t.a join Person b on b.id = t.b
            where t.a < t.b order by t.meetings desc, a.name, b.name limit 20""",
        "cypher": """
            MATCH (a:Person)-[r:MET]-(b:Person) WHERE a.id < b.id
            RETURN a.name AS x, b.name AS y, r.meetings AS n ORDER BY n DESC, x, y LIMIT 20""",
    },
    "shortest path": {
        "sql": """
            with recursive reached(id, n) as (
              select 'person-3000', 0 union
              select t.b, n + 1 from reached join MET t on t.a = reached.id where n < 4)
            select min(n) from reached where id = 'person-4000'""",
        "cypher": """
            MATCH (a:Person {id: 'person-3000'})-[e:MET* SHORTEST 1..6]-(b:Person {id: 'person-4000'})
            RETURN length(e) AS n""",
        "open": """
            MATCH p = shortestPath((a:Person {id: 'person-3000'})-[:MET*]-(b:Person {id: 'person-4000'}))
            RETURN length(p) AS n""",
    },
    "within two hops, not met": {
        "sql": """
            with near as (select b from MET where a = 'person-5000')
            select count(distinct t.b) from near join MET t on t.a = near.b
            where t.b <> 'person-5000' and t.b not in (select b from near)""",
        "cypher": """
            MATCH (p:Person {id: 'person-5000'})-[:MET]-(:Person)-[:MET]-(q:Person)
            WHERE q.id <> 'person-5000' AND NOT EXISTS { MATCH (p)-[:MET]-(q) }
            RETURN count(DISTINCT q.id) AS n""",
    },
    "country pairs by year": {
        "sql": """
            select cast(substr(m.date, 1, 4) as integer) as year, x.a, y.a, count(*) n
            from PARTY_TO x join PARTY_TO y on y.b = x.b and y.a > x.a join Meeting m on m.id = x.b
            group by 1, 2, 3 order by n desc, 1, 2, 3 limit 20""",
        "cypher": """
            MATCH (a:Country)-[:PARTY_TO]->(m:Meeting)<-[:PARTY_TO]-(b:Country) WHERE a.id < b.id
            RETURN cast(substring(m.date, 1, 4), 'INT64') AS year, a.id AS x, b.id AS y, count(*) AS n
            ORDER BY n DESC, year, x, y LIMIT 20""",
        "open": """
            MATCH (a:Country)-[:PARTY_TO]->(m:Meeting)<-[:PARTY_TO]-(b:Country) WHERE a.id < b.id
            RETURN toInteger(substring(m.date, 0, 4)) AS year, a.id AS x, b.id AS y, count(*) AS n
            ORDER BY n DESC, year, x, y LIMIT 20""",
    },
    # memcon reads this from the table that the record keeps of countries; the others join parties and meetings.
    "country pairs by year, kept": {
        "sql": """
            select cast(substr(m.date, 1, 4) as integer) as year, x.a, y.a, count(*) n
            from PARTY_TO x join PARTY_TO y on y.b = x.b and y.a > x.a
            join Meeting m on m.id = x.b and m.status = 'held'
            group by 1, 2, 3 order by n desc, 1, 2, 3 limit 20""",
        "cypher": """
            MATCH (a:Country)-[:PARTY_TO]->(m:Meeting {status: 'held'})<-[:PARTY_TO]-(b:Country) WHERE a.id < b.id
            RETURN cast(substring(m.date, 1, 4), 'INT64') AS year, a.id AS x, b.id AS y, count(*) AS n
            ORDER BY n DESC, year, x, y LIMIT 20""",
        "open": """
            MATCH (a:Country)-[:PARTY_TO]->(m:Meeting {status: 'held'})<-[:PARTY_TO]-(b:Country) WHERE a.id < b.id
            RETURN toInteger(substring(m.date, 0, 4)) AS year, a.id AS x, b.id AS y, count(*) AS n
            ORDER BY n DESC, year, x, y LIMIT 20""",
    },
    "holders of a role at a date who met a country": {
        "sql": """
            select distinct p.name from Role r join HOLDS h on h.b = r.id join Person p on p.id = h.a
            join ATTENDED a on a.a = p.id join ATTENDED o on o.b = a.b and o.a <> a.a
            join Person q on q.id = o.a and q.country = 'C0'
            where r.office = 'foreign minister' and r.state = 'C3' and h.since <= '2018-06-01'
              and h.until >= '2018-06-01' order by p.name""",
        "cypher": """
            MATCH (p:Person)-[h:HOLDS]->(r:Role {office: 'foreign minister', state: 'C3'})
            WHERE h.since <= '2018-06-01' AND h.until >= '2018-06-01'
            MATCH (p)-[:ATTENDED]->(m:Meeting)<-[:ATTENDED]-(q:Person {country: 'C0'})
            WHERE q.id <> p.id RETURN DISTINCT p.name AS name ORDER BY name""",
    },
    "full text, how many": {
        "sql": """
            select count(*) from Article where contains(text, 'burden') and contains(text, 'sharing')
              and contains(text, 'treaty') and contains(text, 'grain')""",
        "cypher": """
            MATCH (x:Article) WHERE x.text CONTAINS 'burden' AND x.text CONTAINS 'sharing'
              AND x.text CONTAINS 'treaty' AND x.text CONTAINS 'grain' RETURN count(*) AS n""",
    },
    "triangles among the 200 most active": {
        "sql": """
            with top as materialized (
              select a as id from ATTENDED group by a order by count(*) desc, a limit 200)
            select count(*) from MET x join MET y on y.a = x.b join MET z on z.a = x.a and z.b = y.b
            where x.a in (select id from top) and x.b in (select id from top)
              and y.b in (select id from top) and x.a < x.b and y.a < y.b""",
        "cypher": TRIANGLES,
    },
}

for question in QUESTIONS.values():
    question.setdefault("open", question["cypher"])
