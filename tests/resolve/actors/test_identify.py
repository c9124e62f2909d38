"""Whom the gazetteer knows, which office a title belongs to, whose officer, official or Congress it is."""

from __future__ import annotations

import re
from datetime import date

import pytest

from sayso.gazetteer import Known
from sayso.ledger import Actor, Attribution, Document, Span
from sayso.resolve.actors import resolve_actors

MARK = re.compile("⟦(.*?)⟧", re.DOTALL)
DAY = date(2019, 5, 6)


def resolved(case: str, day: date | None = None, given: tuple[Known, ...] = ()) -> list[Actor | None]:
    """The actor of each ⟦source⟧, its cue the word after it."""
    text = MARK.sub(r"\1", case)
    spans, taken = [], 0
    for match in MARK.finditer(case):
        start = match.start() - taken
        spans.append(Span.of(text, start, start + len(match[1])))
        taken += 2
    found = []
    for span in spans:
        cue = re.compile(r"\w+").search(text, span.end) or re.compile(r"\w+").search(text)
        assert cue is not None
        found.append(Attribution(Span.of(text, *cue.span()), span, ()))
    cast = resolve_actors(Document(text, published=day), found, (), given)
    actors = {actor.id: actor for actor in cast.actors}
    return [actors.get(cast.actor_of(span) or "") for span in spans]


def brief(actor: Actor | None) -> tuple[str, str, str | None, str | None] | None:
    return (actor.name, actor.kind, actor.country, actor.sector) if actor else None


@pytest.mark.parametrize(
    ("case", "day", "expected"),
    [
        ("⟦Angela Merkel⟧ spoke in Germany.", DAY, ("Angela Merkel", "person", "DEU", "GOV")),
        ("⟦Angela Merkel⟧ spoke in Germany.", date(2023, 1, 1), ("Angela Merkel", "person", "DEU", "ELI")),
        ("⟦Chancellor Merkel⟧ of Germany spoke.", DAY, ("Angela Merkel", "person", "DEU", "GOV")),
        ("⟦Ms. Merkel⟧ spoke. Germany waits.", DAY, ("Angela Merkel", "person", "DEU", "GOV")),
        pytest.param("⟦Merkel⟧ spoke. Peru waits.", DAY, None, id="a surname whose state is not named"),
        pytest.param(
            "⟦Tony Abbott, a bus driver in Sydney, Australia,⟧ said.",
            DAY,
            ("Tony Abbott", "person", None, "CVL"),
            id="another calling",
        ),
        ("⟦The Kenyan president⟧ spoke.", DAY, ("Uhuru Kenyatta", "person", "KEN", "GOV")),
        ("⟦Kenya’s president⟧ spoke.", date(2023, 5, 6), ("William Ruto", "person", "KEN", "GOV")),
        ("⟦The Kenyan president⟧ spoke.", None, ("The Kenyan president", "unnamed", "KEN", "GOV")),
        ("⟦The Kenyan president⟧ spoke.", date(2050, 1, 1), ("The Kenyan president", "unnamed", "KEN", "GOV")),
        ("⟦A Kenyan president⟧ spoke.", DAY, ("A Kenyan president", "unnamed", "KEN", "GOV")),
        (
            "⟦NATO Secretary General Jens Stoltenberg⟧ spoke.",
            DAY,
            ("Jens Stoltenberg", "person", "NOR", "IGO"),
        ),
        ("⟦President Sisi⟧ of Egypt spoke.", DAY, ("Abdel Fattah el-Sisi", "person", "EGY", "GOV")),
        (
            "⟦The Orange Democratic Movement⟧ of Kenya won.",
            None,
            ("Orange Democratic Movement", "organisation", "KEN", "PTY"),
        ),
        ("⟦The Orange Democratic Movement⟧ won.", None, ("Orange Democratic Movement", "organisation", "KEN", "PTY")),
    ],
)
def test_known_actors(case: str, day: date | None, expected: tuple[str, str, str, str] | None) -> None:
    (actor,) = resolved(case, day)
    if expected is None:
        assert actor is None or actor.country is None
    else:
        assert brief(actor) == expected


