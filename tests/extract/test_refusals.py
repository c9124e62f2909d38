"""Who refuses what, where the network has nothing; and what is no refusal."""

from __future__ import annotations

import re

import pytest

from sayso.extract.refusals import with_refusals
from sayso.ledger import Attribution, Mention, Span

NAMES = re.compile(r"Ann Lee|Lee|Moreno|Harbour Trust|Quayside")


def found(text: str, known: tuple[Attribution, ...] = ()) -> list[tuple[str, str, str]]:
    mentions = [
        Mention(Span.of(text, *each.span()), "organisation" if each[0] in ("Harbour Trust", "Quayside") else "person")
        for each in NAMES.finditer(text)
    ]
    return [
        (each.source.text, each.cue.text, each.content[0].text)
        for each in with_refusals(text, known, mentions)
        if each.source and each.cue and each not in known
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lee refused to open the gates.", ("Lee", "refused", "to open the gates")),
        ("The minister has refused to meet the crews.", ("The minister", "has refused", "to meet the crews")),
        ("The mayor also declined to give a date.", ("The mayor", "also declined", "to give a date")),
        ("Moreno is still refusing to sign the lease.", ("Moreno", "is still refusing", "to sign the lease")),
        ("He refuses to pay, and the bank knows it.", ("He", "refuses", "to pay")),
        ("She refused to leave despite a court order.", ("She", "refused", "to leave")),
        ("She declined to run and has left the party.", ("She", "declined", "to run")),
        ("The court fined Lee for refusing to hand over the keys.", ("Lee", "refusing", "to hand over the keys")),
        ("The bank regretted Lee’s refusal to lower the rent.", ("Lee", "refusal", "to lower the rent")),
        ("They mocked her outright refusal to debate.", ("her", "refusal", "to debate")),
        ("Lee met the owners. Moreno refused to join them.", ("Moreno", "refused", "to join them")),
        ("Asked about the sale, Ann Lee declined to go into detail.", ("Ann Lee", "declined", "to go into detail")),
    ],
)
def test_a_refusal_is_found(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Lee could refuse to open the gates.",  # may be, is not
        "If they refuse to pay, the boats stay.",
        "Moreno did not refuse to sign.",
        "It is her right to refuse to answer.",
        "The engine refused to start.",  # nobody
        "Sales declined to a third of last year’s.",  # no infinitive
        "Lee refused the offer.",
        "A refusal to negotiate would be costly.",  # nobody's
    ],
)
def test_no_refusal(text: str) -> None:
    assert found(text) == []


def test_what_is_known_or_said_stays_as_it_is() -> None:
    text = "Lee said Moreno refused to sign. She declined to say more."
    said = Attribution(Span.of(text, 4, 8), Span.of(text, 0, 3), (Span.of(text, 9, 31),))
    declined = Attribution(Span.of(text, 37, 45), Span.of(text, 33, 36), (Span.of(text, 46, 57),))
    assert with_refusals(text, (said, declined), ()) == (said, declined)
