"""The help page: groups of keys in three columns, in one where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contacts_tui.domain.text import fold
from contacts_tui.ui.draw.line import EMPTY, TEXT, Line, blank, clip, label, lead, line, pad, value

_ONE_COLUMN = 60
_COLUMNS = 3
_LEAST_KEYS = 7
"""How many columns keys and the blank after them have at least."""


@dataclass(frozen=True, slots=True)
class Block:
    """A group: its title, dim, and its lines (key or word bold, meaning plain), in the language shown.

    `column` is where it stands when there are three, counted from 0; None for wherever there is most room.
    """

    title: str
    rows: Sequence[tuple[str, str]]
    column: int | None = None


def matching(blocks: Sequence[Block], typed: str) -> list[Block]:
    """The blocks with the rows that hold what was typed, in key or meaning; a title that holds it keeps its rows."""
    wanted = fold(typed)
    kept = []
    for block in blocks:
        rows = [row for row in block.rows if wanted in fold(" ".join(row)) or wanted in fold(block.title)]
        if rows:
            kept.append(Block(block.title, rows, block.column))
    return kept


def help_lines(blocks: Sequence[Block], width: int) -> list[Line]:
    """The page below its title."""
    if width < _ONE_COLUMN:
        return _stack(blocks, width - 1 - TEXT, 2, indent=TEXT)
    room = (width - 1) // _COLUMNS
    rooms = [room - 2] * (_COLUMNS - 1) + [width - 1 - TEXT - (_COLUMNS - 1) * room]
    columns = [_stack(part, room, 1) for part, room in zip(_shared_out(blocks), rooms, strict=True)]
    height = max(map(len, columns))
    lines = []
    for row in range(height):
        spans: Line = (blank(TEXT),)
        for place, column in enumerate(columns):
            spans = line(pad(spans, TEXT + place * room), column[row] if row < len(column) else EMPTY)
        lines.append(spans)
    return lines


def _shared_out(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks of each column: those without a place of their own, the longest first, below what is shortest."""
    parts = [[block for block in blocks if block.column == place] for place in range(_COLUMNS)]
    for block in sorted((b for b in blocks if b.column is None), key=lambda b: -len(b.rows)):
        min(parts, key=lambda part: sum(len(b.rows) + 2 for b in part)).append(block)
    return parts


def _stack(blocks: Sequence[Block], room: int, gap: int, indent: int = 0) -> list[Line]:
    """Blocks one below the other, all meanings in one column, `gap` blanks after the longest key."""
    keys = max([_LEAST_KEYS, *(value(key).width + gap for block in blocks for key, _ in block.rows)])
    lines: list[Line] = []
    for block in blocks:
        if lines:
            lines.append(EMPTY)
        lines.append(line(blank(indent), clip((label(block.title),), room)))
        for key, meaning in block.rows:
            row = line(pad((lead(key),), keys), value(meaning))
            lines.append(line(blank(indent), clip(row, room)))
    return lines
