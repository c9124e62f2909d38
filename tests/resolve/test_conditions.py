"""Conditional clauses inside a content."""

import pytest

from sayso.ledger import Span
from sayso.ledger.statement import Act
from sayso.resolve.conditions import condition

CASES: list[tuple[str, Act, str | None]] = [
    ("If the dam is filled, we will go to court", "threaten", "If the dam is filled"),
    ("they would leave unless the road was opened", "threaten", "unless the road was opened"),
    ("the union could sign, provided that wages rise", "agree", "provided that wages rise"),
    ("it looked as if the bridge might fall", "assess", None),
    ("even if it rains they will march", "announce", None),
    ("if it would rain", "ask", None),
    ("few, if any, remained", "state", None),
    ("the harbour stays open", "state", None),
]


@pytest.mark.parametrize(("content", "act", "expected"), CASES)
def test_condition(content: str, act: Act, expected: str | None) -> None:
    text = f"She said {content}."
    span = condition(text, (Span.of(text, 9, 9 + len(content)),), act)
    assert (span.text if span else None) == expected
    assert span is None or text[span.start : span.end] == span.text
