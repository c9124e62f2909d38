"""The tables of open facts: complete, typed, without rows that contradict each other."""

from __future__ import annotations

import re

import pytest

from sayso import lexicon

KINDS = {"person", "organisation", "state", "bloc", "group"}
# PLOVER's sectors, with the two international codes that the actors use beside them.
_CODES = "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC IGO NGO"
SECTORS = set(_CODES.split())


def test_every_member_of_the_united_nations_is_there() -> None:
    codes = {country.alpha3 for country in lexicon.countries()}
    assert len(codes) == len(lexicon.countries())
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)
    assert len(codes) > 193
    assert {"PSE", "VAT", "XKX", "TWN", "SSD", "TLS", "TUV", "KIR", "PLW", "SWZ", "MKD"} <= codes


@pytest.mark.parametrize(
    ("alpha3", "name", "adjective", "capital"),
    [
        ("NLD", "Netherlands", "Dutch", "Amsterdam"),
        ("MMR", "Myanmar", "Burmese", "Naypyidaw"),
        ("CIV", "Ivory Coast", "Ivorian", "Yamoussoukro"),
        ("NZL", "New Zealand", "New Zealand", "Wellington"),
        ("USA", "United States", "American", "Washington"),
        ("XKX", "Kosovo", "Kosovar", "Pristina"),
    ],
)
def test_country(alpha3: str, name: str, adjective: str, capital: str) -> None:
    country = lexicon.country(alpha3)
    assert country is not None
    assert (country.name, adjective in country.adjectives, capital in country.capitals) == (name, True, True)


def test_an_unknown_code_has_no_country() -> None:
    assert lexicon.country("ZZZ") is None


def test_no_capital_is_given_to_two_states() -> None:
    capitals = [capital for country in lexicon.countries() for capital in country.capitals]
    assert len(capitals) == len(set(capitals))


@pytest.mark.parametrize("table", [lexicon.seats, lexicon.organisations, lexicon.institutions])
def test_bodies_have_known_kinds_countries_and_sectors(table: object) -> None:
    codes = {country.alpha3 for country in lexicon.countries()}
    assert callable(table)
    for row in table():
        assert row.forms, row
        assert row.kind in KINDS, row
        assert row.country is None or row.country in codes, row
        assert row.sector is None or row.sector in SECTORS, row


@pytest.mark.parametrize("table", [lexicon.titles, lexicon.honorifics])
def test_titles_have_a_family_and_known_genders(table: object) -> None:
    assert callable(table)
    for row in table():
        assert row.family, row
        assert row.gender in {"m", "f", None}, row
        assert row.sector is None or row.sector in SECTORS, row


def test_regions_lie_in_known_states_and_given_names_have_one_gender() -> None:
    codes = {country.alpha3 for country in lexicon.countries()} | {""}
    assert set(lexicon.regions().values()) <= codes
    assert lexicon.regions()["Texas"] == "USA"
    assert lexicon.given_names()["Claire"] == "f"
    assert set(lexicon.given_names().values()) == {"m", "f"}


def test_documents_and_peoples() -> None:
    assert {"statement", "poll", "draft treaty"} <= set(lexicon.documents())
    assert ("Kurdish", "Kurds") in lexicon.peoples()


@pytest.mark.parametrize("sign", lexicon.signs(), ids=lambda sign: f"{sign.where}: {sign.why}")
def test_signs_are_written_for_text_in_lower_case(sign: lexicon.Sign) -> None:
    letters = re.sub(r"\\.", "", sign.pattern.pattern)
    assert letters == letters.lower()
