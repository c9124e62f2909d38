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
    ("we shall strike if wages are cut, and not before", "threaten", "if wages are cut"),
    ("the loan will be paid as long as the reforms go on", "promise", "as long as the reforms go on"),
    ("they could share the well so long as nobody sold it", "agree", "so long as nobody sold it"),
    (
        "it had backed the bridge, on condition that lorries stay off it",
        "state",
        "on condition that lorries stay off it",
    ),
    ("she would sign, provided the clause was struck out", "agree", "provided the clause was struck out"),
    ("boats would be held in case of fog at sea", "announce", "in case of fog at sea"),
    (
        "it would answer “at once” in the event of an attack on the port",
        "threaten",
        "in the event of an attack on the port",
    ),
    ("assuming that the vote is held, they will win", "predict", "assuming that the vote is held"),
    ("Should the talks fail, the fleet will sail", "threaten", "Should the talks fail"),
    ("should its quota be cut, the guild would sue", "threaten", "should its quota be cut"),
    ("the fleet will sail should Marland refuse", "threaten", "should Marland refuse"),
    ("Were the mill to close, the town would empty", "predict", "Were the mill to close"),
    ("Had the alarm worked, the crew would be alive", "allege", "Had the alarm worked"),
    ("“If we lose”, there will be no second try", "predict", "If we lose"),
    ("only if the council agrees will they sell", "announce", "if the council agrees"),
    ("the council should repair the roof", "urge", None),
    ("members should all stay at home", "urge", None),
    ("it should not be sold", "urge", None),
    ("they did not know if the roof would hold", "state", None),
    ("it was not clear if the roof would hold", "assess", None),
    ("he doubted if the roof would hold", "assess", None),
    ("the firm provided shelter and warm food", "state", None),
    ("they had provided any help that was asked", "deny", None),
    ("there were ten boats in the harbour", "state", None),
    ("Had they been to the island?", "allege", None),
    ("Should we leave?", "state", None),
    ("the crossing is risky, if not at all times", "assess", None),
]


@pytest.mark.parametrize(("content", "act", "expected"), CASES)
def test_condition(content: str, act: Act, expected: str | None) -> None:
    text = f"She said {content}."
    span = condition(text, (Span.of(text, 9, 9 + len(content)),), act)
    assert (span.text if span else None) == expected
    assert span is None or text[span.start : span.end] == span.text
