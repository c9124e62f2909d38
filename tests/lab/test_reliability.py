"""Calibration: its error, its fit, its picture."""

from __future__ import annotations

import math
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.reliability import Pairs, error, picture, tenths

_SVG = "{http://www.w3.org/2000/svg}"
HONEST: Pairs = [(0.75, True)] * 3 + [(0.75, False)]


@pytest.mark.parametrize(
    ("pairs", "wrong"),
    [
        (HONEST, 0.0),
        ([(1.0, True), (0.95, True)], 0.025),
        ([(0.6, False)] * 2 + [(0.9, True)] * 2, 0.35),
        ([], 0.0),
    ],
)
def test_the_error(pairs: Pairs, wrong: float) -> None:
    assert error(pairs) == pytest.approx(wrong)


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_every_statement_is_in_the_tenth_of_its_confidence(pairs: Pairs) -> None:
    found = tenths(pairs)
    assert sum(each.n for each in found) == len(pairs)
    assert all(each.low - 1e-6 <= each.said <= each.low + 0.1 + 1e-6 for each in found)
    assert 0 <= error(pairs) <= 1


def test_the_picture_has_a_point_a_tenth_whose_area_is_the_count() -> None:
    few, many = [(0.85, True)] * 25, [(0.95, True)] * 100
    root = ET.fromstring(picture({"corpus <one>": few + many, "two": [(0.45, False)] * 30}))
    circles = [float(each.get("r", "0")) for each in root.iter(f"{_SVG}circle")]
    assert math.isclose(circles[0] / circles[1], 2, rel_tol=0.02)
    titles = [each.text for each in root.iter(f"{_SVG}title")]
    assert "said 0.85, right 1.00, 25 statements" in titles
    assert "said 0.45, right 0.00, 30 statements" in titles
    assert any("corpus <one>" in "".join(each.itertext()) for each in root.iter(f"{_SVG}text"))


def test_the_picture_asks_for_nothing_outside_itself() -> None:
    drawn = picture({"one": HONEST})
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")
    assert "prefers-color-scheme: dark" in drawn
