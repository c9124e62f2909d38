"""Which characters count as quoted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.quotation import CONTINUED, DOUBLE, OUTSIDE, SINGLE, quoted

CASES = [
    ("He said “yes” twice.", "“yes”"),
    ('He said "yes" twice.', '"yes"'),
    ('He said “yes" twice.', '“yes"'),
    ("He said ‘yes’ twice.", "‘yes’"),
    ("It’s the ministers’ plan, she’s sure.", ""),
    ("The ’90s and the '80s.", ""),
    ("Sie sagte „ja“ und ging.", "„ja“"),
    ("Il a dit « oui » hier.", "« oui »"),
    ("An open “quotation runs\nbut not here", "“quotation runs"),
    ("An open “quotation runs \r\nbut not here", "“quotation runs"),
    ("and “runs to the end \r\n", "“runs to the end"),
    ("“He called it ‘absurd’ and left,” she said.", "“He called it ‘absurd’ and left,”"),
    ('A 6" pipe leaks.', ""),
    ("''It is done,'' he said.", "''It is done,''"),
    ("``It is done,'' he said.", "``It is done,''"),
    ("no marks at all", ""),
]


@pytest.mark.parametrize(("text", "inside"), CASES)
def test_quoted_characters(text: str, inside: str) -> None:
    marks = quoted(text)
    assert "".join(ch for ch, mark in zip(text, marks, strict=True) if mark) == inside


def test_a_quotation_over_two_paragraphs_is_continued() -> None:
    text = "“We wait.\n\n“We wait still,” she said.\n\n“Not new,” he said."
    marks = quoted(text)
    assert marks[1] == DOUBLE
    assert marks[text.index("We wait still")] == CONTINUED
    assert marks[text.index("Not new")] == DOUBLE
    assert marks[text.index("she said")] == OUTSIDE
    assert quoted("a ‘b’")[3] == SINGLE


@given(st.text(alphabet=st.sampled_from("ab s“”\"‘’'«»„\n.,1"), max_size=80) | st.text(max_size=40))
def test_one_mark_a_character_whatever_the_text(text: str) -> None:
    marks = quoted(text)
    assert len(marks) == len(text)
    assert all(not marks[at] for at, ch in enumerate(text) if ch == "\n")
