"""The fit of the table of acts, on a handful of invented sayings."""

from dataclasses import asdict

import pytest

pytest.importorskip("torch")

from lab.actcases import Known, example
from lab.actfit import decided, fitted, written
from sayso.ledger import Attribution, Span
from sayso.resolve.acts_table import parsed


def known(cue: str, content: str, act: str, block: str = "a") -> Known:
    at = len(cue) + 1
    found = Attribution(Span(0, len(cue), cue), None, (Span(at, at + len(content), content),))
    return example("learn", block, f"{cue} {content}", found, act)


TRAIN = [
    *(known("said", "the harbour opened in May", "state", block) for block in "abcdef"),
    *(known("said", "the harbour is to blame for the delay", "condemn", block) for block in "abcd"),
    *(known("claimed", "the harbour opened in May", "acknowledge", block) for block in "abcdefgh"),
]


def test_the_fit_follows_the_examples() -> None:
    table = fitted(TRAIN)
    assert decided(table, known("said", "the quarry opened in May", "")) == "state"
    assert decided(table, known("said", "the quarry is to blame for the noise", "")) == "condemn"
    # What a word was met as weighs more than what the lexicon believes, after eight times.
    assert decided(table, known("claimed", "the quarry opened in May", "")) == "acknowledge"
    assert dict(table.cues["claim", "verb"])["acknowledge"] > dict(table.cues["claim", "verb"])["allege"]


def test_the_network_is_heard_as_much_as_it_counts() -> None:
    table = fitted(TRAIN)
    one = known("said", "the harbour opened in May", "")
    heard = example(
        "learn", "a", one.text, Attribution(one.found.cue, None, one.found.content, acts=(("deny", 1.0),)), ""
    )
    assert [decided(table, heard, voice) for voice in (0.0, 5.0)] == ["state", "deny"]


def test_a_table_survives_being_written() -> None:
    table = fitted(TRAIN)
    assert asdict(parsed(written(table, TRAIN))) == asdict(table)  # a table is the same as itself alone
