#!/usr/bin/env python3
"""How long `memcon who-met NAME` takes from a cold start, beside the program `sqlite3` on equivalent SQL.

    swift run -c release cypher-bench /tmp/graph.sqlite          # writes the graph if it is missing
    python3 Benchmarks/Cypher/Scripts/cold_start.py /tmp/graph.sqlite --memcon .build/release/memcon

Both print who met whom with every meeting and its words. They run by turns, each time as a new process;
medians of the whole process in milliseconds, by the clock and by the processor's time.
"""

import argparse
import os
import statistics
import sys
import time

SQL = """
select q.name, m.date, m.kind, m.status, e.quote, e.start, e."end", a.title, a.published, a.id
from personName n join attended x on x.personId = n.personId
join meeting m on m.id = x.meetingId and m.status = 'held'
join attended y on y.meetingId = m.id and y.personId <> x.personId join person q on q.id = y.personId
join meetingIdentity i on i.meetingId = m.id
join meetingEvidence e on e.articleId = i.articleId and e.meeting = i.number and e.about = 'meeting'
join article a on a.id = e.articleId
where n.folded = '{name}' order by q.name, m.date, a.published, a.id;
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
