"""How a failure is told on standard error: what and where, then what to do next."""

from __future__ import annotations

import os

import click

from ..export.wording import visible


def complain(message: str, hint: str = "") -> None:
    """Print `error: …` and, where there is one, `hint: …`; a file's name may not steer the terminal."""
    _tell("error", message, "red")
    if hint:
        _tell("hint", hint, "cyan")


def _tell(label: str, words: str, colour: str) -> None:
    is_plain = bool(os.environ.get("NO_COLOR"))
    click.echo(
        f"{click.style(label + ':', fg=colour, bold=True)} {visible(words)}",
        err=True,
        color=False if is_plain else None,
    )
