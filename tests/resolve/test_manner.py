"""Direct, indirect or mixed, by the marks inside the content's own spans."""

import pytest

from sayso.ledger import Span
from sayso.resolve.manner import manner

CASES = [
    (["“We are done,”"], "direct"),
    (["“We are done,”", "“and we mean it.”"], "direct"),
    (["the bridge was safe"], "indirect"),
    (["the bridge was “perfectly safe”"], "mixed"),
    (["“safe,”", "and would stay so"], "mixed"),
    (['"No"'], "direct"),
    (["‘a farce’"], "direct"),
    (["the ministers’ plan and the mayor’s"], "indirect"),
    (["“It goes on", "“and ends here.”"], "direct"),
    (["and ends here.”"], "direct"),
    ([], "indirect"),
]


@pytest.mark.parametrize(("pieces", "expected"), CASES)
def test_manner(pieces: list[str], expected: str) -> None:
    spans, at = [], 0
    for piece in pieces:
        spans.append(Span(at, at + len(piece), piece))
        at += len(piece) + 10
    assert manner(tuple(spans)) == expected
