"""Verbs that share a subject."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.coordination import coordinated
from sayso.ledger import Attribution, Span

# text; then for each attribution (source or None, cue, content as the network marked it), and what should come out
CASES = [
    (
        "The mayor said the dam was safe, and declared the alarm over.",
        [
            ("The mayor", "said", "the dam was safe, and declared the alarm over"),
            ("The mayor", "declared", "the alarm over"),
        ],
        [("The mayor", "the dam was safe"), ("The mayor", "the alarm over")],
    ),
    (
        "She recalled that it rains, and said France would wait.",
        [("She", "recalled", "that it rains"), (None, "said", "France would wait")],
        [("She", "that it rains"), ("She", "France would wait")],
    ),
    (
        "He said the clerk believed it was lost.",
        [("He", "said", "the clerk believed it was lost"), ("the clerk", "believed", "it was lost")],
        [("He", "the clerk believed it was lost"), ("the clerk", "it was lost")],
    ),
    (
        "Dr Oke admitted that the samples were mixed up but denied that anyone was harmed.",
        [
            ("Dr Oke", "admitted", "that the samples were mixed up but denied that anyone was harmed"),
            (None, "denied", "that anyone was harmed"),
        ],
        [("Dr Oke", "that the samples were mixed up"), ("Dr Oke", "that anyone was harmed")],
    ),
    (
        "She said the file was burned and, when asked, conceded that she lit the match.",
        [
            ("She", "said", "the file was burned and, when asked, conceded that she lit the match"),
            (None, "conceded", "that she lit the match"),
        ],
        [("She", "the file was burned"), ("She", "that she lit the match")],
    ),
    (
        "She said the council wanted to hide and deny the losses.",
        [("She", "said", "the council wanted to hide and deny the losses"), (None, "deny", "the losses")],
        [("She", "the council wanted to hide and deny the losses"), (None, "the losses")],
    ),
    (
        "Her refusal to apologise to the crews cost votes.",  # an infinitive is no second verb of hers
        [("Her", "refusal", "to apologise to the crews"), ("Her", "apologise", "to the crews")],
        [("Her", "to apologise to the crews"), ("Her", "to the crews")],
    ),
    (
        "Orr, a baker, said the mill was lost and demanded new stones.",
        [("Orr, a baker", "said", "the mill was lost and demanded new stones"), ("Orr", "demanded", "new stones")],
        [("Orr, a baker", "the mill was lost"), ("Orr", "new stones")],
    ),
    (
        "She denied it. Allegedly it rained.",
        [("She", "denied", "it"), (None, "Allegedly", "it rained")],
        [("She", "it"), (None, "it rained")],
    ),
]


@pytest.mark.parametrize(("text", "marked", "expected"), CASES)
def test_coordination(
    text: str, marked: list[tuple[str | None, str, str]], expected: list[tuple[str | None, str]]
) -> None:
    def span(piece: str) -> Span:
        start = text.index(piece)
        return Span.of(text, start, start + len(piece))

    found = [
        Attribution(span(cue), span(source) if source else None, (span(content),)) for source, cue, content in marked
    ]
    got = coordinated(text, found)
    assert [(each.source.text if each.source else None, each.content[0].text) for each in got] == expected


@given(st.text(alphabet="ab ,.\nand", min_size=6, max_size=60), st.data())
def test_spans_stay_anchored(text: str, data: st.DataObject) -> None:
    def span() -> Span:
        start = data.draw(st.integers(0, len(text) - 1))
        return Span.of(text, start, data.draw(st.integers(start + 1, len(text))))

    found = [Attribution(span(), data.draw(st.sampled_from([None, span()])), (span(),)) for _ in range(3)]
    got = coordinated(text, sorted(found, key=lambda each: each.cue))
    assert len(got) == 3
    for each in got:
        assert each.content
        assert all(text[s.start : s.end] == s.text for s in each.content)
