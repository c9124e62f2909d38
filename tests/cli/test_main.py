"""The command as a whole: help, version, `python -m sayso`, and a start that waits for nothing heavy."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import metadata

import pytest

from sayso.cli import run

# What `--help` has no use for; each of them takes longer to import than all else together.
HEAVY = ("numpy", "onnxruntime", "tokenizers", "lxml", "trafilatura", "httpx2", "jinja2", "rich", "babel", "sqlalchemy")


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["read", "--help"], ["read", "-h"]])
def test_help(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 0
    assert capsys.readouterr().out.startswith("Usage: sayso")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"sayso {metadata.version('sayso')}\n"


def test_as_a_module() -> None:
    done = subprocess.run([sys.executable, "-m", "sayso", "--help"], capture_output=True, text=True, check=True)
    assert "Commands:" in done.stdout


def test_help_imports_nothing_heavy() -> None:
    program = "import sys, json; import sayso.cli; sayso.cli.run(['--help']); print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert not loaded & set(HEAVY)
