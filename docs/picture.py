"""Draws what `sayso read REPORT` prints, as a terminal shows it: `python docs/picture.py REPORT PICTURE.svg`."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

WIDTH = 92
LINES = 58


def picture(report: str) -> str:
    """The first lines of the ledger of `report` as an SVG that asks for nothing outside itself."""
    environment = os.environ | {"FORCE_COLOR": "1", "COLUMNS": str(WIDTH), "TERM": "xterm-256color"}
    environment.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "sayso", "read", report]
    printed = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    lines = printed.rstrip("\n").split("\n")
    shown = lines[:LINES] + ["…"] * (len(lines) > LINES)
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi("\n".join(shown)))
    svg = console.export_svg(title=f"sayso read {report}")
    # The drawing names fonts on a server; a reader's own monospaced font does as well.
    return re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(picture(sys.argv[1]), encoding="utf-8")
