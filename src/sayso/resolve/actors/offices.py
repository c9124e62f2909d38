"""The titles that a report gives to persons, before the name and after it, and what they tell of them."""

from __future__ import annotations

from ...ledger import Role
from .bodies import institution
from .identify import recognise
from .nouns import Noun, noun_at
from .places import country_of, main_state, party_country
from .scene import Draft, Scene
from .serving import is_rank, served
from .sorted_names import is_sorted_noun
from .standing import LIKE, like_office, opposed
from .wordlists import DETERMINERS, POSSESSIVE

# How many words an area of government has behind "for", and what ends it.
_AREA_AT_MOST = 9
_AFTER_AREA = frozenset({"'s", "'", ",", ".", ";", ")", "at", "in", "who", "said", "says", "told", "has", "was", "is"})
_RANKS = frozenset({"military", "cleric", "monarch", "doctor"})
_FORMER = frozenset({"former", "ex", "late", "retired", "onetime"})

_PARTY = "the party and the state in brackets behind the name"


def gather_offices(scene: Scene) -> None:
    """Adds roles, titles, country and sector to the drafts of persons."""
    for at, draft in sorted(scene.at.items()):
        if draft.kind == "person" and scene.kind(at) == "name":
            _before(scene, at, draft)
            _after(scene, at, draft)
            if party_country(scene, at):
                draft.place("USA", _PARTY)
                draft.rank("LEG", _PARTY)
            if draft.country is None and draft.titles:
                recognise(scene, draft)


def _before(scene: Scene, at: int, draft: Draft) -> None:
    """ "Russian Defense Minister X", "spokesman X", "The minister, X,"."""
    left = at - 1
    while scene.kind(left) == "honorific" and scene.is_together(left, at):
        _honorific(scene, left, draft)
        left -= 1
    if scene.low(left) == "," and scene.is_together(left, at) and _closes(scene, at):
        title = _title_before_comma(scene, left)
        if title is not None:
            _office(scene, noun_at(scene, title), draft, at)
            _listed(scene, title, draft, at)
        return
    if not scene.is_together(left, at):
        return
    if scene.kind(left) == "title":
        entry = scene.chunks[left].entry
        if entry is not None and not entry.is_plural:
            outer = _is_rank_behind(scene, left)
            if outer:
                _office(scene, noun_at(scene, left - 1, high=left), draft, at)
            _office(scene, noun_at(scene, left, low=left if outer else 0), draft, at)
        return
    title = _title_with_portfolio(scene, left)
    if title is not None:
        _office(scene, noun_at(scene, title, high=at), draft, at)
    elif scene.low(left) in ("'s", "'") and country_of(scene, left - 1):
        draft.place(country_of(scene, left - 1), f"“{scene.chunks[left - 1].text}” before the name")


def _listed(scene: Scene, title: int, draft: Draft, name: int) -> None:
    """ "The director, producer and founder of the mill, Jane Roe": what stands before the last title is hers too."""
    at = title
    while scene.low(at - 1) in ("and", ",") and scene.kind(at - 2) == "title" and scene.is_together(at - 2, title):
        at -= 2
        entry = scene.chunks[at].entry
        if entry is None or entry.is_plural:
            return
        _office(scene, noun_at(scene, at, high=at + 1), draft, name)


def _is_rank_behind(scene: Scene, at: int) -> bool:
    """ "Prime Minister Sheikh Roe", "police chief General Roe": two titles, the second a rank that one keeps."""
    entry, before = scene.chunks[at].entry, scene.chunks[at - 1].entry if at else None
    if entry is None or before is None or scene.kind(at - 1) != "title" or not scene.is_together(at - 1, at):
        return False
    is_rank = entry.family in _RANKS and scene.chunks[at].text[0].isupper()
    return is_rank and before.family not in (entry.family, "adviser", "official") and not before.is_plural


def _honorific(scene: Scene, at: int, draft: Draft) -> None:
    entry = scene.chunks[at].entry
    if entry is None or not entry.name or entry.family == "honorific":
        return
    _title(scene, draft, (entry.name, entry.family, None), at, at + 1)
    draft.titles.setdefault(entry.name.casefold(), entry.family)
    why = f"the title “{scene.chunks[at].text}”"
    draft.rank(entry.sector, why)
    draft.place(_state_of_title(scene, at, entry.country), why)


