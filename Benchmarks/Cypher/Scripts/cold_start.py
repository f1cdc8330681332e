#!/usr/bin/env python3
"""How long `memcon who-met NAME` takes from a cold start, beside the program `sqlite3` on equivalent SQL.

    swift run -c release cypher-bench /tmp/graph.sqlite          # writes the graph if it is missing
    python3 Benchmarks/Cypher/Scripts/cold_start.py /tmp/graph.sqlite --memcon .build/release/memcon

Both print whom somebody met with every meeting and its words, the same in either. They run by turns, each time as a new process;
medians of the whole process in milliseconds, by the clock and by the processor's time.
"""

import argparse
import os
import statistics
import sys
import time

# What `who-met` prints: each counterpart with country, first title and number of meetings, those of the most meetings
# first; each meeting with day, form, place and status; of each article its words with their place, headline, publisher
# and day. (who-met prints of each article the best words, of three articles, and says how many it leaves out.)
SQL = """
with mine as materialized (
  select m.id, m.cluster, m.kind, m.status, m.date, m.disputed, coalesce(p.name, c.name) as place
  from personName n join attended x on x.personId = n.personId
  join meeting m on m.id = x.meetingId and m.status = 'held'
  left join place p on p.id = m.place left join country c on c.id = m.placeCountry
  where n.folded = '{name}'),
met as materialized (
  select y.personId, mine.*, count(*) over (partition by y.personId) as meetings
  from mine cross join attended y on y.meetingId = mine.id
  where y.personId not in (select personId from personName where folded = '{name}'))
select q.name, q.country, q.id,
  (select r.title from holds h join role r on r.id = h.roleId
   where h.personId = q.id and not h.former order by h.lastReported desc, r.title, r.id limit 1),
  met.meetings, met.date, met.kind, met.place, met.status, met.disputed,
  r.status, e.quote, e.start, e."end", a.title, a.publisher, a.published, a.id
from met cross join person q on q.id = met.personId
left join testimony t on t.cluster = met.cluster
left join meetingReport r on r.articleId = t.articleId and r.number = t.number
left join meetingEvidence e on e.articleId = t.articleId and e.meeting = t.number and e.about = 'meeting'
left join article a on a.id = t.articleId
order by met.meetings desc, q.name, q.id, met.date is null, met.date, met.id, r.status <> met.status,
  a.published is null, a.published, a.id, e.number;
"""


def run(command):
    """Clock and processor time of a process that writes to nowhere, in milliseconds."""
    start = time.perf_counter()
    actions = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    if status:
        sys.exit(f"{' '.join(command)} failed")
    return (time.perf_counter() - start) * 1000, (usage.ru_utime + usage.ru_stime) * 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("graph")
    parser.add_argument("--memcon", default=".build/release/memcon")
    parser.add_argument("--runs", type=int, default=31)
    options = parser.parse_args()
    print("| who | memcon, ms | sqlite3, ms | ratio | memcon, cpu ms | sqlite3, cpu ms | ratio |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for rank in (400, 5_000, 0):
        commands = [
            [options.memcon, "--graph", options.graph, "who-met", f"Name {rank}"],
            ["sqlite3", "-readonly", options.graph, SQL.format(name=f"name {rank}")],
        ]
        times = [[], []]
        for turn in range(options.runs + 1):
            for which, command in enumerate(commands):
                measured = run(command)
                if turn:
                    times[which].append(measured)
        (own, ownWork), (other, otherWork) = [
            [statistics.median(part) for part in zip(*measured)] for measured in times
        ]
        print(
            f"| number {rank} by meetings | {own:.1f} | {other:.1f} | {own / other:.2f} "
            f"| {ownWork:.1f} | {otherWork:.1f} | {ownWork / otherWork:.2f} |")


if __name__ == "__main__":
    main()
