"""Documents that speak: the issuer if the report names one, else the document."""

from __future__ import annotations

from collections.abc import Callable

from .coreference import Anaphor, pronoun
from .issuing import ISSUED, REACH, is_handed, is_of_a_document, makers
from .nouns import Noun, noun_at, owner_of
from .phrases import Phrase
from .places import state
from .scene import Draft, Scene
from .vocabulary import Entry

_REPORTS = frozenset({"report", "reports", "media report", "news report", "article", "story"})
# What the phrase itself tells of the issuer, which no earlier document overrules.
_SURE = frozenset({"the owner of the document", "the state of the document"})
# "In a written statement", "by letter": so many words before the noun stands how somebody spoke.
_IN, _ARTICLE_AT_MOST = frozenset({"in", "by", "via", "through", "on"}), 4
# What a paper prints in its own name, and how far its name may stand from that.
_IN_PAPERS, _PAPER_AT_MOST = frozenset({"editorial", "commentary", "leader"}), 6
# The nouns for any document.
_ANY = frozenset({"document", "documents", "text", "filing", "paper"})


def issuer(scene: Scene, phrase: Phrase, resolve: Callable[[Phrase], Draft | None]) -> tuple[Draft, str]:
    """The actor who speaks through a document; `resolve` tells whom another phrase means."""
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
    if noun.pronoun and (writer := _owner_by_pronoun(scene, noun)) is not None:
        return writer, "the owner of the document"
    made = (resolve(maker) for maker in makers(scene, phrase.head))
    found = _speaker_at(scene, phrase.head) or next((draft for draft in made if draft is not None), None)
    found = found or _issuer_before(scene, phrase.head)
    if found is not None:
        return found, "the issuer of the document"
    return _document(scene, phrase), "a document without an issuer"


def paper_of(scene: Scene, phrase: Phrase) -> Draft | None:
    """ "An editorial in the daily Kurier": the paper speaks in what no author signs."""
    entry, at = scene.chunks[phrase.head].entry, phrase.head + 1
    if entry is None or _sort(entry) not in _IN_PAPERS or scene.low(at) not in ("in", "of"):
        return None
    named = next((i for i in range(at + 1, min(phrase.last, at + _PAPER_AT_MOST)) if i in scene.at), None)
    draft = scene.at[named] if named is not None and named not in scene.places else None
    if draft is None or draft.kind == "state" or draft.titles or draft.gender:
        return None
    draft.kind = "organisation" if draft.kind == "person" else draft.kind
    draft.is_kept = draft.is_sure = True
    draft.rank("JRN", f"“{scene.chunks[phrase.head].text}” in it")
    return draft


def _owner_by_pronoun(scene: Scene, noun: Noun) -> Draft | None:
    """ "Its annual report", "her memo"."""
    anaphor = Anaphor(noun.pronoun, scene.chunks[noun.first].start, scene.token(noun.first).sentence)
    return pronoun(scene, anaphor)[0]


def _sort(entry: Entry) -> str:
    """ "The annual report … the report": the last word tells which."""
    return entry.name.split()[-1]


def remembered(scene: Scene, phrase: Phrase, draft: Draft | None, rule: str) -> tuple[Draft | None, str]:
    """The same document again speaks for whom it spoke for before; what is found out of a new one is kept.

    "The document" is whichever came last.
    """
    noun = noun_at(scene, phrase.head, phrase.first, phrase.last)
    entry = scene.chunks[phrase.head].entry
    sort = _sort(entry) if entry is not None else ""
    is_any = entry is not None and entry.name in _ANY
    is_again = noun.determiner in ("the", "this", "that") and noun.owner is None and not noun.pronoun
    if is_again and not noun.country and not noun.preposition and rule not in _SURE:
        known = next(reversed(scene.issued.values()), None) if is_any else scene.issued.get(sort)
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
        if scene.low(at) in ("by", "from") and not is_handed(scene, at):
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
    for at in range(head - 1, max(-1, head - REACH), -1):
        other = scene.chunks[at].entry
        if entry is not None and other is not None and other.kind == "document" and _sort(other) == _sort(entry):
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
    for at in range(head - 1, max(-1, head - REACH), -1):
        if scene.low(at) in ISSUED and scene.kind(at) == "word" and is_of_a_document(scene, at):
            sentence, start = scene.token(at).sentence, scene.chunks[at].start
            subject = next((s for s in scene.before(start) if s.sentence == sentence), None)
            if subject is not None and subject.draft.is_kept and not subject.draft.is_local:
                return subject.draft
    if form in ("statement", "text", "letter", "memo", "post", "tweet", "announcement", "speech", "message", "email"):
        return next((s.draft for s in scene.before(scene.chunks[head].start) if s.is_source), None)
    return None


def _document(scene: Scene, phrase: Phrase) -> Draft:
    name = scene.span(phrase.first, phrase.head + 1).text
    known = next((d for d in scene.drafts if d.is_local and d.name == name), None)
    return known or scene.add(Draft("organisation", name, is_local=True))
