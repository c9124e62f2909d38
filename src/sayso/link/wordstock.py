"""The words that show an answer: stems for comparing contents, phrases that deny, refuse, accept, confirm, reply."""

from __future__ import annotations

import re
from functools import lru_cache

WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_SUFFIX = re.compile(r"(?:[’']s?|(?:at)?ions?|ments?|ings?|ers?|ors?|ally|ies|ied|ly|es|ed|al|s|e|y)$")
# Long enough to part "contract" from "contest", short enough to bring "provoke" to "provocation".
_STEM_LENGTH = 6

_FUNCTION_WORDS = """
a an and are as at be been being but by can could did do does for from had has have he her him his how i
if in into is it its itself may might more most must my no nor not of on one or other our out over own
said say says shall she should so some such than that the their them themselves then there these they
this those to up us was we were what when where whether which while who whom whose why will with would
you your also about after all any before between both during each just like made make many now only since
still through until very against because s t re ve ll d
"""
STOPWORDS = frozenset(_FUNCTION_WORDS.split())


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A crude common form of a word and its relations ("rejects", "rejection"); "" for a function word."""
    plain = word.casefold().replace("’", "'")
    plain = plain.removesuffix("'s").removesuffix("'")
    if plain in STOPWORDS or len(plain) < 2:
        return ""
    bare = _SUFFIX.sub("", plain) if len(plain) > 4 else plain.removesuffix("s")
    return (bare if len(bare) > 2 else plain)[:_STEM_LENGTH]


def stems(text: str) -> list[str]:
    return [found for found in map(stem, WORD.findall(text)) if found]


Pattern = re.Pattern[str]


def lowered(text: str) -> str:
    """The text in lower case, character for character, so that offsets stay; the patterns below are for such text.

    They are several times as fast as with re.IGNORECASE, under which no alternative is passed over by its first letter.
    """
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _any_of(*phrases: str) -> Pattern:
    return re.compile(r"\b(?:" + "|".join(phrases) + r")\b")


# What is said of an assertion by one who holds it untrue.
DENYING = _any_of(
    "false(?:hoods?|ly)?", "untrue", "untruths?", "inaccurate", "incorrect",
    "wrong(?! (?:message|time|side|hands|signal|place))",
    "lies?(?! (?:in|with|at|on|within|inside|outside|entirely|between|ahead|behind|off|to)\\b)", "lying", "liars?",
    "baseless", "groundless", "unfounded", "unsubstantiated", "unproven",
    "without (?:any )?(?:foundation|basis|merit|evidence|substance)",
    "no (?:truth|basis|foundation|evidence|proof|substance|such)", "not (?:true|correct|accurate|the case|so)",
    "absurd", "ridiculous", "ludicrous", "preposterous", "nonsens\\w+", "nonsense", "rubbish", "fabricat\\w+",
    "invent(?:ed|ions?)", "fictions?", "fictitious", "fantas(?:y|ies)", "hoax", "fake", "disinformation",
    "misinformation", "propaganda", "slander\\w*", "smears?", "fairy tales?", "hysteria", "far-fetched", "bogus",
    "spurious", "mislead\\w+", "myths?", "libel\\w*", "laughable", "have nothing to do with",
    "had nothing to do with", "no (?:role|part|hand|involvement) in", "never (?:happened|took place|existed)",
    "did no such thing", "den(?:y|ies|ied|ying|ials?)", "refut\\w+", "rebut\\w*", "debunk\\w*", "contradict\\w*",
    "disput(?:es?|ed) (?:the|that|this|it)", "disputing", "swat(?:s|ted|ting)? away",
    "brush(?:es|ed|ing)? (?:aside|off)", "dismiss\\w*", "scoff\\w*",
)  # fmt: skip
# What is said of a demand, a proposal or a course by one who will not have it.
REFUSING = _any_of(
    "non-?starters?", "no-go", "unacceptable", "out of the question", "off the table",
    "not (?:negotiable|on the table|up for \\w+)", "non-negotiable", "rul(?:e|es|ed|ing) out", "reject\\w*",
    "refus\\w+", "rebuff\\w*", "spurn\\w*", "veto\\w*", "turn(?:s|ed|ing)? down",
    "will not (?:accept|agree|tolerate|yield|bow|budge|be \\w+)", "cannot (?:accept|agree|be accepted)",
    "won[’']t (?:accept|agree|be \\w+)", "would (?:not|never) (?:accept|agree|yield|bow)",
    "no (?:intention|plans?|need) (?:of|to|for)", "opposed? to", "oppos(?:es?|ed|ing)", "none of \\w+ business",
    "never (?:accept|agree)", "declin(?:es?|ed|ing) (?:the|an?|to (?:accept|join|take))",
)  # fmt: skip
ACCEPTING = _any_of(
    "accept(?:s|ed|ing)?", "agree(?:s|d|ing)?", "consent(?:s|ed)?", "welcom(?:es?|ed|ing)", "ready to", "willing to",
    "would comply", "compl(?:ies|ied|ying) with", "conced(?:es?|ed|ing)", "yield(?:s|ed)? to", "gives? in to",
    "gave in to", "approv(?:es?|ed)",
)  # fmt: skip
CONFIRMING = _any_of(
    "confirm(?:s|ed|ing)?", "acknowledg(?:es?|ed|ing)", "admit(?:s|ted|ting)?", "is (?:true|correct|right)",
    "was (?:true|correct|right)", "were (?:true|correct|right)", "corroborat\\w+", "conced(?:es?|ed|ing)",
    "bear(?:s)? out", "bore out",
)  # fmt: skip
# A bare negation: weak by itself, yet hardly a denial or a refusal does without one of these or of the words above.
NEGATING = re.compile(r"\b(?:not|no|never|neither|nor|none|nothing|cannot|without)\b|n[’']t\b")
# A cue, or the words about it, that says by itself that somebody spoke before.
REPLYING = _any_of(
    "answer(?:s|ed|ing)?", "repl(?:y|ies|ied|ying)", "respon(?:d|ds|ded|ding|se)", "retort(?:s|ed|ing)?",
    "counter(?:s|ed|ing)", "hit(?:s|ting)? back", "fir(?:es?|ed|ing) back", "shot back", "rejoin(?:s|ed)",
    "contrary to", "react(?:s|ed|ing|ion)", "rebut\\w*", "play(?:s|ed|ing)? down",
    "brush(?:es|ed|ing)? (?:aside|off)", "said only that", "shrug(?:s|ged|ging)? off", "be drawn on",
    "(?:does|did|do|would|has|have) not (?:answer|say|reply|respond|comment|explain|elaborate)", "offers? none",
    "offered none",
)  # fmt: skip
# A saying that is told apart from those before it.
SETTING_APART = re.compile(
    r"\b(?:an?|some|any)? ?(?:similar|another|other|separate|different|unrelated|comparable) (?:\w+ )?"
    r"(?:claim|charge|assertion|allegation|accusation|suggestion|demand|request|proposal|report|remark)s?\b"
)
# A word that makes a noun for a saying refer back ("those remarks", "Moscow’s demands", "the allegation").
_POINTERS = "the this that these those such his her its their our your my both all"
POINTING = frozenset(_POINTERS.split())