def _state_of_title(scene: Scene, at: int, usual: str | None) -> str | None:
    """ "Sen." is American, but not in a report from Lagos that never names the United States."""
    home = main_state(scene)
    is_elsewhere = home is not None and home != usual and usual not in scene.named
    return home if usual and is_elsewhere and not party_country(scene, at + 1) else usual


def _closes(scene: Scene, at: int) -> bool:
    """True when a name ends an apposition: a mark, or nothing, follows."""
    return scene.kind(at + 1) in ("mark", "") and scene.low(at + 1) not in ("'s", "'")


def _title_before_comma(scene: Scene, comma: int) -> int | None:
    """The head of "The Peruvian foreign minister," or "his deputy for Europe,"."""
    for at in range(comma - 1, max(-1, comma - 9), -1):
        if not scene.is_together(at, comma) or (scene.kind(at) == "mark" and scene.low(at) not in ("'s", "'")):
            return None
        entry = scene.chunks[at].entry
        if scene.kind(at) == "title" and entry is not None and not entry.is_plural:
            return at
    return None


def _title_with_portfolio(scene: Scene, left: int) -> int | None:
    """ "Assistant Secretary of State for European Affairs" before a name: the title that opens it."""
    if not scene.chunks[left].text[0].isupper():
        return None
    for at in range(left, max(-1, left - 9), -1):
        if not scene.is_together(at, left):
            return None
        if scene.kind(at) == "title":
            return at if scene.low(at + 1) in ("of", "for", "to") else None
        if not scene.chunks[at].text[0].isupper() and scene.low(at) not in ("of", "for", "and", "the", "&", "to", ","):
            return None
    return None


def _after(scene: Scene, at: int, draft: Draft) -> None:
    """ "X, the assistant secretary,", "X, spokesman for Y", "X of Peru", "X at the State Department"."""
    right = at + 1
    if scene.low(right) == "(":
        while right < len(scene.chunks) and scene.low(right) != ")" and right < at + 6:
            right += 1
        right += 1
    if scene.low(right) in ("of", "at", "for") and scene.is_together(at, right):
        _affiliate(scene, right, draft)
        return
    if scene.low(right) == "," and scene.low(right + 1).isdigit() and scene.low(right + 2) == ",":
        right += 2  # "Jane Roe, 45, a former senator,"
    if scene.low(right) != "," or not scene.is_together(at, right):
        return
    for head in range(right + 1, min(len(scene.chunks), right + 9)):
        if not scene.is_together(at, head):
            return
        entry = scene.chunks[head].entry
        is_head = scene.kind(head) == "title" and entry is not None and not entry.is_plural
        if is_head and scene.kind(head + 1) not in ("name", "title", "honorific"):
            noun = noun_at(scene, head, right + 1)
            opens = noun.first == right + 1 or scene.low(noun.first) in DETERMINERS | POSSESSIVE
            if noun.first <= right + 2 and opens:
                _office(scene, noun, draft, at)
            return
        if is_head:
            continue
        if scene.kind(head) == "mark" and scene.low(head) not in ("'s", "'"):
            return


def _affiliate(scene: Scene, preposition: int, draft: Draft) -> None:
    for at in range(preposition + 1, min(len(scene.chunks), preposition + 6)):
        if scene.kind(at) in ("word", "mark") and scene.low(at) not in DETERMINERS | POSSESSIVE | {"'s", "'"}:
            return
        if scene.kind(at) == "institution":
            found, _ = institution(scene, at, may_guess=False)
            _join(draft, found)
            return
        if scene.kind(at) in ("country", "capital", "body", "organisation", "region"):
            if scene.low(at + 1) in ("'s", "'") or (scene.kind(at) == "region" and scene.low(preposition) != "of"):
                continue
            draft.place(country_of(scene, at), f"“{scene.chunks[at].text}” behind the title")
            _join(draft, scene.at.get(at))
            return


def _join(draft: Draft, body: Draft | None) -> None:
    if body is not None and body.kind != "person":
        draft.place(body.country, f"the office is of {body.name}")
        draft.rank(body.sector if body.kind != "state" else None, f"the office is of {body.name}")


