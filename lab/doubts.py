"""`python -m lab.doubts find | show FIRST LAST | keep DRAFT…`: labels that the network doubts, read again.

Readers who name an act agree in seven cases of ten, so among what the network learns from there are slips. Where it
holds another act much likelier than the label that it has learnt (confident learning, Northcutt and others 2021), or
is sure of a statement that no annotator of the whole report has, another reader decides, who sees the passage and both
acts in the order of the alphabet, and not which is whose:

    17: deny; 18: x; 19: assess

"x" is no statement at all. `keep` puts what was read in the place of the label, in the files that hold it; but an "x"
takes only those out that a network had found (`verdicts.jsonl`), none that an annotator had. Numbers are those of one
`find`, whose mark heads each draft ("# 1a2b3c4d", as `show` prints it).
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

from sayso.extract.attribution import find
from sayso.extract.encoder import Encoder
from sayso.ledger import ACTS, Attribution, Document

from . import actlabels, texts, verdicts, worldnews
from .figures import WORK

FOUND = WORK / "doubts.jsonl"
# How much likelier the network's act must be than the label's, and how sure it must be of a statement nobody has: three
# in ten of those acts and four in ten of those statements were the network's by the reader. Not tuned.
APART, SURE = 0.3, 0.5
_HEARD = 0.1  # an attribution of this confidence lets the network say its act
_AROUND = 320  # characters that are shown before a cue
_ANSWER = re.compile(r"\s*(\d+)\s*:\s*([a-z_]+)\s*")

Pair = tuple[int, int]


def labels() -> Iterator[tuple[str, str, str, dict[Pair, str], bool]]:
    """The file of labels, the name of a text, the text, its cues with their acts, and whether these are all."""
    for row in _rows(worldnews.KEPT):
        if row["part"] == "learn":
            acts = {_pair(each["cue"]): each["act"] for each in row["statements"] if each["cue"]}
            yield "worldnews", row["report"], _text("worldnews", row["report"]), acts, True
    for row in _rows(verdicts.KEPT):
        acts = {_pair(each["cue"]): each["act"] for each in row["found"] if each["act"]}
        yield "verdicts", row["report"], _text("verdicts", row["report"]), acts, False
    for name, acts in actlabels.readings().items():
        yield "act_readings", name, _text("act_readings", name), acts, False


def doubted(job: tuple[str, str, str, dict[Pair, str], bool]) -> list[dict[str, Any]]:
    """The labels of one text that the network doubts, and what it misses among them."""
    file, name, text, acts, is_whole = job
    found = [each for each in find(Document(text), _network(), _HEARD).attributions if each.cue and each.acts]
    out, met = [], set()
    for cue, act in acts.items():
        one = next((each for each in found if each.anchor.start < cue[1] and each.anchor.end > cue[0]), None)
        if one is None:
            continue
        met.add(one)
        said = dict(one.acts)
        best = max(said, key=lambda key: said[key])
        if said[best] - said.get(act, 0.0) >= APART:
            out.append(_item(file, name, one, cue, sorted((act, best))))
    if not is_whole:
        return out
    new = (each for each in found if each not in met and each.confidence >= SURE and each.content)
    return out + [
        _item(file, name, one, (one.anchor.start, one.anchor.end), ["x", one.acts[0][0]], True) for one in new
    ]


def _item(file: str, name: str, one: Attribution, cue: Pair, acts: list[str], is_new: bool = False) -> dict[str, Any]:
    source = [one.source.start, one.source.end] if one.source else None
    content = [[span.start, span.end] for span in one.content]
    own = {"file": file, "report": name, "cue": list(cue), "source": source, "content": content}
    return {**own, "acts": sorted(acts), "is_new": is_new}


@cache
def _network() -> Encoder:
    return Encoder(threads=1)


def find_all() -> None:
    """Read every labelled text, and keep what is doubted under lab/work."""
    with ProcessPoolExecutor(2) as pool:
        rows = [row for some in pool.map(doubted, labels(), chunksize=16) for row in some]
    FOUND.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    print(Counter((row["file"], row["is_new"]) for row in rows))


@cache
def _found() -> tuple[dict[str, Any], ...]:
    return tuple(_rows(FOUND))


def mark() -> str:
    """What tells one `find` from another."""
    return "# " + hashlib.sha256(json.dumps(_found()).encode()).hexdigest()[:8]


def _text(file: str, name: str) -> str:
    return texts.text_of(f"polnear:{name}" if file == "act_readings" else name)


def show(number: int) -> str:
    """The passage with the cue in double brackets and its content in braces, and the acts to choose from."""
    row = _found()[number]
    text, cue = _text(row["file"], row["report"]), row["cue"]
    own = [place for place in row["content"] if abs(place[0] - cue[0]) < 4 * _AROUND]
    first = max(0, min([cue[0], *(start for start, _ in own)]) - _AROUND)
    last = min(len(text), max([cue[1], *(min(end, start + 3 * _AROUND) for start, end in own)]) + _AROUND // 2)
    marks = [(cue[0], 1, "[["), (cue[1], 0, "]]")]
    marks += [sign for start, end in own for sign in ((start, 2, "{"), (end, -1, "}"))]
    out, at = [], first
    for place, _, sign in sorted(each for each in marks if each[0] <= last):
        out += [text[at:place], sign]
        at = max(at, place)
    passage = re.sub(r"\s+", " ", "".join([*out, text[at:last]])).strip()
    return f"#{number} ({' / '.join(row['acts'])}) {passage}\n"


def keep(drafts: Iterable[Path]) -> None:
    """Put what was read in the place of the labels."""
    read: dict[int, str] = {}
    own_mark = mark()
    for draft in drafts:
        head, _, rest = draft.read_text(encoding="utf-8").partition("\n")
        if head.strip() != own_mark:
            print(f"{draft.name}: of another `find` than the one at hand ({own_mark}): left out")
            continue
        for piece in filter(str.strip, re.split(r"[;\n]", rest)):
            answer = _ANSWER.fullmatch(piece)
            if answer is None or answer[2] not in (*ACTS, "x") or int(answer[1]) >= len(_found()):
                print(f"{draft.name}: cannot read {piece.strip()!r}")
                continue
            read[int(answer[1])] = answer[2]
    told: Counter[str] = Counter()
    by_text: defaultdict[tuple[str, str], list[tuple[dict[str, Any], str]]] = defaultdict(list)
    for number, act in read.items():
        row = _found()[number]
        by_text[row["file"], row["report"]].append((row, act))
    for path, change in ((worldnews.KEPT, _whole), (verdicts.KEPT, _judged), (actlabels.READINGS, _acts)):
        rows = list(_rows(path))
        for each in rows:
            is_other_part = each.get("part", "learn") != "learn"
            own = () if is_other_part else by_text.get((path.stem, each.get("report", each.get("article"))), ())
            for row, act in own:
                told[f"{path.stem}: {change(each, row, act)}"] += 1
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    print("\n".join(f"{what}: {count}" for what, count in sorted(told.items())))


def _whole(report: dict[str, Any], row: dict[str, Any], act: str) -> str:
    """Change a report that is annotated whole; what is told is what became of it."""
    known = [each for each in report["statements"] if each["cue"]]
    if row["is_new"]:
        start, end = row["cue"]
        if act == "x" or any(each["cue"][0] < end and each["cue"][1] > start for each in known):
            return "not taken in"
        new = {"id": f"d{start}", "act": act, "cue": row["cue"], "content": row["content"], "negated": False}
        new |= {"source": row["source"]} if row["source"] else {}
        report["statements"].append(new)
        for each in (new, *(one for one in known if _holds(new, one))):
            if held := [
                one for one in [*known, new] if one is not each and _holds(one, each) and not _holds(each, one)
            ]:
                each["parent"] = min(held, key=lambda one: sum(end - start for start, end in one["content"]))["id"]
        return "taken in"
    return _changed(known, row, None if act == "x" else act)


def _holds(outer: dict[str, Any], inner: dict[str, Any]) -> bool:
    """Whether a statement's cue lies in what another says."""
    return any(start <= inner["cue"][0] and inner["cue"][1] <= end for start, end in outer["content"])


