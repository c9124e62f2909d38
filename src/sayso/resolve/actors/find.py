"""Resolves the spans of one report that name, describe or point to someone to its actors."""

from __future__ import annotations

from collections.abc import Sequence

from ...gazetteer import Known
from ...ledger import Attribution, Document, Mention, Span
from ..contents import Contents
from .affiliation import affiliate
from .belonging import place_officers, with_trusted_provinces
from .cast import Cast, merged, pooled
from .coreference import Anaphor, is_question, pronoun
from .cutting import Chunker
from .described import body, described, people, titled
from .heads import is_many, pronoun_of
from .identify import identify
from .institutions import gather_institutions
from .issuers import issuer, paper_of, remembered
from .issuing import is_handed
from .naming import doubt_persons, gather_names
from .nouns import noun_at
from .offices import gather_offices
from .parts import parts_of
from .phrases import Phrase, phrase_in
from .places import dateline_of, home_of
from .quantities import quantity
from .scene import PLACE, Draft, Likeness, Scene, Sight
from .trace import ways
from .unnamed import joined
from .wordlists import FIRST, NEUTER, PLURAL, POSSESSIVE, RELATIVE
from .words import Token, tokenised


def resolve_actors(
    document: Document,
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention] = (),
    given: tuple[Known, ...] = (),
    likeness: Likeness | None = None,
) -> Cast:
    """The cast of one report.

    `mentions` from a tagger of names help where capitals leave a doubt; without them the report's own capitals,
    titles and the lexicon do. `given` are the user's own actors. Named actors get ids that other reports share; unnamed
    ones live in this document.
    """
    tokens = tokenised(document.text)
    scenes = [_scene(document, part, mentions, given, likeness) for part in parts_of(tokens) if part]
    casts = [_Resolver(scene, _own(scene, attributions)).cast() for scene in scenes] or [Cast(())]
    return casts[0] if len(casts) == 1 else merged(casts)


def read_scene(document: Document, attributions: Sequence[Attribution], mentions: Sequence[Mention]) -> Scene:
    """A short report with its sources resolved, for those who ask what else in it points to whom."""
    scene = _scene(document, tokenised(document.text), mentions)
    _Resolver(scene, attributions).cast()
    return scene


def _own(scene: Scene, attributions: Sequence[Attribution]) -> list[Attribution]:
    start, end = scene.tokens[0].start, scene.tokens[-1].end
    return [attribution for attribution in attributions if start <= attribution.anchor.start < end]


def _scene(
    document: Document,
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    given: tuple[Known, ...] = (),
    likeness: Likeness | None = None,
) -> Scene:
    """The names, offices and bodies of (a part of) a report, before anything that points to them is resolved."""
    start, end = tokens[0].start, tokens[-1].end
    mentions = [mention for mention in mentions if start <= mention.span.start < end]
    chunker = Chunker(document.text, tokens, ((m.span.start, m.span.end) for m in mentions), given)
    scene = Scene(document, tokens, chunker.chunks(), given=given, likeness=likeness)
    scene.chunks = with_trusted_provinces(scene)
    scene.dateline = dateline_of(scene)
    scene.home = home_of(scene)
    gather_names(scene, mentions)
    gather_offices(scene)
    identify(scene)
    place_officers(scene)
    affiliate(scene)
    doubt_persons(scene, mentions)
    gather_institutions(scene)
    return scene


# What a known name of each kind of chunk tells; all others are names as the report has them.
_BY_NAME = {
    "country": "a state by its name",
    "capital": "a capital for its state",
    "body": "a body or seat of power by its name, as the tables have it",
}
# A description longer than this is no alias of anyone.
_ALIAS_WORDS = 8


