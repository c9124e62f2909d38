"""Lines gathered to blocks, and blocks put in the order in which they are read: down each column, then the next."""

from __future__ import annotations

from dataclasses import dataclass

from .lines import Line

# A line goes on with a block that is as wide, has letters of its size, and ends right above it (in sizes of letters).
_LIKE = 1.2
_WIDER = 1.3
_OVERLAP = 0.5
_TOUCH = 0.1
_BELOW = 1.1
_FAR = 4.0
# A page of more blocks than this is a map or a drawing: they are left as they come, from the top.
_MOST = 150


@dataclass(slots=True)
class _Block:
    lines: list[Line]
    left: float
    top: float
    right: float
    bottom: float

    def add(self, line: Line) -> None:
        self.lines.append(line)
        self.left, self.right = min(self.left, line.left), max(self.right, line.right)
        self.bottom = max(self.bottom, line.bottom)


def ordered(lines: list[Line]) -> list[list[Line]]:
    """The blocks of one page in reading order; `lines` come from the top.

    The order is that of Breuel, High performance document layout analysis (2003): above before below where two blocks
    share a column; left before right unless something across both lies between.
    """
    blocks = _blocks(lines)
    if len(blocks) > _MOST:
        return [block.lines for block in blocks]
    waits: dict[int, set[int]] = {i: set() for i in range(len(blocks))}
    for i, one in enumerate(blocks):
        for j, other in enumerate(blocks):
            if i != j and _is_before(one, other, blocks):
                waits[j].add(i)
    left, order = set(waits), list[int]()
    while left:
        free = [i for i in left if not waits[i] & left] or list(left)  # a circle is cut at its topmost
        chosen = min(free, key=lambda i: (blocks[i].top, blocks[i].left))
        order.append(chosen)
        left.remove(chosen)
    return [blocks[i].lines for i in order]


def _blocks(lines: list[Line]) -> list[_Block]:
    blocks: list[_Block] = []
    near: list[_Block] = []  # those that a line from here on may go on with
    for line in lines:
        near = [block for block in near if block.bottom > line.top - _FAR * block.lines[-1].size]
        above = [block for block in near if _goes_on(block, line)]
        if above:
            max(above, key=lambda block: block.bottom).add(line)
        else:
            near.append(_Block([line], line.left, line.top, line.right, line.bottom))
            blocks.append(near[-1])
    return blocks


def _goes_on(block: _Block, line: Line) -> bool:
    last = block.lines[-1]
    size = max(last.size, line.size, 1.0)
    if max(last.size, line.size) > _LIKE * min(last.size, line.size):
        return False
    if not -0.5 * size < line.top - last.bottom < _BELOW * size:
        return False
    width, own = block.right - block.left, line.right - line.left
    shared = min(block.right, line.right) - max(block.left, line.left)
    is_as_wide = own <= _WIDER * width + 2 * size or (len(block.lines) == 1 and shared >= _OVERLAP * own)
    return is_as_wide and shared >= _OVERLAP * min(width, own)


def _is_before(one: _Block, other: _Block, blocks: list[_Block]) -> bool:
    if _share(one, other):
        return (one.top, one.left) < (other.top, other.left)
    if one.left >= other.left:
        return False
    if one.top <= other.top:
        return True
    return not any(other.top < c.top < one.top and _share(c, one) and _share(c, other) for c in blocks)


def _share(one: _Block, other: _Block) -> bool:
    """True when the two stand in one column: one above the other, even if a little to the side."""
    shared = min(one.right, other.right) - max(one.left, other.left)
    return shared > _TOUCH * min(one.right - one.left, other.right - other.left)
