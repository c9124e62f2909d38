"""Which time belongs to a saying. Brackets mark the content, braces the cue, angles the source."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from sayso.ledger import Attribution, Span
from sayso.resolve.times import Sayings, dated, find_times, time_within

TUESDAY = date(2021, 12, 21)
_MARK = re.compile(r"[\[\]{}<>]")


def read(marked: str) -> tuple[str, tuple[Attribution, ...]]:
    """Text and attributions, one for each cue, which "1", "2" behind a closing mark tell apart."""
    text, opened, parts = "", [], []
    at = 0
    for found in re.finditer(r"[\[{<]|([\]}>])(\d?)", marked):
        text += marked[at : found.start()]
        at = found.end()
        if found[1]:
            parts.append((found[2] or "1", found[1], opened.pop(), len(text)))
        else:
            opened.append(len(text))
    text += marked[at:]
    out = []
    for name in sorted({part[0] for part in parts}):
        spans = {mark: [Span.of(text, a, b) for n, m, a, b in parts if n == name and m == mark] for mark in "]}>"}
        cue, source = next(iter(spans["}"]), None), next(iter(spans[">"]), None)
        out.append(Attribution(cue, source, tuple(sorted(spans["]"], key=lambda span: span.start))))
    return text, tuple(out)


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("<The mayor> {said} on Monday that [the pier was safe].", ["Monday"]),
        ("<The mayor> {said} that [the pier closed on Monday].", [None]),
        ("<The mayor> on Monday {denied} [the charge].", ["Monday"]),
        (
            "In a long statement issued late on Monday, <the mayor of the old harbour town> {said} [it was safe].",
            ["late on Monday"],
        ),
        ("On Monday, <Mayor Dr. Anna Holm of the old harbour town in the north> {announced} [the sale].", ["Monday"]),
        ("The row began on Monday, when <Mr. Holm> rose in the council {to say} [the pier was safe].", ["Monday"]),
        (
            "<The mayor> told the council on Monday that it was closed and {warned that} [the pier would fall].",
            ["Monday"],
        ),
        ("<The mayor> closed the pier on Monday and {aims} [to sell it].", [None]),
        ("<The old mayor>, who left the council on Monday, {said} [the pier was safe].", [None]),
        ("<The mayor, whose term ended on Monday>, {said} [the pier was safe].", [None]),
        ("<The mayor>, who leads the council, on Monday {denied} [the charge].", ["Monday"]),
        ("The mayor closed the pier on Monday, a step <her critics> {reject} as [folly].", [None]),
        ("<The mayor> {spoke} after Monday’s fall: [the pier is safe].", [None]),
        ("<The mayor> {has said} since Monday that [it is safe].", [None]),
        ("<The mayor> {will announce} on Friday [the sale].", [None]),
        ("<The mayor> {said} on Monday [she denied <the firm>2{’s claim}2 that [it was sold]2].", ["Monday", None]),
        ("[We hope it reopens in January,] {said} <the mayor>, {adding}2 [it was safe]2.", [None, None]),
        ("The mayor tried to calm her town on Monday. [The pier], <she> {said}, [was safe].", ["Monday"]),
        ("The mayor tried to calm her town in May and on Monday. [The pier], <she> {said}, [was safe].", [None]),
        (
            "Some doubt <Holm>{’s claim} that [the pier is safe]. Holm’s remarks came during a visit on Monday.",
            ["Monday"],
        ),
        ("Some doubt <Holm>{’s claim} that [the pier is safe]. Berg’s remarks came during a visit on Monday.", [None]),
        ("<A letter this month by the owners> {calls for} [a sale].", ["this month"]),
        ("<The mayor> {had asked for} [help] weeks ago.", ["weeks ago"]),
    ],
)
def test_the_time_of_a_saying(marked: str, words: list[str | None]) -> None:
    text, attributions = read(marked)
    sayings = Sayings(text, attributions, find_times(text, TUESDAY), TUESDAY)
    found = [sayings.when(each) for each in attributions]
    assert [time.text if time else None for time in found] == words


def test_a_vague_time_has_no_value() -> None:
    text, attributions = read("<The mayor> {had asked for} [help] weeks ago.")
    time = Sayings(text, attributions, find_times(text, TUESDAY), TUESDAY).when(attributions[0])
    assert time is not None
    assert (time.value, time.anchor) == (None, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In recent months it grew.", None),
        ("It grew weeks ago.", None),
        ("It grew for several hours.", None),
        ("It grew for three months.", "P3M"),
        ("It grew in November.", "2021-11"),
    ],
)
def test_a_vague_time_dates_nothing(text: str, value: str | None) -> None:
    [time] = find_times(text, TUESDAY)
    assert dated(time).value == value


def test_the_times_of_the_seed(shared: Path) -> None:
    gold = json.loads((shared / "seed" / "gold.json").read_text(encoding="utf-8"))
    text = (shared / "seed" / "report.txt").read_bytes().decode("utf-8")
    told = [row["time"] for kind in ("statements", "events") for row in gold[kind] if row.get("time")]
    for published, key in ((None, "value"), (TUESDAY, "value_if_published_2021_12_21")):
        times = find_times(text, published)
        for row in told:
            found = time_within(times, Span.of(text, row["span"]["start"], row["span"]["end"]))
            assert found is not None
            assert dated(found).value == row[key]


def test_a_quotation_without_a_cue_has_no_time() -> None:
    text, attributions = read("[It has been shut since Monday.] She left.")
    assert Sayings(text, attributions, find_times(text, TUESDAY), TUESDAY).when(attributions[0]) is None
