"""`python -m lab.verdicts find | show NUMBER… | check DRAFT… | keep DRAFT…`: what was found in news, judged by readers.

`find` reads the texts that no other labels have and keeps the places of what it found under lab/work. A reader sees an
article with its cues numbered, blind to what the product makes of them, and writes a line for it, which begins with its
number:

    17: 1 allege; 2 deny >1; 3 x; 4 state !; 5 reject >2 :answers; 6 allege =1; 7 assess ~4

"x" is no statement after all, "!" negated, ">" answers that one (the relation goes by the act unless ":" says which),
"=" is the same utterance, "~" the same source saying it again. `keep` writes offsets and labels alone to
`verdicts.jsonl`, never the text. Articles that are annotated whole (lab/worldnews.py) are left out there.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, get_args

from sayso.extract.encoder import WEIGHTS, Encoder
from sayso.ledger import ACTS, Document
from sayso.ledger.response import Relation
from sayso.pipeline import read_report
from sayso.resolve.acts import cue_entry
from sayso.settings import Settings

from . import actlabels, corpora, texts, worldnews
from .corpora import Example, Gold, Pieces
from .figures import WORK
from .texts import digest, text_of

KEPT = Path(__file__).with_name("verdicts.jsonl")
FOUND = WORK / "verdicts-found.jsonl"
# Below the bar that ships, so that a reader also turns down and takes in what was doubtful.
LEAST = 0.22
_BY_ACT = {"deny": "denies", "reject": "rejects", "agree": "accepts", "acknowledge": "confirms"}
_RELATIONS = get_args(Relation)
_MARKS = {"=": "same_utterance", "~": "repeats"}
_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_VERDICT = re.compile(r"(\d+)\s*([a-z_]+)\s*(!)?\s*(?:([>=~])\s*(\d+))?\s*(?::\s*(\w+))?")


class Bad(ValueError):
    """A line of a draft that cannot be read."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One found statement as judged: offsets of its pieces, its act (None: no statement), and what it answers."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    act: str | None
    negated: bool
    parent: int | None
    link: tuple[int, str] | None


def names() -> Iterator[str]:
    """Texts to judge: not annotated whole, of no outlet or article that is held out, and not of the labels of acts."""
    rows = [json.loads(line) for line in worldnews.KEPT.read_text(encoding="utf-8").splitlines()]
    taken = {row["report"] for row in rows}
    outlets = {row["report"].rsplit("_", 1)[0] for row in rows if row["part"] == "held" and ":" not in row["report"]}
    held = {(each.corpus, digest(each.text)) for each in actlabels.labelled() if each.part == "held"}
    data = corpora.shared() / "data"
    stems = sorted(path.stem for path in (data / "worldwide" / "original_articles").glob("*.txt"))
    away = (*corpora.HELD_OUT_OUTLETS, *sorted(outlets))
    mpqa = actlabels.texts("mpqa").items()
    every = chain(
        (stem for stem in stems if not stem.startswith(away)),
        (f"{path.partition('.')[0]}:{at}" for path, at in _wikinews()),
        (f"mpqa:{key}" for key, text in mpqa if ("mpqa", digest(text)) not in held),
        texts.rams(),
        (f"polnear:{example.name}" for example in corpora.polnear("train")),
        texts.timed(),
    )
    yield from (name for name in every if name not in taken)


def _wikinews() -> Iterator[tuple[str, str]]:
    for key in actlabels.texts("wikinews"):
        path, _, at = key.rpartition(":")
        yield path, at


def find(weights: Path = WEIGHTS) -> None:
    """Read every text to judge that was not read yet, and keep where its statements stand."""
    network, known = Encoder(weights), FOUND.read_text(encoding="utf-8") if FOUND.exists() else ""
    done, out = {json.loads(line)["report"] for line in known.splitlines()}, []
    for name in dict.fromkeys(names()):
        if name in done:
            continue
        text = text_of(name)
        ledger = read_report(Document(text), network, Settings(min_confidence=LEAST))
        own = sorted((each for each in ledger.statements if each.cue), key=lambda each: each.cue or ())
        at = {each.id: place for place, each in enumerate(own, 1)}
        rows = [
            {
                "cue": [each.cue.start, each.cue.end],
                "source": [each.source.start, each.source.end] if each.source else None,
                "content": [[span.start, span.end] for span in each.content],
                "parent": at.get(each.parent_id or ""),
            }
            for each in own
            if each.cue
        ]
        if len(rows) > 1:
            out.append({"report": name, "digest": digest(text), "found": rows})
    FOUND.parent.mkdir(parents=True, exist_ok=True)
    FOUND.write_text(known + "".join(json.dumps(row) + "\n" for row in out), encoding="utf-8")


@cache
def _found() -> dict[str, dict[str, Any]]:
    return {row["report"]: row for row in map(json.loads, FOUND.read_text(encoding="utf-8").splitlines())}


def show(name: str) -> str:
    """The article with each cue numbered: [[3 said]], and [[4^3 claim]] where it lies in what 3 says."""
    text, marks = text_of(name), []
    for at, each in enumerate(_found()[name]["found"], 1):
        inside = f"^{each['parent']}" if each["parent"] else ""
        marks += [(each["cue"][0], 1, f"[[{at}{inside} "), (each["cue"][1], 0, "]]")]
    out, last = [], 0
    for place, _, mark in sorted(marks):
        out += [text[last:place], mark]
        last = place
    number = list(_found()).index(name)
    return f"### {number} = {name}\n" + re.sub(r"\s*\n\s*", "\n", "".join([*out, text[last:]]).strip()) + "\n"


