"""The spans that show a link: the claim named inside, the noun that points back, the speaker's name, shared words."""

from __future__ import annotations

from collections.abc import Callable

from ..ledger import Span
from . import wordstock
from .view import View, reach

# So many shared words are shown, those longest first: more would hide the rest.
_SHARED_SHOWN = 3


def evidence(view: View, row: int, column: int) -> tuple[Span, ...]:
    """Spans of the answering statement, in text order, that tie it to the other; its cue where nothing else does."""
    answer = view.statements[row]
    found = [span for show in (_held, _sayings, _names, _shared, _denials) for span in show(view, row, column)]
    if not found and answer.cue is not None:
        found.append(answer.cue)
    whole = [span for span in dict.fromkeys(found) if not any(o != span and o.holds(span) for o in found)]
    return tuple(sorted(whole))


def shown(view: View, row: int, column: int, feature: str) -> tuple[Span, ...]:
    """The spans that show one feature of the pair; none for a feature of place, order or act."""
    show = SHOWN.get(feature)
    return tuple(dict.fromkeys(show(view, row, column))) if show else ()


def _held(view: View, row: int, column: int) -> list[Span]:
    cue = view.statements[column].cue
    return [cue] if view.parents[column] == row and cue is not None else []


def _sayings(view: View, row: int, column: int) -> list[Span]:
    earlier = view.statements[column]
    return [anaphor.span for anaphor in view.anaphors[row] if earlier.act in anaphor.acts]


def _denials(view: View, row: int, column: int) -> list[Span]:
    spots = view.statements[row].content
    return [span for spot in spots if (span := _match(spot, wordstock.DENYING)) is not None]


def _names(view: View, row: int, column: int) -> list[Span]:
    """Where the answer names the earlier speaker; failing that his side."""
    voice, side = view.voices[column], view.sides[column]
    if voice is None:
        return []
    spots = reach(view.statements[row], view.lead_ins[row])
    mentions = view.names.within(spots)
    chosen = [m for m in mentions if m[2] == voice] or [m for m in mentions if m[3] == side]
    return [
        Span(start, end, spot.text[start - spot.start : end - spot.start])
        for start, end, _, _ in chosen[:1]
        for spot in spots
        if spot.start <= start and end <= spot.end
    ]


def _shared(view: View, row: int, column: int) -> list[Span]:
    """The longest words of the answer's content whose stems the earlier one has too; none where it holds that one."""
    earlier = {stem for span in view.statements[column].content for stem in wordstock.stems(span.text)}
    if view.parents[column] == row or not earlier:
        return []
    found: dict[str, Span] = {}
    for span in view.statements[row].content:
        for word in wordstock.WORD.finditer(span.text):
            stem = wordstock.stem(word[0])
            if stem in earlier:
                found.setdefault(stem, Span(span.start + word.start(), span.start + word.end(), word[0]))
    return sorted(found.values(), key=lambda span: (span.start - span.end, span.start))[:_SHARED_SHOWN]


def _match(span: Span, pattern: wordstock.Pattern) -> Span | None:
    hit = pattern.search(wordstock.lowered(span.text))
    return Span(span.start + hit.start(), span.start + hit.end(), span.text[hit.start() : hit.end()]) if hit else None


# feature (features.py) → the spans that a reader can check it by
SHOWN: dict[str, Callable[[View, int, int], list[Span]]] = {
    "its content holds the claim": _held,
    "it names the speaker": _names,
    "it judges what the one it names decided": _names,
    "it hits back": _names,
    "it names the saying": _sayings,
    "they share words": _shared,
    "one has the words of the other": _shared,
    "one speaker, shared words": _shared,
    "it shares words with the opening": _shared,
    "it denies or refuses in words": _denials,
}
