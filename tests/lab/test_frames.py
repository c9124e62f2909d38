"""Reports made of frames: exact offsets, every act and kind of case, the same each time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from lab import corpora
from lab.corpora import Example, Gold
from lab.frames import framed
from lab.frames.filling import SILENT
from lab.frames.markup import Choice, Mark, parsed
from lab.frames.markup import Sequence as Tree
from lab.frames.slots import FILLERS
from lab.frames.tables import checked, forms, frames, words
from sayso.ledger import ACTS

FOLDER = Path(corpora.__file__).parent / "frames"


@cache
def reports() -> list[Example]:
    try:
        corpora.shared()
    except SystemExit as error:
        pytest.skip(f"no annotated data: {error}")
    return framed(corpora.polnear("train"), 400, 5)


def spans(gold: Gold) -> list[tuple[str, int, int]]:
    assert gold.cue is not None
    found = [(role, *piece) for role, pieces in gold.roles.items() for piece in pieces]
    return [("cue", *gold.cue), *found]


def test_every_span_is_whole_text_inside_one_paragraph() -> None:
    for report in reports():
        for gold in report.attributions or ():
            for role, start, end in spans(gold):
                text = report.text[start:end]
                assert 0 <= start < end <= len(report.text), (report.name, role)
                assert text == text.strip(" ,;") or role == "content", (report.name, role, text)
                assert text == text.strip(), (report.name, role, text)
                assert "\n" not in text, (report.name, role, text)
                before = report.text[start - 1 : start]
                after = report.text[end : end + 1]
                assert not (before.isalnum() and text[0].isalnum()), (report.name, role, text)
                assert not (after.isalnum() and text[-1].isalnum()), (report.name, role, text)


def test_roles_are_apart_from_the_cue_and_nested_ones_lie_in_a_content() -> None:
    for report in reports():
        golds = report.attributions or ()
        contents = [(at, piece) for at, gold in enumerate(golds) for piece in gold.roles.get("content", ())]
        assert len({gold.cue for gold in golds}) == len(golds)
        for at, gold in enumerate(golds):
            assert gold.cue is not None
            first, last = gold.cue
            for role, start, end in spans(gold)[1:]:
                assert end <= first or last <= start, (report.name, role, report.text[start:end])
            inside = [other for other, (start, end) in contents if other != at and start <= first and last <= end]
            assert gold.is_nested == bool(inside), (report.name, report.text[first:last])
            if gold.is_nested and "content" in gold.roles:
                outer = [piece for other in inside for piece in golds[other].roles["content"]]
                for start, end in gold.roles["content"]:
                    assert any(a <= start and end <= b for a, b in outer), (report.name, report.text[start:end])


def test_the_same_seed_gives_the_same_reports() -> None:
    examples = corpora.polnear("train")[:60] if reports() else []
    assert framed(examples, 20, 3) == framed(examples, 20, 3)
    assert framed(examples, 20, 3) != framed(examples, 20, 4)


def test_reports_can_be_made_of_frames_alone() -> None:
    made = framed([], 30, 1)
    assert len(made) == 30
    assert all(report.knows_nesting and report.known_roles == frozenset(corpora.ROLES) for report in made)
    assert sum(len(report.attributions or ()) for report in made) > 60


@pytest.mark.parametrize("act", ACTS)
def test_every_act_comes_with_several_cues(act: str) -> None:
    cues = {
        report.text[slice(*gold.cue)].lower()
        for report in reports()
        for gold in report.attributions or ()
        if gold.act == act and gold.cue
    }
    assert len(cues) >= 8


@pytest.mark.parametrize(
    ("case", "least"),
    [
        ("nested", 200),
        ("no source", 80),
        ("two pieces", 80),
        ("addressee", 100),
        ("setting", 100),
        ("via", 40),
        ("condition", 20),
        ("time", 100),
        ("colon", 60),
        ("possessive", 60),
        ("no content", 5),
        ("hearsay adverb", 25),
        ("relay cited", 12),
        ("told, by nobody named", 25),
        ("inside a turn", 40),
        ("shared source", 150),
        ("by somebody’s count", 10),
    ],
)
def test_every_kind_of_case_comes_often(case: str, least: int) -> None:
    def holds(report: Example, gold: Gold) -> bool:
        cue = report.text[slice(*(gold.cue or (0, 0)))]
        all_ = report.attributions or ()
        sources = [gold.roles["source"]] if "source" in gold.roles else []

        def around(inner: Gold) -> list[Gold]:
            at = (inner.cue or (0, 0))[0]
            return [g for g in all_ if any(start <= at < end for start, end in g.roles.get("content", ()))]

        return {
            "nested": gold.is_nested,
            "no source": "source" not in gold.roles,
            "two pieces": len(gold.roles.get("content", ())) > 1,
            "colon": cue == ":",
            "possessive": cue.startswith(("’", "'")),
            "no content": "content" not in gold.roles,
            "hearsay adverb": cue.lower() in ("allegedly", "reportedly", "supposedly", "purportedly", "apparently"),
            "relay cited": cue.lower() in ("citing", "quoting") and "via" in gold.roles,
            "told, by nobody named": "addressee" in gold.roles and "source" not in gold.roles,
            "inside a turn": gold.is_nested and any(c.cue and report.text[slice(*c.cue)] in ":." for c in around(gold)),
            "shared source": any(s == o.roles.get("source") and o is not gold for o in all_ for s in sources),
            "by somebody’s count": cue.endswith(
                ("count", "reckoning", "account", "tally", "estimate", "view", "telling")
            ),
        }.get(case, case in gold.roles)

    found = sum(holds(report, gold) for report in reports() for gold in report.attributions or ())
    assert found >= least


def test_the_tables_are_sound() -> None:
    assert checked() == []
    assert {"nested", "headline", "label", "neg", "quoterun", "coord", "nosource", "via", "sense"} <= set(frames())
    assert max(path.read_text(encoding="utf-8").count("\n") for path in FOLDER.rglob("*.tsv")) <= 300


def test_every_slot_of_the_tables_is_known() -> None:
    named = {name for path in FOLDER.rglob("*.tsv") for name in re.findall(r"{\d?([^{}]+)}", path.read_text("utf-8"))}
    families = {name[1:] for name in named if name.startswith(">")}
    assert families <= set(frames())
    assert {name.partition(":")[0] for name in named if name[0] != ">"} <= FILLERS.keys() | words().keys()


@pytest.mark.parametrize("family", sorted(SILENT))
def test_a_family_without_statements_marks_no_role(family: str) -> None:
    found = frames()[family]
    assert len(found) >= 20
    assert not any(isinstance(node, Mark) for frame in found for node in nodes(frame.tree))


def nodes(tree: Tree) -> Iterator[object]:
    for node in tree:
        yield node
        for option in node.options if isinstance(node, Choice) else ():
            yield from nodes(option)


def test_a_quarter_to_a_third_of_the_sentences_hold_no_statement() -> None:
    silent = total = 0
    for report in reports():
        taken = [piece for gold in report.attributions or () for _, *piece in spans(gold)]
        ends = [m.end() for m in re.finditer(r"[.?!][”\"’']*(?= [“\"‘A-Z])|\n+|$", report.text)]
        for start, end in zip([0, *ends], ends, strict=False):
            if report.text[start:end].strip():
                total += 1
                silent += not any(first < end and start < last for first, last in taken)
    assert 0.22 <= silent / total <= 0.36


@pytest.mark.parametrize("template", ["[q said", "said]", "(a|b", "{S} [q said} x", "a|b"])
def test_a_frame_with_loose_brackets_is_refused(template: str) -> None:
    with pytest.raises((ValueError, IndexError)):
        parsed(template)


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("deny", ("denies", "denied", "denied", "denying")),
        ("tell", ("tells", "told", "told", "telling")),
        ("rule out", ("rules out", "ruled out", "ruled out", "ruling out")),
        ("slam", ("slams", "slammed", "slammed", "slamming")),
        ("be convinced", ("is convinced", "was convinced", "been convinced", "being convinced")),
    ],
)
def test_forms(lemma: str, expected: tuple[str, ...]) -> None:
    assert forms(lemma) == expected
