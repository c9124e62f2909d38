"""Parties that a phrase only counts or points at: "both", "one of the officials", "the latter"."""

from __future__ import annotations

from ...ledger import Span
from .heads import Phrase
from .nouns import noun_at
from .phrases import phrase_in
from .scene import Draft, Scene
from .unnamed import pair

# So many chunks before "the latter" a "the former" is its fellow.
_APART = 40
_OF_MANY = frozenset({"one", "some", "many", "most", "several", "few", "others", "those", "another", "none"})


def quantity(scene: Scene, phrase: Phrase) -> tuple[Draft | None, str]:
    """ "neither", "both sides", "the two", "one of them"."""
    words = [scene.low(at) for at in range(phrase.first, phrase.last)]
    if words in (["the", "former"], ["the", "latter"]):
        draft = _of_the_last(scene, scene.chunks[phrase.first].start, words[1])
        return draft, f"the {words[1]} of the last two"
    if words[0] in _OF_MANY or "of" in words:
        text = scene.span(phrase.first, phrase.last).text
        draft = next((d for d in scene.drafts if d.is_local and d.name == text), None)
        if draft is None:
            plural = words[0] not in ("one", "another")
            draft = scene.add(Draft("unnamed", text, is_plural=plural, is_local=True))
            _belong(scene, phrase, draft)
        return draft, "one of many"
    if words[0] in ("neither", "both", "two") or "two" in words:
        return pair(scene, scene.chunks[phrase.first].start, ""), "the last two"
    return None, "no antecedent"


def _of_the_last(scene: Scene, start: int, which: str) -> Draft | None:
    """Of the last two whom the sentence or the one before names, the first or the second."""
    last: list[Draft] = []
    sentence: int | None = None
    at = scene.within(Span(start, start + 1, " "))[0]
    is_second = any(scene.low(i) == "former" and scene.low(i - 1) == "the" for i in range(max(0, at - _APART), at))
    own = scene.token(at).sentence
    for sight in scene.before(start):
        if is_second and sight.sentence == own:
            continue  # "the former said …, the latter said …"
        sentence = sight.sentence if sentence is None else sentence
        if sight.sentence < sentence - 1 or len(last) == 2:
            break
        if sight.draft not in last and not sight.draft.members and sight.draft.is_sure and sight.draft.is_kept:
            last.append(sight.draft)
    return None if len(last) < 2 else last[1] if which == "former" else last[0]


def _belong(scene: Scene, phrase: Phrase, draft: Draft) -> None:
    """ "One of the officials": with the country and the sector of those, or of what the noun tells."""
    of = next((at for at in range(phrase.first, phrase.last) if scene.low(at) == "of"), None)
    inner = phrase_in(scene, of + 1, phrase.last) if of is not None else None
    if inner is None or inner.kind not in ("title", "noun", "people", "institution"):
        return
    entry = scene.chunks[inner.head].entry
    noun = noun_at(scene, inner.head, inner.first, inner.last)
    form = entry.form if entry is not None else scene.low(inner.head)
    whole = next((s.draft for s in scene.before(scene.chunks[phrase.first].start) if form in s.draft.titles), None)
    words = f"one of “{scene.span(inner.first, inner.last).text}”"
    if entry is not None:
        draft.titles[form] = entry.family
    draft.place(noun.country or (whole.country if whole is not None else None), words)
    draft.rank(whole.sector if whole is not None else entry.sector if entry is not None else None, words)
