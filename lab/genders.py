"""Builds the table of given names that only one gender bears: of the US Census of 1990 and of the lists in Faker.

    python -m lab.genders --census FOLDER       # FOLDER holds dist.male.first and dist.female.first of the Census

The Census’ files are public domain (census.gov; also inside the package `names`); Faker (MIT) has lists of given names
by country, which this reads from the package (`pip install Faker`; nothing else needs it). A name that both have for
another gender, or that is on both lists of one of them, is left out, and so is one that the hand-made table has. All
are in plain letters.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import pkgutil
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from anyascii import anyascii

from sayso import lexicon

TABLE = Path(__file__).parents[1] / "src" / "sayso" / "data" / "name_genders.csv"
# Shorter ones are family names elsewhere, which stand first: "Yang", "Tam".
_LEAST_LETTERS = 5
# Of the bearers of a name on both of the Census’ lists so many have one gender, or it tells none.
_LEAST_SHARE = 0.98
# Rare in news and long.
_LEFT_OUT = ("is_IS",)
_ROMANISED = ("bg_BG", "el_GR", "mk_MK", "ru_RU", "uk_UA")


def census(folder: Path) -> Iterator[tuple[str, str]]:
    """(name, gender) of every name that the Census counted for one gender nearly alone."""
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    for gender, sort in (("m", "male"), ("f", "female")):
        for line in (folder / f"dist.{sort}.first").read_text("ascii").splitlines():
            name, share = line.split()[:2]
            shares[name.title()][gender] = float(share)
    for name, each in shares.items():
        gender = max(each, key=lambda key: each[key])
        is_clear = each[gender] >= _LEAST_SHARE * sum(each.values())
        yield from ((name, key) for key in ([gender] if is_clear else "mf"))


def faker() -> Iterator[tuple[str, str]]:
    """(name, gender) of every given name of Faker's lists in letters that can be romanised."""
    package = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(package.__path__):
        if module.name in _LEFT_OUT:
            continue
        provider = importlib.import_module(f"{package.__name__}.{module.name}").Provider
        for gender, sort in (("m", "male"), ("f", "female")):
            for name in getattr(provider, f"first_names_{sort}", ()):
                if module.name in _ROMANISED:
                    yield anyascii(name).title(), gender
                elif name[:1].isupper() and all(unicodedata.name(ch).startswith("LATIN") for ch in name):
                    yield anyascii(name), gender


def table(folder: Path) -> list[tuple[str, str, str]]:
    """Rows (gender, source, names)."""
    told: dict[str, set[str]] = defaultdict(set)
    sources: dict[str, str] = {}
    for source, pairs in (("US Census 1990", census(folder)), ("Faker", faker())):
        for name, gender in pairs:
            if name.isalpha() and len(name) >= _LEAST_LETTERS:
                told[name].add(gender)
                sources.setdefault(name, source)
    rows: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, genders in told.items():
        if len(genders) == 1 and name not in lexicon.given_names():
            rows[min(genders), sources[name]].append(name)
    return [(gender, source, "|".join(sorted(names))) for (gender, source), names in sorted(rows.items())]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--census", type=Path, required=True, help="the folder with the Census’ two files")
    with TABLE.open("w", encoding="utf-8", newline="") as lines:
        out = csv.writer(lines, lineterminator="\n")
        out.writerow(("gender", "source", "names"))
        out.writerows(table(parser.parse_args().census))


if __name__ == "__main__":
    main()
