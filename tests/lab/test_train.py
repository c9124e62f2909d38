"""What an epoch is made of."""

import pytest

pytestmark = pytest.mark.train
torch = pytest.importorskip("torch", reason="training needs torch: pip install 'sayso[lab]'")

from lab.corpora import Example, Gold  # noqa: E402
from lab.train import weakly_acted  # noqa: E402

TEXT = "The mayor denied it. The mayor said so."


@pytest.mark.parametrize(
    ("cue", "act"),
    [((10, 16), "deny"), ((31, 35), None)],  # a plain "said" leaves everything open
)
def test_acts_come_from_verbs_that_leave_no_doubt(cue: tuple[int, int], act: str | None) -> None:
    example = weakly_acted(Example("one", "polnear", TEXT, (Gold(cue, {}),)))
    assert [gold.act for gold in example.attributions or ()] == [act]


@pytest.mark.parametrize("attributions", [None, ()])
def test_what_is_unknown_stays_unknown(attributions: tuple[Gold, ...] | None) -> None:
    """A text without labels is not one without statements: trained so, the network found none in world news."""
    assert weakly_acted(Example("one", "worldwide", TEXT, attributions)).attributions == attributions
