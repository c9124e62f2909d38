"""What all tests share: the annotated data where it is present, steady random cases, and parts that must be there."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
# Marks whose tests may not skip in this run: REQUIRE_PARTS=browser,train,package (see CONTRIBUTING.md).
REQUIRED = frozenset(filter(None, os.environ.get("REQUIRE_PARTS", "").split(",")))

# A slow machine is no failure; under CI the same cases are tried each time, so that a red run can be repeated.
settings.register_profile("steady", deadline=None, derandomize=bool(os.environ.get("CI")), print_blob=True)
settings.load_profile("steady")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of the team's annotated data beside the repository; the test skips where it is absent."""
    folder = Path(os.environ.get("SAYSO_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip(f"the team's annotated data is not distributed, and not at {folder}")
    return folder


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of the sample reports that ship with the project."""
    return ROOT / "examples"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    missing = REQUIRED & {mark.name for mark in item.iter_markers()}
    if report.skipped and missing and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = (
            f"{', '.join(sorted(missing))} is required in this run, but the test skipped: {report.longrepr}"
        )
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    # A module that skips as a whole (importorskip) has no marks to ask: its text tells.
    report = yield
    if REQUIRED and report.outcome == "skipped" and isinstance(collector, pytest.Module):
        text = collector.path.read_text(encoding="utf-8")
        missing = sorted(name for name in REQUIRED if f"mark.{name}" in text)
        if missing:
            report.outcome = "failed"
            report.longrepr = f"{', '.join(missing)} is required in this run, but {collector.path} skipped as a whole"
    return report
