"""Cuts a text into chunks: entries of the lexicon, runs of capitals that name something, and the words between."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate

from ... import lexicon
from ...gazetteer import Known, provinces
from .chunks import Chunk, chunk_of
from .compounds import SURNAMES, Joiner
from .sounds import sound
from .vocabulary import Entry, entry_at, openings, own_index
from .wordlists import BODY_WORDS, NEVER_NAMES, PARTICLES, PORTFOLIOS, SUFFIXES, THINGS, WORDS_AND_NAMES
from .words import Token

# Words of so many letters that open a sentence are names when a name of the report sounds like them.
_SOUNDING = 5
_MONTHS_AND_NAMES = frozenset({"jan", "jun", "april", "may", "june", "august"})
# Whose seat stands behind "for" or "from" before the name: "MP for Tern East Jane Roe".
_SEATED = frozenset({"mp", "mps", "mla", "mna", "mca", "senator", "lawmaker", "legislator", "representative"})
_SEAT_AT_MOST = 4
_QUOTES = frozenset("“”\"‘’'")
_JOINED_PARTICLE = re.compile(r"^(?:al|el|as|an|ad|ar|ash|at|ul|bin|d|l|o)[-'’][A-Z]")


class Chunker:
    """Cuts one text. `named` are the spans that a tagger took for names: they settle capitals that open a sentence."""

    def __init__(
        self,
        text: str,
        tokens: Sequence[Token],
        named: Iterable[tuple[int, int]] = (),
        given: tuple[Known, ...] = (),
    ) -> None:
        self.text, self.tokens, self.own = text, tokens, own_index(given)
        named = sorted(named)
        self.named = [start for start, _ in named]
        self.named_until = list(accumulate((end for _, end in named), max))
        self.headlines = frozenset(_title_cased(tokens))
        self.proper = self._proper()
        self.proper_sounds = {sound(word.casefold()) for word in self.proper if len(word) >= _SOUNDING}
        self.common = {t.text for t in tokens if not t.is_capital and t.text[0].islower()}

    def chunks(self) -> tuple[Chunk, ...]:
        """The chunks in order; every token lies in exactly one."""
        found: list[Chunk] = []
        known, at = openings(self.own), 0
        while at < len(self.tokens):
            token = self.tokens[at]
            if not token.is_capital and token.low not in known and token.text.isalpha():
                # nine in ten, so that nothing is asked for them that the token does not tell
                found.append(Chunk("word", at, at + 1, token.start, token.end, token.text, token.low))
                at += 1
                continue
            chunk = self._known(at) or self._run(at) or self._plain(at)
            found.append(chunk)
            at = chunk.last
        return tuple(Joiner(self.text, self.tokens, self.headlines).joined(found))

    def _chunk(self, kind: str, first: int, last: int, entry: Entry | None = None) -> Chunk:
        return chunk_of(self.text, self.tokens, kind, (first, last), entry)

    def _entry_at(self, at: int) -> tuple[Entry, int] | None:
        return entry_at(self.tokens, at, self.own)

    def _plain(self, at: int) -> Chunk:
        token = self.tokens[at]
        kind = "word" if token.text[0].isalnum() else "mark"
        return Chunk(kind, at, at + 1, token.start, token.end, token.text, token.low)

    def _known(self, at: int) -> Chunk | None:
        found = self._entry_at(at)
        if found is None:
            return None
        entry, last = found
        if entry.kind in SURNAMES and self._is_part_of_name(at, last):
            return None
        if entry.form.startswith("the ") and last < len(self.tokens) and self.tokens[last].is_capital:
            return None  # "the West", not "the West Bank"
        return self._chunk(entry.kind, at, last, entry)

    def _is_part_of_name(self, first: int, last: int) -> bool:
        """ "Victoria Roe", "Bill Doe": a word of the lexicon that opens a person's name."""
        is_given = self.tokens[first].text in lexicon.given_names() and last == first + 1
        return is_given and last < len(self.tokens) and self._is_name(last) and self._entry_at(last) is None

    def _run(self, at: int) -> Chunk | None:
        """The capitalised words from `at` on that lie together and are no entries."""
        if not self._is_name(at):
            return None
        last = at + 1
        while last < len(self.tokens):
            step = self._step(last)
            if not step:
                break
            last += step
        last = self._portfolio_end(at, last)
        is_given = self.tokens[at].text in lexicon.given_names()
        words = {t.low for t in self.tokens[at + is_given : last]}
        kind = "name"
        if last - at > 1 and words & BODY_WORDS:
            kind = "thing" if self.tokens[last - 1].low in THINGS else "organisation"
        chunk = self._chunk(kind, at, last)
        country = provinces().get(chunk.text) if kind == "name" and not self._follows_title(at) else None
        entry = Entry("region", chunk.text, chunk.text, country) if country else None
        return chunk._replace(kind="region", entry=entry) if entry else chunk

    def _follows_title(self, at: int) -> bool:
        before = self._entry_at(at - 1) if at else None
        return before is not None and before[1] == at and before[0].kind in ("honorific", "title")

    def _step(self, at: int) -> int:
        """How many tokens from `at` on carry a name further: 0 ends it."""
        token = self.tokens[at]
        before = self.tokens[at - 1]
        if token.paragraph != before.paragraph or token.sentence != before.sentence:
            return 0
        if token.low in SUFFIXES and token.is_capital:
            return 1
        if token.text == "&" and at + 1 < len(self.tokens) and self.tokens[at + 1].is_capital:
            return 2
        if token.text == "," and at + 1 < len(self.tokens) and self.tokens[at + 1].low in ("jr.", "jr", "sr."):
            return 2
        if token.text in _QUOTES:
            return self._nickname(at)
        if token.low in PARTICLES and token.text[0].islower():
            after = at + 1
            while after < len(self.tokens) and self.tokens[after].low in PARTICLES:
                after += 1
            is_name = after < len(self.tokens) and self._is_capital_word(after)
            return after - at + 1 if is_name else 0
        if token.low in NEVER_NAMES and not (token.low in WORDS_AND_NAMES and before.text in lexicon.given_names()):
            return 0
        if not self._is_capital_word(at) or self._is_headline_word(at):
            return 0
        found = self._entry_at(at)
        return 1 if found is None or self._is_surname(at, *found) else 0

    def _nickname(self, at: int) -> int:
        """ "José “Pepe” Mujica": three tokens and the surname behind them; 0 when it is no nickname."""
        inner = self.tokens[at : at + 4]
        is_whole = len(inner) == 4 and inner[3].sentence == inner[0].sentence and inner[2].text in _QUOTES
        return 4 if is_whole and inner[1].is_capital and self._is_capital_word(at + 3) else 0

    def _is_surname(self, at: int, entry: Entry, last: int) -> bool:
        """ "Tom Marshall", "Lena Pope": a word in capitals right after a name, with no capital behind it."""
        if last != at + 1 or self.tokens[at].sentence in self.headlines:
            return False
        before = self._entry_at(at - 2) if at > 1 else None
        is_titled = before is not None and before[1] == at - 1 and before[0].kind in ("honorific", "title")
        if is_titled or self.tokens[at - 1].text in lexicon.given_names():
            return entry.kind in ("title", "institution", "document", "body", "region", "capital", "country")
        is_last = last >= len(self.tokens) or not self.tokens[last].is_capital
        is_second = at < 2 or not self._is_capital_word(at - 2) or self.tokens[at - 1].is_initial
        return (
            is_last
            and is_second
            and not self.tokens[at].text.isupper()
            and (entry.kind in ("title", "body") and not entry.form.isupper())
        )

    def _is_capital_word(self, at: int) -> bool:
        token = self.tokens[at]
        if token.is_capital:
            return token.text[0].isalnum()
        return not token.text.isalpha() and bool(_JOINED_PARTICLE.match(token.text))

    def _is_name(self, at: int) -> bool:
        token = self.tokens[at]
        if not self._is_capital_word(at) or len(token.text) == 1:
            return False
        if token.low in NEVER_NAMES and not self._is_given_name(at) and not self._is_month_as_name(at):
            return False
        if token.sentence in self.headlines or token.is_initial:
            return self._is_proven(at)
        return True

    def _is_given_name(self, at: int) -> bool:
        """ "Jan Roe", not "Jan 5": a given name that is another word too, right before a capital."""
        after = at + 1
        is_followed = after < len(self.tokens) and self._is_capital_word(after)
        is_given = self.tokens[at].text in lexicon.given_names()
        return is_given and is_followed and self.tokens[after].low not in NEVER_NAMES and not self._entry_at(after)

    def _is_month_as_name(self, at: int) -> bool:
        """ "Commodore Jun Roe": a month right between a title and a capital."""
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        is_between = after is not None and after.is_capital and after.low not in NEVER_NAMES
        return self.tokens[at].low in _MONTHS_AND_NAMES and is_between and self._follows_title(at)

    def _is_headline_word(self, at: int) -> bool:
        return self.tokens[at].sentence in self.headlines and not self._is_proven(at)

    def _is_proven(self, at: int) -> bool:
        """True when something other than its capital says that the word is (part of) a name."""
        token = self.tokens[at]
        if token.text in self.proper or token.text in lexicon.given_names() or self._is_tagged(token):
            return True
        if len(token.text) >= _SOUNDING and sound(token.text.casefold()) in self.proper_sounds:
            return True
        if token.text.casefold() in self.common or (token.sentence in self.headlines and not token.text.isupper()):
            return False
        if token.text.isupper() and len(token.text) > 1 and not self._is_shouted(at):
            return True
        after = at + 1
        return (
            after < len(self.tokens)
            and self.tokens[after].sentence == token.sentence
            and self._is_capital_word(after)
            and self.tokens[after].low not in NEVER_NAMES
            and self._entry_at(after) is None
            and not token.low.endswith(("ed", "ing", "ly"))
        )

    def _is_shouted(self, at: int) -> bool:
        near = self.tokens[max(0, at - 2) : at + 3]
        return sum(t.text.isupper() and len(t.text) > 1 for t in near) > 2

    def _is_tagged(self, token: Token) -> bool:
        at = bisect_right(self.named, token.start)
        return at > 0 and token.end <= self.named_until[at - 1]

    def _proper(self) -> set[str]:
        """Words that stand with a capital where nothing but being a name asks for one."""
        return {
            t.text
            for t in self.tokens
            if t.is_capital and not t.is_initial and t.sentence not in self.headlines and t.low not in NEVER_NAMES
        }

    def _portfolio_end(self, first: int, last: int) -> int:
        """ "… for European Affairs Jane Roe": the run ends with the portfolio, so that the name is a run of its own."""
        seat = self._seat_end(first, last)
        if seat:
            return seat
        before = self.tokens[first - 1].low if first else ""
        is_behind_state = first > 0 and self.tokens[first - 1].is_capital and self.tokens[first].low in PORTFOLIOS
        if before not in ("for", "of", "and", "to") and not is_behind_state:
            return last
        ends = [at + 1 for at in range(first, last) if self.tokens[at].low in PORTFOLIOS]
        return ends[-1] if ends and last - ends[-1] in (2, 3) else last

    def _seat_end(self, first: int, last: int) -> int:
        """ "… MP for Tern East Jane Roe": the given name ends the seat; 0 where there is none."""
        opening = first
        while opening > max(0, first - _SEAT_AT_MOST) and self.tokens[opening - 1].is_capital:
            opening -= 1
        is_seat = opening > 1 and self.tokens[opening - 1].low in ("for", "from")
        if not is_seat or self.tokens[opening - 2].low not in _SEATED:
            return 0
        given = (
            at for at in range(first + (opening == first), last - 1) if self.tokens[at].text in lexicon.given_names()
        )
        return next((at for at in given if at > first), 0)


def _title_cased(tokens: Sequence[Token]) -> set[int]:
    """The sentences most of whose longer words have capitals, as headlines do."""
    ended = {token.sentence for token in tokens if token.text == "."}
    longer = [token for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    words = Counter([token.sentence for token in longer])
    capitals = Counter([token.sentence for token in longer if token.is_capital])
    return {s for s, count in words.items() if _is_headline(s in ended, capitals[s], count)}


def _is_headline(is_ended: bool, capitals: int, words: int) -> bool:
    """A line without a full stop needs less; "LAGOS — Governor Chike Okafor said on Monday." is none."""
    return words >= 6 and capitals / words > 0.9 if is_ended else words >= 4 and capitals / words > 0.75
