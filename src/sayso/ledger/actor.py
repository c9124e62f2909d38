"""Someone in the world who speaks, acts or is acted on, gathered from the mentions that name them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from .identity import content_id
from .span import Span

Kind = Literal["person", "organisation", "state", "bloc", "group", "unnamed"]


@dataclass(frozen=True, slots=True)
class Role:
    """A title and affiliation as one text gives them: ("Defense Minister", "Russia"), with the span of the mention."""

    title: str
    affiliation: str | None
    document_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """`name` is the longest form found; `country` ISO 3166 alpha-3; `sector` a PLOVER code ("GOV", "MIL" …).

    `mentions` are pairs of a document id and a span. A named actor's id comes from its kind, name and country alone, so
    that ledgers of two reports agree on it; an unnamed or pronominal one lives in its own document (`scope`).
    """

    name: str
    kind: Kind
    country: str | None = None
    sector: str | None = None
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: tuple[tuple[str, Span], ...] = ()
    scope: str | None = None

    @property
    def id(self) -> str:
        return _actor_id(self.kind, self.scope, self.country, self.name)


@lru_cache(maxsize=4096)
def _actor_id(kind: Kind, scope: str | None, country: str | None, name: str) -> str:
    """Kept for a while, since a report's stages ask for the id of one actor again and again."""
    return content_id("a", kind, scope, country, folded(name))


def folded(name: str) -> str:
    """A name without case, diacritics and doubled spaces, for comparing: "Óscar  Arias" → "oscar arias"."""
    if not name.isascii():
        name = "".join(ch for ch in unicodedata.normalize("NFKD", name) if not unicodedata.combining(ch))
    return " ".join(name.casefold().split())
