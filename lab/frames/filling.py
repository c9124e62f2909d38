"""Filling a frame: its tree run over a draft, marks noted as spans, slots given to their fillers."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from .harvest import Harvest
from .markup import Choice, Draft, Mark, Sequence, Slot
from .tables import Frame, acts_of, frames, words

_PLURAL = {"has": "have", "is": "are", "was": "were", "does": "do", "says": "say"}
_ADVERBS = re.compile(
    r"(?:(?:[a-z]+ly|also|later|again|once again|once more|then|now|long|further|likewise|still|loudly) )*"
)
_NO_PLURAL = frozenset({"as", "his", "its", "this", "always", "perhaps"})


# Families without a statement.
SILENT = frozenset({"neg", "sense", "sensed", "headsense"})

# Writes what a slot stands for; the text is what follows a colon in the slot.
Filler = Callable[["Scene", "Env", str], None]


@dataclass(frozen=True, slots=True)
class Subject:
    text: str
    is_plural: bool
    pronoun: str  # "he", "she", "it", "they"; what later sentences may call it


@dataclass(slots=True)
class Scene:
    """One report in the making: its text, its chance, what it draws from and who spoke last."""

    draft: Draft
    rng: random.Random
    harvest: Harvest
    fillers: dict[str, Filler]
    is_present: bool = False  # a live page tells in the present tense
    last: Subject | None = None
    names: dict[str, str] = field(default_factory=dict)
    capitals: list[int] = field(default_factory=list)  # where a sentence begins


@dataclass(slots=True)
class Env:
    """The statements of one frame: where their numbers begin, their acts, verb patterns and subjects."""

    base: int
    acts: list[str | None]
    patterns: list[str]
    current: int = 1
    needs_that: bool = False  # after a verb phrase such as "made the claim"
    subjects: dict[int, Subject] = field(default_factory=dict)


def write(scene: Scene, family: str) -> None:
    """Write one frame of the family, its statements noted in the draft."""
    frame = scene.rng.choice(frames()[family])
    env = _env(scene, frame)
    scene.capitals.append(scene.draft.length)
    _run(scene, env, frame.tree)


def _env(scene: Scene, frame: Frame) -> Env:
    acts: list[str | None] = []
    patterns: list[str] = []
    for act in frame.acts:
        if act.startswith("*"):
            patterns.append(act[1:])
            acts.append(scene.rng.choice(acts_of(act[1:])))
        else:
            patterns.append("that")
            acts.append(None if act == "-" else act)
    is_none = frame.family in SILENT
    return Env(scene.draft.open([] if is_none else list(acts)), acts, patterns)


def _run(scene: Scene, env: Env, tree: Sequence) -> None:
    for node in tree:
        if isinstance(node, str):
            before, *rest = node.split("¶")
            scene.draft.add(before)
            for part in rest:
                scene.draft.add("\n\n")
                scene.capitals.append(scene.draft.length)
                scene.draft.add(part)
        elif isinstance(node, Choice):
            _run(scene, env, scene.rng.choice(node.options))
        elif isinstance(node, Mark):
            _mark(scene, env, node)
        else:
            _fill(scene, env, node)


def _mark(scene: Scene, env: Env, mark: Mark) -> None:
    number = mark.number or env.current
    start = scene.draft.length
    is_possessive = Slot("pos", 0) in mark.inner or Slot("pos", 2) in mark.inner
    if mark.role == "cue" and not is_possessive and (subject := agreeing(env, number)) and subject.is_plural:
        inner = Draft()
        scene.draft, outer = inner, scene.draft
        _run(scene, env, mark.inner)
        scene.draft = outer
        outer.add(_pluralised(inner.text))
    else:
        before, env.current = env.current, number
        _run(scene, env, mark.inner)
        env.current = before
    if is_possessive:  # "he" before it has become "his"
        start = max(start, scene.draft.spans[-1][3])
    if scene.draft.length > start:
        scene.draft.spans.append((env.base + number - 1, mark.role, start, scene.draft.length))


def agreeing(env: Env, number: int) -> Subject | None:
    return env.subjects.get(number) or env.subjects.get(1)


def _pluralised(cue: str) -> str:
    adverbs = _ADVERBS.match(cue)[0]  # type: ignore[index]
    first, space, rest = cue[len(adverbs) :].partition(" ")
    if first in _PLURAL:
        return adverbs + _PLURAL[first] + space + rest
    if re.fullmatch(r"[a-z]+[^s]s", first) and first not in _NO_PLURAL and first not in _NOUNS:
        first = first[:-3] + "y" if first.endswith("ies") else first[:-1]
        first = re.sub(r"(sh|ch|ss|x)e$", r"\1", first)
    return adverbs + first + space + rest


_NOUNS = frozenset(
    {"claims", "allegations", "accusations", "reports", "rumours", "charges", "calls", "demands", "appeals", "requests"}
    | {"pleas", "warnings", "remarks", "comments", "statements", "doubts", "fears", "concerns", "suggestions", "hopes"}
    | {"assertions", "insinuations"}
)


def _fill(scene: Scene, env: Env, slot: Slot) -> None:
    number = slot.number or env.current
    before, env.current = env.current, number
    name, _, rest = slot.name.partition(":")
    if name.startswith(">"):
        nested(scene, name[1:])
    elif name in scene.fillers:
        scene.fillers[name](scene, env, rest)
    else:
        named(scene, env, slot.name)
    env.current = before


def named(scene: Scene, env: Env, name: str) -> None:
    """An option of the words; marks in it belong to the current statement."""
    _run(scene, env, scene.rng.choice(words()[name]))


def nested(scene: Scene, family: str) -> None:
    """A frame inside a content: statements of its own."""
    frame = scene.rng.choice(frames()[family])
    _run(scene, _env(scene, frame), frame.tree)


def text_of(scene: Scene, name: str) -> str:
    inner = Draft()
    scene.draft, outer = inner, scene.draft
    _fill(scene, Env(0, [None], ["that"]), Slot(name, 0))
    scene.draft = outer
    return inner.text
