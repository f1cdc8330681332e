#!/usr/bin/env python3
"""Reads the suite of pages with trafilatura, to be set beside `measure pages`.

    python3 -m venv venv && venv/bin/pip install trafilatura lxml_html_clean
    venv/bin/python Benchmarks/Measure/Scripts/pages_trafilatura.py Tests/ArticlesTests/Pages

Words count as in `measure pages`: runs of letters and digits, each as often as it stands in both texts.
"""
import collections, glob, os, re, sys

import trafilatura


def words(text):
    return collections.Counter(re.findall(r"[^\W_]+", text))


def metadata(html):
    try:
        return trafilatura.extract_metadata(html)
    except Exception:
        return None


folder = sys.argv[1] if len(sys.argv) > 1 else "Tests/ArticlesTests/Pages"
common = found = wanted = 0
right = [0, 0, 0]
print("| page | precision | recall | title | author | date |\n|---|---|---|---|---|---|")
for path in sorted(glob.glob(os.path.join(folder, "*.html"))):
    head, body = open(path[:-5] + ".txt", encoding="utf-8").read().split("\n\n", 1)
    gold = dict(line.split(": ", 1) if ": " in line else (line.rstrip(":"), "")
                for line in head.split("\n"))
    html = open(path, "rb").read()
    text = trafilatura.extract(html, include_comments=False, include_tables=True) or ""
    a, b = words(text), words(body)
    both = sum((a & b).values())
    common, found, wanted = common + both, found + sum(a.values()), wanted + sum(b.values())
    meta = metadata(html)
    told = [getattr(meta, key, None) or "" for key in ("title", "author", "date")]
    same = [told[i] == gold[key] for i, key in enumerate(("title", "author", "date"))]
    right = [n + s for n, s in zip(right, same)]
    print("| %s | %.3f | %.3f | %s |" % (
        os.path.basename(path)[:-5], both / max(1, sum(a.values())), both / max(1, sum(b.values())),
        " | ".join("right" if s else "wrong" for s in same)))
print("| all | %.3f | %.3f | %d | %d | %d |" % (common / found, common / wanted, *right))
