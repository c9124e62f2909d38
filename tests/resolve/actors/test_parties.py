"""Who is meant, in short reports of our own: joint sources, offices and what they serve, wide nouns, unnamed ones.

In a case ⟦…⟧ marks a source; beside it the actor’s name, and where given its country, sector, and (title, affiliation).
"""

from __future__ import annotations

from datetime import date

import pytest

from sayso.ledger import Actor, Attribution, Document, Span
from sayso.resolve.actors import resolve_actors
from sayso.resolve.actors.genders import given_gender

_DAY = date(2021, 12, 21)


def actors_in(case: str) -> list[Actor | None]:
    """The actor of each marked source, in order."""
    text = case.replace("⟦", "").replace("⟧", "")
    found, gone = [], 0
    for piece in case.split("⟦")[1:]:
        words = piece.partition("⟧")[0]
        start = case.index("⟦" + piece) - gone
        gone += 2
        found.append(Attribution(Span.of(text, start + len(words) + 1, start + len(words) + 5),
                                 Span.of(text, start, start + len(words)), ()))  # fmt: skip
    cast = resolve_actors(Document(text, published=_DAY), found)
    actors = {actor.id: actor for actor in cast.actors}
    return [actors.get(cast.actor_of(each.source) or "") for each in found]


@pytest.mark.parametrize(
    ("case", "names"),
    [
        pytest.param(
            "⟦Prime Minister Dana Kolar and Interior Minister Petr Hala⟧ said so. ⟦Kolar⟧ said yes. ⟦Hala⟧ said no.",
            ["Dana Kolar and Petr Hala", "Dana Kolar", "Petr Hala"],
            id="two ministers",
        ),
        pytest.param(
            "⟦Mayor Ann Lee, Governor Tom Rae and Senator Bo Diaz⟧ said they were shocked.",
            ["Ann Lee, Tom Rae and Bo Diaz"],
            id="three in office",
        ),
        pytest.param(
            "⟦Natural Resources and Environment Minister Jane Roe⟧ said so.", ["Jane Roe"], id="one area of two parts"
        ),
        pytest.param(
            "⟦Mayor Jan Kolar⟧ said so. ⟦The mayor⟧ said no. It opens on Jan 5.",
            ["Jan Kolar"] * 2,
            id="a name that is a month",
        ),
        pytest.param(
            "In May, ⟦Harbour Party (HP) president Dana Reyes⟧ said no. ⟦The HP president⟧ said it had won.",
            ["Dana Reyes"] * 2,
            id="letters inside an office",
        ),
        pytest.param(
            "⟦HPA⟧ said ships must wait. Trade is slow. The Harbour Police Authority met on Monday. ⟦The HPA⟧ said no.",
            ["Harbour Police Authority"] * 2,
            id="initials before the name",
        ),
        pytest.param(
            "⟦The Lantern Society⟧ said it had proof. ⟦The watchdog⟧ would not name the mill.",
            ["Lantern Society"] * 2,
            id="a wide noun for who spoke",
        ),
        pytest.param(
            "⟦The Tern news agency⟧ said the bridge was shut. ⟦Tern⟧ said so again.",
            ["Tern"] * 2,
            id="a medium by its name",
        ),
        pytest.param(
            "⟦Ann Ono⟧ met Eva Mala. ⟦The former⟧ said yes; ⟦the latter⟧ said no.",
            ["Ann Ono", "Ann Ono", "Eva Mala"],
            id="the former and the latter",
        ),
        pytest.param(
            "⟦Speaker Jane Roe⟧ said so. ⟦The lawmaker⟧ said no. ⟦Representative Tom Poe⟧ left.",
            ["Jane Roe", "Jane Roe", "Tom Poe"],
            id="a wider noun points back",
        ),
        pytest.param(
            "⟦One of the miners, Paul Ocho⟧ said it was dark. ⟦Ocho⟧ wept.", ["Paul Ocho"] * 2, id="one of them"
        ),
        pytest.param("⟦Kate Brown, 45, a former senator,⟧ came. ⟦The ex-senator⟧ left.", ["Kate Brown"] * 2, id="ex-"),
        pytest.param("⟦Jane Roe⟧ came. ⟦She’d⟧ said so.", ["Jane Roe"] * 2, id="a pronoun with its verb"),
        pytest.param("⟦US senator Jane Roe⟧ said so.", ["Jane Roe"], id="US is not us"),
        pytest.param(
            "⟦The Rowing Federation of Chile⟧ said so. ⟦The Chilean Rowing Federation⟧ said no.",
            ["Rowing Federation of Chile"] * 2,
            id="a state at either end",
        ),
        pytest.param(
            "⟦The Lantern Society⟧ issued a statement. Tickets were not issued to Ann Poe. ⟦The statement⟧ said so.",
            ["Lantern Society"] * 2,
            id="what is issued is a document",
        ),
        pytest.param(
            "⟦The director, producer and founder of the Tern Trust, Jane Roe,⟧ came. ⟦The director⟧ said so.",
            ["Jane Roe"] * 2,
            id="a list of offices",
        ),
    ],
)  # fmt: skip
def test_sources(case: str, names: list[str]) -> None:
    assert [actor.name if actor else None for actor in actors_in(case)] == names


