"""How sure an attribution is: more of each piece of evidence never makes it less sure, and all of it is kept."""

import math

import numpy as np
import pytest

from sayso.extract.confidence import WEIGHTS, confidence, evidence, with_places
from sayso.extract.heads import Run
from sayso.ledger import Attribution, Span

LENGTH = 6
PLACES = ("inside", "attitude", "attitude inside")
TEXT = "Lee said the crew believed the vote was over, and she thinks so."


def logs(first: int, last: int, sure: float) -> np.ndarray:
    """Logs [labels, length] of a content from `first` to `last`, as likely as `sure` in each piece."""
    each = np.full((4, LENGTH), math.log((1 - sure) / 3), dtype=np.float32)
    for at in range(LENGTH):
        label = 0 if not first <= at <= last else 1 if at == first else 3 if at == last else 2
        each[label, at] = math.log(sure)
    return each


def span(text: str) -> Span:
    return Span.of(text, 0, len(text))


def of(
    cue: float = 0.9,
    content: float = 0.9,
    border: float = 0.9,
    source: float | None = 3.0,
    text: str = "a b",
    said: str = "said",
) -> dict:
    runs = (Run(2, 4, content),)
    return dict(evidence(Run(0, 0, cue), runs, logs(2, 4, border), source, span(said), (span(text),)))


@pytest.mark.parametrize(
    ("row", "name", "value"),
    [
        (of(cue=0.5), "cue", 0.0),
        (of(cue=1.0), "cue", 6.0),
        (of(content=0.9), "content", 2.197),
        (of(border=0.5), "begins", 0.0),
        (of(border=0.5), "ends", 0.0),
        (of(source=-1.25), "source", -1.25),
        (of(source=80.0), "source", 6.0),
        (of(source=None), "no source", 1.0),
        (of(source=None), "source", 0.0),
        (of(text="“So it is.”"), "quoted", 1.0),
        (of(text="so it is"), "quoted", 0.0),
        (of(text="so it is"), "words", 1.386),
        (of(said="said"), "longer cue", 0.0),
        (of(said="has since said"), "longer cue", 2.0),
        (of(said="has flatly denied"), "verb", 1.0),
        (of(said="has flatly denied"), "noun", 0.0),
        (of(said="’s earlier promise"), "noun", 1.0),
        (of(said="reportedly"), "hearsay", 1.0),
        (of(said="was widely believed"), "hearsay", 1.0),
        (of(said="believed"), "hearsay", 0.0),
        (of(said="seized on"), "verb", 0.0),
        (of(said=" ".join("abcdefghijklm")), "longer cue", 8.0),
    ],
)  # fmt: skip
def test_evidence(row: dict[str, float], name: str, value: float) -> None:
    assert row[name] == pytest.approx(value, abs=1e-3)
    assert set(row) | set(PLACES) == set(WEIGHTS)


def test_a_content_of_one_piece_ends_where_it_begins() -> None:
    each = np.log(np.array([[0.02, 0.02], [0.9, 0.02], [0.04, 0.02], [0.04, 0.94]], dtype=np.float32))
    found = dict(evidence(Run(1, 1, 0.9), (Run(0, 0, 0.9),), each, None, span("said"), (span("no"),)))
    assert found["ends"] == found["begins"] > 2


def test_a_cue_without_a_content_has_evidence_too() -> None:
    found = evidence(Run(0, 0, 0.9), (), logs(2, 4, 0.9), None, span("declined to comment"), ())
    assert 0.0 < confidence(found) < 1.0


@pytest.mark.parametrize("name", ["cue", "content", "source"])
def test_more_of_it_is_surer(name: str) -> None:
    less, more = of(), of()
    less[name], more[name] = 0.5, 3.0
    assert confidence(tuple(less.items())) < confidence(tuple(more.items()))


def test_what_lies_inside_another_and_thoughts_are_evidence() -> None:
    def one(cue: str, content: str, seen: tuple[tuple[str, float], ...] = (("cue", 1.0),)) -> Attribution:
        at, to = TEXT.index(cue), TEXT.index(content)
        pieces = (Span.of(TEXT, to, to + len(content)),)
        return Attribution(Span.of(TEXT, at, at + len(cue)), None, pieces, evidence=seen)

    said = one("said", "the crew believed the vote was over")
    believed, thinks = one("believed", "the vote was over"), one("thinks", "so")
    by_rule = one("crew", "vote", ())
    found = with_places((said, believed, thinks, by_rule))
    told = [tuple(dict(each.evidence).get(name) for name in PLACES) for each in found]
    assert told == [(0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (0.0, 1.0, 0.0), (None, None, None)]
    assert [each.confidence for each in found[:3]] == [confidence(each.evidence) for each in found[:3]]
    assert found[3] == by_rule
