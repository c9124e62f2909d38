"""How often a statement of each confidence is right: calibration error, tenths, and the picture of both."""

from __future__ import annotations

import math
from dataclasses import dataclass
from html import escape

from .figures import Figure

Pairs = list[tuple[float, bool]]
NAME = "calibration error"

# What the picture looks like, in its own units (pixels at full size).
_SIDE, _LEFT, _TOP, _BELOW, _RIGHT = 350, 52, 14, 48, 16
_LARGEST = 13.0  # radius of the point of the most statements; the area of the others is to scale
_SERIES = (("one", "circle"), ("two", "diamond"))
_STYLE = """
  svg { --ink: #1f2328; --dim: #59636e; --rule: #d1d9e0; --one: #0969da; --two: #bc4c00; }
  @media (prefers-color-scheme: dark) {
    svg { --ink: #f0f6fc; --dim: #9198a1; --rule: #3d444d; --one: #4493f8; --two: #f0883e; }
  }
  text { font: 12px system-ui, sans-serif; fill: var(--dim); }
  .name { fill: var(--ink); }
  .dim { fill: var(--dim); }
  .rule { stroke: var(--rule); fill: none; }
  .even { stroke: var(--dim); stroke-dasharray: 4 4; fill: none; }
  .one, .two { fill-opacity: .45; stroke-width: 1.5; }
  .one { fill: var(--one); stroke: var(--one); }
  .two { fill: var(--two); stroke: var(--two); }
"""


@dataclass(frozen=True, slots=True)
class Tenth:
    """The statements with a confidence in [low, low + 0.1): the mean of what was said, the share that is right."""

    low: float
    said: float
    right: float
    n: int


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a statement's confidence is made of (extract/confidence.py), and whether it is right."""

    evidence: dict[str, float]
    is_right: bool


def tenths(pairs: Pairs) -> tuple[Tenth, ...]:
    """The tenths that hold a statement, from low to high; a confidence of 1 belongs to the last."""
    out = []
    for at in range(10):
        inside = [pair for pair in pairs if min(int(pair[0] * 10 + 1e-9), 9) == at]
        if inside:
            said, right = (sum(float(pair[part]) for pair in inside) / len(inside) for part in (0, 1))
            out.append(Tenth(at / 10, said, right, len(inside)))
    return tuple(out)


def error(pairs: Pairs) -> float:
    """Expected calibration error (Naeini and others 2015) over ten bins of equal width; 0 is perfect."""
    return sum(each.n * abs(each.said - each.right) for each in tenths(pairs)) / max(1, len(pairs))


def calibration(group: str, pairs: Pairs) -> Figure:
    """The calibration error as a figure with a ceiling."""
    return Figure(group, NAME, round(error(pairs), 3), n=len(pairs), bound="ceiling")


def picture(series: dict[str, Pairs]) -> str:
    """An SVG of one or two series: confidence to the right, share right upwards, the area of a point by its count."""
    rows = {name: tenths(pairs) for name, pairs in series.items()}
    points = [each for found in rows.values() for each in found]
    least = min((min(each.said, each.right) for each in points), default=0.0)
    low = math.floor(least * 10 + 1e-9) / 10
    most = max((each.n for each in points), default=1)
    width, height = _LEFT + _SIDE + _RIGHT, _TOP + _SIDE + _BELOW + 20 * len(rows)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        ' role="img">',
        "<title>Reliability: how many of the statements of each confidence are right</title>",
        f"<style>{_STYLE}</style>",
        *_frame(low),
    ]
    for (kind, shape), found in zip(_SERIES, rows.values(), strict=False):
        parts += [_point(kind, shape, each, low, most) for each in sorted(found, key=lambda each: -each.n)]
    parts += _legend({name: (error(pairs), len(pairs)) for name, pairs in series.items()})
    return "\n".join([*parts, "</svg>", ""])


def _x(value: float, low: float) -> float:
    return round(_LEFT + _SIDE * (value - low) / (1 - low), 1)


def _y(value: float, low: float) -> float:
    return round(_TOP + _SIDE * (1 - value) / (1 - low), 1)


def _frame(low: float) -> list[str]:
    """Rules at the tenths with their numbers, the names of the axes, and the line on which a confidence is right."""
    end, bottom = _LEFT + _SIDE, _TOP + _SIDE
    out = []
    for at in range(round(low * 10), 11):
        x, y = _x(at / 10, low), _y(at / 10, low)
        out += [
            f'<path class="rule" d="M{x} {_TOP}V{bottom}M{_LEFT} {y}H{end}"/>',
            f'<text x="{x}" y="{bottom + 16}" text-anchor="middle">{at / 10:.1f}</text>',
            f'<text x="{_LEFT - 7}" y="{y + 4}" text-anchor="end">{at / 10:.1f}</text>',
        ]
    middle = _TOP + _SIDE / 2
    return [
        *out,
        f'<path class="even" d="M{_LEFT} {bottom}L{end} {_TOP}"/>',
        f'<text class="name" x="{_LEFT + _SIDE / 2}" y="{bottom + 34}" text-anchor="middle">confidence said '
        '<tspan class="dim">(area of a point: number of statements)</tspan></text>',
        f'<text class="name" x="14" y="{middle}" text-anchor="middle" transform="rotate(-90 14 {middle})">'
        "share that is right</text>",
    ]


def _point(kind: str, shape: str, tenth: Tenth, low: float, most: int) -> str:
    radius = max(2.5, _LARGEST * math.sqrt(tenth.n / most))
    label = f"said {tenth.said:.2f}, right {tenth.right:.2f}, {tenth.n} statements"
    return f"<g><title>{label}</title>{_mark(kind, shape, _x(tenth.said, low), _y(tenth.right, low), radius)}</g>"


def _mark(kind: str, shape: str, x: float, y: float, radius: float) -> str:
    if shape == "circle":
        return f'<circle class="{kind}" cx="{x}" cy="{y}" r="{radius:.1f}"/>'
    half = radius * math.sqrt(math.pi / 2)  # half the diagonal of a square of the circle's area
    right, left = f"{half:.1f}", f"{-half:.1f}"
    return f'<path class="{kind}" d="M{x} {y - half:.1f}l{right} {right}l{left} {right}l{left} {left}z"/>'


def _legend(series: dict[str, tuple[float, int]]) -> list[str]:
    out = []
    for at, ((kind, shape), (name, (wrong, n))) in enumerate(zip(_SERIES, series.items(), strict=False)):
        y = _TOP + _SIDE + _BELOW + 20 * at + 6
        out += [
            _mark(kind, shape, _LEFT + 6, y - 4, 5.5),
            f'<text class="name" x="{_LEFT + 20}" y="{y}">{escape(name)}'
            f'<tspan class="dim"> — n {n:,}, calibration error {wrong:.3f}</tspan></text>',
        ]
    return out