@pytest.mark.parametrize(
    ("case", "country", "sector", "role"),
    [
        (
            "⟦Assistant Secretary of State for Northern and Baltic Affairs Jane Roe⟧ said so.",
            "USA",
            "GOV",
            ("Assistant Secretary of State for Northern and Baltic Affairs", "United States Department of State"),
        ),
        ("⟦Former U.S. Ambassador to Chad Jane Roe⟧ said so.", "USA", "ELI", ("Former Ambassador", "United States")),
        (
            "The Northern Rowing League met. ⟦The league's spokesman Yusuf Dem⟧ said so.",
            None,
            None,
            ("spokesman", "Northern Rowing League"),
        ),
        ("In May, ⟦Harbour Party (HP) president Dana Reyes⟧ said so.", None, "PTY", ("president", "Harbour Party")),
        ("⟦Jane Roe, 45, a former senator from Ohio,⟧ said so.", "USA", "ELI", ("former senator", None)),
        ("⟦Prime Minister Sheikh Omar Roe⟧ said so.", None, "GOV", ("Prime Minister", None)),
    ],
)
def test_offices(case: str, country: str | None, sector: str | None, role: tuple[str, str | None]) -> None:
    (actor,) = actors_in(case)
    assert actor is not None
    assert (actor.country, role in [(r.title, r.affiliation) for r in actor.roles]) == (country, True)
    assert sector is None or actor.sector == sector


@pytest.mark.parametrize(
    ("case", "country", "sector"),
    [
        ("⟦Sources close to the Spanish government⟧ said so.", "ESP", None),
        ("⟦A former Kenyan intelligence officer⟧ said so.", "KEN", "ELI"),
        ("⟦A spokesperson for the Chinese embassy in Canberra⟧ said so.", "CHN", "GOV"),
        ("⟦Two Peruvian officials⟧ said so. ⟦One of the officials⟧ said no.", "PER", "GOV"),
        ("⟦Some of the Peruvian diplomats⟧ said so.", "PER", "GOV"),
    ],
)
def test_unnamed_sources(case: str, country: str | None, sector: str | None) -> None:
    *_, actor = actors_in(case)
    assert actor is not None
    assert (actor.kind, actor.country, actor.sector) == ("unnamed", country, sector)


def test_a_former_office_by_the_gazetteer() -> None:
    first, second = actors_in(
        "⟦NATO chief Jens Stoltenberg⟧ said so. ⟦The former Norwegian prime minister⟧ was worried."
    )
    assert first is not None
    assert first is second


def test_a_place_and_a_party_in_brackets_are_no_mentions() -> None:
    (actor,) = actors_in("In Nairobi, it rained. ⟦Sen. Jane Roe (D-Wash.)⟧ said Kenya was wet.")
    assert actor is not None
    assert actor.country == "USA"


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Hatice Roe", "f"), ("Żaneta Roe", "f"), ("Kwabena Roe", "m"), ("Yang Roe", None), ("Hatice", None)],
)
def test_given_names_tell_the_gender(name: str, gender: str | None) -> None:
    assert given_gender(name) == gender
