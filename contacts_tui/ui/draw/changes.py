"""Which cells of a line differ from what is shown: only these are sent to the terminal."""

from __future__ import annotations

from contacts_tui.domain.text import cell_width
from contacts_tui.ui.draw.line import Line, Role

_SHOWS_BLANKS = frozenset((Role.CURSOR, Role.OPEN, Role.FOUND, Role.CHOSEN))
"""Roles in which a blank looks different from an empty cell."""
_WORTH_A_MOVE = 8
"""Sending so many unchanged cells is cheaper than moving the terminal's cursor over them."""


def changed(before: Line, after: Line) -> list[tuple[int, int]]:
    """The ranges of cells, as (first, after the last), in which the two lines differ, left to right.

    Ranges that lie close together are one. A line that ends earlier counts as blank from there on.
    """
    if before == after:
        return []
    old, new = _cells(before), _cells(after)
    blank = (" ", Role.VALUE)
    longest = max(len(old), len(new))
    old += [blank] * (longest - len(old))
    new += [blank] * (longest - len(new))
    ranges: list[tuple[int, int]] = []
    for index in range(longest):
        if old[index] == new[index]:
            continue
        if ranges and index - ranges[-1][1] < _WORTH_A_MOVE:
            ranges[-1] = (ranges[-1][0], index + 1)
        else:
            ranges.append((index, index + 1))
    return ranges


def _cells(line: Line) -> list[tuple[str, Role]]:
    """One entry a cell; a wide character fills two, what has no width belongs to the cell before it."""
    cells: list[tuple[str, Role]] = []
    for span in line:
        on_blank = span.role if span.role in _SHOWS_BLANKS else Role.VALUE
        for char in span.text:
            width = cell_width(char)
            if width == 0 and cells:
                cells[-1] = (cells[-1][0] + char, cells[-1][1])
            else:
                cells.extend([(char, on_blank if char == " " else span.role)] * max(width, 1))
    return cells
