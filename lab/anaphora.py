"""Pronouns with what they mean, from five corpora, as one kind of case: a text, a pronoun, the right spans."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sayso.resolve.actors.wordlists import words_in

from . import gap, worldnews
from .corpora import Pieces, shared

PRONOUNS = words_in("""
    he him his himself she her hers herself it its itself they them their theirs themselves
""")
# GUM's official development and test documents, by its splits.md; the latter are not opened. GENTLE is its second test.
GUM_DEV = words_in("""
    academic_exposure academic_librarians bio_byron bio_emperor conversation_grounded conversation_risk court_loan
    court_negligence essay_evolved essay_tools fiction_beast fiction_lunre interview_cyclone interview_gaming
    letter_arendt letter_wiki news_homeopathic news_iodine podcast_bangladesh podcast_wrestling
    reddit_macroeconomics reddit_pandas speech_impeachment speech_inauguration textbook_governments textbook_labor
    vlog_portland vlog_radiology voyage_athens voyage_coron whow_joke whow_overalls
""")
GUM_TEST = words_in("""
    academic_discrimination academic_eegimaa bio_dvorak bio_jespersen conversation_lambada conversation_retirement
    court_insanity court_mitigation essay_fear essay_system fiction_falling fiction_teeth interview_hill
    interview_libertarian letter_attorney letter_mandela news_nasa news_sensitive podcast_bezos podcast_multitasking
    reddit_escape reddit_monsters speech_austria speech_newzealand textbook_chemistry textbook_union vlog_london
    vlog_studying voyage_oakland voyage_vavau whow_cactus whow_mice
""")
# Genres of connected prose; recipes, travel guides and chat have few persons told of in the third person.
GENRES = tuple(words_in("news bio interview speech fiction court letter essay academic textbook podcast"))


@dataclass(frozen=True, slots=True)
class Case:
    """A pronoun in a text; `same` are spans that mean the same, `others` spans known not to.

    `is_complete`: whatever is in neither means something else. `names` are persons' names that the corpus marks.
    """

    name: str
    corpus: str
    text: str
    pronoun: tuple[int, int]
    same: Pieces
    others: Pieces = ()
    is_complete: bool = True
    names: Pieces = ()


def of_gap(split: str) -> list[Case]:
    """GAP: of the two names one is meant, or neither."""
    out = []
    for snippet in gap.load(split):
        same = tuple((n.start, n.end) for n in snippet.names if n.is_meant)
        others = tuple((n.start, n.end) for n in snippet.names if not n.is_meant)
        names = tuple((n.start, n.end) for n in snippet.names)
        out.append(Case(snippet.id, f"gap {split}", snippet.text, snippet.pronoun, same, others, bool(same), names))
    return out


def of_gum(split: str) -> list[Case]:
    """Every third-person pronoun of GUM's documents of a split, "train" or "dev"."""
    out = []
    for path in sorted((shared() / "data" / "gum" / "dep").glob("GUM_*.conllu")):
        name = path.stem.removeprefix("GUM_")
        if name in GUM_TEST or (name in GUM_DEV) != (split == "dev") or not name.startswith(GENRES):
            continue
        out += _cases(name, f"gum {split}", *_conllu(path.read_text("utf-8").splitlines()))
    return out


def _conllu(lines: Iterable[str]) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """The text, a paragraph a line, and the spans of each entity."""
    text, spans, opened = "", defaultdict(list), defaultdict(list)
    gap_before = ""
    for line in lines:
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            gap_before = "\n" if text else ""
        if line.startswith("#") or not line:
            continue
        columns = line.split("\t")
        if "-" in columns[0] or "." in columns[0]:
            continue
        start = len(text) + len(gap_before)
        text += gap_before + columns[1]
        fields = dict(part.partition("=")[::2] for part in columns[9].split("|"))
        gap_before = "" if fields.get("SpaceAfter") == "No" else " "
        _mark(fields.get("Entity", ""), start, len(text), spans, opened)
    return text, spans


_BRACKET = re.compile(r"\((\w+)[^()]*(\))?|(\w+)\)")


def _mark(
    marks: str, start: int, end: int, spans: dict[str, list[tuple[int, int]]], opened: dict[str, list[int]]
) -> None:
    """Reads "(12-person-…" , "12)" and "(12-person-…)" of one token."""
    for found in _BRACKET.finditer(marks):
        key = found[1] or found[3]
        if found[1] and found[2]:
            spans[key].append((start, end))
        elif found[1]:
            opened[key].append(start)
        elif opened[key]:
            spans[key].append((opened[key].pop(), end))


def of_meantime() -> list[Case]:
    """Every third-person pronoun of MEANTIME's Wikinews documents."""
    documents: dict[str, list[list[str]]] = defaultdict(list)
    for line in (shared() / "data" / "meantime" / "meantime.conll").read_text("utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) == 5:
            documents[columns[0]].append(columns)
    out = []
    for name, rows in documents.items():
        out += _cases(name, "meantime", *_table(rows))
    return out


def _table(rows: Sequence[Sequence[str]]) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    text, spans, opened = "", defaultdict(list), defaultdict(list)
    sentence = ""
    for _, of, _, word, marks in rows:
        glue = "" if not text or word in ".,;:!?)'%”’" or word.startswith("'") or text[-1] in "($“" else " "
        glue = "\n" if sentence != of and text and of in ("1", "2") else glue
        sentence = of
        start = len(text) + len(glue)
        text += glue + word
        for mark in re.split(r"\|\s*", marks):
            _mark(mark, start, len(text), spans, opened)
    return text, spans


def _cases(name: str, corpus: str, text: str, spans: dict[str, list[tuple[int, int]]]) -> Iterator[Case]:
    """A case for each pronoun that an entity covers."""
    for key, found in spans.items():
        others = tuple(span for other, places in spans.items() if other != key for span in places)
        for start, end in found:
            if text[start:end].lower() not in PRONOUNS:
                continue
            same = tuple(sorted({span for span in found if span != (start, end)}))
            yield Case(f"{name}:{start}", corpus, text, (start, end), same, others)


def of_dossiers(names: Sequence[str] = ()) -> list[Case]:
    """The pronouns that are sources in the dossiers (all, or those named): right are the other mentions of the actor.

    A mention is a source of the same actor or one of the names that the reference gives him.
    """
    folders = sorted(path.parent for path in (shared() / "dossiers").glob("*/gold.json"))
    wanted = [folder for folder in folders if not names or folder.name in names]
    return [case for folder in wanted for case in _of_folder(folder, f"dossier {folder.name}")]


def of_worldnews() -> list[Case]:
    """The pronouns that are sources in the world news annotated by reading, part "learn"; right as in the dossiers."""
    return _of_folder(worldnews.folder("learn"), "world news")


def _of_folder(folder: Path, corpus: str) -> list[Case]:
    out: list[Case] = []
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    for report in json.loads((folder / "reports.json").read_text("utf-8")):
        text = (folder / report["file"]).read_bytes().decode("utf-8")
        sources: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for row in gold["statements"]:
            if row["report"] == report["id"] and row["source"] and row["actor"]:
                sources[row["actor"]].append((row["source"]["start"], row["source"]["end"]))
        for actor in gold["actors"]:
            if corpus == "world news" and actor["id"] not in sources:
                continue
            for alias in {actor["name"], *actor["aliases"]}:
                found = re.finditer(rf"\b{re.escape(alias)}\b", text)
                sources[actor["id"]] += [match.span() for match in found]
        out += _cases(report["id"], corpus, text, sources)
    return out
