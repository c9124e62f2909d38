"""Finds the longest entry of the lexicon that begins at a token."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ... import lexicon
from ...gazetteer import Known, ministries
from .words import Token, tokenised

# In a tie the earlier reading wins: "Georgia" is the state before it is the region.
_ORDER = (
    "country",
    "body",
    "capital",
    "adjective",
    "people",
    "honorific",
    "title",
    "institution",
    "document",
    "region",
)
_NAMING = frozenset({"country", "body", "capital", "adjective", "people", "region", "honorific", "name"})
_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "person": "people",
    "child": "children",
    "wife": "wives",
    "press": "press",
}


# The titles that one has had: "ex-senator".
_OFFICES = frozenset({"head of state", "deputy head", "head of government", "minister", "legislator", "governor",
                      "mayor", "diplomat", "prosecutor", "judge", "leader", "official", "adviser",
                      "police"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lexicon knows of a form; `name` is the canonical name of what it names; `is_given`: the user's own."""

    kind: str
    form: str
    name: str
    country: str | None = None
    sector: str | None = None
    actor_kind: str = ""
    family: str = ""
    gender: str | None = None
    is_plural: bool = False
    is_given: bool = False


# By the first token, then by length, most first: the second tokens that there are, then the entries of the same words,
# the likeliest first.
Rows = dict[tuple[str, ...], tuple[Entry, ...]]
Index = Mapping[str, tuple[tuple[int, frozenset[str], Rows], ...]]


@cache
def _index() -> Index:
    """Entries by their first token, then by how many tokens they have, most first."""
    return _indexed(sorted(_entries(), key=lambda entry: (_ORDER.index(entry.kind), entry.is_plural)))


@cache
def own_index(given: tuple[Known, ...]) -> Index:
    """The user's actors in the same shape, made once for one list."""
    return _indexed(
        Entry(
            "name" if row.kind == "person" else "body", form, row.name, row.country, row.sector, row.kind, is_given=True
        )
        for row in given
        for form in row.names
        if tokenised(form)
    )


def _indexed(entries: Iterable[Entry]) -> Index:
    found: dict[str, dict[int, Rows]] = {}
    for entry in entries:
        key = tuple(token.low for token in tokenised(entry.form + " "))
        rows = found.setdefault(key[0], {}).setdefault(len(key), {})
        same = rows.get(key, ())
        if not same or _is_other_case(same[0], entry):
            rows[key] = (*same, entry)
    return {first: tuple(_by_length(rows)) for first, rows in found.items()}


def _by_length(rows: dict[int, Rows]) -> Iterator[tuple[int, frozenset[str], Rows]]:
    for length in sorted(rows, reverse=True):
        yield length, frozenset(key[1] for key in rows[length] if length > 1), rows[length]


def openings(own: Index) -> Container[str]:
    """The words that entries begin with; most words of a text are none."""
    return _index().keys() | own.keys() if own else _index().keys()


def entry_at(tokens: Sequence[Token], at: int, own: Index) -> tuple[Entry, int] | None:
    """The longest entry at token `at` with the index after it, or None; of two as long the user's own."""
    shipped = _longest(_index(), tokens, at)
    given = _longest(own, tokens, at) if own else None
    return given if given is not None and (shipped is None or given[1] >= shipped[1]) else shipped


def _longest(index: Index, tokens: Sequence[Token], at: int) -> tuple[Entry, int] | None:
    then = tokens[at + 1].low if at + 1 < len(tokens) else ""
    for length, seconds, rows in index.get(tokens[at].low, ()):
        if length > 1 and then not in seconds:
            continue
        words = tokens[at : at + length]
        same = rows.get(tuple([token.low for token in words]))
        if same is None or words[-1].paragraph != words[0].paragraph:
            continue
        for entry in same:
            if _is_cased(entry, words):
                return entry, at + length
    return None


def _is_other_case(entry: Entry, other: Entry) -> bool:
    """ "Professor" before a name wants its capital, "professor" as a calling does not: both are kept."""
    return entry.kind in _NAMING and other.kind not in _NAMING


def _is_cased(entry: Entry, tokens: Sequence[Token]) -> bool:
    """Names need their capitals, short acronyms all of them ("US" is not "us"); nouns may stand in either case."""
    if entry.kind not in _NAMING:
        return True
    if entry.form.isupper() and len(entry.form) <= 3:
        return all(token.text.isupper() or not token.text[0].isalpha() for token in tokens)
    return all(token.is_capital for token, word in zip(tokens, entry.form.split(), strict=False) if word[0].isupper())


@cache
def titles() -> frozenset[str]:
    """The nouns that are titles, in the singular."""
    return frozenset(form for row in lexicon.titles() for form in row.forms)


def plural(noun: str) -> str:
    """The plural of a noun phrase: "head of state" → "heads of state"."""
    head, of, rest = noun.partition(" of ")
    start, space, last = head.rpartition(" ")
    if last in _IRREGULAR:
        last = _IRREGULAR[last]
    elif last.endswith("person"):
        last = last[:-6] + "people"
    elif last.endswith("man") and last not in {"human", "german"}:
        last = last[:-3] + "men"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        last = last[:-1] + "ies"
    else:
        last += "es" if last.endswith(("s", "ch", "sh", "x")) else "s"
    return start + space + last + of + rest


def _entries() -> Iterator[Entry]:
    yield from _countries()
    for body in (*lexicon.seats(), *lexicon.organisations()):
        for form in body.forms:
            yield Entry("body", form, body.name, body.country, body.sector, body.kind)
    for ministry in ministries().values():
        for form in ministry.names:
            yield Entry("body", form, ministry.name, ministry.country, ministry.sector, ministry.kind)
    for name, alpha3 in lexicon.regions().items():
        yield Entry("region", name, name, alpha3 or None)
    for institution in lexicon.institutions():
        for form in institution.forms:
            row = (institution.name, institution.country, institution.sector, institution.kind, institution.name)
            yield Entry("institution", form, *row)
            yield Entry("institution", plural(form), *row, is_plural=True)
    for title in lexicon.titles():
        for form in title.forms:
            yield Entry("title", form, form, title.country, title.sector, "person", title.family, title.gender)
            if " " not in form and title.family in _OFFICES:
                yield Entry("title", f"ex-{form}", f"ex-{form}", title.country, "ELI", "person", title.family)
            if not form.endswith(("men", "people")):
                yield Entry(
                    "title", plural(form), form, title.country, title.sector, "group", title.family, is_plural=True
                )
    for title in lexicon.honorifics():
        for form in title.forms:
            name = form if title.title is None else title.title
            yield Entry("honorific", form, name, title.country, title.sector, "person", title.family, title.gender)
    for adjective, people in lexicon.peoples():
        if adjective:
            yield Entry("adjective", adjective, adjective)
        if people:
            yield Entry("people", people, people, None, "CVL", "group", is_plural=True)
    for form in lexicon.documents():
        yield Entry("document", form, form)
        yield Entry("document", plural(form), form, is_plural=True)


def _countries() -> Iterator[Entry]:
    for country in lexicon.countries():
        code = country.alpha3
        for form in (country.name, *country.aliases):
            yield Entry("country", form, country.name, code, "GOV", "state")
        for form in country.capitals:
            yield Entry("capital", form, country.name, code, "GOV", "state")
        for form in country.adjectives:
            if form not in (country.name, *country.aliases):
                yield Entry("adjective", form, country.name, code)
        for form in country.people:
            yield Entry("people", form, country.name, code, "GOV", "state", is_plural=True)
