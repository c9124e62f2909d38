"""Cues that do something to a claim are none; those that answer it stay."""

import pytest

from sayso.extract.handled import without_handlers
from sayso.ledger import Attribution, Span

Row = tuple[str, str, str]  # source, cue, content


def found(text: str, rows: list[Row]) -> tuple[Attribution, ...]:
    def span(words: str) -> Span:
        at = text.index(words)
        return Span.of(text, at, at + len(words))

    return tuple(Attribution(span(cue), span(source), (span(content),)) for source, cue, content in rows)


CLAIM = ("Okoro", "claim", "that the dam leaks")


@pytest.mark.parametrize(
    ("text", "rows", "kept"),
    [
        ("Papers seized on Okoro’s claim that the dam leaks.",
         [("Papers", "seized on", "Okoro’s claim that the dam leaks"), CLAIM], ["claim"]),
        ("Papers seized on the earlier claim by Okoro that the dam leaks.",
         [("Papers", "seized on", "the earlier claim by Okoro that the dam leaks"), CLAIM], ["claim"]),
        ("The minister rejected Okoro’s claim that the dam leaks.",
         [("The minister", "rejected", "Okoro’s claim that the dam leaks"), CLAIM], ["rejected", "claim"]),
        # the claim is but a part of what is told
        ("Papers found that Okoro’s claim that the dam leaks was two years old.",
         [("Papers", "found", "that Okoro’s claim that the dam leaks was two years old"), CLAIM], ["found", "claim"]),
        # a verb inside is a statement told on, not a claim taken up
        ("Papers seized on it: Okoro said that the dam leaks.",
         [("Papers", "seized on", "Okoro said that the dam leaks"), ("Okoro", "said", "that the dam leaks")],
         ["seized on", "said"]),
    ],
)  # fmt: skip
def test_handled(text: str, rows: list[Row], kept: list[str]) -> None:
    assert [each.cue and each.cue.text for each in without_handlers(found(text, rows))] == kept
