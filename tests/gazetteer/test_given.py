"""The user's own actors: what a file gives, and for each way in which it is wrong the line and what to do."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import SaysoError
from sayso.gazetteer import given_actors

GOOD = """\
name,kind,aliases,country,sector,office,since,until
Zoltan Amery,person,Z. Amery|Amery the Younger,PER,LEG,speaker,2019-03,2021
"Harbour Board, Lima",organisation,HBL,Peru,GOV,,,
Northern Pact,bloc,the Pact,,,,,
"""


def written(folder: Path, text: str, name: str = "actors.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table(tmp_path: Path) -> None:
    person, board, pact = given_actors(written(tmp_path, GOOD))
    assert (person.name, person.kind, person.country, person.sector) == ("Zoltan Amery", "person", "PER", "LEG")
    assert person.aliases == ("Z. Amery", "Amery the Younger")
    assert (person.office, person.since, person.until) == ("speaker", "2019-03", "2021")
    assert (board.name, board.kind, board.country) == ("Harbour Board, Lima", "organisation", "PER")
    assert (pact.kind, pact.country, pact.sector) == ("bloc", None, None)
    assert all(row.is_given for row in (person, board, pact))


def test_a_name_alone_is_a_person_and_case_of_codes_is_free(tmp_path: Path) -> None:
    (row,) = given_actors(written(tmp_path, "\ufeffNAME,Country,sector\nIda Holm,ke,gov\n"))
    assert (row.name, row.kind, row.country, row.sector) == ("Ida Holm", "person", "KEN", "GOV")


def test_a_file_that_changes_is_read_anew(tmp_path: Path) -> None:
    path = written(tmp_path, "name\nIda Holm\n")
    assert [row.name for row in given_actors(path)] == ["Ida Holm"]
    path.write_text("name\nIda Holm\nTom Hale\n", encoding="utf-8")
    assert [row.name for row in given_actors(path)] == ["Ida Holm", "Tom Hale"]


ENTITIES = (
    {
        "id": "a",
        "schema": "Person",
        "properties": {
            "name": ["Zoltan Amery"],
            "alias": ["Z. Amery", "Zoltan Amery"],
            "nationality": ["pe"],
            "topics": ["role.pep"],
        },
    },
    {"id": "b", "schema": "Company", "properties": {"name": ["Acme Steel"], "jurisdiction": ["gb-sct"]}},
    {"id": "c", "schema": "Ownership", "properties": {"owner": ["a"], "asset": ["b"]}},
    {
        "id": "d",
        "schema": "PublicBody",
        "caption": "Harbour Court",
        "properties": {"country": ["eu"], "topics": ["gov.judicial"]},
    },
    {"id": "e", "schema": "Person", "properties": {"name": ["Two States"], "country": ["fr", "de"]}},
)


def test_follow_the_money(tmp_path: Path) -> None:
    text = "".join(json.dumps(row) + "\n" for row in ENTITIES)
    rows = given_actors(written(tmp_path, text, "entities.ftm.json"))
    assert [(r.name, r.kind, r.country, r.sector, r.aliases) for r in rows] == [
        ("Zoltan Amery", "person", "PER", "GOV", ("Z. Amery",)),
        ("Acme Steel", "organisation", "GBR", "BUS", ()),
        ("Harbour Court", "organisation", None, "JUD", ()),
        ("Two States", "person", None, None, ()),
    ]


@pytest.mark.parametrize(
    ("text", "complaint", "hint"),
    [
        ("", "line 1: the column name is missing", "header"),
        ("name,kind\n", "holds no actor", "header"),
        ("nmae\nIda Holm\n", "line 1: 'nmae' is no column", "did you mean name?"),
        ("wingspan\n3\n", "line 1: 'wingspan' is no column", "columns are: name, kind"),
        ("kind,country\nperson,KEN\n", "line 1: the column name is missing", "header"),
        ("name,kind\nIda Holm,person\n ,person\n", "line 3: no name", "take it out"),
        ("name,kind\nIda Holm,people\n", "line 2: 'people' is no kind of actor", "kinds are: person, organisation"),
        ("name,kind\nIda Holm,unnamed\n", "line 2: 'unnamed' is no kind of actor", "kinds are"),
        ("name,country\nIda Holm,Kenia\n", "line 2: 'Kenia' is no country", "did you mean Kenya?"),
        ("name,country\nIda Holm,QQQ\n", "line 2: 'QQQ' is no country", "ISO 3166"),
        ("name,sector\nIda Holm,NAVY\n", "line 2: 'NAVY' is no sector of PLOVER", "sectors are: AGR"),
        ("name,since\nIda Holm,May 2020\n", "line 2: since 'May 2020' is no date", "2021-12-21"),
        ("name,until\nIda Holm,2020-13\n", "line 2: until '2020-13' is no date", "2021-12"),
        ("name,kind\nIda Holm\n", "line 2: more or fewer cells than the header has", "count its commas"),
        ("name,kind\nHolm, Ida,person\n", "line 2: more or fewer cells than the header has", "double quotes"),
        ("name,kind\nPeruland,state\n", "line 2: a state without its country", "ISO 3166"),
        ('name\n"Ida Holm\n', "no CSV", "double quotes"),
        ('{"schema": "Person"\n', "line 1: no JSON", "one entity a line"),
        ('{"name": "Ida Holm"}\n', "line 1: no entity of FollowTheMoney", "schema"),
        ('{"schema": "Person", "properties": []}\n', "line 1: an entity without properties", "name"),
        ('{"schema": "Person", "properties": {}}\n', "line 1: an entity without a name", "take it out"),
        ('{"schema": "Person", "properties": {"name": [1]}}\n', "line 1: name holds more than text", "strings"),
        ('{"schema": "Vessel", "properties": {"name": ["Ida"]}}\n', "holds no actor", "header"),
    ],
)
def test_a_wrong_file_says_where_and_what_next(text: str, complaint: str, hint: str, tmp_path: Path) -> None:
    path = written(tmp_path, text)
    with pytest.raises(SaysoError) as caught:
        given_actors(path)
    assert caught.value.message.startswith(str(path)) or str(path) in caught.value.message
    assert complaint in caught.value.message
    assert caught.value.hint is not None
    assert hint in caught.value.hint


def test_a_file_that_is_not_there_or_no_text(tmp_path: Path) -> None:
    with pytest.raises(SaysoError, match="cannot be read: No such file"):
        given_actors(tmp_path / "missing.csv")
    (tmp_path / "latin.csv").write_bytes(b"name\nJos\xe9\n")
    with pytest.raises(SaysoError, match="line 2: no UTF-8 text"):
        given_actors(tmp_path / "latin.csv")


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_gives_actors_or_one_clear_error(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("given") / "any.csv"
    path.write_text("name,kind\n" + text, encoding="utf-8", newline="")
    with contextlib.suppress(SaysoError):  # anything else would be a defect
        assert all(row.name for row in given_actors(path))
