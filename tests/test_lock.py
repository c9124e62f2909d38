"""The lock files pin what pyproject.toml asks for: what is added there and forgotten here would break `make demo`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUN = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["build"]
DEV = RUN + PROJECT["project"]["optional-dependencies"]["dev"]


def pins(lock: str) -> dict[str, set[str]]:
    """Name → the pinned versions; one name may have several, each for other Pythons."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.-]+)==(\S+)", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


@pytest.mark.parametrize(
    ("lock", "needed"),
    [("requirements.lock", line) for line in RUN] + [("requirements-dev.lock", line) for line in DEV],
)
def test_every_dependency_is_pinned_to_a_version_it_allows(lock: str, needed: str) -> None:
    requirement = Requirement(needed)
    versions = pins(lock).get(canonicalize_name(requirement.name), set())
    assert versions, f"{requirement.name} is not in {lock}: run make lock"
    assert all(version in requirement.specifier for version in versions), f"{lock} has {versions}: run make lock"


def test_both_locks_agree() -> None:
    run, dev = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {name: dev.get(name) for name in run} == run


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_pin_has_its_hash_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert all("--hash=sha256:" in block for block in blocks)
    assert not re.search(r"://|--index|--find-links", text)
