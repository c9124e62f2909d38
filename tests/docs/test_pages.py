"""The pages a visitor reads first: links lead somewhere, the example runs, tables tell what the code has."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from sayso.ledger import ACTS
from sayso.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*.md")])


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
    broken = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert not broken


@pytest.mark.parametrize("command", re.findall(r"^make (\w+)", text_of("CONTRIBUTING.md") + text_of("README.md"), re.M))
def test_the_make_targets_that_are_named_exist(command: str) -> None:
    assert re.search(rf"^{command}:", text_of("Makefile"), re.MULTILINE)


def test_the_example_in_the_readme_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    (example,) = re.findall(r"```python\n(.*?)```", text_of("README.md"), re.DOTALL)
    exec(compile(example, "README.md", "exec"), {})
    assert len(capsys.readouterr().out.splitlines()) >= 10


def test_the_readme_lists_every_setting_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.+?) \|", text_of("README.md"), re.MULTILINE))
    defaults = {field.name: getattr(Settings(), field.name) for field in fields(Settings)}
    assert list(rows) == list(defaults)
    for name, default in defaults.items():
        if default is not None:
            plain = f"{default:g}" if isinstance(default, float) else str(default).lower()
            assert rows[name] == plain, name


def test_the_glossary_explains_every_act() -> None:
    assert sorted(re.findall(r"^\| `(\w+)` \|", text_of("docs/glossary.md"), re.MULTILINE)) == sorted(ACTS)
