"""Whether a thing was said at all, and how far the report itself stands from it."""

import pytest

from sayso.ledger.statement import Act, Hedge
from sayso.resolve.stance import hedge, is_negated
from tests.marked import marked

NEGATED: list[tuple[str, Act, bool]] = [
    ("{The clerk} [did not say] <that the roof leaked>.", "state", True),
    ("{The clerk} [never claimed] <that the roof leaked>.", "allege", True),
    ("{The clerk} [hasn’t said] <that the roof leaked>.", "state", True),
    ("{The clerk} [stopped short of blaming] <the mayor>.", "condemn", True),
    ("{The clerk} [has yet to demand] <a recount>.", "demand", True),
    ("{The clerk} [avoided any mention of] <the roof>.", "state", True),
    ("{The clerk} [has said nothing about] <the roof>.", "state", True),
    ("{The clerk} [made no mention of] <the roof>.", "state", True),
    ("{The clerk} [failed to warn] <that the roof leaked>.", "warn", True),
    ("{No clerk} [accused] <the mayor>.", "allege", True),
    ("{Neither} [criticised] <the mayor>.", "condemn", True),
    ("{None of the clerks} [said] <the roof leaked>.", "state", True),
    ("{Nobody} [claimed] <that the roof leaked>.", "allege", True),
    ("{No clerk} [denied] <the leak>.", "deny", True),
    ("Nor did {the clerk} [say] <that the roof leaked>.", "state", True),
    ("At no point did {the clerk} [say] <that the roof leaked>.", "state", True),
    # refusing is an answer, silence an act of its own
    ("{The clerk} [would not say] <who paid>.", "decline_comment", False),
    ("{Neither} [explained] <who paid>.", "state", False),
    ("Nor did {the clerk} [say] <who paid>.", "state", False),
    ("{The clerk} [did not accept] <the offer>.", "reject", False),
    ("{The clerk} [neither accepts nor recognises] <the ruling>.", "acknowledge", False),
    ("{The clerk} [does not support] <the plan>.", "condemn", False),
    ("{The clerk} [denied] <that it leaked>.", "deny", False),
    ("{The clerk} [said] <that it did not leak>.", "state", False),
    ("{The clerk} [said] <nothing had leaked>.", "state", False),
    ("{A notary} [noted] <that it leaked>.", "state", False),
    ("{Northern farmers} [said] <it leaked>.", "state", False),
]  # fmt: skip

HEDGES: list[tuple[str, Hedge]] = [
    ("{The clerk} [claimed] <that the roof leaked>.", "doubted"),
    ("{The clerk} [falsely said] <that the roof leaked>.", "doubted"),
    ("{The clerk} [went so far as to say] <that the roof leaked>.", "doubted"),
    ("{The clerk} [made baseless charges] <that the roof leaked>.", "doubted"),
    ("{The clerk} [repeated unfounded allegations] <that the roof leaked>.", "doubted"),
    ("{The clerk} [said], without evidence, <that the roof leaked>.", "doubted"),
    ("{The clerk} [alleged] without offering any proof <that the roof leaked>.", "doubted"),
    ("<The roof> [allegedly] <leaked>.", "doubted"),
    ("{The clerk} [bragged] <that the roof was his>.", "doubted"),
    ("{The clerk} [pointed out] <that the roof leaked>.", "endorsed"),
    ("{The clerk} [conceded] <that the roof leaked>.", "endorsed"),
    ("{The clerk} [made plain] <that the roof leaked>.", "endorsed"),
    ("{The clerk} [has confirmed] <that the roof leaked>.", "endorsed"),
    ("{The clerk} [disclosed] <that the roof leaked>.", "endorsed"),
    ("{The clerk} [said] <that the roof leaked>.", "neutral"),
    ("{The clerk} [insisted] <that the roof leaked>.", "neutral"),
    ("{The clerk} [alleged] <that the roof leaked>.", "neutral"),
    ("{The clerk}’s [claim] <that the roof leaked> was read out.", "neutral"),
    ("{The league} [claimed] <victory>.", "neutral"),
    ("{The league} [has claimed] <full responsibility for the fire>.", "neutral"),
    ("{The league} [claimed] <victory had been stolen by the clerk>.", "neutral"),
    ("{The clerk} [would not confirm] <the leak>.", "neutral"),
    ("{The clerk} [refuses to recognise] <the ruling>.", "neutral"),
    ("{The clerk} [did not acknowledge] <the leak>.", "neutral"),
    ("{The clerk} [denied] <false claims about the roof>.", "neutral"),
    ("{The clerk} [said] <it was done without evidence>.", "neutral"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "act", "expected"), NEGATED)
def test_negated(words: str, act: Act, expected: bool) -> None:
    text, (found,) = marked(words)
    assert is_negated(text, found, act) == expected


@pytest.mark.parametrize(("words", "expected"), HEDGES)
def test_hedge(words: str, expected: Hedge) -> None:
    text, (found,) = marked(words)
    assert hedge(text, found) == expected
