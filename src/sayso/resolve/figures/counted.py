"""The noun phrase that a number counts, found without a parser: up to the last plural before a word that ends it."""

from __future__ import annotations

from functools import cache

from ...lexicon import countries
from ..tokens import Token, is_glued, word_set

# Words that no counted noun phrase runs across.
_STOPS = word_set(
    """
    a an the this that these those and or but nor of in on at by for from to with without into onto over under
    after before during since until about against between among across through per as than then when where while
    who whom whose which what why how if because although though is are was were be been being has have had do
    does did will would shall should can could may might must not no he she it they we you i him her them us its
    his their our my your there here now already also still only just said says say told according so such up
    down out off back away aboard near along around behind beyond inside outside within toward towards went came
    made took left lost won found held killed injured wounded hurt died arrested detained displaced dead missing
    alive de des du del della dos das di da la le les van von der
    """
)
_PLURALS = word_set(
    """
    people men women children troops personnel staff crew police aircraft sheep fish cattle deer feet teeth mice
    geese media criteria phenomena servicemen servicewomen policemen fishermen gunmen seamen businessmen
    congressmen lawmen airmen clergy infantry cavalry spacecraft hovercraft watercraft livestock poultry
    offspring salmon cod militia youth clergymen spokesmen oxen bacteria hindus gurus menus emus zulus hutus taxis
    buffalo bison moose elk shrimp squid trout houthis yazidis nazis tutsis alibis rabbis safaris bikinis
    """
)
_NO_PLURALS = word_set(
    """
    is was has this his its us as less plus minus always perhaps besides across thus does yes was news politics
    economics physics mathematics athletics towards afterwards overseas nowadays sometimes whereas alas gas bus series
    apiece details themselves ourselves christmas hours minutes seconds
    """
)
# After a bare number these say what happened to the people counted.
FATES = word_set(
    """
    killed hurt injured wounded dead died die missing arrested detained others hospitalised hospitalized survived
    survive perished perish drowned drown
    """
)
_PASSIVES = word_set("were are was been being remain remained")
_DONE = word_set("rescued evacuated freed released charged infected burned burnt trapped buried taken treated saved")
_LONGEST = 7


def counted(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """(first, end) of the noun phrase in the plural that begins at token `at`; None when none does."""
    head = None
    end = at
    while end < len(tokens) and end < at + _LONGEST:
        token = tokens[end]
        if token.word == "-" and is_glued(tokens, end) and end > at:
            end += 1
            continue
        is_stop = token.word in _STOPS and not (token.word == "us" and token.is_caps)
        if token.kind not in ("word", "ordinal") or is_stop:
            break
        if is_plural(token):
            head = end
        elif head is not None:
            break
        end += 1
    return (at, head + 1) if head is not None else None


def fate_at(tokens: list[Token], at: int) -> bool:
    """True where token `at` tells what befell people: "dead", "were killed", "have been evacuated", "others"."""
    words = [token.word for token in tokens[at : at + 3]] + ["", "", ""]
    if words[0] in ("have", "had", "has"):
        words = words[1:]
    if words[0] in _PASSIVES:
        return words[1] in FATES or words[1] in _DONE
    return words[0] in FATES and words[0] != "others"


def told_before(text: str, tokens: list[Token], first: int) -> str | None:
    """What a number without a noun of its own counts, as its sentence said before: "the death toll rose to 37".

    "The number of captives reached 40" counts captives, "the dead numbered 14" people.
    """
    if first < 2 or tokens[first - 1].word not in _REACHED:
        return None
    for at in range(first - 2, max(-1, first - 12), -1):
        word = tokens[at].word
        if tokens[at].kind == "gap" or word in (".", ";", "?", "!", ":"):
            return None
        if word == "toll" and at and tokens[at - 1].word in _TOLLS:
            return "people"
        if word in FATES and at == first - 2 and tokens[first - 1].word in ("numbered", "number"):
            return "people"
        if word == "number" and tokens[at + 1].word == "of":
            things = counted(tokens, at + 2)
            is_people = tokens[at + 2].word in FATES
            return name_of(text, tokens, *things) if things and things[1] < first else "people" if is_people else None
    return None


_REACHED = word_set(
    """
    to at from by reached reaches passed passes hit hits topped tops exceeded surpassed numbered number was is stood
    """
)
_TOLLS = word_set("death casualty the its official confirmed overall total combined final")


@cache
def _demonyms() -> frozenset[str]:
    """ "Israelis", "Bengalis": peoples whose plural looks like no plural."""
    return frozenset(name.lower() for state in countries() for name in state.people if name.endswith(("is", "us")))


def is_plural(token: Token) -> bool:
    word = token.word
    if word in _PLURALS or (token.is_capital and word in _demonyms()):
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "ous"))
        and word not in _NO_PLURALS
    )


def phrase_after(tokens: list[Token], at: int) -> tuple[int, int] | None:
    """(first, end) of the words up to the next one that ends a noun phrase, determiners at its head left in."""
    end = at
    while end < len(tokens) and end < at + _LONGEST:
        token = tokens[end]
        if token.kind not in ("word", "own", "ordinal") and not (token.word == "-" and is_glued(tokens, end)):
            break
        if token.word in _STOPS and not (end == at and token.word in _DETERMINERS):
            break
        end += 1
    end = _before_verb(tokens, at, end)
    while end > at and tokens[end - 1].word in ("-", "'s", "’s"):
        end -= 1
    is_bare = end == at or (end == at + 1 and tokens[at].word in _DETERMINERS)
    return None if is_bare else (at, end)


def _before_verb(tokens: list[Token], at: int, end: int) -> int:
    """Where "the young listed rent" ends, at its verb: a word in -ed after a noun with no plural to follow."""
    for verb in range(at + 1, end):
        token = tokens[verb]
        is_past = token.word.endswith("ed") and not token.is_capital and tokens[verb - 1].word not in _DETERMINERS
        if is_past and tokens[verb - 1].word != "-" and not any(map(is_plural, tokens[verb:end])):
            return verb
    return end


_DETERMINERS = word_set("the its his her their our my your this these those all")


def name_of(text: str, tokens: list[Token], first: int, end: int) -> str:
    """The counted things without the names before their head: "Russian troops" → "troops"; "Filipinos" stays."""
    start = first
    while start < end - 1 and (
        tokens[start].is_capital or tokens[start].word in ("-", "‑") or tokens[start].kind == "ordinal"
    ):
        start += 1
    return " ".join(text[tokens[start].start : tokens[end - 1].end].split())
