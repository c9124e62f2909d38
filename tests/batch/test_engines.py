"""Whoever reads, the ledger is the same to the byte."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from sayso.batch import FILES_OF_MANY
from sayso.batch.adding import Orders, add
from sayso.batch.engines import Alone, Engine, open_engine
from sayso.batch.sources import expanded
from sayso.batch.version import pipeline_version
from sayso.batch.workers import Pool
from sayso.errors import MissingPart
from sayso.export.tables import write_ledger
from sayso.read import Given, Limits
from sayso.settings import Settings
from sayso.store import Store


def exported(reports: Path, engine: Engine, where: str) -> bytes:
    with Store(where) as store:
        report = add(expanded([str(reports)]), store, engine, Orders(Given(), Limits(), "1", FILES_OF_MANY))
        assert report.read > 3
        written = BytesIO()
        write_ledger(store.parts(), written)
        return written.getvalue()


def test_workers_give_what_one_process_gives(examples: Path, tmp_path: Path) -> None:
    settings = Settings(threads=1, workers=2)
    engines = [open_engine(name, settings, 1) for name in ("one", "pool")]
    assert [type(engine) for engine in engines] == [Alone, Pool]
    one, other = (exported(examples, engine, str(tmp_path / f"{at}.db")) for at, engine in enumerate(engines))
    assert one == other


@pytest.mark.ray
def test_a_cluster_gives_what_one_process_gives(examples: Path, tmp_path: Path) -> None:
    pytest.importorskip("ray")
    settings = Settings(threads=1, workers=1)
    engines = [open_engine(name, settings, 1) for name in ("one", "ray")]
    one, other = (exported(examples, engine, str(tmp_path / f"{at}.db")) for at, engine in enumerate(engines))
    assert one == other


def test_a_cluster_that_is_not_installed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "ray", None)
    with pytest.raises(MissingPart, match="Ray is not installed"):
        open_engine("ray", Settings(workers=1), 1)


@pytest.mark.parametrize(
    ("settings", "sources", "kind"),
    [
        (Settings(workers=2), 24, Pool),
        (Settings(workers=2), 23, Alone),
        (Settings(workers=1), 500, Alone),
    ],
)
def test_only_many_reports_are_worth_workers(settings: Settings, sources: int, kind: type) -> None:
    assert isinstance(open_engine("auto", settings, sources), kind)


def test_the_pipelines_name_hangs_on_what_changes_the_reading(tmp_path: Path) -> None:
    actors = tmp_path / "actors.csv"
    actors.write_text("name,kind\nAna Quill,person\n")
    names = [
        pipeline_version(settings)
        for settings in (Settings(), Settings(threads=1), Settings(min_confidence=0.9), Settings(actors=str(actors)))
    ]
    assert names[0] == names[1]
    assert len(set(names)) == 3
