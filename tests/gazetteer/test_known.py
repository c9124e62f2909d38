"""The tables that ship: codes, dates and sources that are there and in order."""

from __future__ import annotations

import csv
import re
from datetime import date
from importlib.resources import files

import pytest

from sayso import lexicon
from sayso.gazetteer import Known, bodies, leaders, ministries, provinces

DATA = files("sayso") / "data"
CODES = {country.alpha3 for country in lexicon.countries()}
DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader((DATA / f"{table}.csv").read_text("utf-8").splitlines()))


@pytest.mark.parametrize("table", ["leaders", "bodies", "ministries", "provinces", "countries"])
def test_every_row_says_where_it_comes_from(table: str) -> None:
    sources = {row["source"] for row in rows(table)}
    assert sources
    assert all(re.fullmatch(r"general knowledge|factbook [a-z-]+/[a-z]{2}", source) for source in sources)


def test_leaders_have_states_and_dates_in_order() -> None:
    for leader in leaders():
        assert leader.country in CODES, leader
        assert DATE.fullmatch(leader.since), leader
        assert not leader.until or (DATE.fullmatch(leader.until) and leader.since <= leader.until), leader
        assert leader.office == leader.office.lower(), leader
        assert leader.name == leader.name.strip(), leader


def test_most_states_have_someone_in_office() -> None:
    current = {leader.country for leader in leaders() if not leader.until and not leader.body}
    assert len(current & CODES) > 180


def test_bodies_provinces_and_ministries_belong_to_states() -> None:
    assert {row.country for rows in bodies().values() for row in rows} <= CODES
    assert set(provinces().values()) <= CODES
    assert {country for country, _ in ministries()} <= CODES
    assert len(bodies()) > 1500
    assert len(provinces()) > 2000


def test_alpha_2_codes_are_unique() -> None:
    codes = [country.alpha2 for country in lexicon.countries() if country.alpha2]
    assert len(codes) == len(set(codes))
    assert {"GB", "US", "KE", "XK", "PS"} <= set(codes)


@pytest.mark.parametrize(
    ("since", "until", "day", "is_current", "is_past"),
    [
        ("2019-03", "2021", "2020-06-01", True, False),
        ("2019-03", "2021", "2021-12-31", True, False),
        ("2019-03", "2021", "2022-01-01", False, True),
        ("2019-03", "2021", "2019-02-28", False, False),
        ("", "", "1900-01-01", True, False),
        ("2020-05-02", "2020-05-02", "2020-05-02", True, False),
    ],
)
def test_terms_of_office(since: str, until: str, day: str, is_current: bool, is_past: bool) -> None:
    known = Known("Ida Holm", "person", since=since, until=until)
    assert known.is_current(date.fromisoformat(day)) is is_current
    assert known.is_past(date.fromisoformat(day)) is is_past
