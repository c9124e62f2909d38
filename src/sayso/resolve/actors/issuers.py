"""Documents that speak: the issuer if the report names one, else the document."""

from __future__ import annotations

from .nouns import noun_at, owner_of
from .phrases import Phrase
from .places import state
from .scene import Draft, Scene
from .wordlists import words_in

_ISSUED = words_in("""
    published issued released unveiled introduced drafted written submitted tabled circulated proposed prepared
    presented made conducted commissioned signed passed adopted leaked posted sponsored
""")
_REPORTS = frozenset({"report", "reports", "media report", "news report", "article", "story"})
_REACH = 400
# What is issued stands within so many chunks of the verb.
_NEAR_BEFORE, _NEAR_AFTER = 5, 7
# What the phrase itself tells of the issuer, which no earlier document overrules.
_SURE = frozenset({"the owner of the document", "the state of the document"})
# "In a written statement", "by letter": so many words before the noun stands how somebody spoke.
_IN, _ARTICLE_AT_MOST = frozenset({"in", "by", "via", "through", "on"}), 4
# The nouns for any document.
_ANY = frozenset({"document", "documents", "text", "filing", "paper"})


def issuer(scene: Scene, phrase: Phrase) -> tuple[Draft, str]:
    """The actor who speaks through a document."""
    noun = noun_at(scene, phrase.head, phrase.first, phrase.last)
    owner = owner_of(scene, noun)
    if owner is not None and owner.kind != "person":
        return owner, "the owner of the document"
    by = _issued_by(scene, phrase.head)
    if by is not None:
        return by, "the issuer of the document"
    if noun.country:
        return _ministry_or_state(scene, noun.country), "the state of the document"
    if owner is not None:
        return owner, "the owner of the document"
    found = _speaker_at(scene, phrase.head) or _issuer_before(scene, phrase.head)
    if found is not None:
        return found, "the issuer of the document"
    return _document(scene, phrase), "a document without an issuer"


def remembered(scene: Scene, phrase: Phrase, draft: Draft | None, rule: str) -> tuple[Draft | None, str]:
    """The same document again speaks for whom it spoke for before; what is found out of a new one is kept.

    "The document" is whichever came last.
    """
    noun = noun_at(scene, phrase.head, phrase.first, phrase.last)
    entry = scene.chunks[phrase.head].entry
    sort = entry.name if entry is not None else ""
    is_again = noun.determiner in ("the", "this", "that") and noun.owner is None and not noun.pronoun
    if is_again and not noun.country and not noun.preposition and rule not in _SURE:
        known = next(reversed(scene.issued.values()), None) if sort in _ANY else scene.issued.get(sort)
        if known is not None:
            draft, rule = known, "the same document as before"
    if draft is not None:
        scene.issued.pop(sort, None)
        scene.issued[sort] = draft
    return draft, rule


def _issued_by(scene: Scene, head: int) -> Draft | None:
    """ "a resolution, drafted by Peru," in the same sentence."""
    for at in range(head + 1, min(len(scene.chunks), head + 9)):
        if not scene.is_together(head, at):
            return None
        if scene.low(at) in ("by", "from"):
            return next((scene.at[i] for i in range(at + 1, min(at + 5, len(scene.chunks))) if i in scene.at), None)
    return None


def _ministry_or_state(scene: Scene, country: str) -> Draft:
    ministry = next(
        (d for d in scene.drafts if d.sort.startswith("Ministry of") and "Affairs" in d.sort and d.country == country),
        None,
    )
    return ministry or state(scene, country)


def _speaker_at(scene: Scene, head: int) -> Draft | None:
    """Whoever spoke in the sentence that mentioned such a document before: "in a statement, the ministry said"."""
    entry = scene.chunks[head].entry
    for at in range(head - 1, max(-1, head - _REACH), -1):
        other = scene.chunks[at].entry
        if entry is not None and other is not None and other.kind == "document" and other.name == entry.name:
            sentence = scene.token(at).sentence
            if not any(scene.low(back) in _IN for back in range(max(0, at - _ARTICLE_AT_MOST), at)):
                continue
            speaker = next((s.draft for s in scene.sights if s.sentence == sentence and s.is_source), None)
            if speaker is not None:
                return speaker
    return None


def _issuer_before(scene: Scene, head: int) -> Draft | None:
    """The subject of the nearest verb of issuing, else for a statement the body or person that spoke last."""
    entry = scene.chunks[head].entry
    form = entry.name if entry is not None else ""
    if form in _REPORTS:
        return next(
            (s.draft for s in scene.before(scene.chunks[head].start) if s.draft.sector == "JRN" and s.draft.is_kept),
            None,
        )
    for at in range(head - 1, max(-1, head - _REACH), -1):
        if scene.low(at) in _ISSUED and scene.kind(at) == "word" and _is_of_a_document(scene, at):
            sentence, start = scene.token(at).sentence, scene.chunks[at].start
            subject = next((s for s in scene.before(start) if s.sentence == sentence), None)
            if subject is not None and subject.draft.is_kept and not subject.draft.is_local:
                return subject.draft
    if form in ("statement", "text", "letter", "memo", "post", "tweet", "announcement", "speech", "message", "email"):
        return next((s.draft for s in scene.before(scene.chunks[head].start) if s.is_source), None)
    return None


def _is_of_a_document(scene: Scene, at: int) -> bool:
    """ "Issued a statement", "a report released": tickets that are issued and laws that are broken issue nothing."""
    near = range(max(0, at - _NEAR_BEFORE), min(len(scene.chunks), at + _NEAR_AFTER))
    return any(scene.kind(other) == "document" and scene.is_together(at, other) for other in near)


def _document(scene: Scene, phrase: Phrase) -> Draft:
    name = scene.span(phrase.first, phrase.head + 1).text
    known = next((d for d in scene.drafts if d.is_local and d.name == name), None)
    return known or scene.add(Draft("organisation", name, is_local=True))
