"""`python -m lab.acts`: how far the tables alone name the act, on the reference spans of the dossiers and the seed."""

from __future__ import annotations

import sys
from collections import Counter

from sayso.ledger import Attribution
from sayso.resolve import acts

from .figures import scorer
from .linkcases import cases, shared


def main() -> None:
    folder = shared()
    if folder is None:
        print("skipped: the annotated dossiers are not there (set SAYSO_SHARED)")
        return
    near: dict[str, int] = scorer("score_ledger").ACT_CLASS
    right: Counter[str] = Counter()
    confused: Counter[tuple[str, str]] = Counter()
    for case in cases(folder):
        group = "seed" if case.dossier == "seed" else "dossiers"
        for statement in case.statements:
            if statement.cue is None:
                continue
            act = acts.decide(Attribution(statement.cue, statement.source, statement.content))[0][0]
            right[f"{group} n"] += 1
            right[f"{group} act"] += act == statement.act
            right[f"{group} class"] += near[act] == near[statement.act]
            confused[statement.act, act] += act != statement.act
    for group in ("dossiers", "seed"):
        shares = [100 * right[f"{group} {name}"] / right[f"{group} n"] for name in ("act", "class")]
        print(f"{group:10} act right {shares[0]:.1f}  class right {shares[1]:.1f}  n {right[f'{group} n']}")
    if "--errors" in sys.argv:
        for (wanted, got), times in confused.most_common(20):
            print(f"  {wanted} taken for {got}: {times}")


if __name__ == "__main__":
    main()