@pytest.mark.parametrize(
    ("case", "title", "affiliation"),
    [
        (
            "⟦Assistant Secretary of State for European and Eurasian Affairs Karen Roe⟧ said so.",
            "Assistant Secretary of State for European and Eurasian Affairs",
            "United States Department of State",
        ),
        ("⟦Ghanaian Defence Minister Kofi Mensah⟧ said so.", "Defence Minister", "Ministry of Defence of Ghana"),
        ("⟦Indian Foreign Minister Asha Rao⟧ said so.", "Foreign Minister", "Ministry of External Affairs of India"),
        ("⟦Rosa Quispe, the president of Peru,⟧ said so.", "president", "Peru"),
        ("⟦Sara Lund, the Swedish ambassador,⟧ said so.", "ambassador", "Sweden"),
        (
            "⟦Ida Holm, professor of law at the University of Nairobi,⟧ said.",
            "professor of law",
            "University of Nairobi",
        ),
        ("⟦Don Hale, president of the Malta Anglers’ Association,⟧ said.", "president", "Malta Anglers’ Association"),
        ("⟦Ali Kali, the head of Bolivia’s armed forces,⟧ said.", "head", "Armed Forces of Bolivia"),
        (
            "⟦Minister of State for Water Otto Brandt⟧ of Namibia said.",
            "Minister of State for Water",
            "Water Ministry of Namibia",
        ),
        (
            "⟦his colleague at the State Department, Edward Roe,⟧ said.",
            "colleague",
            "United States Department of State",
        ),
        ("The Pentagon denied it. ⟦Spokesman Tom Hale⟧ said so.", "Spokesman", "United States Department of Defense"),
        ("⟦Maj. Gen. (retd) Tom Hale⟧ said so.", "Major General", None),
    ],
)
def test_titles_and_affiliations(case: str, title: str, affiliation: str | None) -> None:
    (actor,) = resolved(case)
    assert actor is not None
    assert actor.kind == "person"
    assert [(role.title, role.affiliation) for role in actor.roles] == [(title, affiliation)]
    text = MARK.sub(r"\1", case)
    assert all(text[role.span.start : role.span.end] == role.span.text for role in actor.roles)


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("⟦A senior Kenyan security official⟧ said.", ("A senior Kenyan security official", "unnamed", "KEN", "MIL")),
        (
            "NAIROBI — ⟦A senior official who asked not to be named⟧ said.",
            ("A senior official", "unnamed", "KEN", "GOV"),
        ),
        ("NAIROBI — Sceptics abound. ⟦Officials here⟧ said.", ("Officials", "unnamed", "KEN", "GOV")),
        ("NAIROBI — ⟦A Western official⟧ said.", ("A Western official", "unnamed", None, "GOV")),
        ("NAIROBI — ⟦Two diplomats⟧ said.", ("Two diplomats", "unnamed", None, "GOV")),
        ("⟦A police source⟧ said.", ("A police source", "unnamed", None, "COP")),
        ("Somalia sent troops. ⟦Somalia’s rebels⟧ said.", ("Somalia’s rebels", "group", "SOM", "REB")),
    ],
)
def test_unnamed_sources_are_typed(case: str, expected: tuple[str, str, str | None, str]) -> None:
    assert brief(resolved(case)[0]) == expected


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("⟦Washington⟧ denied it.", "United States"),
        ("⟦London⟧ rejected that accusation.", "United Kingdom"),
        ("LIMA — ⟦Congress⟧ passed it, Peru’s press said.", "Congress of Peru"),
        ("WASHINGTON — ⟦Congress⟧ passed it.", "United States Congress"),
        ("⟦The Federal Government of Somalia⟧ said so.", "Somalia"),
        ("The Central Bank of Somalia (CBS) met. ⟦The CBS⟧ said so.", "Central Bank of Somalia"),
        ("⟦NIWA⟧ warned. The National Institute of Water and Air (NIWA) moved.", "National Institute of Water and Air"),
        ("The Avdiivka Coke Plant burns. ⟦The Avdeyevka Coke Plant⟧ said so.", "Avdiivka Coke Plant"),
        ("Sergei Lavrinov left. ⟦Lavrinov⟧ said so.", "Sergei Lavrinov"),
        ("Sergei Shoygin left. ⟦Shoigin⟧ said so.", "Sergei Shoygin"),
        ("⟦José “Pepe” Roe⟧ spoke. ⟦Roe⟧ left.", "José “Pepe” Roe"),
    ],
)
def test_names_in_context(case: str, expected: str) -> None:
    actor = resolved(case)[-1]
    assert actor is not None
    assert actor.name == expected


