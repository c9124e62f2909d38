"""Pronouns with what they mean, as targets of the encoder: those of annotated corpora, and names put as pronouns.

A name said a second time is a pronoun's antecedent known for nothing: put "he" in its place, and the earlier place of
the name is the answer (Kocijan and others 2019, WikiCREM, who masked the name instead). Ten thousand windows of news
have many more of these than the annotated corpora have pronouns.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache

import numpy as np

from sayso import lexicon
from sayso.extract.windows import LOWER, MARK, NONE, TITLE, UPPER, Tokenise, Window
from sayso.resolve.actors.wordlists import words_in

from .anaphora import PRONOUNS, Case, of_gap, of_gum, of_meantime
from .batches import IGNORE, PronounTarget, Sample
from .corpora import Example, Pronoun

# How far back the name may stand (pieces), how many a window, and how often a window has any. Not tuned.
REACH, MOST, OFTEN = 120, 3, 0.5
_BEFORE_OBJECT = words_in("to of with by for from against about on at in after before between told asked")
_ARTICLES, _APOSTROPHES = frozenset({"the", "a", "an"}), frozenset("'’")


@dataclass(frozen=True, slots=True)
class Words:
    """The pieces of the words that are needed here, and those of them of one kind."""

    piece: dict[str, int]
    articles: frozenset[int]
    apostrophes: frozenset[int]
    before_object: frozenset[int]

    @classmethod
    def of(cls, tokenise: Tokenise) -> Words:
        wanted = sorted({"he", "she", "him", "her", "his", "s", ".", *_APOSTROPHES, *_BEFORE_OBJECT, *_ARTICLES})
        piece = {word: ids[0] for word, (ids, _) in zip(wanted, tokenise(wanted), strict=True)}
        kinds = (frozenset(map(piece.__getitem__, kind)) for kind in (_ARTICLES, _APOSTROPHES, _BEFORE_OBJECT))
        return cls(piece, *kinds)


@cache
def examples() -> tuple[Example, ...]:
    """Texts of GAP validation, GUM train and MEANTIME with their pronouns; nothing else is known of them."""
    by_text: dict[tuple[str, str], list[Pronoun]] = defaultdict(list)
    for case in (*of_gap("validation"), *of_gum("train"), *of_meantime()):
        found = _pronoun(case)
        if found is not None:
            by_text[case.corpus.split()[0], case.text].append(found)
    return tuple(
        Example(f"{corpus}/{at}", corpus, text, pronouns=tuple(found))
        for at, ((corpus, text), found) in enumerate(by_text.items())
    )


def _pronoun(case: Case) -> Pronoun | None:
    """Candidates are the corpus's own mentions that are no pronouns; None where they hold no question."""
    spans = case.names or tuple(
        span for span in (*case.same, *case.others) if case.text[slice(*span)].lower() not in PRONOUNS
    )
    right = tuple(span in case.same for span in spans)
    return Pronoun(case.pronoun, spans, right) if case.names or any(right) else None


def replaced(sample: Sample, text: str, words: Words, rng: random.Random) -> Sample:
    """The sample with some of its repeated names of persons as pronouns, and these as its targets; or as it was."""
    if rng.random() > OFTEN:
        return sample
    names = _names(sample, text, rng)
    chosen: list[_Name] = []
    for at in rng.sample(range(len(names)), len(names)):
        name = names[at]
        earlier = [each for each in names[:at] if name.first - each.last <= REACH and each not in chosen]
        same = sum(each.surname == name.surname for each in earlier)
        if len(chosen) < MOST and 0 < same < len(earlier) and _is_free(sample, name.first, name.last, words):
            chosen.append(name)
    return _rewritten(sample, sorted(chosen, key=lambda name: name.first), names, words) if chosen else sample


def _is_free(sample: Sample, first: int, last: int, words: Words) -> bool:
    """Whether the name stands for itself: no title or article before it, no longer name around it, no cue in it."""
    window = sample.window
    if first < 1 or last + 1 >= len(window.piece) or (sample.cue[first : last + 1] > 0).any():
        return False
    if any(target.first <= last and first <= target.last for target in sample.cues):
        return False
    before, after = int(window.case[first - 1]), int(window.case[last + 1])
    is_named_on = after in (TITLE, UPPER) or (after == LOWER and window.start[last + 1] == window.end[last])
    is_named_on = is_named_on and int(window.piece[last + 1]) not in words.apostrophes  # "Lee's" has one shape
    return before in (LOWER, MARK, NONE) and not is_named_on and int(window.piece[first - 1]) not in words.articles


