"""The file opens in Datasette: views, facets and full-text search work there as they are."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from sayso.store import Store
from tests.store.readings import LEDGER, reading

pytestmark = pytest.mark.datasette


def test_views_facets_and_search(tmp_path: Path) -> None:
    app = pytest.importorskip("datasette.app", reason="Datasette is not installed")
    with Store(tmp_path / "sayso.db") as store:
        store.write([reading()])
    served = app.Datasette([str(tmp_path / "sayso.db")])

    async def ask(path: str) -> Any:
        answer = await served.client.get(path)
        assert answer.status_code == 200, path
        return answer.json()

    async def asked() -> list[Any]:
        await served.invoke_startup()
        paths = (
            "/sayso/v_statements.json?_facet=act&_facet=actor&_shape=objects",
            "/sayso/statements.json?_search=schools&_shape=objects",
            "/sayso/documents.json?_search=gravel&_shape=objects",
            "/sayso/v_responses.json?_facet=relation&_shape=objects",
            "/sayso/v_unanswered.json?_shape=objects",
            "/sayso/v_actors.json?_shape=objects",
        )
        return [await ask(path) for path in paths]

    statements, found, documents, responses, waiting, actors = asyncio.run(asked())
    facets = statements["facet_results"]
    facets = facets.get("results", facets)
    assert {one["value"]: one["count"] for one in facets["act"]["results"]}["deny"] == 3
    assert {row["actor"] for row in statements["rows"]} >= {"Ilse Brandt", "Piet Oduya", None}
    assert len(found["rows"]) == 2
    assert len(documents["rows"]) == 1
    assert {row["relation"] for row in responses["rows"]} == {"denies", "rejects", "same_utterance"}
    assert len(waiting["rows"]) == len(LEDGER.unanswered())
    assert {row["name"]: row["statements"] for row in actors["rows"]}["Ilse Brandt"] == 3