def _judged(article: dict[str, Any], row: dict[str, Any], act: str) -> str:
    return _changed(article["found"], row, None if act == "x" else act, is_removable=True)


def _changed(known: list[dict[str, Any]], row: dict[str, Any], act: str | None, is_removable: bool = False) -> str:
    for each in known:
        if each["cue"] == row["cue"]:
            if each["act"] == act or (act is None and not is_removable):
                return "stays"
            link = each.get("link")  # its relation goes by the act, but for one that was said otherwise
            if link and act and link[1] == verdicts.relation(each["act"]):
                link[1] = verdicts.relation(act)
            each["act"] = act
            return "changed" if act else "turned down"
    return "gone"


def _acts(article: dict[str, Any], row: dict[str, Any], act: str) -> str:
    cue = "{}-{}".format(*row["cue"])
    if act in ("x", article["acts"][cue]):
        return "stays"
    article["acts"][cue] = act
    return "changed"


def _pair(place: list[int]) -> Pair:
    return place[0], place[1]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


if __name__ == "__main__":
    verb, *rest = sys.argv[1:] or ["help"]
    if verb == "find":
        find_all()
    elif verb == "show":
        print(mark(), *(show(number) for number in range(int(rest[0]), min(int(rest[1]), len(_found())))), sep="\n")
    elif verb == "keep" and rest:
        keep(map(Path, rest))
    else:
        sys.exit(__doc__)