@dataclass(frozen=True, slots=True)
class _Name:
    """A person's name in a window: its first and last piece, its last word and the person's gender, "m" or "f"."""

    first: int
    last: int
    surname: str
    gender: str


def _names(sample: Sample, text: str, rng: random.Random) -> list[_Name]:
    start, end = sample.window.start, sample.window.end
    whole = [text[start[first] : end[last]].split() or [""] for first, last in sample.persons]
    # By a given name that the table of given names has, else by lot; one for all places of a name.
    known = {name[-1]: lexicon.given_names().get(name[0]) for name in whole if len(name) > 1}
    genders = {name[-1]: known.get(name[-1]) or rng.choice("mf") for name in whole}
    return [_Name(*place, name[-1], genders[name[-1]]) for place, name in zip(sample.persons, whole, strict=True)]


def _rewritten(sample: Sample, chosen: Sequence[_Name], names: Sequence[_Name], words: Words) -> Sample:
    window, mention = sample.window, sample.mention.copy()
    piece, case, end = window.piece.copy(), window.case.copy(), window.end.copy()
    keep = np.ones(len(piece), bool)
    for name in chosen:
        form, stop = _form(window, name, words)
        opens = window.start[name.first - 1] < 0 or int(piece[name.first - 1]) == words.piece["."]
        piece[name.first], end[name.first] = words.piece[form], window.end[stop]
        case[name.first] = TITLE if opens else LOWER
        keep[name.first + 1 : stop + 1] = False
        if mention[name.first] != IGNORE:
            mention[name.first : stop + 1] = 0
    index = np.cumsum(keep) - 1  # the new place of an old piece; of one left out, its pronoun's
    whole = {each.name: getattr(window, each.name) for each in fields(window) if each.name != "core"}
    cut = {name: value[keep] for name, value in (whole | {"piece": piece, "case": case, "end": end}).items()}
    roles = [_shortened(cue.roles, keep) for cue in sample.cues]
    places = [(int(index[cue.first]), int(index[cue.last])) for cue in sample.cues]
    cues = (
        replace(cue, first=first, last=last, roles=own)
        for cue, (first, last), own in zip(sample.cues, places, roles, strict=True)
    )
    labels = {"cue": sample.cue, "cue_weight": sample.cue_weight, "mention": mention, "plain": sample.plain}
    return replace(
        sample,
        window=Window(**cut, core=int(keep[: window.core].sum())),
        **{name: value[keep] for name, value in labels.items()},
        cues=tuple(cues),
        pronouns=tuple(_targets(chosen, [name for name in names if name not in chosen], index)),
    )


def _form(window: Window, name: _Name, words: Words) -> tuple[str, int]:
    """The pronoun that fits the place, and the last piece that it stands for ("'s" with it)."""
    after = window.piece[name.last + 1 : name.last + 3].tolist()
    if len(after) == 2 and after[0] in words.apostrophes and after[1] == words.piece["s"]:
        return ("his" if name.gender == "m" else "her"), name.last + 2
    if int(window.piece[name.first - 1]) in words.before_object:
        return ("him" if name.gender == "m" else "her"), name.last
    return ("he" if name.gender == "m" else "she"), name.last


def _targets(chosen: Sequence[_Name], others: Sequence[_Name], index: np.ndarray) -> Iterator[PronounTarget]:
    for name in chosen:
        before = [each for each in others if each.last < name.first and name.first - each.last <= REACH]
        right = np.array([each.surname == name.surname for each in before], bool)
        if right.any():
            ends = np.array([(index[each.first], index[each.last]) for each in before])
            yield PronounTarget(int(index[name.first]), ends, right)


def _shortened(roles: np.ndarray, keep: np.ndarray) -> np.ndarray:
    """Labels [length, roles] less the pieces left out; where these end a span, the pronoun before them ends it."""
    out = roles.copy()
    for at in np.flatnonzero(~keep)[::-1]:
        out[at - 1][(out[at] == 3) & (out[at - 1] == 2)] = 3
    return out[keep]
