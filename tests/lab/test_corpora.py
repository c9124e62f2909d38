"""The corpora as examples: every span inside its text, conventions made one; skipped where the data is not there."""

from __future__ import annotations

import pytest

from lab import corpora
from lab.corpora import Example
from lab.geneva import _joined, geneva
from lab.selflabels import label
from sayso.extract.encoder import Encoder

try:
    corpora.shared()
except SystemExit:
    pytest.skip("the annotated data is not here (SAYSO_SHARED)", allow_module_level=True)


def spans(example: Example) -> list[tuple[int, int]]:
    golds = example.attributions or ()
    found = [piece for gold in golds for pieces in gold.roles.values() for piece in pieces]
    return found + [gold.cue for gold in golds if gold.cue] + [(a, b) for a, b, _ in example.mentions or ()]


@pytest.mark.parametrize("read", [lambda: corpora.polnear("dev"), corpora.dossiers, corpora.worldwide, geneva])
def test_every_span_lies_in_its_text(read) -> None:  # type: ignore[no-untyped-def]
    examples = read()
    assert len(examples) > 19
    for example in examples[:200]:
        assert all(0 <= a < b <= len(example.text) and example.text[a:b].strip() for a, b in spans(example))


def test_that_opens_the_content_in_the_dossiers_too() -> None:
    golds = [(e.text, gold) for e in corpora.dossiers() for gold in e.attributions or () if gold.cue]
    cues = [text[slice(*gold.cue)] for text, gold in golds if gold.roles.get("content")]  # type: ignore[misc]
    opened = [text[a:b] for text, gold in golds for a, b in gold.roles.get("content", ())]
    assert not [cue for cue in cues if cue.endswith(" that")]
    assert sum(content.startswith("that ") for content in opened) > 50


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        (["``", "We", "won", ",", "''", "he", "said", "."], "“We won,” he said."),
        (["The", "council", "'s", "plan", "(", "old", ")"], "The council's plan (old)"),
        (["low", "-", "enriched", '"', "fuel", '"'], "low-enriched “fuel”"),
    ],
)
def test_tokens_become_running_text(tokens: list[str], text: str) -> None:
    joined, places = _joined(tokens)
    assert joined == text
    assert [a <= b <= len(text) for a, b in places] == [True] * len(tokens)


def test_labels_of_a_network_stand_inside_the_contents_they_were_found_in() -> None:
    example = next(each for each in corpora.polnear("dev") if len(each.attributions or ()) > 20)
    golds, unsure = label(Encoder(threads=1), example)
    contents = [piece for gold in example.attributions or () for piece in gold.roles.get("content", ())]
    assert golds
    assert all(gold.is_nested and gold.cue for gold in golds)
    for start, end in [gold.cue for gold in golds if gold.cue] + unsure:
        assert any(a <= start and end <= b for a, b in contents)
