"""Figures: value or range, unit, bound, rate, and the thing counted."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import Figure
from sayso.resolve.figures import find_figures
from sayso.resolve.times import find_times
from sayso.resolve.tokens import word_set


def only(text: str) -> Figure:
    [figure] = find_figures("d", text)
    return figure


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("It got $300 million in aid.", "$300 million", 3e8, "USD"),
        ("It got $300m in aid.", "$300m", 3e8, "USD"),
        ("It got €1.1bn in aid.", "€1.1bn", 1.1e9, "EUR"),
        ("It got 1.1bn euros in aid.", "1.1bn euros", 1.1e9, "EUR"),
        ("It got Rs 2 crore in aid.", "Rs 2 crore", 2e7, "INR"),
        ("It got A$5 million in aid.", "A$5 million", 5e6, "AUD"),
        ("It got US$5 million in aid.", "US$5 million", 5e6, "USD"),
        ("It got 5 million yuan in aid.", "5 million yuan", 5e6, "CNY"),
        ("It got USD 5 million in aid.", "USD 5 million", 5e6, "USD"),
        ("It got 20 € in aid.", "20 €", 20, "EUR"),
        ("It got 40 million Egyptian pounds in aid.", "40 million Egyptian pounds", 4e7, "EGP"),
        ("It got five million pesos in aid.", "five million pesos", 5e6, "peso"),
        ("It got a $1.5-billion loan.", "$1.5-billion", 1.5e9, "USD"),
        ("It covers 70 percent of the coast.", "70 percent", 70, "percent"),
        ("It covers 4.5% of the coast.", "4.5%", 4.5, "percent"),
        ("It covers five per cent of the coast.", "five per cent", 5, "percent"),
        ("It rose by two percentage points.", "two percentage points", 2, "percentage point"),
    ],
)
def test_money_and_shares(text: str, span: str, value: float, unit: str) -> None:
    figure = only(text)
    assert (figure.span.text, figure.unit, figure.si_unit) == (span, unit, None)
    assert figure.value == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "unit", "si_unit", "si_value"),
    [
        ("The wall is 145 metres high.", "metre", "m", 145),
        ("The wall is 5m high.", "metre", "m", 5),
        ("The road is 10 miles long.", "mile", "m", 16093.44),
        ("The reef is 105 nautical miles off.", "nautical mile", "m", 194460),
        ("It rose 300 feet.", "foot", "m", 91.44),
        ("It made 20 knots.", "knot", "m/s", 10.28889),
        ("It made 90 km/h.", "kilometre per hour", "m/s", 25),
        ("They burnt 40 acres.", "acre", "m²", 161874.257),
        ("They hold 3 sq km.", "square kilometre", "m²", 3e6),
        ("It holds 74 billion cubic metres.", "cubic metre", "m³", 7.4e10),
        ("It lost 200 barrels.", "barrel", "m³", 31.7974590),
        ("It weighs 3 tonnes.", "tonne", "kg", 3000),
        ("It took 500 pounds of flour.", "pound", "kg", 226.796185),
        ("It yields 6,000 megawatts.", "megawatt", "W", 6e9),
        ("It used 2 GWh.", "gigawatt-hour", "J", 7.2e12),
        ("It was 86 °F outside.", "degree Fahrenheit", "K", 303.15),
        ("It was -5 degrees Celsius outside.", "degree Celsius", "K", 268.15),
    ],
)
def test_measures_in_si(text: str, unit: str, si_unit: str, si_value: float) -> None:
    figure = only(text)
    assert (figure.unit, figure.si_unit) == (unit, si_unit)
    assert figure.si_value == pytest.approx(si_value, rel=1e-6)


@pytest.mark.parametrize(
    ("text", "span", "low", "high"),
    [
        ("Ranges run from 200 miles to 2,400 miles.", "from 200 miles to 2,400 miles", 200, 2400),
        ("It yields between 5,150 and 6,450 megawatts.", "between 5,150 and 6,450 megawatts", 5150, 6450),
        ("It sent 20-30 ships.", "20-30", 20, 30),
        ("It sent two or three ships.", "two or three", 2, 3),
        ("It sent two to three ships.", "two to three", 2, 3),
        ("It cost $3-5 billion.", "$3-5 billion", 3e9, 5e9),
        ("It cost between $3 trillion and $5 trillion.", "between $3 trillion and $5 trillion", 3e12, 5e12),
        ("It holds 5 to 10 per cent.", "5 to 10 per cent", 5, 10),
    ],
)
def test_ranges(text: str, span: str, low: float, high: float) -> None:
    figure = only(text)
    assert (figure.span.text, figure.value) == (span, None)
    assert [figure.low, figure.high] == pytest.approx([low, high])


def test_a_range_of_measures_has_two_si_values() -> None:
    figure = only("Its missiles fly between 200 miles and 300 miles.")
    assert [figure.si_low, figure.si_high] == pytest.approx([321868.8, 482803.2])
    assert figure.si_value is None
    mixed = only("The pipe lies between 500 metres and 2 km off.")
    assert (mixed.low, mixed.high, mixed.unit) == (0.5, 2, "kilometre")
    assert [mixed.si_low, mixed.si_high] == pytest.approx([500, 2000])


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The rate rose from 5 per cent to 10 per cent.", [(5, "percent"), (10, "percent")]),
        ("The rate fell from 40 to 30 per cent.", [(40, "percent"), (30, "percent")]),
        ("The index fell 0.6% to 33,412.", [(0.6, "percent"), (33412, None)]),
        ("Crude rose $1.12 to $81.07.", [(1.12, "USD"), (81.07, "USD")]),
        ("The rate went up 2% to 5%.", [(2, "percent"), (5, "percent")]),
        ("The death toll climbed from 30 to 37.", [(30, "people"), (37, "people")]),
        ("It is worth either $40 million or $60 million.", [(4e7, "USD"), (6e7, "USD")]),
        ("It handed over millions of dollars.", [(2e6, "USD")]),
        ("The number of cases rose from 30 to 45.", [(30, "cases"), (45, "cases")]),
    ],
)
def test_a_change_and_a_choice_are_no_ranges(text: str, figures: list[tuple[float, str | None]]) -> None:
    assert [(figure.value, figure.unit) for figure in find_figures("d", text)] == figures


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("about 40", "about"),
        ("around 40", "about"),
        ("roughly 40", "about"),
        ("some 40", "about"),
        ("nearly 40", "about"),
        ("close to 40", "about"),
        ("an estimated 40", "about"),
        ("at least 40", "at_least"),
        ("more than 40", "at_least"),
        ("no fewer than 40", "at_least"),
        ("at most 40", "at_most"),
        ("up to 40", "at_most"),
        ("as many as 40", "at_most"),
        ("fewer than 40", "at_most"),
        ("exactly 40", "exact"),
        ("40", "exact"),
        ("40 or more", "at_least"),
        ("40 or so", "about"),
    ],
)
def test_bounds(words: str, bound: str) -> None:
    figure = only(f"The coast guard sent {words} ships.")
    assert (figure.span.text, figure.value, figure.bound) == (words, 40, bound)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Dozens of boats left.", 24),
        ("Hundreds of boats left.", 200),
        ("Tens of thousands of people left.", 20_000),
        ("Hundreds of thousands of people left.", 200_000),
    ],
)
def test_vague_plurals_are_at_least_their_smallest(text: str, value: float) -> None:
    figure = only(text)
    assert (figure.value, figure.bound) == (value, "at_least")


@pytest.mark.parametrize(
    ("text", "unit", "what"),
    [
        ("It sent about 100,000 Danish troops north.", "troops", "Danish troops"),
        ("Two supply ships sank.", "supply ships", "supply ships"),
        (
            "It hired 120 private military contractors in March.",
            "private military contractors",
            "private military contractors",
        ),
        ("Four Icelanders were hurt.", "Icelanders", "Icelanders"),
        ("Nearly 70 percent of my country's water is foul.", "percent", "my country's water"),
        ("It gave $75 million in military aid.", "USD", "military aid"),
        ("It moves $3 trillion worth of goods.", "USD", "goods"),
        ("It left four hurt.", "people", None),
    ],
)
def test_what_is_counted(text: str, unit: str | None, what: str | None) -> None:
    figure = only(text)
    assert (figure.unit, figure.what.text if figure.what else None) == (unit, what)


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("It costs $450 million annually.", "year"),
        ("It costs $450 million a year.", "year"),
        ("It pumps 5 million barrels of oil a day.", "day"),
        ("It earns $900 per capita.", "capita"),
        ("It grew 3 per cent a year.", "year"),
        ("It costs $450 million.", None),
    ],
)
def test_rates(text: str, per: str | None) -> None:
    assert only(text).per == per


@pytest.mark.parametrize(
    "text",
    [
        "On 12 March 2021 and in 1997, at 15:40, it rained for three days.",
        "A boy of 6, a 12-year-old and a man aged 43 left.",
        "The 15-nation bloc met for the 3rd time, and two-thirds agreed.",
        "One third agreed; one in five and nine out of ten did not.",
        "It is three times as big, a ratio of 3:1.",
        "The two sides and all three countries agreed on these two points.",
        "Resolution 242, Article 5 and Vessel 4502 came up with an F-16 and a Leopard 2.",
        "One day one man left.",
        "Half of voters, a quarter of nurses and three in four of the young left; more than 1 in 10 stayed.",
        "Fares more than doubled, rose threefold and are a third higher; a two-thirds majority and a four-fold rise.",
        "A 34-year-old man, a woman, 29, and two 16-year-olds finished third, won 3-1, and lost by 3 to 2.",
        "The motion passed 57-43 and the bill 312 to 114.",
        "Thousands protest cuts; the scores were level, few hundred would agree, and a few hundred years passed.",
    ],
)
def test_no_figures(text: str) -> None:
    assert find_figures("d", text) == ()


def test_the_times_of_the_text_can_be_handed_in() -> None:
    text = "In 2021 it sent 40 ships for three weeks."
    assert find_figures("d", text, find_times(text, None)) == find_figures("d", text)


def test_the_document_is_named() -> None:
    assert only("It sent 40 ships.").document_id == "d"


WORDS = sorted(
    word_set(
        """
        two 2 20 3.5 1,000 million bn dozen hundreds of thousands $ € £ Rs USD yuan percent % per cent - to and
        between about at least miles sq km m k ° C F ships people a year day in the , . ( ) / : one half third 1/2
        won pounds cubic metres from rose or more aged 999999
        """
    )
)
PIECES = st.one_of(st.sampled_from(WORDS), st.text(st.characters(exclude_categories=["Cs"]), max_size=4))


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=25), st.sampled_from([" ", "", "-"]))
def test_spans_show_their_text_and_numbers_are_finite(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    figures = find_figures("d", text)
    for figure in figures:
        spans = [figure.span] + ([figure.what] if figure.what else [])
        assert all(text[span.start : span.end] == span.text for span in spans)
        assert (figure.value is None) == (figure.low is not None and figure.high is not None)
        assert all(abs(number) < 1e40 for number in (figure.value, figure.low, figure.high) if number is not None)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(figures))


def test_a_number_beyond_all_numbers_is_no_figure() -> None:
    assert find_figures("d", "It sent " + "9" * 400 + " ships.") == ()


def test_figures_of_the_annotated_dossiers(shared: Path) -> None:
    hits = found = expected = 0
    for folder in [shared / "seed", *sorted((shared / "dossiers").glob("*/"))]:
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))["figures"]
        listing = folder / "reports.json"
        rows = (
            json.loads(listing.read_text(encoding="utf-8"))
            if listing.exists()
            else [{"id": "seed", "file": "report.txt"}]
        )
        for row in rows:
            figures = find_figures("d", (folder / row["file"]).read_text(encoding="utf-8"))
            reference = [one for one in gold if one["report"] == row["id"]]
            hits += sum(any(is_same(figure, one) for figure in figures) for one in reference)
            found, expected = found + len(figures), expected + len(reference)
    assert 200 * hits / (found + expected) >= 95


def is_same(figure: Figure, one: dict[str, Any]) -> bool:
    numbers = [(figure.value, one.get("value")), (figure.low, one.get("low")), (figure.high, one.get("high"))]
    is_near = figure.span.start < one["span"]["end"] and one["span"]["start"] < figure.span.end
    return is_near and all(ours == (pytest.approx(theirs) if theirs is not None else None) for ours, theirs in numbers)