class _Resolver:
    """Resolves sources and addressees in the order of the text, the enclosing speaker before what he reports."""

    def __init__(self, scene: Scene, attributions: Sequence[Attribution]) -> None:
        self.scene = scene
        self.attributions = attributions
        self.contents = Contents(attributions)
        self.resolved: dict[Span, Draft | None] = {}
        self.rules: dict[Span, str] = {}
        self.open: set[Span] = set()
        self.sources = {a.source for a in attributions if a.source is not None and not is_question(a)}
        scene.sources = tuple(sorted(self.sources, key=PLACE))
        self.beside: dict[Span, list[Span]] = {}
        self.said: dict[Span, list[Span]] = {}
        for a in attributions:
            if a.source is not None:
                self.said.setdefault(a.source, []).extend(a.content)
            if a.source is not None and a.addressee is not None:
                self.beside.setdefault(a.source, []).append(a.addressee)
                self.beside.setdefault(a.addressee, []).append(a.source)

    def cast(self) -> Cast:
        spans = {a.source for a in self.attributions if a.source} | {
            a.addressee for a in self.attributions if a.addressee
        }
        spans |= {a.via for a in self.attributions if a.via}
        for span in sorted((span for span in spans if span is not None), key=PLACE):
            self.resolve(span)
        return self._finished()

    def resolve(self, span: Span) -> Draft | None:
        """The draft of a span, remembered; None for a span that is being resolved already or refers to nothing."""
        if span in self.resolved or span in self.open:
            return self.resolved.get(span)
        self.open.add(span)
        first, last = self.scene.within(span)
        phrase = phrase_in(self.scene, first, last)
        draft, rule = self._phrase(phrase, span) if phrase is not None else (None, "no word in it")
        self.open.discard(span)
        self.resolved[span], self.rules[span] = draft, rule
        if draft is not None and phrase is not None:
            draft.is_kept = True
            draft.seen(span, span.text if _is_alias(phrase, span) else None)
            token = self.scene.token(phrase.first)
            is_source = span in self.sources
            if is_source or self.scene.low(phrase.first - 1) != "by":
                self.scene.sight(Sight(span.start, token.sentence, draft, is_source, False, token.is_quoted))
        return draft

    def _phrase(self, phrase: Phrase, span: Span) -> tuple[Draft | None, str]:
        scene = self.scene
        if phrase.kind == "pronoun" or (scene.low(phrase.first) in POSSESSIVE and phrase.last == phrase.first + 1):
            return self._pronoun(phrase, span)
        if phrase.kind == "relative":
            return self._relative(phrase)
        if phrase.kind == "group":
            return self._group(phrase), "a joint source"
        if phrase.kind == "name":
            return self._name(phrase)
        if phrase.kind == "people":
            return people(scene, phrase)
        if phrase.kind == "institution":
            return body(scene, phrase)
        if phrase.kind == "title":
            return titled(scene, phrase)
        if phrase.kind == "document":
            return self._document(phrase)
        if phrase.kind == "quantity":
            return quantity(scene, phrase)
        return described(scene, phrase)

    def _group(self, phrase: Phrase) -> Draft | None:
        """All who speak together; "he" in "he and Roe" is not Roe, so the names come first."""
        scene, found = self.scene, dict[int, Draft | None]()
        for part in sorted(phrase.parts, key=lambda part: part.kind == "pronoun"):
            span = scene.span(part.first, part.last)
            if part.kind == "pronoun":
                others = tuple(draft for draft in found.values() if draft is not None)
                found[part.first], _ = self._pronoun(part, span, others)
            else:
                found[part.first], _ = self._phrase(part, span)
        drafts = tuple(
            dict.fromkeys(draft for _, draft in sorted(found.items(), key=lambda row: row[0]) if draft is not None)
        )
        for draft in drafts:
            draft.is_kept = True
        return joined(scene, drafts) if len(drafts) > 1 else drafts[0] if drafts else None

    def _pronoun(self, phrase: Phrase, span: Span, beside: tuple[Draft, ...] = ()) -> tuple[Draft | None, str]:
        scene, word = self.scene, pronoun_of(self.scene, phrase.first)
        token = scene.token(phrase.first)
        speaker = self._speaker_around(span)
        if word in FIRST:
            if speaker is not None:
                return speaker, "the speaker himself"
            return scene.add(Draft("unnamed", span.text, is_local=True)), "the author"
        if speaker is not None and speaker not in beside and not token.is_quoted and _agrees(speaker, word):
            return speaker, "the speaker of what it stands in"
        others = tuple(d for d in (self.resolved.get(s) for s in self.beside.get(span, ())) if d is not None)
        others += beside
        said = tuple(self.said.get(span, ()))
        return pronoun(scene, Anaphor(word, span.start, token.sentence, others, span in self.sources, said))

    def _relative(self, phrase: Phrase) -> tuple[Draft | None, str]:
        """ "who" stands for the noun right before it."""
        scene = self.scene
        for at in range(phrase.first - 1, max(-1, phrase.first - 8), -1):
            if not scene.is_together(at, phrase.first):
                break
            if at in scene.at and at not in scene.places:
                return scene.at[at], "the noun before the relative pronoun"
            if scene.kind(at) in ("title", "institution", "document", "people"):
                inner = phrase_in(scene, noun_at(scene, at).first, at + 1)
                if inner is not None and inner.kind != "relative":
                    draft, _ = self._phrase(inner, scene.span(inner.first, inner.last))
                    return draft, "the noun before the relative pronoun"
        return None, "no antecedent"

    def _speaker_around(self, span: Span) -> Draft | None:
        """The speaker of the innermost statement whose content holds the span."""
        holding = self.contents.holding(span)
        around = [(piece.end - piece.start, a) for piece, a in holding if a.source and a.source != span]
        for _, attribution in sorted(around, key=lambda pair: pair[0]):
            if attribution.source is not None and attribution.source not in self.open:
                return self.resolve(attribution.source)
        return None

    def _name(self, phrase: Phrase) -> tuple[Draft | None, str]:
        scene, head = self.scene, phrase.head
        draft, chunk = scene.at.get(head), scene.chunks[head]
        if draft is not None:
            is_given = chunk.entry is not None and chunk.entry.is_given
            return draft, "a name of your actors file" if is_given else _BY_NAME.get(chunk.kind, "by name")
        country = chunk.entry.country if chunk.entry else None
        if chunk.kind == "region":
            known = next((d for d in scene.drafts if d.name == chunk.text and d.kind == "organisation"), None)
            return known or scene.add(Draft("organisation", chunk.text, country, "GOV")), "the government of a region"
        kind = "organisation" if chunk.kind == "organisation" or head in scene.places else "person"
        draft = scene.add(Draft("organisation" if kind == "organisation" else "person", chunk.text))
        for at, other in enumerate(scene.chunks):
            if other.kind == "name" and other.text == chunk.text:
                scene.at.setdefault(at, draft)
        return draft, "by name"

    def _document(self, phrase: Phrase) -> tuple[Draft | None, str]:
        draft, rule = self._issuer(phrase)
        return remembered(self.scene, phrase, draft, rule)

    def _issuer(self, phrase: Phrase) -> tuple[Draft | None, str]:
        scene = self.scene
        owned = next((at for at in range(phrase.first + 1, phrase.head) if scene.low(at) in ("'s", "'")), None)
        # "A swimmers' petition": the article is the document's.
        first = phrase.first + (scene.low(phrase.first) in ("a", "an") and is_many(scene, (owned or 0) - 1))
        inner = phrase_in(scene, first, owned) if owned is not None else None
        if inner is not None and inner.kind in ("title", "name", "institution"):
            return self._draft(inner), "the owner of the document"
        for at in range(phrase.head + 1, phrase.last - 1):
            if scene.low(at) in ("by", "from") and not is_handed(scene, at):
                inner = phrase_in(scene, at + 1, phrase.last)
                if inner is not None:
                    return self._draft(inner), "the issuer of the document"
        paper = paper_of(scene, phrase)
        return (paper, "the paper that it stands in") if paper is not None else issuer(scene, phrase, self._draft)

    def _draft(self, phrase: Phrase) -> Draft | None:
        return self._phrase(phrase, self.scene.span(phrase.first, phrase.last))[0]

    def _finished(self) -> Cast:
        kept = [draft for draft in self.scene.drafts if draft.spans and draft.is_kept]
        made = {id(draft): draft.actor(self.scene.document_id) for draft in kept}
        ids = {key: actor.id for key, actor in made.items()}
        of_span = {span: ids[id(d)] for span, d in self.resolved.items() if d is not None and id(d) in ids}
        mentions = [(span, ids[id(draft)]) for draft in kept for span in draft.spans]
        for span, actor_id in mentions:
            of_span.setdefault(span, actor_id)
        reasons = tuple(sorted(self.rules.items(), key=lambda row: PLACE(row[0])))
        mentions.sort(key=lambda row: (row[0].start, row[0].end, row[1]))
        found = tuple(ways(self.scene, self.resolved, self.rules))
        origins = tuple((ids[id(draft)], tuple(draft.origins.items())) for draft in kept if draft.origins)
        return Cast(pooled(made.values()), reasons, found, origins, of_span, tuple(mentions))


def _is_alias(phrase: Phrase, span: Span) -> bool:
    """True for what one would call somebody by: no pronoun, no apposition, no clause."""
    words = span.text.split()
    is_short = len(words) <= _ALIAS_WORDS and "," not in span.text and not RELATIVE.intersection(words)
    return phrase.kind not in ("pronoun", "relative", "quantity", "group") and is_short


def _agrees(draft: Draft, word: str) -> bool:
    if word in NEUTER:
        return not draft.is_person and not draft.is_plural
    if word in PLURAL:
        return draft.is_plural or draft.kind in ("group", "organisation", "bloc", "state")
    return draft.is_person and draft.gender in (None, "m" if word in ("he", "him", "his", "himself") else "f")
