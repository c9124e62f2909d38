"""`python -m lab.acts`: how far the tables name the act without the network, on reference spans and labels by reading.

Two readings: the word of the cue alone, and with the signs of `data/contents.csv` and how usual each act is (what
ships). The signs were written while reading the errors on the dossiers and on the labels called "seen"; the labels
called "held" are what they are worth elsewhere.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator

from sayso.ledger import Attribution
from sayso.resolve import acts

from .actlabels import labelled
from .figures import scorer
from .linkcases import cases, shared

Reading = Callable[[Attribution], str]


def _lexicon(found: Attribution) -> str:
    """The likeliest act of the cue's entry; `state` for a cue without one."""
    entry = acts.cue_entry(found.cue.text) if found.cue else None
    return entry.acts[0][0] if entry else "state"


def _tables(found: Attribution) -> str:
    return acts.decide(found)[0][0]


READINGS: dict[str, Reading] = {"the cue's word alone": _lexicon, "with signs and usual": _tables}


def _known() -> Iterator[tuple[str, Attribution, str]]:
    """(group, attribution, act): the dossiers and the seed, then the labels."""
    folder = shared()
    for case in cases(folder) if folder else ():
        group = "seed" if case.dossier == "seed" else "dossiers"
        for statement in case.statements:
            if statement.cue is not None:
                yield group, Attribution(statement.cue, statement.source, statement.content), statement.act
    for label in labelled() if folder else ():
        yield f"labels, {label.part}", label.found, label.act


def main() -> None:
    known = list(_known())
    if not known:
        print("skipped: the annotated dossiers are not there (set SAYSO_SHARED)")
        return
    near: dict[str, int] = scorer("score_ledger").ACT_CLASS
    confused: Counter[tuple[str, str, str]] = Counter()
    for title, reading in READINGS.items():
        right: Counter[tuple[str, str]] = Counter()
        for group, found, act in known:
            got = reading(found)
            right.update({(group, "n"): 1, (group, "act"): got == act, (group, "class"): near[got] == near[act]})
            confused[group, act, got] += reading is _tables and got != act
        for group in dict.fromkeys(group for group, _, _ in known):
            n = right[group, "n"]
            shares = [100 * right[group, kind] / n for kind in ("act", "class")]
            print(f"{title:22} {group:14} act right {shares[0]:.1f}  class right {shares[1]:.1f}  n {n}")
    if "--errors" in sys.argv:
        for (group, wanted, got), times in confused.most_common(30):
            print(f"  {group}: {wanted} taken for {got}: {times}")


if __name__ == "__main__":
    main()
