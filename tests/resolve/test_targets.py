"""At whom an act is aimed."""

import pytest

from sayso.ledger import Document
from sayso.resolve.statements import resolve
from tests.marked import marked

CASES: list[tuple[str, list[list[str]]]] = [
    # who was told
    ("{Denmark} [urged] Norway <to open the strait>.", [["Norway"]]),
    ("{Denmark} [called on] Norway and Sweden <to open the strait>.", [["Norway", "Sweden"]]),
    ("{Denmark} [warned] reporters <that Norway was close to war>.", [["Norway"]]),
    ("{Denmark} [told] parliament <that Norway had lied>.", [["Norway"]]),
    # whom the content names
    ("{Denmark} [accused] <Norway of closing the strait>.", [["Norway"]]),
    ("{Denmark} [condemned] <the Norwegian blockade>. Later, |{Norway} [said] <it was right>.", [["Norway"], []]),
    ("{Denmark} [praised] <Norway>.", [["Norway"]]),
    ("{Danish Foreign Minister Lia Moss} [said] <Denmark must answer Norway>. |{Norway} [said] <it would wait>.",
     [["Norway"], []]),
    ("{Lia Moss} [blamed] <Otto Lind>. |{Otto Lind} [laughed] <aloud>.", [["Otto Lind"], []]),
    # gone on with
    ("{Denmark} [condemned] <Norway’s conduct>, and |{it} [called] <it reckless>.", [["Norway"], ["Norway"]]),
    ("{Denmark} [accused] <Norway of a raid>. |{It} [condemned] <the raid>.", [["Norway"], ["Norway"]]),
    # whom an answer answers
    ("{Denmark} [accused] <Norway of a raid>. |{Norway} [denied] <the charge>.", [["Norway"], ["Denmark"]]),
    ("{Denmark} [demanded] <a share of the catch>. |{Norway} [rejected] <the demand>.", [[], ["Denmark"]]),
    ("{Denmark} [accused] <Norway of a raid>. |{Norway} [said] <it was late>.", [["Norway"], []]),
    ("{Denmark} [accused] <Norway of a raid>. |{Norway} [denied] <having sent ships>.", [["Norway"], []]),
    # who was asked
    ("{A visitor} [asked] Otto Lind <whether he would go>. |{Otto Lind} [said] <no>.", [["Otto Lind"], []]),
    ("{A visitor} [asked] <whether he would go>. |{Otto Lind} [said] <he was tired>.", [["Otto Lind"], []]),
    # none
    ("{Denmark} [said] <the strait was open>.", [[]]),
    ("{Denmark} [declined to comment] <on Norway>.", [[]]),
    ("{Denmark} [said] <Denmark was ready>.", [[]]),
    ("{Danish Foreign Minister Lia Moss} [demanded] <that Denmark be heard>. |{Denmark} [said] <little>.", [[], []]),
    ("{Denmark} [predicted] <rain>.", [[]]),
    ("{Denmark} [promised] <to pay>.", [[]]),
    ("{Denmark} [rejected] <the demand>.", [[]]),
    ("{Denmark} [condemned] <the raid>.", [[]]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_targets(words: str, expected: list[list[str]]) -> None:
    text, found = marked(words)
    resolved = resolve(Document(text), tuple(each for each in found if each.content), ())
    names = {actor.id: actor.name for actor in resolved.actors}
    assert [[names[target] for target in each.target_ids] for each in resolved.statements] == expected
