"""`python -m lab.acts [--errors] [--voice]`: how far acts are named, by the tables that ship and with the network.

Without an option: two readings of reference spans, the word of the cue alone and all the signs. The table that ships
was fitted to all of them but the labels called "held"; `python -m lab.actfit` has the figures on what was left out.

`--voice` lets the network speak too, with more and more weight, on what it finds: on the dossiers, which it has never
seen, and the labels "held"; the tables are fitted without the dossier. On what the network has learnt from (world news
of part "learn", labels "seen": `--on`) it flatters.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sayso.extract.attribution import find
from sayso.extract.encoder import WEIGHTS, Encoder
from sayso.ledger import Attribution, Document
from sayso.resolve import acts

from .actcases import Known, known
from .actfit import decided, figures, left_out
from .linkcases import shared

_HEARD = 0.1  # an attribution of this confidence lets the network say its act
_VOICES = (0.0, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1.0, 1.5, 2.0)
Reading = Callable[[Attribution], str]


def _lexicon(found: Attribution) -> str:
    """The likeliest act of the cue's entry as the lexicon believes; `state` for a cue without one."""
    entry = acts.cue_entry(found.cue.text) if found.cue else None
    return entry.acts[0][0] if entry else "state"


def _tables(found: Attribution) -> str:
    return acts.decide(found)[0][0]


READINGS: dict[str, Reading] = {"the cue's word alone": _lexicon, "with all the signs": _tables}


def heard(asked: Iterable[Known], network: Encoder) -> Iterator[Known]:
    """Those whose cue the network finds, with what it says of their act."""
    by_text: defaultdict[str, list[Known]] = defaultdict(list)
    for each in asked:
        by_text[each.text].append(each)
    for text, here in by_text.items():
        found = [one for one in find(Document(text), network, _HEARD).attributions if one.cue and one.acts]
        for each in here:
            cue = each.found.anchor
            said = next((one.acts for one in found if one.anchor.overlaps(cue)), None)
            if said is not None:
                yield replace(each, found=replace(each.found, acts=said))


def voice(weights: Path, groups: Sequence[str]) -> None:
    """Acts and classes right with each weight of the network's voice, on those statements whose cue it finds."""
    asked = [each for each in known() if each.group in groups]
    tables = left_out(list(heard(asked, Encoder(weights))))
    for weight in _VOICES:
        figures(((each, decided(table, each, weight)) for each, table in tables), f"network's weight {weight}")


def shown(with_errors: bool) -> None:
    """The figures of both readings, and what is taken for what."""
    confused: Counter[tuple[str, str, str]] = Counter()
    for title, reading in READINGS.items():
        read = [(each, reading(each.found)) for each in known()]
        figures(read, title)
        confused.update((e.group, e.act, got) for e, got in read if reading is _tables and got != e.act)
    if with_errors:
        for (group, wanted, got), times in confused.most_common(30):
            print(f"  {group}: {wanted} taken for {got}: {times}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", action="store_true", help="what is taken for what, with the shipped tables")
    options.add_argument("--voice", action="store_true", help="measure weights of the network's voice")
    options.add_argument("--weights", type=Path, default=WEIGHTS)
    options.add_argument("--on", nargs="*", default=["dossiers", "labels held"], help="groups to measure on")
    chosen = options.parse_args()
    if shared() is None:
        print("skipped: the annotated dossiers are not there (set SAYSO_SHARED)")
    elif chosen.voice:
        voice(chosen.weights, chosen.on)
    else:
        shown(chosen.errors)


if __name__ == "__main__":
    main()
