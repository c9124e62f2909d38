"""The fields that grammar finds hold what was asked of them, with the reference’s own spans given."""

from collections import Counter

import pytest

from lab.fields import addressees, readings, tally
from lab.linkcases import shared

# Shares of the reference's fields that must be found, and of the given ones that must be right.
LEAST = {"addressee": (85, 95), "setting": (85, 90), "via": (60, 80), "condition": (90, 95), "negated": (90, 90)}


@pytest.fixture(scope="module")
def counts() -> Counter[str]:
    root = shared()
    if root is None:
        pytest.skip("the annotated dossiers are not there (set SAYSO_SHARED)")
    folders = [root / "seed", *sorted(path.parent for path in (root / "dossiers").glob("*/gold.json"))]
    return sum((tally(read) for folder in folders for read in readings(folder)), Counter())


@pytest.mark.parametrize("field", LEAST)
def test_found_and_right(counts: Counter[str], field: str) -> None:
    found, precise = (100 * counts[f"{field} right"] / counts[f"{field} {whole}"] for whole in ("wanted", "given"))
    assert (found >= LEAST[field][0], precise >= LEAST[field][1]) == (True, True), (found, precise)


@pytest.mark.parametrize(("field", "least"), [("negated", 98), ("hedge", 97), ("manner", 98), ("targets", 55)])
def test_same_as_the_reference(counts: Counter[str], field: str, least: int) -> None:
    assert 100 * counts[f"{field} same"] / counts["matched"] >= least


def test_a_corpus_beside() -> None:
    if shared() is None:
        pytest.skip("the annotated data are not there (set SAYSO_SHARED)")
    assert addressees().startswith("GENEVA addressee found")
