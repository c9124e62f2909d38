"""Small reports from frames: a headline, paragraphs of statements among plain sentences; live pages and transcripts."""

from __future__ import annotations

import random
from collections.abc import Sequence

from ..corpora import ROLES, Example
from .filling import Env, Scene, named, write
from .harvest import Harvest, harvested
from .markup import Draft
from .slots import FILLERS
from .speakers import shown
from .typesetting import golds, printed

# How often each family of frames comes in running prose.
_SHARES = {
    "plain": 12, "tell": 10, "noun": 9, "attitude": 7, "negated": 5, "decline": 3, "front": 4, "according": 9,
    "via": 9, "direct": 11, "mixed": 4, "split": 2, "inverted": 8, "quoterun": 3, "coord": 14, "nosource": 14,
    "nested": 28, "nouncue": 18, "neg": 9, "sensed": 20,
}  # fmt: skip
_FAMILIES, _WEIGHTS = tuple(_SHARES), tuple(_SHARES.values())
_PLAIN_SHARE = 0.22  # of the sentences of prose, those taken from annotated texts where no attribution touches them


def framed(examples: Sequence[Example], count: int, seed: int) -> list[Example]:
    """`count` small reports, made of frames of our own and of pieces of `examples`, with every statement known.

    Examples need source and content; the same arguments give the same reports. Roles are all known, nesting too;
    an act is None where the frame does not fix it.
    """
    harvest = harvested(examples)
    return [_report(harvest, random.Random(f"{seed}-{at}"), f"frames/{seed}-{at}") for at in range(count)]


def _report(harvest: Harvest, rng: random.Random, name: str) -> Example:
    scene = Scene(Draft(), rng, harvest, FILLERS)
    titles: list[tuple[int, int]] = []
    if rng.random() < 0.9:
        start = scene.draft.length
        _headline(scene)
        if rng.random() < 0.35:
            titles.append((start, scene.draft.length))
        scene.draft.add("\n\n")
    kind = rng.choices((_news, _live, _transcript, _briefs), (72, 11, 12, 5))[0]
    kind(scene)
    out = printed(scene.draft, scene.capitals, titles, rng)
    text = out.text.rstrip("\n") + "\n"
    attributions = golds(out, scene.draft)
    return Example(name, "frames", text, attributions, None, frozenset(ROLES), True)


def _headline(scene: Scene) -> None:
    at = scene.rng.random()
    if at < 0.74:
        write(scene, "headline")
    elif at < 0.9:
        write(scene, "headsense")
    else:
        scene.capitals.append(scene.draft.length)
        named(scene, Env(0, [None], ["that"]), "headneg")


def _news(scene: Scene) -> None:
    if scene.rng.random() < 0.3:
        named(scene, Env(0, [None], ["that"]), "dateline")
    for at in range(count := scene.rng.randint(2, 5)):
        _paragraph(scene)
        if at < count - 1:
            scene.draft.add("\n\n")


def _paragraph(scene: Scene) -> None:
    for at in range(scene.rng.choice((1, 1, 2, 2, 2, 3))):
        if at:
            scene.draft.add(" ")
        _sentence(scene)
    if scene.rng.random() < 0.5:
        scene.last = None


def _sentence(scene: Scene) -> None:
    if scene.harvest.plain and scene.rng.random() < _PLAIN_SHARE:
        scene.capitals.append(scene.draft.length)
        scene.draft.add(shown(scene, scene.rng.choice(scene.harvest.plain)))
    else:
        write(scene, scene.rng.choices(_FAMILIES, _WEIGHTS)[0])


def _live(scene: Scene) -> None:
    """A live page: entries with the hour above them, in the present tense."""
    scene.is_present = True
    hour, minute = scene.rng.randint(6, 12), scene.rng.randint(0, 59)
    style = scene.rng.choice(("{:02d}:{:02d}", "{:02d}.{:02d}", "{:02d}:{:02d} GMT", "{:02d}h{:02d}"))
    for at in range(count := scene.rng.randint(3, 5)):
        scene.draft.add(style.format(hour, minute) + scene.rng.choice(("\n\n", "\n\n", "\n")))
        _paragraph(scene)
        scene.draft.add("\n\n" if at < count - 1 else "")
        hour, minute = hour + scene.rng.randint(1, 2), scene.rng.randint(0, 59)


def _transcript(scene: Scene) -> None:
    """A briefing: turns under speaker labels, at times a sentence of report between them."""
    style = scene.rng.choice(("label",) * 6 + ("labeldot", "labeldash"))
    for at in range(count := scene.rng.randint(4, 8)):
        if scene.rng.random() < 0.16:
            _sentence(scene)
        else:
            write(scene, style)
        scene.draft.add("\n\n" if at < count - 1 else "")


def _briefs(scene: Scene) -> None:
    """A page of headlines, some with a line of text."""
    for at in range(count := scene.rng.randint(3, 6)):
        _headline(scene)
        if scene.rng.random() < 0.4:
            scene.draft.add("\n\n")
            _sentence(scene)
        scene.draft.add("\n\n" if at < count - 1 else "")