def test_a_city_that_is_a_place_is_no_actor() -> None:
    cast = resolve_actors(Document("In Washington it rained. Talks in Washington failed."), [])
    text = "In Washington it rained. Talks in Washington failed."
    assert resolve_actors(Document(text), []).actors_in(Span.of(text, 0, len(text))) in (
        (),
        tuple(a.id for a in cast.actors),
    )


@pytest.mark.parametrize(
    ("case", "names"),
    [
        ("⟦Jane Roe, the mayor of Lima, and Tom Hale, the governor of Cusco,⟧ said.", "Jane Roe and Tom Hale"),
        ("⟦Peru, Chile and Bolivia⟧ said.", "Peru, Chile and Bolivia"),
        ("⟦Rita Lane, the minister for women and children,⟧ said.", "Rita Lane"),
        ("⟦Rita Lane, a scientist with Environment and Parks Peru,⟧ said.", "Rita Lane"),
        ("⟦Secretary for Culture, Sports and Tourism Kevin Roe⟧ said.", "Kevin Roe"),
        (
            "⟦The minister, Rita Lane, on behalf of the government and the people of Peru,⟧ said.",
            "Rita Lane",
        ),
    ],
)
def test_coordination_and_its_look_alikes(case: str, names: str) -> None:
    (actor,) = resolved(case)
    assert actor is not None
    assert actor.name == names


def test_who_takes_a_call_with_another_is_the_one_who_speaks() -> None:
    case = "Prime Minister Dan Fox sent ships. In a call with its chief minister, John Le Roe, ⟦Fox⟧ promised help."
    (actor,) = resolved(case)
    assert actor is not None
    assert actor.name == "Dan Fox"


GIVEN = (
    Known("Zoltan Amery", "person", "PER", "LEG", ("Zolly",), is_given=True),
    Known("Harbour Board of Lima", "organisation", "PER", "GOV", ("Harbour Board", "Lima"), is_given=True),
    Known("Angela Merkel", "person", "USA", "BUS", is_given=True),
    Known("Ida Holm", "person", "KEN", "GOV", office="president", since="2019", until="2020", is_given=True),
)


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("⟦Zolly⟧ said so.", ("Zoltan Amery", "person", "PER", "LEG")),
        ("⟦Zoltan Amery⟧ said so. He left.", ("Zoltan Amery", "person", "PER", "LEG")),
        ("⟦The Harbour Board⟧ said so.", ("Harbour Board of Lima", "organisation", "PER", "GOV")),
        pytest.param("⟦Lima⟧ said so.", ("Harbour Board of Lima", "organisation", "PER", "GOV"), id="over a capital"),
        pytest.param(
            "⟦Chancellor Angela Merkel⟧ of Germany said.", ("Angela Merkel", "person", "USA", "BUS"), id="over a leader"
        ),
        pytest.param("⟦The Kenyan president⟧ said so.", ("Ida Holm", "person", "KEN", "GOV"), id="over an office"),
    ],
)
def test_the_users_rows_win(case: str, expected: tuple[str, str, str, str]) -> None:
    assert brief(resolved(case, DAY, GIVEN)[0]) == expected
