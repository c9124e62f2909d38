"""`python -m lab.lasting search|kills|again FOLDER`: how quick a large ledger answers, and what it survives.

search  read some of the reports, repeat them with other names to 200,000 statements, time each kind of search
kills   `sayso add` of up to 300 reports, killed 20 times at random moments: its export against an undisturbed one's
again   the pipeline alone, `sayso add`, and `sayso add` once more, on the same reports
"""

from __future__ import annotations

import json
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sayso.ledger import Document, Ledger, Span
from sayso.pipeline import encoder, read_report
from sayso.settings import Settings
from sayso.store import Original, Read, Selection, Store, digest

from .bench import documents

_STATEMENTS = 200_000
_REPORTS_READ = 60
_KILLS, _KILLED_REPORTS = 20, 300
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
_OUTLETS, _DAYS = 40, 2_000


def renamed(ledger: Ledger, turn: int) -> Ledger:
    """The ledger of one report with other names in it, of the same lengths, so that every span stays where it is."""
    (old,) = ledger.documents
    cipher = _cipher(turn)
    text = _NAME.sub(lambda found: found[0].translate(cipher), old.text)
    published = date(2019, 1, 1) + timedelta(days=(turn * 37 + len(text)) % _DAYS)
    document = Document(text, f"{turn}/{old.path}", None, old.title, f"Outlet {turn % _OUTLETS}", published, "en")
    ids = {old.id: document.id}

    def turned(value: Any) -> Any:
        if isinstance(value, Span):
            return Span.of(text, value.start, value.end)
        if isinstance(value, tuple):
            return tuple(map(turned, value))
        if isinstance(value, str):
            return ids.get(value, value)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{field.name: turned(getattr(value, field.name)) for field in fields(value)})
        return value

    actors = []
    for actor in ledger.actors:
        name = actor.name.translate(cipher)
        made = replace(turned(actor), name=name, aliases=tuple(alias.translate(cipher) for alias in actor.aliases))
        ids[actor.id] = made.id
        actors.append(made)
    ids |= {statement.id: turned(statement).id for statement in ledger.statements}
    parts = {name: turned(getattr(ledger, name)) for name in ("statements", "responses", "figures")}
    return Ledger((document,), tuple(actors), **parts)


def _cipher(turn: int) -> dict[int, str]:
    drawn = random.Random(turn)
    table: dict[int, str] = {}
    for letters in (_VOWELS, _CONSONANTS):
        other = "".join(drawn.sample(letters, len(letters)))
        table |= str.maketrans(letters + letters.upper(), other + other.upper())
    return table


