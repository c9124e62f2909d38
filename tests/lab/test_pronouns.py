"""Names put as pronouns: every array loses the same pieces, and the answer is the name's earlier place."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import pytest

pytestmark = pytest.mark.train
torch = pytest.importorskip("torch", reason="training needs torch: pip install 'sayso[lab]'")

from lab import pronouns  # noqa: E402
from lab.batches import Sample, collated, samples  # noqa: E402
from lab.corpora import Example, Gold, Pronoun  # noqa: E402
from lab.fit import losses  # noqa: E402
from lab.network import Network  # noqa: E402
from lab.pronouns import Words, replaced  # noqa: E402
from sayso.extract.heads import ROLES as HEAD_ROLES  # noqa: E402
from tests.lab.test_fit import SHAPE, tokenise  # noqa: E402

TEXT = "Anna Marsh met Bo Lind. Marsh said the quay, which Lind's men mend, was bought by Marsh."
NAMES = ("Anna Marsh", "Bo Lind", "Marsh said", "Lind's", "Marsh.")


def spans(text: str, *parts: str) -> list[tuple[int, int]]:
    out, at = [], 0
    for part in parts:
        at = text.index(part, at)
        name = part.removesuffix(" said").removesuffix("'s").removesuffix(".")
        out.append((at, at + len(name)))
        at += len(name)
    return out


def example(text: str = TEXT, names: Sequence[str] = NAMES) -> Example:
    said = text.index("said")
    gold = Gold((said, said + 4), {"source": (spans(text, *names)[2],), "content": ((said + 5, len(text) - 1),)})
    return Example("one", "toy", text, (gold,), persons=tuple(spans(text, *names)))


def rewritten(one: Example, seed: int = 3) -> Sample:
    (sample,) = samples(one, tokenise, random.Random(1), is_training=False)
    return replaced(sample, one.text, Words.of(tokenise), random.Random(seed))


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pronouns, "OFTEN", 1.0)


def shown(sample: Sample, at: int) -> str:
    """What a piece of the rewritten window stands for in the text of old."""
    return TEXT[sample.window.start[at] : sample.window.end[at]]


def test_the_answer_is_the_earlier_place_of_the_name() -> None:
    sample = rewritten(example())
    pieces = {word: tokenise([word])[0][0][0] for word in ("he", "she", "his", "her", "him")}
    told = {}
    for target in sample.pronouns:
        right = [
            shown(sample, a) + " " + shown(sample, b)
            for (a, b), is_right in zip(target.ends, target.right, strict=True)
            if is_right
        ]
        told[shown(sample, target.piece)] = (int(sample.window.piece[target.piece]), right)
    # "Anna" is a woman's name; "Bo" is in no table, so that his pronouns are by lot, but possessive before "men".
    assert told["Marsh"] == (pieces["her"], ["Anna Marsh"])  # the last one, after "by"
    assert told["Lind's"][0] in (pieces["his"], pieces["her"])
    assert told["Lind's"][1] == ["Bo Lind"]
    assert len(sample.pronouns) == 3


def test_every_array_loses_the_same_pieces() -> None:
    before, after = samples(example(), tokenise, random.Random(1), is_training=False)[0], rewritten(example())
    sizes = {len(getattr(after.window, name)) for name in ("piece", "start", "end", "case", "quote", "headline")}
    assert sizes == {len(before.window.piece) - 2}  # "'" and "s"
    assert {len(each) for each in (after.cue, after.cue_weight, after.mention, after.plain)} == sizes
    (cue,) = after.cues
    assert shown(after, cue.first) == "said"
    assert len(cue.roles) == sizes.pop()
    content = np.flatnonzero(cue.roles[:, HEAD_ROLES.index("content")] > 0)
    assert (shown(after, content[0]), shown(after, content[-1])) == ("the", "Marsh")
    assert cue.roles[content[-1], HEAD_ROLES.index("content")] == 3


@pytest.mark.parametrize(
    "text",
    [
        "Anna Marsh met Bo Lind. Mayor Marsh said the quay was shut.",  # part of a title
        "Anna Marsh met Bo Lind. The Marsh said the quay was shut.",  # an article before it
        "Anna Marsh met Bo Lind. Marsh Quay said the gate was shut.",  # part of a longer name
    ],
)
def test_a_name_that_is_part_of_more_stays(text: str) -> None:
    one = Example("one", "toy", text, persons=tuple(spans(text, "Anna Marsh", "Bo Lind", "Marsh")))
    assert not rewritten(one).pronouns


def test_without_another_person_there_is_no_question() -> None:
    text = "Anna Marsh left. Marsh said the quay was shut."
    assert not rewritten(Example("one", "toy", text, persons=tuple(spans(text, "Anna Marsh", "Marsh said")))).pronouns


def test_a_pronoun_of_a_corpus_needs_its_answer_in_the_window() -> None:
    text = "Anna Marsh met Bo Lind. She left."
    ada, bo = spans(text, "Anna Marsh", "Bo Lind")
    she = (text.index("She"), text.index("She") + 3)
    kept = Example("one", "toy", text, pronouns=(Pronoun(she, (ada, bo), (True, False)),))
    lost = Example("one", "toy", text, pronouns=(Pronoun(she, ((500, 510), bo), (True, False)),))
    none = Example("one", "toy", text, pronouns=(Pronoun(she, (bo,), (False,)),))
    (target,), nothing, (neither,) = (
        samples(each, tokenise, random.Random(1), is_training=False)[0].pronouns for each in (kept, lost, none)
    )
    assert target.right.tolist() == [True, False]
    assert nothing == ()
    assert neither.right.tolist() == [False]


def test_the_loss_falls_as_the_right_one_is_learnt() -> None:
    torch.manual_seed(5)
    network, batch = Network(SHAPE), collated([rewritten(example())])
    optimiser = torch.optim.Adam(network.parameters(), lr=1e-2)
    seen = []
    for _ in range(30):
        loss = losses(network, batch)["antecedent"]
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        seen.append(loss.item())
    assert seen[-1] < 0.1 * seen[0]
