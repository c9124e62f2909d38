"""Quotations kept whole: up to their closing marks, over a "he said" in the middle, and no further."""

from __future__ import annotations

import pytest

from sayso.extract.whole_quotations import whole_quotations
from sayso.ledger import Attribution, Span


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


ROWS = [
    # text, source, cue, pieces found, pieces wanted
    (
        '"This," he added, "makes the crossing a lot more costly for the islands."',
        ("he", "added"),
        ['"This,"'],
        ['"This,"', '"makes the crossing a lot more costly for the islands."'],
    ),
    (
        "“Every time you say it,” Orr said, turning to the clerk, “you hand the mills a stick.”",
        ("Orr", "said"),
        ["“Every time you say it,”"],
        ["“Every time you say it,”", "“you hand the mills a stick.”"],
    ),
    (
        "“The locks hold,” the keeper said. “nobody drowned.”",  # a sentence of its own
        ("the keeper", "said"),
        ["“The locks hold,”"],
        ["“The locks hold,”"],
    ),
    (
        "“The locks hold,” the keeper said, “Nobody drowned.”",  # a new sentence: the mark of another rule
        ("the keeper", "said"),
        ["“The locks hold,”"],
        ["“The locks hold,”"],
    ),
    (
        "“By opening the weir,” she said, “we told them: ‘Look, nobody asks for all of it.’”",
        ("she", "said"),
        ["“By opening the weir,”", "“we told them"],
        ["“By opening the weir,”", "“we told them: ‘Look, nobody asks for all of it.’”"],
    ),
    (
        "The board said the weir was “safe to use and sound” by all tests.",
        ("The board", "said"),
        ["the weir was “safe to use"],  # it does not begin with the quotation
        ["the weir was “safe to use"],
    ),
    (
        "“You there?” she asked, but Tam was asleep again.",
        ("she", "asked"),
        ["“You there?”", "Tam was asleep again"],
        ["“You there?”"],
    ),
    (
        "“The plan,” she said, would “ruin” the quay.",
        ("she", "said"),
        ["“The plan,”", "would “ruin” the quay"],
        ["“The plan,”", "would “ruin” the quay"],
    ),
]


@pytest.mark.parametrize(("text", "who", "found", "wanted"), ROWS)
def test_pieces(text: str, who: tuple[str, str], found: list[str], wanted: list[str]) -> None:
    source, cue = (at(text, words) for words in who)
    each = Attribution(cue, source, tuple(at(text, words) for words in found))
    (got,) = whole_quotations(text, (each,))
    assert [span.text for span in got.content] == wanted
    if found == wanted:
        assert got is each


def test_what_another_has_is_left_to_it() -> None:
    text = "“This,” Orr said, “and that,” Lind said."
    one = Attribution(at(text, "said"), at(text, "Orr"), (at(text, "“This,”"),))
    other = Attribution(Span.of(text, 35, 39), at(text, "Lind"), (at(text, "“and that,”"),))
    assert whole_quotations(text, (one, other)) == (one, other)
