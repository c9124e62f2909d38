"""Figures of names on the held-out outlets of `worldwide`: exact span and type, by outlet and by type."""

from __future__ import annotations

from collections import Counter

from sayso.extract.attribution import find
from sayso.extract.encoder import Encoder
from sayso.ledger import Document

from . import corpora
from .figures import Figure

GROUP = "worldwide held out"
_ALL = "mentions"


def figures(network: Encoder) -> list[Figure]:
    """F1 over all names, which is held; by type and by outlet only to be looked at."""
    hit: Counter[str] = Counter()
    found: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for example in corpora.worldwide(held_out=True):
        outlet = next(name for name in corpora.HELD_OUT_OUTLETS if example.name.startswith(name))
        gold = set(example.mentions or ())
        got = {(m.span.start, m.span.end, m.type) for m in find(Document(example.text), network).mentions}
        for counts, names in ((hit, gold & got), (found, got), (there, gold)):
            for _, _, kind in names:
                counts.update((_ALL, f"  {kind}", f"  {outlet}"))
    rows = [_ALL, *(f"  {name}" for name in (*corpora.MENTION_TYPES, *corpora.HELD_OUT_OUTLETS))]
    return [_figure(name, hit[name], found[name], there[name]) for name in rows if found[name] + there[name]]


def _figure(name: str, hit: int, found: int, there: int) -> Figure:
    value, precision, recall = (
        round(100 * part / max(1, whole), 1) for part, whole in ((2 * hit, found + there), (hit, found), (hit, there))
    )
    return Figure(GROUP, f"{name} F1", value, precision, recall, there, "floor" if name == _ALL else "none")
