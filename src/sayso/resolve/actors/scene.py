"""What one report has shown so far: its chunks, the actors in the making, and where each of them was seen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter

from ...gazetteer import Known
from ...ledger import Actor, Document, Role, Span, Step
from ...ledger.actor import Kind
from .chunks import Chunk
from .words import Token

# What the network says of a pronoun with each of several phrases: a score each, the higher the likelier to mean one.
# Stage 2 has it ready (extract/likeness.py); None where it kept no states, and then the signs decide alone.
Likeness = Callable[[Span, Sequence[Span]], Sequence[float] | None]

# Of two spans of one text the places decide which is less; to compare them by these alone is much quicker.
PLACE = attrgetter("start", "end")


@dataclass(slots=True, eq=False)
class Draft:
    """An actor in the making. `sort` is the kind of institution it is; `titles` the offices that its mentions give.

    `is_known`: the gazetteer has it; `is_thing`: "the vote", which no "she" means. `origins` says where the name, the
    country and the sector come from, where a rule added one of them to what the mention itself gives.
    """

    kind: Kind
    name: str
    country: str | None = None
    sector: str | None = None
    gender: str | None = None
    sort: str = ""
    is_plural: bool = False
    is_local: bool = False
    is_kept: bool = True
    is_sure: bool = True
    is_known: bool = False
    is_thing: bool = False
    titles: dict[str, str] = field(default_factory=dict)
    forms: dict[str, None] = field(default_factory=dict)
    spans: set[Span] = field(default_factory=set)
    roles: dict[Role, str] = field(default_factory=dict)
    members: tuple[Draft, ...] = ()
    origins: dict[str, str] = field(default_factory=dict)

    def place(self, country: str | None, why: str) -> None:
        """Gives the country where none is known yet; `why` is kept for whoever asks."""
        if country and not self.country:
            self.country = country
            self.origins["country"] = why

    def rank(self, sector: str | None, why: str) -> None:
        """The same for the sector."""
        if sector and not self.sector:
            self.sector = sector
            self.origins["sector"] = why

    @property
    def is_person(self) -> bool:
        return self.kind == "person" or (self.kind == "unnamed" and not self.is_plural and not self.is_thing)

    def seen(self, span: Span, form: str | None = None) -> None:
        """Notes a mention; `form` is the alias that it gives, None for a pronoun."""
        self.spans.add(span)
        if form:
            self.forms.setdefault(form)

    def actor(self, document_id: str) -> Actor:
        """The finished value."""
        return Actor(
            self.name,
            self.kind,
            self.country,
            self.sector,
            tuple(form for form in self.forms if form != self.name),
            tuple(self.roles),
            tuple([(document_id, span) for span in sorted(self.spans, key=PLACE)]),
            document_id if self.is_local else None,
        )


@dataclass(frozen=True, slots=True)
class Sight:
    """One place where an actor stands, with what makes it a likely antecedent."""

    start: int
    sentence: int
    draft: Draft
    is_source: bool = False
    is_subject: bool = False
    is_quoted: bool = False


_PLACED = frozenset({"country", "adjective", "capital", "people"})


@dataclass(slots=True)
class Scene:
    """The state of reading one report.

    `named` are the states that it names, `small` its words without capitals, `given` the user's own actors; `sources`
    the spans that speak, in the order of the text; `issued` who speaks through the last document of each sort, the
    latest last; `traces` the way from each pronoun to whom it means.
    """

    document: Document
    tokens: Sequence[Token]
    chunks: Sequence[Chunk]
    drafts: list[Draft] = field(default_factory=list)
    at: dict[int, Draft] = field(default_factory=dict)
    sights: list[Sight] = field(default_factory=list)
    places: set[int] = field(default_factory=set)
    home: str | None = None
    dateline: str | None = None
    headlines: frozenset[int] = frozenset()
    given: tuple[Known, ...] = ()
    document_id: str = ""
    named: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    likeness: Likeness | None = None
    sources: tuple[Span, ...] = ()
    issued: dict[str, Draft] = field(default_factory=dict)
    traces: dict[Span, tuple[Step, ...]] = field(default_factory=dict)
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [chunk.start for chunk in self.chunks]
        entries = (chunk.entry for chunk in self.chunks if chunk.kind in _PLACED)
        self.named = frozenset(entry.country for entry in entries if entry is not None and entry.country)
        self.small = frozenset(t.low for t in self.tokens if t.text[0].islower() and len(t.text) > 3)
        self.document_id = self.document.id  # a hash of the whole text: once

    def within(self, span: Span) -> tuple[int, int]:
        """Indices `[first, last)` of the chunks that a span touches."""
        first = bisect_right(self._starts, span.start) - 1
        if first < 0 or self.chunks[first].end <= span.start:
            first += 1
        return first, max(first, bisect_left(self._starts, span.end))

    def span(self, first: int, last: int) -> Span:
        """The span over chunks `[first, last)`."""
        return Span.of(self.document.text, self.chunks[first].start, self.chunks[last - 1].end)

    def token(self, at: int) -> Token:
        """The first token of a chunk."""
        return self.tokens[self.chunks[at].first]

    def low(self, at: int) -> str:
        """The chunk's text in lower case; "" outside the text."""
        return self.chunks[at].low if 0 <= at < len(self.chunks) else ""

    def kind(self, at: int) -> str:
        return self.chunks[at].kind if 0 <= at < len(self.chunks) else ""

    def is_together(self, one: int, other: int) -> bool:
        """True when two chunks stand in one sentence."""
        return (
            min(one, other) >= 0
            and max(one, other) < len(self.chunks)
            and self.token(one).sentence == self.token(other).sentence
        )

    def add(self, draft: Draft) -> Draft:
        self.drafts.append(draft)
        return draft

    def letters(self, letters: str, draft: Draft) -> None:
        """ "The Bureau of Public Roads (BPR)": the letters name the body wherever they stand, before this and after."""
        alike = [d for d in self.drafts if d is not draft and letters == d.name]
        others = [d for d in alike if d.kind != "person" or not (d.is_sure or d.titles or d.gender)]
        for at, chunk in enumerate(self.chunks):
            if chunk.text == letters and self.at.get(at) in (None, draft, *others):
                self.at[at] = draft
                draft.seen(self.span(at, at + 1), letters)
        for other in others:
            other.is_kept = False
        self.sights[:] = [replace(s, draft=draft) if s.draft in others else s for s in self.sights]

    def sight(self, sight: Sight) -> None:
        """Keeps the sights in the order of the text; a source's sight comes after the plain one at the same place."""
        self.sights.insert(bisect_right(self.sights, sight.start, key=lambda s: s.start), sight)

    def before(self, start: int) -> Iterator[Sight]:
        """The sights before an offset, the nearest first."""
        for at in range(bisect_left(self.sights, start, key=lambda s: s.start) - 1, -1, -1):
            yield self.sights[at]
