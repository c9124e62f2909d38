"""Two names with a comma between them before a verb: which of them speaks."""

from __future__ import annotations

import pytest

from sayso.extract.parted import parted
from sayso.ledger import Attribution, Mention, Span

PERSONS = ("Ada Quill", "Brandt", "Tove Lind")


@pytest.mark.parametrize(
    ("text", "source", "cue", "expected"),
    [
        ("In a call with its president, Ada Quill, Brandt promised help.", "Ada Quill, Brandt", "promised", "Brandt"),
        ("Ada Quill and Brandt promised help.", "Ada Quill and Brandt", "promised", "Ada Quill and Brandt"),
        ("Ada Quill, Brandt, promised help.", "Ada Quill, Brandt", "promised", "Ada Quill, Brandt"),
        ("Ada Quill, Brandt and Tove Lind said so.", "Ada Quill, Brandt and Tove Lind", "said",
         "Ada Quill, Brandt and Tove Lind"),
        ("Ada Quill, Norland said so.", "Ada Quill, Norland", "said", "Ada Quill, Norland"),
        ("Said Ada Quill, Brandt: help.", "Ada Quill, Brandt", "Said", "Ada Quill, Brandt"),
        ("Brandt said so.", "Brandt", "said", "Brandt"),
    ],
)  # fmt: skip
def test_who_speaks(text: str, source: str, cue: str, expected: str) -> None:
    def span(words: str) -> Span:
        return Span.of(text, text.index(words), text.index(words) + len(words))

    mentions = tuple(Mention(span(name), "person") for name in PERSONS if name in text)
    (found,) = parted(text, (Attribution(span(cue), span(source), ()),), mentions)
    assert found.source is not None
    assert found.source.text == expected


def test_nobody_stays_nobody() -> None:
    nobody = Attribution(Span(0, 9, "Allegedly"), None, ())
    assert parted("Allegedly so.", (nobody,), ()) == (nobody,)
