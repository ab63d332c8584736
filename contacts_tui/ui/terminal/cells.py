"""Cells of the screen, and the fewest bytes that turn one row of them into another. Nothing here needs Textual."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress, count, pairwise
from operator import ne

Cell = tuple[str, str]
"""A character and its SGR codes; a cell that a wide character reaches into holds no character."""

BLANK: Cell = (" ", "")
_MOVE = 8
"""Sending so many unchanged cells is as cheap as moving over them."""
_ERASE = 3
"""Erasing to the end of the line takes so many bytes."""


@lru_cache(maxsize=4096)
def cell(char: str, codes: str) -> Cell:
    """A character in a look; one that nothing of the look is seen in is as good as empty."""
    return (char, codes) if char != " " or shows_blanks(codes) else BLANK


def fitted(cells: list[Cell], width: int) -> list[Cell]:
    """So many cells, blank where there are fewer; a wide character that does not fit is left out."""
    if len(cells) <= width:
        return cells + [BLANK] * (width - len(cells))
    end = width
    while end and not cells[end][0]:
        end -= 1
    return cells[:end] + [BLANK] * (width - end)


def whole_row(y: int, row: list[Cell]) -> str:
    """What shows a row, whatever stood there."""
    end = _end(row)
    return f"\x1b[{y + 1};1H\x1b[K{_run(row[:end])}{_close(row, end)}"


def changed_row(y: int, before: list[Cell], after: list[Cell]) -> str:
    """What turns a row into another of the same length."""
    end = _end(after)
    differing = list(compress(count(), map(ne, before, after)))
    in_text = bisect_left(differing, end)
    erase = len(differing) - in_text > _ERASE
    if erase:
        del differing[in_text:]
    parts: list[str] = []
    reached = -1
    for first, last in _ranges(differing, after) if differing else ():
        reached = last
        parts.append(f"\x1b[{y + 1};{first + 1}H{_run(after[first:last])}{_close(after, last) if last == end else ''}")
    if erase:
        move = "" if reached == end else f"\x1b[{y + 1};{end + 1}H{_close(after, end)}"
        parts.append(f"{move}\x1b[K")
    return "".join(parts)


def _close(row: list[Cell], end: int) -> str:
    """A plain blank after text in a style, so that what is copied off the screen does not carry the style on."""
    return " " if 0 < end < len(row) and row[end - 1][1] else ""


def _ranges(differing: Sequence[int], row: list[Cell]) -> Iterator[tuple[int, int]]:
    """Cells to send, as ranges; close ones are one, and none begins inside a wide character."""
    cuts = [at for at, (one, other) in enumerate(pairwise(differing), 1) if other - one > _MOVE]
    for begin, end in pairwise([0, *cuts, len(differing)]):
        first, last = differing[begin], differing[end - 1] + 1
        while first > 0 and not row[first][0]:
            first -= 1
        while last < len(row) and not row[last][0]:
            last += 1
        yield first, last


def _end(row: list[Cell]) -> int:
    """Where the blank rest of a row begins."""
    end = len(row)
    while end and row[end - 1] == BLANK:
        end -= 1
    return end


def _run(cells: list[Cell]) -> str:
    """Text with its codes, one change of codes for each run; blanks do not interrupt a run."""
    parts: list[str] = []
    current = ""
    for char, codes in cells:
        if codes != current and char and not (char == " " and not codes and not shows_blanks(current)):
            parts.append(f"\x1b[{'0;' if current and codes else '0' if current else ''}{codes}m")
            current = codes
        parts.append(char)
    if current:
        parts.append("\x1b[0m")
    return "".join(parts)


@lru_cache(maxsize=256)
def shows_blanks(codes: str) -> bool:
    """Whether a blank with these codes looks different from an empty cell: underlined, reversed, on a background."""
    numbers = [int(code) for code in codes.split(";") if code]
    return any(number in (4, 7, 9, 21) or 40 <= number <= 48 or 100 <= number <= 107 for number in numbers)
