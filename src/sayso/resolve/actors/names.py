"""When two names name one person: short forms, initials, spellings of one sound in another script."""

from __future__ import annotations

from functools import lru_cache

from anyascii import anyascii

from ...lexicon import given_names
from .sounds import coarse, consonants, sound
from .wordlists import PARTICLES, SUFFIXES

# Of the letters of two wide keys with the same consonants so many are in common and in order, in percent: Mohammed and
# Muhammad pass, Hassan and Hussein do not.
_SPELLING = 83
_LEAST_LETTERS, _LONG, _LEAST_CONSONANTS = 4, 6, 4


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name that tell, in plain lower-case letters: no initials, no suffixes."""
    plain = anyascii(name).casefold().replace(".", " ").replace(",", " ").replace("'", "")
    return tuple(w for w in plain.split() if (len(w) > 1 or len(name) == 1) and w not in SUFFIXES)


@lru_cache(maxsize=8192)
def is_alike(one: str, other: str) -> bool:
    """True for two plain words that spell one sound: "yuri", "yuriy"; "kovalenko", "kowalenko"."""
    if one == other:
        return True
    if min(len(one), len(other)) < _LEAST_LETTERS:
        return len(one) == len(other) and one.replace("y", "i") == other.replace("y", "i")
    if abs(len(one) - len(other)) > 1 and (one.startswith(other) or other.startswith(one)):
        return False  # Martin and Martinez, Jack and Jackson
    if one + "a" == other or other + "a" == one:
        return False  # Petrov and Petrova
    if sound(one) == sound(other):
        return True
    wide = coarse(one), coarse(other)
    skeleton = consonants(wide[0])
    if wide[0] == wide[1] and len(wide[0]) >= _LONG:
        return True
    if min(len(one), len(other)) < _LONG or len(skeleton) < _LEAST_CONSONANTS or skeleton != consonants(wide[1]):
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(*wide) >= _SPELLING


@lru_cache(maxsize=8192)
def is_same_person(one: str, other: str) -> bool:
    """True when two full names can be one person's: one's words in the other's, or both ends alike."""
    a, b = words_of(one), words_of(other)
    if len(a) < 2 or len(b) < 2:
        return False
    if a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a)):
        return True
    if set(a) == set(b):
        return True
    if a[: len(b)] == b or b[: len(a)] == a:
        return True  # "Rosa Quispe" for "Rosa Quispe Mamani": the mother's name or the tribe's is left out
    genders = {given_names().get(name.split()[0]) for name in (one, other)}
    if genders == {"m", "f"}:
        return False
    is_first = is_alike(a[0], b[0])
    return (
        is_first
        and is_alike(_surname(a), _surname(b))
        and (a[0] == b[0] or _surname(a) == _surname(b) or len(a) == len(b))
    )


def _surname(words: tuple[str, ...]) -> str:
    particle, hyphen, rest = words[-1].partition("-")
    return rest if hyphen and particle in PARTICLES else words[-1]


@lru_cache(maxsize=8192)
def shortness(short: str, full: str) -> int:
    """How well a single name stands for a full one: 3 its last word, 2 its first, 1 another, 0 not at all."""
    a, b = words_of(short), words_of(full)
    if not a or not b or len(a) >= len(b):
        return 0
    if b[-len(a) :] == a:
        return 3
    if b[: len(a)] == a:
        return 2
    if any(b[i : i + len(a)] == a for i in range(1, len(b) - len(a))):
        return 1
    if len(a) == 1:
        if _surname(b) == _surname(a) or (len(a[0]) > 4 and is_alike(a[0], b[-1])):
            return 3
        return 1 if any(a[0] == part for word in b for part in word.split("-")) else 0
    return 0


@lru_cache(maxsize=4096)
def acronym_of(name: str) -> str:
    """The initials of the capitalised words of a body's name: "International Atomic Energy Agency" → "IAEA"."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