def _office(scene: Scene, noun: Noun, draft: Draft, name: int) -> None:
    entry = scene.chunks[noun.head].entry
    if entry is None or entry.family in ("relative",):
        return
    body, country = served(scene, noun)
    own = _own_words(scene, noun)
    if (
        noun.owner is not None
        and noun.owner == noun.head - 1
        and scene.kind(noun.owner) == "name"
        and noun.owner not in scene.at
    ):
        own = [noun.owner, noun.head]
    title = " ".join(scene.low(at) for at in own)
    # The president of a body that is no state is no head of state.
    is_of_sort = noun.owner is not None and is_sorted_noun(scene, noun.owner)
    is_elsewhere = is_of_sort or (body is not None and body.kind != "state")
    is_elsewhere = is_elsewhere and entry.family in ("head of state", "deputy head")
    family = "leader" if is_elsewhere else entry.family
    affiliation = body.name if body is not None else None
    last = _title_end(scene, noun, name)
    words_of_title = _title_text(scene, own, last)
    reach = max(last, min(name, noun.last)) if noun.head < name else max(last, noun.last)
    _title(scene, draft, (words_of_title, family, affiliation), noun.first, reach)
    draft.titles.setdefault(title, family)
    draft.place(country, f"the office as the report tells it, “{scene.span(noun.first, reach).text}”")
    draft.place(entry.country, f"only one state has the title “{title}”")
    if body is not None and body.kind != "person":
        draft.place(body.country, f"the office is of {body.name}")
    is_of_body = body is not None and body.kind != "state" and (noun.complement is not None or is_elsewhere)
    sector = body.sector if is_of_body and body is not None else entry.sector or (body.sector if body else None)
    if is_elsewhere and body is None and noun.owner is not None and (sort := scene.chunks[noun.owner].entry):
        sector = sort.sector  # "the firm's president"
    if entry.form in LIKE:
        sector = like_office(scene, noun, draft) or sector
    sector = opposed(scene, noun, entry) or sector
    if is_former(title):
        sector = "ELI"
    draft.rank(sector, f"the office “{title}”")
    if entry.gender and not draft.gender:
        draft.gender = entry.gender


def _own_words(scene: Scene, noun: Noun) -> list[int]:
    """The chunks of a title: "former" and "ambassador" of "the former Peruvian ambassador", behind any owner."""
    owned = [at for at in range(noun.first, noun.head) if scene.low(at) in ("'s", "'")]
    opens = max((at + 1 for at in owned), default=noun.first)
    return [*(at for at in range(opens, noun.head) if scene.low(at) in noun.words), noun.head]


def _title_text(scene: Scene, own: list[int], last: int) -> str:
    """The title as the report writes it, without a state between its words."""
    if own[-1] - own[0] + 1 == len(own):
        return scene.span(own[0], last).text
    return " ".join([*(scene.chunks[at].text for at in own[:-1]), scene.span(own[-1], last).text])


def _title_end(scene: Scene, noun: Noun, name: int) -> int:
    """Index after the title: "assistant secretary of state for European affairs" with its area, none with its body."""
    end = noun.head + 1
    if noun.preposition not in ("of", "for"):
        return end
    at = end + 1
    high = name if noun.head < name else end + _AREA_AT_MOST
    ends = _AFTER_AREA if noun.head > name or scene.low(name - 1) == "," else frozenset()
    while at < high and scene.is_together(end, at) and scene.low(at) not in ends:
        if _is_whom(scene, at):
            return end
        at += 1
    return at if at > end + 1 else end


def _is_whom(scene: Scene, at: int) -> bool:
    """True for whom an officer speaks for or serves: a body, a state, letters, a name behind an article."""
    kind = scene.kind(at)
    if kind == "name":
        return scene.chunks[at].text.isupper() or scene.low(at - 1) == "the"
    is_alone = kind in ("adjective", "region") and scene.kind(at + 1) in ("", "mark")
    return is_alone or (kind in _WHOLE and not is_rank(scene, at))


# Whom an officer speaks for or serves; what is left behind "of" and "for" is an area: law, maritime affairs.
_WHOLE = frozenset({"country", "capital", "body", "institution", "organisation", "people", "title"})


def is_former(title: str) -> bool:
    """ "Former president", "leftist ex-president", "the late king": no office of today."""
    return any(word in _FORMER or word.startswith("ex-") for word in title.split())


def _title(scene: Scene, draft: Draft, title: tuple[str, str, str | None], first: int, last: int) -> None:
    """Notes a role: its title, the family of the title, the affiliation that the text gives."""
    words, family, affiliation = title
    draft.roles.setdefault(Role(words, affiliation, scene.document_id, scene.span(first, last)), family)
