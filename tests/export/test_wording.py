"""Words for people: clipped quotations, days, amounts in SI, names, and characters that may not act."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.export import wording
from sayso.ledger import ACTS, Actor, Figure, Span, Timex
from tests.sample import BRANDT, HOSTILE

WORDS = Span(0, 8, "the span")


def test_every_act_and_relation_has_words() -> None:
    assert tuple(wording.ACTS) == ACTS
    assert {searle for searle, _ in wording.ACTS.values()} == {"assertive", "directive", "commissive", "expressive"}


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("all of it fits", 14, "all of it fits"),
        ("white \n\t space", 40, "white space"),
        ("the mill will close in June, the owner told us all", 34, "the mill will close in June …"),
        ("the mill will close in June and then open again", 34, "the mill will close in June …"),
        ("sold by the U.S. navy to the highest bidder", 20, "sold by the U.S. …"),
        ("“we shall see what comes of it in the end”", 22, "“we shall see what …”"),
        ("“we shall see,” she said, and went on her way", 22, "“we shall see,” …"),
        ("they asked for the return of the boats", 22, "they asked …"),
        ("unbrokenandlongerthanroom", 12, "unbrokena …"),
    ],
)
def test_clipping(text: str, room: int, expected: str) -> None:
    assert wording.clipped(text, room) == expected


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(4, 80))
def test_a_clip_fits_and_begins_like_the_text(text: str, room: int) -> None:
    clip = wording.clipped(text, room)
    assert len(clip) <= room
    assert wording.one_line(text).startswith(clip.partition(" …")[0] if len(wording.one_line(text)) > room else clip)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_nothing_visible_can_act(text: str) -> None:
    shown = wording.visible(text + HOSTILE)
    assert not [ch for ch in shown if unicodedata.category(ch) == "Cc" and ch not in "\n\t"]
    assert not [
        ch for ch in shown if unicodedata.bidirectional(ch) in {"LRO", "RLO", "LRE", "RLE", "LRI", "RLI", "FSI"}
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("a\x00b\x7f", "a␀b␡"),
        ("\x9b31m", "\ufffd31m"),
        ("\u202egpj", "\ufffdgpj"),
        ("\u2067שלום\u2069", "שלום"),
        ("a\u200db 👩‍🚀 é", "a\u200db 👩‍🚀 é"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert wording.visible(text) == shown


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [
        ("2024-05-13", "date", "Mon 13 May"),
        ("2023-05-13", "date", "Sat 13 May 2023"),
        ("2024-05-13T09:30", "time", "Mon 13 May 09:30"),
        ("2024-05-13TMO", "time", "Mon 13 May"),
        ("2024-05", "date", "May 2024"),
        ("2024-13", "date", "2024-13"),
        ("2024-02-31", "date", "2024-02-31"),
        ("2024-W20", "date", "2024-W20"),
        ("2024", "date", "2024"),
        ("P3M", "duration", "“the span”"),
        (None, "date", "“the span”"),
    ],
)
def test_times(value: str | None, kind: str, shown: str) -> None:
    assert wording.time_words(Timex(WORDS, kind, value), 2024) == shown  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("figure", "amount", "si"),
    [
        (Figure("d", WORDS, 75_000_000, unit="USD", bound="at_least"), "at least 75,000,000 USD", ""),
        (
            Figure("d", WORDS, None, 310, 3417, "mile", "m", None, 498_897.2, 5_499_128.4),
            "310–3,417 mile",
            "499–5,499 km",
        ),
        (Figure("d", WORDS, 2.5, unit="percent", bound="about", per="year"), "about 2.5 percent a year", ""),
        (Figure("d", WORDS, 6000, unit="megawatt", si_unit="W", si_value=6e9), "6,000 megawatt", "6 GW"),
        (Figure("d", WORDS, 5, unit="foot", si_unit="m", si_value=1.524), "5 foot", "1.52 m"),
        (Figure("d", WORDS, 0, unit="degree", si_unit="K", si_value=273.15), "0 degree", "273 K"),
        (Figure("d", WORDS, None, 100, None, "people"), "100 people", ""),
    ],
)
def test_amounts(figure: Figure, amount: str, si: str) -> None:
    assert (wording.amount_words(figure), wording.si_words(figure)) == (amount, si)


@pytest.mark.parametrize(
    ("text", "value", "is_plain"), [("12 miles", 12, True), ("1,200 men", 1200, True), ("a dozen men", 12, False)]
)
def test_a_figure_that_the_text_spells_in_digits_is_plain(text: str, value: float, is_plain: bool) -> None:
    assert wording.is_plain(Figure("d", Span(0, len(text), text), value, unit="x")) is is_plain


@pytest.mark.parametrize(
    ("actor", "name"),
    [
        (BRANDT, "Brandt"),
        (Actor("Wei Lan", "person", aliases=("Wei", "President Wei")), "Wei"),
        (Actor("Dana Sorel", "person"), "Sorel"),
        (Actor("Ministry of Mines", "organisation", aliases=("the ministry",)), "Ministry of Mines"),
    ],
)
def test_short_names(actor: Actor, name: str) -> None:
    assert wording.short_name(actor) == name


@pytest.mark.parametrize(
    ("name", "owned", "within"),
    [
        ("Brandt", "Brandt’s", "Brandt"),
        ("Ames", "Ames’", "Ames"),
        ("The ministry", "The ministry’s", "the ministry"),
        ("The", "The’s", "The"),
    ],
)
def test_names_in_a_sentence(name: str, owned: str, within: str) -> None:
    assert (wording.possessive(name), wording.within_sentence(name)) == (owned, within)


def test_beside_a_count_stands_what_is_counted() -> None:
    what = Span(9, 14, "boats")
    assert wording.beside(Figure("d", Span(0, 8, "About 60"), 60, unit="boats", what=what)) == "boats"
    assert wording.beside(Figure("d", Span(0, 3, "two"), 2, unit="boats", what=what)) == "2 boats"
    assert wording.beside(Figure("d", Span(0, 2, "17"), 17)) == ""
