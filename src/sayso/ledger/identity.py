"""Ids are content hashes: the same text gives the same id on every machine, in every order of reading."""

from __future__ import annotations

import hashlib

# 64 bits: at a million reports of 40 statements each the chance that any two ids collide is 4e-5.
_LENGTH = 16


def content_id(kind: str, *parts: object) -> str:
    """Return `kind` (one letter) and 16 hex digits of the SHA-256 over the parts, each written apart.

    Parts are joined by U+001F, which no span of a document that was read may hold in a way that matters:
    every part before the last is a number, an id or a fixed name.
    """
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return kind + hashlib.sha256(joined.encode("utf-8")).hexdigest()[:_LENGTH]
