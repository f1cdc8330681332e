#!/usr/bin/env python3
"""Asks graph databases from PyPI the questions of `cypher-bench`, on the same graph, in one run.

    swift run -c release cypher-bench /tmp/graph.sqlite          # writes the graph if it is missing
    python3 -m venv venv && venv/bin/pip install duckdb kuzu real_ladybug graphqlite pysqlite3-binary
    venv/bin/python Benchmarks/Cypher/Scripts/peers.py /tmp/graph.sqlite --bench .build/release/cypher-bench

Peers that are not installed are left out. Each is loaded once, into a folder beside the graph, and asked in
a process of its own, so that one that hangs or takes all memory ends alone. A peer that is not loaded within
`--load-limit` seconds is asked beside memcon on a smaller graph, in a table of its own, and the program says so.
Times are medians of warm runs in milliseconds. An answer whose digest differs from that of SQL written by hand
is `wrong`; a question without an answer on the smaller graph is left out there.
"""

import argparse
import csv
import json
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time

from peer_questions import QUESTIONS

PEERS = ["duckdb", "kuzu", "real_ladybug", "graphqlite"]


# ---------------------------------------------------------------- the graph, written out once

TABLES = {
    "Person": ("id country name", "select id, country, name from person"),
    "Country": ("id name", "select id, name from country"),
    "Role": ("id office state", 'select id, office, "of" from role'),
    "Meeting": ("id date status", "select id, date, status from meeting"),
    "Article": ("id title text", "select id, title, text from article"),
    "HOLDS": ("a b since until", "select personId, roleId, since, until from holds"),
    "ATTENDED": ("a b", "select personId, meetingId from attended"),
    "PARTY_TO": ("a b", "select country, meetingId from partyTo where country is not null"),
    "REPORTS": ("a b", "select articleId, meetingId from reports"),
    "MET": ("a b meetings", "select personId, otherId, meetings from metPair where personId < otherId"),
}
ENDS = {
    "HOLDS": ("Person", "Role"),
    "ATTENDED": ("Person", "Meeting"),
    "PARTY_TO": ("Country", "Meeting"),
    "REPORTS": ("Article", "Meeting"),
    "MET": ("Person", "Person"),
}


