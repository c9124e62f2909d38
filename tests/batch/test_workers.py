"""Workers: the same outcomes in the same order as one process gives, whoever dies, and nobody left behind."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from sayso.batch import Pool, open_pool, read_reports
from sayso.batch.one import Reading
from sayso.errors import UnreadableReport
from sayso.ledger import Document, Ledger
from sayso.read import Failure, Given, Limits
from sayso.settings import Settings

ROOT = Path(__file__).resolve().parents[2]


def opener(settings: Settings) -> Reading:
    """In place of the network: a reading that refuses, fails, dies or dawdles where the text says so."""
    assert settings.threads == 1

    def reading(document: Document) -> Ledger:
        if "refuse" in document.text:
            raise UnreadableReport("the report refuses", "ask again")
        if "crash" in document.text:
            raise ZeroDivisionError("a defect")
        if "die" in document.text:
            os._exit(7)
        if "dawdle" in document.text:
            time.sleep(120)
        return Ledger((document,))

    return reading


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("one", "refuse", "crash", "die", "two", "three"):
        (tmp_path / f"{name}.txt").write_text(f"The {name} said no.\n")
    rows = [json.dumps({"text": text}) for text in ("The first said so.", "They refuse.", "The third said so.")]
    (tmp_path / "many.jsonl").write_text("\n".join([*rows, "no row"]) + "\n")
    return tmp_path


def told(outcome: Ledger | Failure) -> tuple[str, ...]:
    if isinstance(outcome, Failure):
        return outcome.where, type(outcome.error).__name__, outcome.error.message, outcome.error.hint
    return tuple(document.id for document in outcome.documents)


POOL = Pool(Settings(), 2, (".jsonl",), opener)


def test_the_outcomes_are_those_of_one_process(folder: Path) -> None:
    names = ["one.txt", "refuse.txt", "many.jsonl", "missing.txt", "crash.txt", *["two.txt", "three.txt"] * 6]
    sources = [str(folder / name) for name in names]
    alone = list(read_reports(sources, opener(Settings(threads=1)), Given(publisher="The Tarn Courier"), Limits()))
    together = list(POOL.outcomes(sources, Given(publisher="The Tarn Courier"), Limits()))
    assert [told(outcome) for outcome in together] == [told(outcome) for outcome in alone]
    assert len(together) == len(names) + 3
    assert isinstance(together[0], Ledger)
    assert together[0].documents[0].publisher == "The Tarn Courier"


def test_a_worker_that_dies_costs_its_own_report_alone(folder: Path) -> None:
    names = ["one", "two", "die", "three", "one", "two"]
    outcomes = list(POOL.outcomes([str(folder / f"{name}.txt") for name in names], Given(), Limits()))
    lost = [at for at, outcome in enumerate(outcomes) if isinstance(outcome, Failure)]
    assert lost == [2]
    assert told(outcomes[2])[2].endswith("die.txt: the process that read this report has died")
    assert len(outcomes) == len(names)


def test_whoever_stops_early_leaves_no_worker_behind(folder: Path) -> None:
    before = set(multiprocessing.active_children())
    (folder / "dawdle.txt").write_text("They dawdle.")
    outcomes = POOL.outcomes([str(folder / name) for name in ("one.txt", "dawdle.txt", "two.txt")], Given(), Limits())
    assert isinstance(next(outcomes), Ledger)
    outcomes.close()
    until = time.monotonic() + 30
    while set(multiprocessing.active_children()) - before and time.monotonic() < until:
        time.sleep(0.05)
    assert not set(multiprocessing.active_children()) - before


# A signal that another thread takes, or that comes just before the main thread begins to wait, interrupts no wait.
UNHEARD = """
import threading
from multiprocessing import resource_tracker
resource_tracker.ensure_running()  # which would make the main thread hear again
threading.Thread(target=threading.Event().wait, daemon=True).start()
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
"""


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups")
@pytest.mark.parametrize("before", ["", UNHEARD])
def test_ctrl_c_ends_all_processes_without_a_word(folder: Path, before: str) -> None:
    (folder / "dawdle.txt").write_text("They dawdle.")
    program = f"""
import signal, sys
from sayso import batch
from sayso.cli import run
from tests.batch.test_workers import POOL
# A process begun in the background of a shell inherits that the key is ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
if __name__ == "__main__":
{textwrap.indent(before, "    ")}
    batch.open_pool = lambda sources, settings: POOL
    sys.exit(run(["read", "--format", "jsonl", *sys.argv[1:]]))
"""
    path = folder / "program.py"
    path.write_text(program)
    command = [sys.executable, str(path), str(folder / "one.txt"), *[str(folder / "dawdle.txt")] * 3]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, start_new_session=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b'{"documents"')
        time.sleep(1 if before else 0)
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors.strip()) == (130, b"")
    until = time.monotonic() + 30
    while _is_alive(process.pid) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _is_alive(process.pid)


def _is_alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize(
    ("files", "settings", "workers"),
    [
        ({"a.txt": 1}, Settings(workers=4), None),
        ({f"{at}.txt": 1 for at in range(23)}, Settings(workers=4), None),
        ({f"{at}.txt": 1 for at in range(24)}, Settings(workers=4), 4),
        ({f"{at}.txt": 1 for at in range(24)}, Settings(workers=1), None),
        ({f"{at}.txt": 1 for at in range(24)}, Settings(threads=10_000), None),
        ({"a.jsonl": 200_000}, Settings(workers=2), 2),
        ({"a.jsonl": 20_000}, Settings(workers=2), None),
        ({"a.txt": 200_000}, Settings(workers=2), None),
    ],
)
def test_only_many_reports_are_worth_workers(
    tmp_path: Path, files: dict[str, int], settings: Settings, workers: int | None
) -> None:
    for name, size in files.items():
        (tmp_path / name).write_bytes(b"x" * size)
    pool = open_pool([str(tmp_path / name) for name in files], settings)
    assert (pool.workers if pool else None) == workers
