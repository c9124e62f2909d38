"""Texts by their names: the same text by each name form, as the labels' digests have it."""

from __future__ import annotations

import json
from itertools import islice

import pytest

from lab import corpora, texts, verdicts, worldnews
from lab.linkcases import shared

pytestmark = pytest.mark.skipif(shared() is None, reason="the annotated data is not there (set SAYSO_SHARED)")


@pytest.mark.parametrize("corpus", ["polnear:", "wikinews_", "mpqa:", "rams:", "tempeval:", "af_"])
def test_a_name_gives_the_text_that_was_annotated(corpus: str) -> None:
    lines = [
        *worldnews.KEPT.read_text(encoding="utf-8").splitlines(),
        *verdicts.KEPT.read_text(encoding="utf-8").splitlines(),
    ]
    rows = (row for row in map(json.loads, lines) if row["report"].startswith(corpus))
    found = [(texts.digest(texts.text_of(row["report"])), row["digest"]) for row in islice(rows, 3)]
    assert len(found) == 3
    assert all(own == kept for own, kept in found)


def test_of_an_articles_passages_the_first_come_first() -> None:
    """So that a share of them has as many articles as can be."""
    path = corpora.shared() / "data/rams/dev.jsonlines"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    article = {f"rams:{row['doc_key']}": row["source_url"] for row in rows}
    order = [article[name] for name in texts.rams()]
    assert len(order) == len(rows)
    assert len(set(order)) < len(order)
    assert len(set(order[: len(set(order))])) == len(set(order))