def export(graph, folder):
    os.makedirs(folder, exist_ok=True)
    if os.path.exists(os.path.join(folder, "complete")):
        return
    connection = sqlite3.connect(graph)
    for name, (columns, query) in TABLES.items():
        with open(os.path.join(folder, f"{name}.csv"), "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns.split())
            writer.writerows(connection.execute(query))
    open(os.path.join(folder, "complete"), "w").close()


def rows_of(folder, name):
    with open(os.path.join(folder, f"{name}.csv"), newline="") as file:
        reader = csv.reader(file)
        columns = next(reader)
        for row in reader:
            yield dict(zip(columns, row))


# ---------------------------------------------------------------- each peer: how it loads and answers


class DuckDB:
    dialect = "sql"

    def __init__(self, folder):
        import duckdb

        self.connection = duckdb.connect(os.path.join(folder, "duckdb.db"))

    def load(self, folder):
        for name in TABLES:
            path = os.path.join(folder, f"{name}.csv")
            self.connection.execute(f"create table {name} as select * from read_csv('{path}', all_varchar = true)")
        self.connection.execute("alter table MET alter meetings type integer")
        self.connection.execute("insert into MET select b, a, meetings from MET")

    def ask(self, query):
        return self.connection.execute(query).fetchall()


class Kuzu:
    dialect = "cypher"
    module = "kuzu"

    def __init__(self, folder):
        library = __import__(self.module)
        database = library.Database(os.path.join(folder, f"{self.module}.db"))
        self.connection = library.Connection(database)

    def load(self, folder):
        for name, (columns, _) in TABLES.items():
            kinds = [(column, "INT64" if column == "meetings" else "STRING") for column in columns.split()]
            if name in ENDS:
                properties = "".join(f", {column} {kind}" for column, kind in kinds[2:])
                source, target = ENDS[name]
                self.connection.execute(f"CREATE REL TABLE {name}(FROM {source} TO {target}{properties})")
            else:
                properties = ", ".join(f"{column} {kind}" for column, kind in kinds)
                self.connection.execute(f"CREATE NODE TABLE {name}({properties}, PRIMARY KEY(id))")
            self.connection.execute(f"COPY {name} FROM '{os.path.join(folder, name)}.csv' (HEADER = true)")

    def ask(self, query):
        result = self.connection.execute(query)
        rows = []
        while result.has_next():
            rows.append(result.get_next())
        return rows


class Ladybug(Kuzu):
    module = "real_ladybug"


class GraphQLite:
    dialect = "open"

    def __init__(self, folder):
        # Python's own sqlite3 is often built without extensions.
        sys.modules["sqlite3"] = __import__("pysqlite3")
        import graphqlite

        self.graph = graphqlite.graph(os.path.join(folder, "graphqlite.db"))

    def load(self, folder):
        nodes, edges = [], []
        for name in TABLES:
            for row in rows_of(folder, name):
                if name in ENDS:
                    ends = row.pop("a"), row.pop("b")
                    if "meetings" in row:
                        row["meetings"] = int(row["meetings"])
                    edges.append((*ends, row, name))
                else:
                    nodes.append((row["id"], row, name))
        self.graph.insert_edges_bulk(edges, self.graph.insert_nodes_bulk(nodes))

    def ask(self, query):
        return [list(row.values()) for row in self.graph.connection.cypher(query).to_list()]


CLASSES = {"duckdb": DuckDB, "kuzu": Kuzu, "real_ladybug": Ladybug, "graphqlite": GraphQLite}


# ---------------------------------------------------------------- asking


def digest(rows):
    """FNV-1a of the rows as text, as `cypher-bench --json` gives it."""
    value = 0xCBF29CE484222325
    for row in rows:
        text = "|".join("" if cell is None else str(cell) for cell in row) + "\n"
        for byte in text.encode():
            value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"


def ask(peer, folder, question, runs):
    """In a process of its own: prints the median and the digest as JSON."""
    database = CLASSES[peer](folder)
    query = QUESTIONS[question][database.dialect]
    rows = database.ask(query)
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        rows = database.ask(query)
        times.append((time.perf_counter() - start) * 1000)
    print(json.dumps({"ms": statistics.median(times), "digest": digest(rows)}))


def child(arguments, limit):
    """What a child printed, or why it printed nothing."""
    command = [sys.executable, os.path.abspath(__file__), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return None, f"> {limit:g} s"
    if done.returncode != 0:
        return None, (done.stderr.strip().splitlines() or ["failed"])[-1][:60]
    return done.stdout, None


def load(peer, folder, graph_folder, limit):
    """Why the peer could not be loaded; None if it is."""
    mark = os.path.join(folder, "complete")
    if os.path.exists(mark):
        return None
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    _, failure = child([graph_folder, "--load", peer], limit)
    if failure is None:
        open(mark, "w").close()
    else:
        shutil.rmtree(folder, ignore_errors=True)
    return failure


def installed(peer):
    return subprocess.run([sys.executable, "-c", f"import {peer}"], capture_output=True).returncode == 0


def own_answers(options, graph, scale):
    """What `cypher-bench` measures on the graph, which it writes where it is missing, by question."""
    command = [options.bench, graph, str(scale), str(options.runs), "--json"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    answers = [json.loads(line) for line in printed.splitlines()]
    return {answer["question"]: answer for answer in answers}


def table(options, graph, scale, peers):
    """Prints a table of memcon and the peers on one graph; returns those that did not load in time."""
    own = own_answers(options, graph, scale)
    folder = graph + ".peers"
    export(graph, folder)
    late = []
    for peer in peers:
        failure = load(peer, os.path.join(folder, peer), folder, options.load_limit)
        if failure:
            print(f"{peer} did not load at scale {scale:g}: {failure}", file=sys.stderr, flush=True)
            late.append(peer)
    peers = [peer for peer in peers if peer not in late]
    if not peers:
        return late
    print(f"\nscale {scale:g}:\n")
    print("| question | memcon | SQL by hand | " + " | ".join(peers) + " | to the fastest graph peer |")
    print("|---|--:|--:|" + "--:|" * len(peers) + "--:|")
    for question in QUESTIONS:
        if question in own and own[question]["digest"] != NO_ROWS:
            print(line(options, folder, question, own[question], peers), flush=True)
    return late


def line(options, folder, question, mine, peers):
    cells, right = [], []
    for peer in peers:
        output, failure = child([folder, "--ask", peer, question, "--runs", str(options.runs)], options.limit)
        if failure:
            cells.append(failure)
            continue
        answer = json.loads(output)
        is_right = answer["digest"] == mine["digest"]
        cells.append(shown(answer["ms"]) + ("" if is_right else " wrong"))
        if is_right and peer != "duckdb":
            right.append(answer["ms"])
    ratio = shown(mine["cypher"] / min(right)) if right else "none is right"
    return f"| {question} | {shown(mine['cypher'])} | {shown(mine['sql'])} | {' | '.join(cells)} | {ratio} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("graph")
    parser.add_argument("--bench", default=".build/release/cypher-bench")
    parser.add_argument("--peers", default=",".join(PEERS))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--limit", type=float, default=60, help="seconds a question may take a peer")
    parser.add_argument("--load-limit", type=float, default=600, help="seconds a peer may take to load the graph")
    parser.add_argument("--small", type=float, default=0.25, help="scale of the graph for those that take longer")
    parser.add_argument("--load", help=argparse.SUPPRESS)
    parser.add_argument("--ask", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.load:
        CLASSES[options.load](os.path.join(options.graph, options.load)).load(options.graph)
        return
    if options.ask:
        peer, question = options.ask
        ask(peer, os.path.join(options.graph, peer), question, options.runs)
        return

    late = table(options, options.graph, 1, [peer for peer in options.peers.split(",") if installed(peer)])
    if late:
        table(options, f"{options.graph}.small", options.small, late)


# The digest of an answer without rows.
NO_ROWS = digest([])


def shown(number):
    return f"{number:.2f}" if number < 10 else f"{number:,.0f}"


if __name__ == "__main__":
    main()
