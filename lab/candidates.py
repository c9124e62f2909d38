"""Cases as the resolver meets them: its own candidates for each pronoun, their signs, their states, which are right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.ledger import Document, Mention, Span
from sayso.resolve.actors.find import read_scene
from sayso.resolve.actors.pairs import Anaphor, Pair, fits, pairs, pronoun_at
from sayso.resolve.actors.scene import Scene
from sayso.resolve.actors.signs import NAMES, features
from sayso.resolve.actors.wordlists import FEMALE, MALE

from .anaphora import Case
from .corpora import Pieces
from .reading import Reading, readings

_WIDTH = 384


@dataclass(frozen=True, slots=True)
class Row:
    """One pronoun: a line of `signs` [n, signs], `phrases` [n, 2 × width] and `right` [n] for each candidate.

    `groups` numbers the candidates' actors; `may_be_none`: the right answer may be none of them.
    """

    case: Case
    signs: NDArray[np.float32]
    pronoun: NDArray[np.float16]
    phrases: NDArray[np.float16]
    right: NDArray[np.bool_]
    may_be_none: bool
    spans: Pieces
    groups: tuple[int, ...]


def rows(cases: Sequence[Case]) -> list[Row]:
    """The rows of the cases whose pronouns mean persons."""
    by_corpus: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        if case.text[slice(*case.pronoun)].lower() in MALE | FEMALE:
            by_corpus[case.corpus].append(case)
    out = []
    for corpus, own in by_corpus.items():
        read = readings(corpus, (case.text for case in own))
        by_text: dict[tuple[str, Pieces], list[Case]] = defaultdict(list)
        for case in own:
            by_text[case.text, case.names].append(case)
        for (text, names), group in by_text.items():
            scene = _scene(text, names, read[text])
            out += [_row(case, scene, read[text]) for case in group]
    return out


def _scene(text: str, names: Pieces, read: Reading) -> Scene:
    """The text with everything in it resolved; the names that a corpus gives stand in place of the network's."""
    given = [Mention(Span(start, end, text[start:end]), "person") for start, end in names]
    found = [each for each in read.mentions if not any(each.span.overlaps(other.span) for other in given)]
    mentions = sorted((*found, *given), key=lambda mention: mention.span.start)
    return read_scene(Document(text), read.attributions, mentions)


def _row(case: Case, scene: Scene, read: Reading) -> Row:
    start, end = case.pronoun
    span = Span.of(case.text, start, end)
    word = span.text.lower()
    gender = "m" if word in MALE else "f"
    own = [each for each in read.attributions if each.source == span]
    said = tuple(piece for each in own for piece in each.content)
    anaphor = Anaphor(word, start, scene.token(scene.within(span)[0]).sentence, is_source=bool(own), said=said)
    pronoun = pronoun_at(scene, anaphor)
    found = pairs(scene, pronoun, lambda draft: fits(draft, gender)) if pronoun is not None else ()
    spans = tuple((scene.chunks[pair.at].start, scene.chunks[pair.at].end) for pair in found)
    right = _right_of_gap(case, found, spans) if case.names else _right(case, spans)
    numbers = {key: at for at, key in enumerate(dict.fromkeys(id(pair.draft) for pair in found))}
    pieces = _pieces(read, start, end)
    ends = [_pieces(read, *each) for each in spans]
    nothing = np.zeros(_WIDTH, np.float16)
    phrases = [
        np.concatenate([read.states[each[0]], read.states[each[-1]]]) if len(each) else np.tile(nothing, 2)
        for each in ends
    ]
    return Row(
        case,
        np.array([features(pair) for pair in found], np.float32).reshape(len(found), len(NAMES)),
        read.states[pieces].astype(np.float32).mean(axis=0).astype(np.float16) if len(pieces) else nothing,
        np.array(phrases, np.float16).reshape(len(found), 2 * _WIDTH),
        right,
        not right.any() or not case.is_complete,
        spans,
        tuple(numbers[id(pair.draft)] for pair in found),
    )


def _pieces(read: Reading, start: int, end: int) -> NDArray[np.int64]:
    return np.flatnonzero((read.end > start) & (read.start < end))


def _right(case: Case, spans: Pieces) -> NDArray[np.bool_]:
    """A candidate is right where the smallest marked span that holds it means the same."""
    same, marked = set(case.same), {*case.same, *case.others}
    smallest = [
        min((each for each in marked if each[0] <= a and b <= each[1]), key=lambda s: s[1] - s[0], default=None)
        for a, b in spans
    ]
    return np.array([each in same for each in smallest], np.bool_)


def _right_of_gap(case: Case, found: Sequence[Pair], spans: Pieces) -> NDArray[np.bool_]:
    """Whoever bears the right name; where neither name is right, whoever bears neither."""
    meant, not_meant = (
        {id(pair.draft) for pair, span in zip(found, spans, strict=True) if any(meets(span, each) for each in names)}
        for names in (case.same, case.others)
    )
    if not case.same:
        return np.array([id(pair.draft) not in not_meant for pair in found], np.bool_)
    return np.array(
        [
            any(meets(span, each) for each in case.same) or id(pair.draft) in meant - not_meant
            for pair, span in zip(found, spans, strict=True)
        ],
        np.bool_,
    )


def meets(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """True for spans that share a character."""
    return one[0] < other[1] and other[0] < one[1]
