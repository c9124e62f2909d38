"""`python -m lab.acts [--errors] [--voice]`: how far the tables name the act, on reference spans and labels by reading.

Two readings: the word of the cue alone, and with the signs of `data/contents.csv` and how usual each act is (what
ships). The signs were written while reading the errors on the dossiers and on the labels called "seen"; the labels
called "held" are what they are worth elsewhere. `--voice` lets the network speak too, with more and more weight, on the
labels: it was taught acts by the dossiers, so that there it would only repeat them.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sayso.extract.attribution import find
from sayso.extract.encoder import Encoder
from sayso.ledger import Attribution, Document
from sayso.resolve import acts

from .actlabels import Labelled, labelled
from .figures import scorer
from .linkcases import cases, shared

_HEARD = 0.1  # an attribution of this confidence lets the network say its act
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


def voice(weights: Sequence[float] = (0.0, 0.1, 0.15, 0.3, 0.6, 1.0)) -> None:
    """Acts of the labels whose cue the network finds, by the tables and by what it says with each of these weights."""
    near: dict[str, int] = scorer("score_ledger").ACT_CLASS
    network, heard = Encoder(), []
    by_text: defaultdict[str, list[Labelled]] = defaultdict(list)
    for label in labelled():
        by_text[label.text].append(label)
    for text, labels in by_text.items():
        found = find(Document(text), network, _HEARD).attributions
        for label in labels:
            acts_of = (
                each.acts for each in found if each.cue and label.found.cue and each.cue.overlaps(label.found.cue)
            )
            said = next(acts_of, None)
            heard += [(label.part, replace(label.found, acts=said), label.act)] if said is not None else []
    for weight in weights:
        acts._NETWORK_WEIGHT = weight
        for part in ("seen", "held"):
            got = [(acts.decide(found)[0][0], act) for which, found, act in heard if which == part]
            exact, near_by = sum(a == b for a, b in got), sum(near[a] == near[b] for a, b in got)
            shares = f"act right {100 * exact / len(got):.1f}  class right {100 * near_by / len(got):.1f}"
            print(f"network's weight {weight:4}  labels, {part}  {shares}  n {len(got)}", flush=True)


def main() -> None:
    known = list(_known())
    if not known:
        print("skipped: the annotated dossiers are not there (set SAYSO_SHARED)")
        return
    if "--voice" in sys.argv:
        voice()
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
