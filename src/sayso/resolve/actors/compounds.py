"""Joins chunks that make one name: bodies of several words, spelt-out acronyms, surnames that are words elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ... import lexicon
from .chunks import Chunk, chunk_of
from .vocabulary import Entry
from .wordlists import LOCATIVE, WORDS_AND_NAMES
from .words import Token

_OFFICES = frozenset(
    {"committee", "subcommittee", "department", "commission", "agency", "office", "bureau", "administration"}
)
# Kinds of entries that are surnames too: Poland, Pope, Paris, Apple.
SURNAMES = frozenset({"country", "capital", "region", "body", "title", "institution", "document"})
_BEFORE_PLACE = LOCATIVE | {"the", "of"}
_OWN = frozenset({"name", "organisation", "title", "institution", "document", "region"})
_IN_BODY = frozenset({"name", "organisation", "institution", "adjective", "document", "region"})
_IN_COMPLEMENT = frozenset(
    {"name", "organisation", "institution", "adjective", "country", "thing", "region", "document", "capital", "people"}
)


@dataclass(frozen=True, slots=True)
class Joiner:
    """Joins the chunks of one text; `headlines` are the sentences in title case, whose capitals join nothing."""

    text: str
    tokens: Sequence[Token]
    headlines: frozenset[int]

    def joined(self, chunks: list[Chunk]) -> list[Chunk]:
        """The chunks with compounds as one, in the same order and without gaps."""
        return self._with_surnames(self._joined(self._with_acronyms(chunks)))

    def _chunk(self, kind: str, first: int, last: int, entry: Entry | None = None) -> Chunk:
        return chunk_of(self.text, self.tokens, kind, (first, last), entry)

    def _with_surnames(self, chunks: list[Chunk]) -> list[Chunk]:
        """ "Poland said" after "Rita Poland": a word of the lexicon that is a surname here."""
        names = {self.tokens[c.last - 1].text for c in chunks if c.kind == "name" and c.last - c.first > 1}
        used = {c.entry.country for c in chunks if c.kind == "adjective" and c.entry}
        found = []
        for at, chunk in enumerate(chunks):
            if chunk.text in names and chunk.last == chunk.first + 1 and self._may_be_surname(chunks, at):
                entry = chunk.entry
                if entry is None or entry.country is None or entry.country not in used:
                    chunk = chunk._replace(kind="name", entry=None)
            found.append(chunk)
        return found

    def _may_be_surname(self, chunks: list[Chunk], at: int) -> bool:
        """An entry that is a surname too, or a month without its day; "in Poland", "the Pope" are none."""
        chunk, after = chunks[at], chunks[min(at + 1, len(chunks) - 1)]
        is_month = chunk.kind == "word" and chunk.low in WORDS_AND_NAMES and not after.text.isdigit()
        return (chunk.kind in SURNAMES or is_month) and (at == 0 or chunks[at - 1].low not in _BEFORE_PLACE)

    def _with_acronyms(self, chunks: list[Chunk]) -> list[Chunk]:
        """ "Alliance to Restore Our Parks (AROP)": the words whose initials the letters are make one name."""
        spelt = [at for at in range(2, len(chunks)) if chunks[at].text == ")" and chunks[at - 2].text == "("]
        letters = {at - 1 for at in spelt if 2 < len(chunks[at - 1].text) < 9 and chunks[at - 1].text.isupper()}
        if not letters:
            return chunks
        found: list[Chunk] = []
        spelt_out: set[str] = set()
        for at, chunk in enumerate(chunks):
            found.append(chunk)
            if at not in letters:
                continue
            first = self._spelling(chunk.first - 1, chunk.text)
            start = next((i for i, c in enumerate(found) if c.first == first), None) if first is not None else None
            if start is not None and len(found) - 2 - start > 1:
                last = found[-2].first
                kept = next((c.entry for c in found[start:-2] if c.kind == "institution"), None)
                found[start:] = [
                    self._chunk("organisation", found[start].first, last, kept),
                    found[-2],
                    chunk._replace(kind="name", entry=None),
                ]
                spelt_out.add(chunk.text)
        # "the Central Bank of Somalia (CBS)": here CBS is no broadcaster, wherever it stands.
        return [c._replace(kind="name", entry=None) if c.kind == "body" and c.text in spelt_out else c for c in found]

    def _spelling(self, end: int, letters: str) -> int | None:
        """The token from which the capitals up to `end` spell the letters; None when they do not."""
        spelt = ""
        for at in range(end - 1, max(-1, end - 12), -1):
            token = self.tokens[at]
            if token.sentence != self.tokens[end].sentence or not token.text[0].isalnum():
                return None
            if token.is_capital:
                spelt = token.text[0] + spelt
            if spelt == letters:
                return at
            if not letters.endswith(spelt):
                return None
        return None

    def _joined(self, chunks: list[Chunk]) -> list[Chunk]:
        """Bodies whose names hold entries: "National" + "Investigation" + "Agency", "Bank" + "of" + …"""
        found: list[Chunk] = []
        at = 0
        while at < len(chunks):
            last = self._body_end(chunks, at) if chunks[at].text[0].isupper() else at
            if last > at:
                found.append(
                    self._chunk("organisation", chunks[at].first, chunks[last - 1].last, _entry_of(chunks[at:last]))
                )
                at = last
            else:
                found.append(chunks[at])
                at += 1
        return found

    def _body_end(self, chunks: list[Chunk], at: int) -> int:
        """Index after the chunks that make one proper name of a body from `at` on; `at` when they do not."""
        end, head, joint = at, -1, False
        while end < len(chunks) and end - at < 7:
            if (
                end > at
                and chunks[end].text == "and"
                and end + 1 < len(chunks)
                and self._is_in_body(chunks[end + 1], True)
            ):
                end, joint = end + 1, True
                continue
            is_worker = chunks[end].kind == "title" and end + 1 < len(chunks) and chunks[end + 1].kind == "institution"
            is_workers_body = is_worker and chunks[end + 1].text[0].isupper() and chunks[end].text[0].isupper()
            if not is_workers_body and not self._is_in_body(chunks[end], end > at):
                break
            if chunks[end].kind == "institution" or (chunks[end].kind == "organisation"):
                head = end
            end += 1
        if head < 0 or (joint and not self._is_office(chunks[at : head + 1])):
            return at
        last = self._complement_end(chunks, head + 1)
        own = [c for c in chunks[at:head] if c.kind in _OWN]
        if not own and last == head + 1:
            return at
        if not own and chunks[head].kind == "organisation":
            return last
        if not own and chunks[at].kind in ("adjective", "country", "capital"):
            return at
        return last

    def _is_office(self, chunks: list[Chunk]) -> bool:
        """ "Oversight and Government Reform Committee", not "Jane Roe and the City Council"."""
        is_named = any(c.text.split()[0] in lexicon.given_names() for c in chunks if c.kind == "name")
        return not is_named and chunks[-1].text.split()[-1].casefold() in _OFFICES

    def _is_in_body(self, chunk: Chunk, is_inside: bool) -> bool:
        if not chunk.text[0].isupper() or self.tokens[chunk.first].sentence in self.headlines:
            return False
        if chunk.entry is not None and chunk.entry.name == "State" and self.tokens[chunk.first - 1].low == "of":
            return False  # "Minister of State for Water Jane Roe"
        if is_inside and self.tokens[chunk.first].sentence != self.tokens[chunk.first - 1].sentence:
            return False
        return chunk.kind in _IN_BODY or (chunk.kind in ("capital", "people", "body") and not is_inside)

    def _complement_end(self, chunks: list[Chunk], at: int) -> int:
        """After "Ministry", "Department", …: "of Health and Human Services", "for the Rule of Law"."""
        end = at
        while end + 1 < len(chunks) and chunks[end].low in ("of", "for", "on", "against"):
            after = end + 2 if chunks[end + 1].low == "the" else end + 1
            if after >= len(chunks) or not self._is_complement(chunks[after]):
                break
            end = after + 1
            while end + 1 < len(chunks):
                joint = chunks[end].low in ("and", ",", "&")
                at_next = end + 1 if joint else end
                if not self._is_complement(chunks[at_next]) or (
                    joint and chunks[at_next].kind not in ("name", "organisation", "institution")
                ):
                    break
                end = at_next + 1
        return end

    def _is_complement(self, chunk: Chunk) -> bool:
        return chunk.text[0].isupper() and chunk.kind in _IN_COMPLEMENT


def _entry_of(pieces: list[Chunk]) -> Entry | None:
    """Of "University of Nairobi" the university, with the state of the place where the sort of body has none."""
    heads = [c.entry for c in pieces if c.entry is not None and c.kind in ("institution", "organisation")]
    places = [c.entry.country for c in pieces if c.entry is not None and c.entry.country]
    if not heads:
        return pieces[-1].entry
    return heads[-1] if heads[-1].country or not places else replace(heads[-1], country=places[-1])
