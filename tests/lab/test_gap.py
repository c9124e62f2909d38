"""GAP's scorer, on snippets of our own: F1 over names, by gender, and the bias."""

from __future__ import annotations

import pytest

from lab.gap import Name, Snippet, load, score


def _snippet(pronoun: str, meant: tuple[bool, bool]) -> Snippet:
    text = f"Ada Roe met Ida Poe before {pronoun} left."
    names = (Name(0, 7, meant[0]), Name(12, 19, meant[1]))
    return Snippet(f"own-{pronoun}", text, (27, 27 + len(pronoun)), names)


FIRST, SECOND, NEITHER = (True, False), (False, True), (False, False)


@pytest.mark.parametrize(
    ("gold", "marked", "precision", "recall", "overall"),
    [
        ([FIRST, SECOND], [FIRST, SECOND], 100.0, 100.0, 100.0),
        ([FIRST, SECOND], [FIRST, FIRST], 50.0, 50.0, 50.0),
        ([FIRST, NEITHER], [FIRST, FIRST], 50.0, 100.0, 200 / 3),
        ([FIRST, SECOND], [FIRST, NEITHER], 100.0, 50.0, 200 / 3),
        ([FIRST], [(True, True)], 50.0, 100.0, 200 / 3),
        ([NEITHER], [NEITHER], 0.0, 0.0, 0.0),
    ],
)
def test_each_name_counts(
    gold: list[tuple[bool, bool]], marked: list[tuple[bool, bool]], precision: float, recall: float, overall: float
) -> None:
    found = score([_snippet("she", meant) for meant in gold], marked)
    assert (found.precision, found.recall, found.overall) == pytest.approx((precision, recall, overall))


def test_the_genders_are_told_apart_and_their_ratio_is_the_bias() -> None:
    snippets = [_snippet("she", FIRST), _snippet("her", SECOND), _snippet("he", FIRST), _snippet("His", SECOND)]
    found = score(snippets, [FIRST, FIRST, FIRST, SECOND])
    assert (found.masculine, found.feminine, found.bias) == pytest.approx((100.0, 50.0, 0.5))


def test_no_masculine_name_found_gives_no_bias() -> None:
    assert score([_snippet("he", FIRST)], [NEITHER]).bias == 0.0


def test_answers_and_snippets_must_be_as_many() -> None:
    with pytest.raises(ValueError, match="1 answers for 2 snippets"):
        score([_snippet("she", FIRST)] * 2, [FIRST])


def test_the_test_compartment_is_never_opened() -> None:
    with pytest.raises(SystemExit, match="no GAP compartment"):
        load("test")
