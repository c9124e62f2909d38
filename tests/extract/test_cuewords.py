"""The words of a cue."""

import pytest

from sayso.extract.cuewords import has_noun, has_verb, is_attitude, is_hearsay, is_subjunctive


@pytest.mark.parametrize(
    ("cue", "verb", "noun", "hearsay"),
    [
        ("has flatly denied", True, False, False),
        ("brushed aside", True, False, False),
        ("the suggestion", False, True, False),
        ("its call for", True, True, False),  # "call for" is a verb too
        ("seized on", False, False, False),
        ("allegedly", True, False, True),
        ("is now feared", True, False, True),
        ("it is said", True, False, True),
        ("said", True, False, False),
        (":", False, False, False),
        ("", False, False, False),
    ],
)
def test_words(cue: str, verb: bool, noun: bool, hearsay: bool) -> None:
    assert (has_verb(cue), has_noun(cue), is_hearsay(cue)) == (verb, noun, hearsay)


@pytest.mark.parametrize(
    ("cue", "is_thought"),
    [("believed", True), ("might consider", True), ("said he hoped", False), ("denied", False), ("seized on", False)],
)
def test_attitudes(cue: str, is_thought: bool) -> None:
    assert is_attitude(cue) is is_thought


@pytest.mark.parametrize(
    ("cue", "is_it"),
    [("not ask", True), ("never openly say", True), ("did not ask", False), ("not saying", False), ("not said", False)],
)
def test_subjunctives(cue: str, is_it: bool) -> None:
    assert is_subjunctive(cue) is is_it