def fill(store: Store, folder: Path, most: int = _STATEMENTS) -> None:
    """Repeat real reports with other names until the ledger holds so many statements."""
    texts = documents(folder)
    texts = texts[:: max(1, len(texts) // _REPORTS_READ)]
    ledgers = [read_report(document, encoder(), Settings()) for document in texts]
    turn = count = 0
    while count < most:
        made = [renamed(ledger, turn) for ledger in ledgers]
        store.write(Read(_original(one), one.documents[0], one, "bench") for one in made)
        count += sum(len(one.statements) for one in made)
        turn += 1


def _original(ledger: Ledger) -> Original:
    raw = ledger.documents[0].text.encode()
    return Original(str(ledger.documents[0].path), digest(raw), len(raw), raw, datetime(2026, 1, 1))


def searches(store: Store) -> dict[str, Selection]:
    """One of each kind, with names that the ledger holds."""
    busy = store.summaries(limit=1)[0]
    return {
        "a rare word": Selection(words="arbitration"),
        "a frequent word": Selection(words="government"),
        "the most frequent word": Selection(words="the"),
        "a phrase": Selection(words='"human rights"'),
        "--actor": Selection(actor=busy.name),
        "--actor of an id": Selection(actor=busy.id),
        "--act": Selection(act="deny"),
        "--to": Selection(to=busy.name),
        "--since --until": Selection(since=date(2021, 1, 1), until=date(2021, 1, 31)),
        "--publisher": Selection(publisher="Outlet 7"),
        "--answered": Selection(is_answered=True),
        "--unanswered": Selection(is_answered=False),
        "--relation": Selection(relation="denies"),
        "word --act --since --unanswered": Selection(
            "government", act="demand", since=date(2022, 1, 1), is_answered=False
        ),
    }


def search(folder: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as work, Store(Path(work, "sayso.db")) as store:
        fill(store, folder)
        told: dict[str, Any] = {"statements": store.count(), "MB": round(Path(work, "sayso.db").stat().st_size / 1e6)}
        for name, asked in searches(store).items():
            told[f"{name}, ms"] = round(1000 * _middle(lambda asked=asked: store.search(asked)), 1)
        told["actors, ms"] = round(1000 * _middle(lambda: store.summaries(limit=50)), 1)
        for most in (20_000, None):
            told[f"export of {most or 'all'}, peak MB"] = _export_memory(Path(work, "sayso.db"), most)
        return told


def _export_memory(ledger: Path, most: int | None) -> int:
    """The peak memory of a process that writes the statements as JSON lines, or the first so many of them."""
    program = (
        "import sys, resource, itertools; from sayso.store import Store\n"
        "from sayso.export.tables import TABLES, form_of\n"
        "store = Store(sys.argv[1]); most = int(sys.argv[2]) or None\n"
        "forms = (form_of('statements', x) for x in itertools.islice(store.statements(), most))\n"
        "TABLES['jsonl'].write('statements', forms, open('/dev/null', 'wb'))\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    command = [sys.executable, "-c", program, str(ledger), str(most or 0)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _middle(run: Callable[[], Any]) -> float:
    return sorted(_seconds(run) for _ in range(5))[2]


def _seconds(run: Callable[[], Any]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def kills(folder: Path) -> dict[str, Any]:
    """Moments are drawn from the time that an undisturbed run takes beyond its start, so that most fall into writing;
    what is written is never undone by a kill."""
    with tempfile.TemporaryDirectory() as work:
        reports = [str(path) for path in sorted(folder.rglob("*.txt"))[:_KILLED_REPORTS]]
        quiet, killed = Path(work, "quiet.db"), Path(work, "killed.db")
        lasted = _seconds(lambda: subprocess.run(_add(reports, quiet), check=False, capture_output=True))
        start = _seconds(
            lambda: subprocess.run(_add(reports[:1], Path(work, "one.db")), check=False, capture_output=True)
        )
        drawn = random.Random(6)
        done = []
        for _ in range(_KILLS):
            with subprocess.Popen(
                _add(reports, killed), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            ) as process:
                time.sleep(
                    drawn.uniform(0.5, 1.5) * start + drawn.uniform(0.0, 2.0 * max(0.0, lasted - start) / _KILLS)
                )
                process.send_signal(signal.SIGKILL)
            done.append(_documents(killed))
        subprocess.run(_add(reports, killed), check=False, capture_output=True)
        exports = [
            subprocess.run(_sayso("export", "--ledger", str(one)), capture_output=True, check=True).stdout
            for one in (quiet, killed)
        ]
        return {
            "reports": len(reports),
            "documents after each kill": done,
            "equal to the byte": exports[0] == exports[1],
        }


def _documents(ledger: Path) -> int:
    if not ledger.exists():
        return 0
    with Store(ledger) as store:
        return store.stats().documents


def again(folder: Path) -> dict[str, Any]:
    """Words a second of the pipeline alone in one process, and of `sayso add --engine one`, start-up and all."""
    texts = documents(folder)
    network, settings = encoder(1), Settings(threads=1)
    alone = _seconds(lambda: [read_report(document, network, settings) for document in texts])
    words = sum(len(document.text.split()) for document in texts)
    with tempfile.TemporaryDirectory() as work:
        ledger = Path(work, "sayso.db")
        # the same files by name: the folder may hold archives of them too
        paths = sorted({document.path for document in texts if document.path})
        command = _sayso("add", *paths, "--ledger", str(ledger), "--engine", "one")
        first, second = (_seconds(lambda: subprocess.run(command, check=False, capture_output=True)) for _ in range(2))
    return {
        "reports": len(texts),
        "pipeline alone, words a second": round(words / alone),
        "sayso add, words a second": round(words / first),
        "sayso add over pipeline, time": round(first / alone, 2),
        "added again, times quicker": round(first / second),
    }


def _add(reports: list[str], ledger: Path) -> list[str]:
    return _sayso("add", *reports, "--ledger", str(ledger))


def _sayso(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "sayso", *arguments]


def main() -> None:
    ways = {"search": search, "kills": kills, "again": again}
    if len(sys.argv) != 3 or sys.argv[1] not in ways:
        sys.exit(__doc__)
    print(json.dumps(ways[sys.argv[1]](Path(sys.argv[2])), indent=1))


if __name__ == "__main__":
    main()
