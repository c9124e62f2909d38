"""The wheel alone, in a clean environment and another folder, reads a report: nothing it needs stays behind."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
REQUIRED = "package" in os.environ.get("REQUIRE_PARTS", "").split(",")

pytestmark = [
    pytest.mark.package,
    pytest.mark.skipif(not REQUIRED, reason="installs every dependency anew: REQUIRE_PARTS=package runs it"),
]


def run(*command: str | Path, folder: Path) -> str:
    """What the command printed; its error output is in the failure when it fails."""
    # Nothing of this run's own environment may help: neither its modules nor its settings.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SAYSO"))}
    done = subprocess.run([str(part) for part in command], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, f"{command}:\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts folder of a fresh environment that holds the locked dependencies and the wheel."""
    folder = tmp_path_factory.mktemp("package")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder / "dist", ROOT, folder=folder)
    (wheel,) = (folder / "dist").glob("*.whl")
    venv.create(folder / "clean", with_pip=True)
    scripts = folder / "clean" / ("Scripts" if os.name == "nt" else "bin")
    pip = [scripts / "python", "-m", "pip", "install", "--quiet"]
    run(*pip, "--require-hashes", "-r", ROOT / "requirements.lock", folder=folder)
    run(*pip, "--no-deps", wheel, folder=folder)
    return scripts


def test_the_wheel_reads_a_report_from_another_folder(installed: Path, tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples/minquiers-courier.txt", tmp_path / "report.txt")
    form = json.loads(run(installed / "sayso", "read", "report.txt", "--format", "json", folder=tmp_path))
    text = form["documents"][0]["text"]
    assert len(form["statements"]) >= 10
    for statement in form["statements"]:
        for span in statement["content"]:
            assert text[span["start"] : span["end"]] == span["text"]


def test_the_wheel_brings_its_types_and_licence(installed: Path, tmp_path: Path) -> None:
    listed = run(installed / "python", "-m", "pip", "show", "--files", "sayso", folder=tmp_path)
    assert "sayso/py.typed" in listed.replace("\\", "/")
    assert "LICENSE" in listed


def test_what_an_install_asks_for_is_met(installed: Path, tmp_path: Path) -> None:
    assert "No broken requirements" in run(installed / "python", "-m", "pip", "check", folder=tmp_path)