def relation(act: str | None) -> str:
    """How a statement of this act answers, unless a reader says otherwise."""
    return _BY_ACT.get(act or "", "answers")


def read(line: str) -> dict[str, Any]:
    """A draft's line as it is kept; fails with what cannot be read in it."""
    number, _, rest = line.partition(":")
    rows = list(_found().values())
    if not number.strip().isdecimal() or int(number) >= len(rows):
        raise Bad(f"no article {number.strip()!r}: a line begins with the number of its article and a colon")
    row = rows[int(number)]
    name = row["report"]
    judged: dict[int, dict[str, Any]] = {}
    for piece in filter(None, (part.strip() for part in rest.split(";"))):
        match = _VERDICT.fullmatch(piece)
        if match is None:
            raise Bad(f"{name}: cannot read {piece!r}")
        number, act, negated, mark, to, said = match.groups()
        at = int(number)
        if not 1 <= at <= len(row["found"]) or act not in (*ACTS, "x"):
            raise Bad(f"{name}: {piece!r} has no such number or act")
        found = {**row["found"][at - 1], "act": None if act == "x" else act, "negated": bool(negated)}
        if mark:
            named = said or _MARKS.get(mark) or relation(act)
            if named not in _RELATIONS or not 1 <= int(to) <= len(row["found"]) or int(to) == at:
                raise Bad(f"{name}: {piece!r} has no such relation or number")
            found["link"] = [int(to), named]
        judged[at] = found
    missing = set(range(1, len(row["found"]) + 1)) - set(judged)
    if missing:
        raise Bad(f"{name}: no verdict on {', '.join(map(str, sorted(missing)))}")
    return {"report": name, "digest": row["digest"], "found": [judged[at] for at in sorted(judged)]}


def check(drafts: Iterable[Path]) -> list[dict[str, Any]]:
    """What the drafts say; lines that cannot be read are told and left out."""
    out = []
    for draft in drafts:
        for line in filter(str.strip, draft.read_text(encoding="utf-8").splitlines()):
            try:
                out.append(read(line))
            except Bad as wrong:
                print(f"{draft.name}: {wrong}")
    return out


def keep(drafts: Iterable[Path]) -> None:
    """Add what the drafts say to `verdicts.jsonl`."""
    lines = KEPT.read_text(encoding="utf-8").splitlines() if KEPT.exists() else []
    rows = {row["report"]: row for row in [*map(json.loads, lines), *check(drafts)]}
    for whole in map(json.loads, worldnews.KEPT.read_text(encoding="utf-8").splitlines()):
        rows.pop(whole["report"], None)
    KEPT.write_text("".join(json.dumps(row) + "\n" for row in rows.values()), encoding="utf-8")
    acts = Counter(each["act"] or "none" for row in rows.values() for each in row["found"])
    print(f"{len(rows)} articles, {acts.total()} verdicts, {acts['none']} of them no statement")


def judged() -> Iterator[tuple[str, str, tuple[Verdict, ...]]]:
    """Name, text and verdicts of every article whose text is at hand and is the one that was judged."""
    for line in KEPT.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = text_of(row["report"])
        if digest(text) != row["digest"]:
            raise SystemExit(f"error: the text of {row['report']} is not the one that was judged")
        yield row["report"], text, tuple(map(_verdict, row["found"]))


def _verdict(row: dict[str, Any]) -> Verdict:
    link = row.get("link")
    return Verdict(
        (row["cue"][0], row["cue"][1]),
        tuple(row["source"]) if row["source"] else None,
        tuple((start, end) for start, end in row["content"]),
        row["act"], row["negated"], row["parent"], (link[0], link[1]) if link else None,
    )  # fmt: skip


def examples(is_wary: bool = False) -> list[Example]:
    """The articles to learn from: what was taken for a statement, with its act; elsewhere a cue is less likely.

    `is_wary`: whether a word that the lexicon has for a cue is one stays open where no reader said that it is, since
    readers saw only what was found and turn down plans and support, which other annotators take for statements.
    """
    out = []
    for name, text, verdicts in judged():
        golds, at = [], {}
        for number, each in enumerate(verdicts, 1):
            if each.act is not None and each.content:
                roles = {"content": each.content} | ({"source": (each.source,)} if each.source else {})
                at[number] = len(golds)
                golds.append(Gold(each.cue, roles, each.act, each.parent is not None))
        linked = ((number, *each.link) for number, each in enumerate(verdicts, 1) if each.link)
        links = tuple((at[one], at[other], relation) for one, other, relation in linked if one in at and other in at)
        known = frozenset({"source", "content"})
        # What is a statement PolNeAR's own annotators say otherwise; only acts and links are learnt from its articles.
        is_partial = name.startswith("polnear:")
        corpus = "verdicts polnear" if is_partial else "verdicts"
        unsure = _cue_words(text) if is_wary else ()
        out.append(Example(name, corpus, text, tuple(golds), None, known, True, unsure, is_partial, links=links))
    return out


def _cue_words(text: str) -> Pieces:
    """Where a word stands that the lexicon has for a cue."""
    return tuple(word.span() for word in _WORD.finditer(text) if cue_entry(word.group()) is not None)


if __name__ == "__main__":
    verb, *rest = sys.argv[1:]
    if verb == "find":
        find()
    elif verb == "show":
        print("\n".join(show(list(_found())[int(number)]) for number in rest))
    elif verb == "check":
        check(map(Path, rest))
    else:
        keep(map(Path, rest))
