"""What a deployment changes, in one frozen value: defaults, then a TOML file, then the environment."""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .errors import SaysoError

FILE_NAME = "sayso.toml"
PREFIX = "SAYSO_"
FILE_VARIABLE = "SAYSO_SETTINGS"
# The variables with the prefix that are no settings: where the file lies, and where developers keep annotated data.
_NO_SETTINGS = frozenset({FILE_VARIABLE, "SAYSO_SHARED"})

_TRUTHS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


@dataclass(frozen=True, slots=True)
class Settings:
    """`threads` None: all for a single report, one for each worker where there are many; `workers` None: a process for
    each processor where there are many reports, 1: never more than this one; `min_confidence` 0 to 1, statements below
    it are left out; `weights` which network reads, "full" or the smaller and quicker "fast"; `max_bytes` the largest
    report, in bytes; `max_file_bytes` the largest file that is read as a whole, `max_unpacked_bytes` what one archive
    may unpack to; `max_links` how many pages a feed, a sitemap or a list may lead to; `timeout_s` seconds for one
    fetch; `max_redirects` hops of one fetch; `allow_private` lets addresses of private networks and of this machine be
    fetched; `delay_s` seconds between two fetches from one host; `attempts` tries of a fetch where a failure may pass,
    `max_wait_s` the longest wait in seconds before one; `ignore_robots` fetches what robots.txt forbids; `contact` is
    told to servers: who is reading; `actors` a file of actors known beforehand, CSV or FollowTheMoney JSON lines, whose
    rows win; `ledger` the file or the PostgreSQL address that reports are added to; `warc` keeps beside a ledger in a
    file a WARC of what is fetched for it.
    """

    threads: int | None = None
    workers: int | None = None
    min_confidence: float = 0.35
    weights: str = "full"
    max_bytes: int = 64 * 1024 * 1024
    max_file_bytes: int = 200_000_000
    max_unpacked_bytes: int = 4_000_000_000
    max_links: int = 1_000
    timeout_s: float = 20.0
    max_redirects: int = 5
    allow_private: bool = False
    delay_s: float = 1.0
    attempts: int = 3
    max_wait_s: float = 60.0
    ignore_robots: bool = False
    contact: str | None = None
    actors: str | None = None
    ledger: str = "sayso.db"
    warc: bool = True

    def __post_init__(self) -> None:
        for name, (meaning, is_valid, _) in RULES.items():
            value = getattr(self, name)
            if not is_valid(value):
                raise SaysoError(f"the setting {name} cannot be {value!r}", f"{name} is {meaning}")

    @classmethod
    def load(
        cls,
        path: str | Path | None = None,
        environ: Mapping[str, str] | None = None,
        folder: str | Path | None = None,
    ) -> Settings:
        """Settings of this run; later ones win: defaults, the TOML file, `SAYSO_THREADS` and its siblings.

        The file is `path`, else the one that `SAYSO_SETTINGS` names, else `sayso.toml` in `folder` (the working
        directory) where there is one. Raises SaysoError for a file that is missing or no TOML, for a key that is not
        a setting (the hint names the nearest one) and for a value that the setting cannot take.
        """
        variables = os.environ if environ is None else environ
        named = path or variables.get(FILE_VARIABLE)
        file = Path(named) if named else Path(folder or ".") / FILE_NAME
        values = _from_file(file) if named or file.is_file() else {}
        return cls(**(values | _from_environment(variables)))


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _is_count(value: object, least: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def _is_real(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_contact(value: object) -> bool:
    """One line of a header, and inside a comment of it (RFC 9110, 5.6.5)."""
    return isinstance(value, str) and value.isascii() and value.isprintable() and not set(value) & set("()\\")


def _truth(text: str) -> bool:
    return _TRUTHS[text.strip().lower()]


# name → what it is (for hints), whether a value will do, how the environment's text is read.
RULES: dict[str, tuple[str, Callable[[Any], bool], Callable[[str], Any]]] = {
    "threads": ("a whole number from 1", lambda x: x is None or _is_count(x, 1), int),
    "workers": ("a whole number from 1", lambda x: x is None or _is_count(x, 1), int),
    "min_confidence": ("a number from 0 to 1", lambda x: _is_real(x) and 0 <= x <= 1, float),
    "weights": ("full or fast", lambda x: x in ("full", "fast"), str),
    "max_bytes": ("a whole number of bytes from 1", lambda x: _is_count(x, 1), int),
    "max_file_bytes": ("a whole number of bytes from 1", lambda x: _is_count(x, 1), int),
    "max_unpacked_bytes": ("a whole number of bytes from 1", lambda x: _is_count(x, 1), int),
    "max_links": ("a whole number from 1", lambda x: _is_count(x, 1), int),
    "timeout_s": ("a number of seconds above 0", lambda x: _is_real(x) and 0 < x < float("inf"), float),
    "max_redirects": ("a whole number from 0", lambda x: _is_count(x, 0), int),
    "allow_private": ("true or false", lambda x: isinstance(x, bool), _truth),
    "delay_s": ("a number of seconds from 0", lambda x: _is_real(x) and 0 <= x < float("inf"), float),
    "attempts": ("a whole number from 1", lambda x: _is_count(x, 1), int),
    "max_wait_s": ("a number of seconds from 0", lambda x: _is_real(x) and 0 <= x < float("inf"), float),
    "ignore_robots": ("true or false", lambda x: isinstance(x, bool), _truth),
    "contact": ("an address of the web or of mail, in ASCII", lambda x: x is None or _is_contact(x), str),
    "actors": ("the path of a file", lambda x: x is None or (isinstance(x, str) and bool(x.strip())), str),
    "ledger": ("the path of a file, or a postgresql:// address", lambda x: isinstance(x, str) and bool(x.strip()), str),
    "warc": ("true or false", lambda x: isinstance(x, bool), _truth),
}


def _from_file(file: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as problem:
        reason = problem.strerror or problem
        raise SaysoError(
            f"the settings file {file} cannot be read: {reason}", f"make it, or unset {FILE_VARIABLE}"
        ) from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise SaysoError(f"{file} is no TOML: {problem}", "a setting reads like: threads = 2") from problem
    for key in values:
        if key not in RULES:
            raise SaysoError(f"{file} sets {key!r}, which is not a setting", _nearest(key, ""))
    return values


def _from_environment(variables: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for variable, text in variables.items():
        if not variable.startswith(PREFIX) or variable in _NO_SETTINGS:
            continue
        name = variable.removeprefix(PREFIX).lower()
        if name not in RULES:
            raise SaysoError(f"the environment sets {variable}, which is not a setting", _nearest(name, PREFIX))
        meaning, _, read = RULES[name]
        try:
            values[name] = read(text)
        except (ValueError, KeyError) as problem:
            raise SaysoError(f"{variable} cannot be {text!r}", f"{variable} is {meaning}") from problem
    return values


def _nearest(key: str, prefix: str) -> str:
    close = difflib.get_close_matches(key.lower(), RULES, n=1, cutoff=0.55)
    names = [f"{prefix}{name.upper()}" if prefix else name for name in (close or RULES)]
    return f"did you mean {names[0]}?" if close else f"settings are: {', '.join(names)}"
