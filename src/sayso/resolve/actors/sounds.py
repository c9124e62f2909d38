"""How a name sounds however its letters were carried over: Kovalchuk and Kowaltschuk have one key."""

from __future__ import annotations

import re
from functools import lru_cache

# Letters that romanisations choose between, longest first; what is left decides. "S" is sh, "C" is ch, "Z" is zh.
_LETTERS = (
    ("shch", "S"), ("tsch", "C"), ("sch", "S"), ("tch", "C"), ("tsh", "C"), ("dzh", "Z"), ("zzh", "Z"), ("zh", "Z"),
    ("sh", "S"), ("sz", "S"), ("cz", "C"), ("ch", "C"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"),
    ("ts", "c"), ("tz", "c"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("w", "v"),
)  # fmt: skip
_DIGRAPHS = re.compile("|".join(letters for letters, _ in _LETTERS))
_SOUNDS = dict(_LETTERS)
_VOWELS = re.compile("[aeiouyj]+")
_DOUBLED = re.compile(r"(.)\1+")
_COARSE = str.maketrans({"S": "s", "C": "s", "Z": "s", "z": "s", "c": "s", "j": "s", "f": "v", "g": "k"})
_HARD_C = re.compile(r"c(?=[aouklrst]|$)")
_CONSONANT = re.compile("[^aio]")


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """The key of a plain lower-case word: consonants as they sound, each run of vowels as a, i or o.

    Within a word g and h are one (Luhansk, Lugansk), at its beginning they are two (Hill, Gill).
    """
    word = word.replace("'", "").replace("-", "")
    word = re.sub(r"off$|ow$", "ov", word)
    key = _DIGRAPHS.sub(lambda found: _SOUNDS[found[0]], word)
    key = _HARD_C.sub("k", key) if "ts" not in word and "tz" not in word else key
    key = _DOUBLED.sub(r"\1", _VOWELS.sub(_vowel, key))
    return key[:1] + key[1:].replace("g", "h")


def _vowel(run: re.Match[str]) -> str:
    letters = run[0]
    return "i" if set(letters) & set("eiyj") else "a" if "a" in letters else "o"


@lru_cache(maxsize=16384)
def coarse(word: str) -> str:
    """A wider key, for long words only: every hissing sound is one, v and f are one, g, h and k are one within it.

    Where q opens it (Qaddafi) it is g here and k in `sound`.
    """
    key = sound(word)
    opening = "g" if word[0] == "q" else key[:1] if key[0] in "gk" else key[:1].translate(_COARSE)
    return opening + _DOUBLED.sub(r"\1", key[1:].translate(_COARSE).replace("h", "k"))


def consonants(key: str) -> str:
    """A key without its vowels, but for an opening one."""
    return key[:1] + "".join(_CONSONANT.findall(key[1:]))
