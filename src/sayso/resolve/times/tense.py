"""Which way a clause looks, back or ahead, from the verbs beside a time expression."""

from __future__ import annotations

from ..tokens import Token, word_set

_AHEAD = word_set(
    """
    will would shall 'll ll wo may might could can should must planned plans plan planning due scheduled
    expected expects expect set slated intends intend hopes hope hoping aims upcoming going deadline forthcoming
    wants ready vows promises payable effective deadline starts begins opens resumes commences expires
    """
)
_BACK = word_set(
    """
    was were had did said told came went met made took held began rose fell gave got saw left won lost found
    sent spoke shot hit has have been says became broke brought built bought chose drew drove fought flew fled
    kept knew led meant paid put ran sold sank stood struck swore taught thought threw understood wore withdrew
    wrote since done gone seen taken given
    """
)
# Verbs and nouns whose infinitive lies ahead of them: "asked the council to discuss the matter on Thursday".
_ASKING = word_set(
    """
    asked asks urged urges called calls invited agreed agrees vowed request requested requests decision decided
    convened convene refused promised threatened wants wanted want hoped willing proposed ordered order arranged
    invitation offer offered plan plans
    """
)
_NOT_VERBS = word_set(
    """
    the a an this that these those his her its their our my your all both more some any it them him us
    """
)
_REACH = 30


def looks(tokens: list[Token], start: int, end: int) -> bool | None:
    """True when the clause round tokens [start, end) looks ahead, False when it looks back, None when nothing tells.

    The nearest verb before the expression in its sentence decides; without one, the first verb after it. A possessive
    ("Friday's meeting will …") looks at what follows first.
    """
    owns = end < len(tokens) and tokens[end].kind == "own"
    sides = (_after, _before) if owns else (_before, _after)
    for side in sides:
        found = side(tokens, end if side is _after else start)
        if found is not None:
            return found
    return None


def _before(tokens: list[Token], start: int) -> bool | None:
    is_infinitive = False
    for at in range(start - 1, max(-1, start - _REACH), -1):
        token = tokens[at]
        if _is_break(tokens, at):
            break
        if _is_ahead(tokens, at):
            # "had been due on Friday" looks back on a plan.
            return [t.word for t in tokens[max(0, at - 2) : at]] != ["had", "been"]
        if is_infinitive and token.word in _ASKING:
            return True
        if _is_back(tokens, at):
            return False
        if token.word == "to" and tokens[at + 1].word not in _NOT_VERBS and not tokens[at + 1].is_capital:
            is_infinitive = is_infinitive or tokens[at + 1].kind == "word"
            if at and tokens[at - 1].word in ("is", "are", "due", "about"):
                return True
    return True if is_infinitive else None


def _after(tokens: list[Token], end: int) -> bool | None:
    for at in range(end, min(len(tokens), end + _REACH)):
        if _is_break(tokens, at):
            break
        if _is_ahead(tokens, at):
            return True
        if _is_back(tokens, at):
            return False
        if tokens[at].word in ("is", "are") and at + 1 < len(tokens) and tokens[at + 1].word == "to":
            return True
    return None


def _is_ahead(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    is_noun = token.word in ("plan", "plans") and at > 0 and tokens[at - 1].word in _DETERMINERS
    return token.word in _AHEAD and not is_noun and not (token.word == "may" and token.is_capital)


def _is_back(tokens: list[Token], at: int) -> bool:
    """True for a verb of the past; a participle after "be" or an article ("be held", "the planned …") tells nothing."""
    token = tokens[at]
    if at and tokens[at - 1].word in _BEFORE_PARTICIPLES:
        return False
    word = token.word
    return word in _BACK or (len(word) > 4 and word.endswith("ed") and not token.is_capital and word not in _NO_PAST)


_DETERMINERS = word_set("the a an this that its their his her our my your")
_BEFORE_PARTICIPLES = word_set("be being get a an the its their his her to of in")
_NO_PAST = frozenset({"indeed", "united", "speed", "exceed", "proceed", "succeed", "unspecified", "allied"})


def _is_break(tokens: list[Token], at: int) -> bool:
    return tokens[at].kind == "gap" or tokens[at].word in (".", "?", "!", ";", "”")
