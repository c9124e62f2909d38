"""The notation of the hard cases: brackets come off, spans stay exact, nesting gives parents."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.hardtables import FIRST_LINE, Case, parse, read


def words(case: Case) -> list[tuple[str, str, str, int | None]]:
    def text(pieces: tuple[tuple[int, int], ...]) -> str:
        return "|".join(case.text[start:end] for start, end in pieces)

    return [(text(each.source), text(each.cue), text(each.content), each.parent) for each in case.references]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("[s The cook] [c said] [t it was salt].", [("The cook", "said", "it was salt", None)]),
        ("[t “Salt,”] [c said] [s the cook], [t “or worse.”]", [("the cook", "said", "“Salt,”|“or worse.”", None)]),
        (
            "[s1 She] [c1 denied] [t1 [s2 the cook][c2 ’s claim] [t2 that it was salt]].",
            [
                ("She", "denied", "the cook’s claim that it was salt", None),
                ("the cook", "’s claim", "that it was salt", 0),
            ],
        ),
        (
            "[s1,s2 She] [c1 said] [t1 yes] and [c2 added] [t2 no].",
            [("She", "said", "yes", None), ("She", "added", "no", None)],
        ),
        ("[s She] [c would not say].", [("She", "would not say", "", None)]),
        (r"[t “\[It\] was salt,”] [s she] [c said].", [("she", "said", "“[It] was salt,”", None)]),
        ("Nobody said a word.", []),
    ],
)
def test_a_case(block: str, expected: list[tuple[str, str, str, int | None]]) -> None:
    case = parse(block)
    assert words(case) == expected
    assert case.text.startswith(FIRST_LINE + "\n\n")


def test_three_deep_each_hangs_under_the_next() -> None:
    case = parse("[c1 A] [t1 x [c2 B] [t2 y [c3 C] [t3 z]]]")
    assert [each.parent for each in case.references] == [None, 0, 1]


def test_lines_are_paragraphs_and_a_headline_is_the_first() -> None:
    case = parse("= Salt row\n[s Cook][c :] [t salt].\nMore follows.")
    assert case.text == "Salt row\n\nCook: salt.\n\nMore follows."


@pytest.mark.parametrize(
    ("block", "complaint"),
    [
        ("[s The cook said.", "not closed"),
        ("The cook] said.", "stray"),
        ("[x The cook] said.", "stray"),
        ("[s The cook ] [c said] [t so].", "white space"),
        ("[s The cook] said so.", "a source alone"),
    ],
)
def test_a_slip_is_named(block: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=f"here: .*{complaint}"):
        parse(block, "here")


def test_blocks_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "salt.txt"
    path.write_text("# a remark\n\n[c It is said] [t so].\n# another\nTwo.\n\n\nThree.\n", encoding="utf-8")
    cases = read(path)
    assert [case.name for case in cases] == ["salt:3", "salt:8"]
    assert cases[0].text.endswith("It is said so.\n\nTwo.")


@given(st.lists(st.tuples(st.sampled_from("sct"), st.text("ab é’“\n", min_size=1)), min_size=1, max_size=6))
def test_spans_are_what_the_brackets_enclose(parts: list[tuple[str, str]]) -> None:
    kept = [(role, " ".join(text.split())) for role, text in parts if text.split()]
    case = parse(" ".join(["[c cue] [t told]", *(f"[{role} {text}]" for role, text in kept)]))
    assert case.text == FIRST_LINE + "\n\n" + " ".join(["cue told", *(text for _, text in kept)])
    (each,) = case.references
    for role, pieces in (("s", each.source), ("c", each.cue), ("t", each.content)):
        wanted = [text for one, text in [("c", "cue"), ("t", "told"), *kept] if one == role]
        assert [case.text[start:end] for start, end in pieces] == wanted
