"""Acts in the light of the report, fitted: the table that is printed is the one that the product reads."""

from __future__ import annotations

from ast import literal_eval

import numpy as np
import pytest

from lab import contexts
from sayso.ledger import ACTS
from sayso.link import context


def test_without_the_annotated_data_it_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(contexts, "shared", lambda: None)
    contexts.main(["--fit"])
    assert capsys.readouterr().out.startswith("skipped: ")


def test_the_table_to_paste_is_that_of_the_product_but_for_what_is_next_to_nothing() -> None:
    weights = np.zeros((len(context.MEASURES), len(ACTS)))
    weights[:, ACTS.index("allege")], weights[0, ACTS.index("deny")] = 0.804, 0.09
    pasted = literal_eval("{" + "\n".join(contexts.table(weights)) + "}")
    assert pasted == {name: {"allege": 0.8} for name in context.MEASURES}
    assert pasted.keys() == context.ADDED.keys()


def test_the_fit_finds_what_a_measure_tells() -> None:
    pytest.importorskip("torch")
    state, allege, n = ACTS.index("state"), ACTS.index("allege"), 60
    logs = np.full((n, len(ACTS)), -6.0)
    logs[:, [state, allege]] = -0.7
    holds = np.zeros((n, len(context.MEASURES)))
    holds[: n // 2, 0] = 1.0
    right = np.where(holds[:, 0] > 0, allege, state)
    known = contexts.Rows(logs, holds, right, np.zeros(n, dtype=bool), np.arange(n) % 2)
    weights = contexts.fit(known, np.ones(n, dtype=bool))
    assert weights[0, allege] > 0.5 > 0 > weights[0, state]
    assert not np.any(np.abs(weights[1:]) > 1e-6)
    said = (logs + holds @ weights).argmax(axis=1)
    assert (said[: n // 2] == allege).all()
