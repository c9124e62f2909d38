"""What is shown for a link: the words that tie the two statements, and the features, largest first."""

from __future__ import annotations

import pytest

from sayso import lexicon
from sayso.ledger import ACTS
from sayso.link import respond
from sayso.link.features import FEATURES
from sayso.link.weights import BIAS, THRESHOLD, WEIGHTS
from tests.link.exchanges import staged

# exchange; the words shown; the feature that counted most
SHOWN = [
    (
        """
        Brel; allege; said; Sudmark had buried waste near the lake
        Velk; deny; said; those remarks by Minister Brel were false""",
        {"those remarks", "Minister Brel", "false"},
        "the acts fit",
    ),
    (
        """
        Velk; deny; rejected; Brel's claim that Sudmark was jamming radars
        > Brel; allege; claim; that Sudmark was jamming radars""",
        {"Brel's claim"},
        "the acts fit",
    ),
    (
        """
        Sudmark; announce; announced; the start of drilling in the bay
        Norland; reject; said; it would not accept drilling by Sudmark""",
        {"Sudmark", "drilling"},
        "its act is an answer",
    ),
    (
        """
        -; ask; Asked; whether the talks would go on @Velk
        /he=Velk; decline_comment; would not say;""",
        {"would not say"},
        "they stand near each other",
    ),
]


@pytest.mark.parametrize(("lines", "words", "reason"), SHOWN)
def test_evidence_ties_the_two(lines: str, words: set[str], reason: str) -> None:
    exchange = staged(lines)
    (response,) = respond(exchange.document, exchange.statements, exchange.actors)
    assert {span.text for span in response.evidence} == words
    assert response.reasons[0][0] == reason


def test_every_weight_has_its_feature_and_sign() -> None:
    signs = {name: sign for name, _, sign in FEATURES}
    used = {name for table in WEIGHTS.values() for name in table}
    assert used == set(signs)
    assert all(weight * signs[name] >= 0 for table in WEIGHTS.values() for name, weight in table.items())
    assert WEIGHTS.keys() == BIAS.keys() == THRESHOLD.keys()


def test_sayings_stand_for_known_acts() -> None:
    table = lexicon.sayings()
    assert set().union(*table.values()) <= {*ACTS, "*"}
    assert table["claims"] >= {"allege"}
    assert table["proposals"] >= {"propose", "demand"}
