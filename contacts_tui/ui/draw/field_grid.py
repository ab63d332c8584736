"""Fields in one column or two, label and value, as cards and forms show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from contacts_tui.domain.inheritance import Mark
from contacts_tui.domain.text import wrap
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.line import (
    EMPTY,
    TEXT,
    Line,
    Piece,
    Role,
    Span,
    accent,
    clip,
    compose,
    label,
    line,
    restyled,
    text_of,
    value,
    width_of,
)
from contacts_tui.ui.draw.view import Cursor, Stop, View

NARROW = 60
_PHONE_LABEL = 8
_SECOND, _OF = 44, 80


class Side(Enum):
    """Where a field stands when there are two columns. A long one is at the left with nothing to its right."""

    LEFT = "left"
    RIGHT = "right"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Cell:
    """A field as it is drawn, in the language shown: `brief` is its label where there are eight columns for it.

    `odd` says that something about the value looks wrong. A `fixed` field is no place for the cursor. A `whole` value
    is never cut: where it is too long it has its line alone, or goes on below. A `row` shows all there is to choose.
    """

    key: str
    label: str
    brief: str
    value: Line
    side: Side = Side.LEFT
    mark: Mark | None = None
    odd: bool = False
    fixed: bool = False
    whole: bool = False
    row: bool = False


@dataclass(frozen=True, slots=True)
class Columns:
    """Where labels, marks and values stand in a width."""

    width: int
    labels: int
    second: int = 0
    brief: bool = False

    @property
    def is_double(self) -> bool:
        """Whether there are two columns of fields."""
        return self.second > 0

    @property
    def value(self) -> int:
        """Where the values of the left column stand."""
        return TEXT + self.labels + 2

    @property
    def room(self) -> int:
        """How many columns a value of the left column has where it has a neighbour."""
        return self.second - 2 - self.value if self.is_double else self.width - 1 - self.value

    @property
    def second_value(self) -> int:
        """Where the values of the right column stand."""
        return self.second + self.labels + 2


def columns_for(width: int, labels: int, *, single: bool = False) -> Columns:
    """The columns of a page; `labels` is the longest label of the language, `single` is the pane beside a list."""
    if width < NARROW and not single:
        return Columns(width, _PHONE_LABEL, brief=True)
    if single or width < NARROW:
        return Columns(width, labels)
    return Columns(width, labels, max(_SECOND, width * _SECOND // _OF))


def grid(cells: Sequence[Cell], columns: Columns, cursor: Cursor) -> View:
    """The fields in their order; in two columns the right ones stand beside the left ones, the long ones below."""
    if not columns.is_double:
        pairs: list[tuple[Cell | None, Cell | None]] = [(cell, None) for cell in cells]
    else:
        left = [cell for cell in cells if cell.side is Side.LEFT]
        right = [cell for cell in cells if cell.side is Side.RIGHT]
        pairs = _paired(left, right, columns)
        pairs += [(cell, None) for cell in cells if cell.side is Side.LONG]
    lines: list[Line] = []
    stops: list[Stop] = []
    for first, second in pairs:
        row = len(lines)
        first, rest = _split(first, columns, cursor) if second is None else (first, ())
        lines += [_row(first, second, columns, cursor), *rest]
        if first is not None and not first.fixed:
            long = first.side is Side.LONG or not columns.is_double or (first.whole and second is None)
            room = columns.width - 1 - columns.value if long else columns.room
            stops.append(Stop(first.key, row, columns.value, room))
        if second is not None and not second.fixed:
            room = columns.width - 1 - columns.second_value
            stops.append(Stop(second.key, row, columns.second_value, room, side=1))
    return View(tuple(lines), tuple(stops))


def _paired(left: Sequence[Cell], right: Sequence[Cell], columns: Columns) -> list[tuple[Cell | None, Cell | None]]:
    """What stands side by side; nothing beside a whole value that needs the room."""
    waiting = list(right)
    pairs: list[tuple[Cell | None, Cell | None]] = []
    for cell in left:
        alone = cell.whole and width_of(line(cell.value, _odd(cell))) > columns.room
        pairs.append((cell, None if alone or not waiting else waiting.pop(0)))
    return [*pairs, *((None, cell) for cell in waiting)]


def _split(cell: Cell | None, columns: Columns, cursor: Cursor) -> tuple[Cell | None, Sequence[Line]]:
    """A cell with as much of a whole value as its line holds, and the lines for what is left of it."""
    room = columns.width - 1 - columns.value
    if cell is None or not cell.whole or cursor.opens(cell.key) or width_of(line(cell.value, _odd(cell))) <= room:
        return cell, ()
    rows = wrap(text_of(cell.value), max(room - width_of(_odd(cell)), 1))
    return replace(cell, value=(value(rows[0]),)), [compose(columns.width, (columns.value, row)) for row in rows[1:]]


def _odd(cell: Cell) -> Line:
    return line(" ", Span(glyphs.current().look, Role.TROUBLE)) if cell.odd else EMPTY


def _row(first: Cell | None, second: Cell | None, columns: Columns, cursor: Cursor) -> Line:
    keys = [cell.key for cell in (first, second) if cell is not None and not cell.fixed]
    noted = cursor.opened and cursor.note and cursor.key in keys
    pieces: list[tuple[int, Piece]] = []
    if first is not None:
        pieces += _pieces(first, TEXT, columns, cursor, columns.room if second else 0)
    if second is not None and not (noted and first is not None and cursor.is_at(first.key)):
        pieces += _pieces(second, columns.second, columns, cursor, 0)
    return compose(columns.width, *pieces, right=cursor.note if noted else EMPTY, mark=cursor.mark(*keys))


def _pieces(cell: Cell, at: int, columns: Columns, cursor: Cursor, room: int) -> list[tuple[int, Piece]]:
    name = cell.brief if columns.brief else cell.label
    shown = Span(name, Role.LEAD if cursor.opens(cell.key) else Role.LABEL)
    pieces: list[tuple[int, Piece]] = [(at, clip((shown,), columns.labels + (0 if cell.mark else 1)))]
    if cell.mark is not None:
        pieces.append((at + columns.labels, mark_span(cell.mark)))
    if cursor.opens(cell.key):
        return pieces
    start = at + columns.labels + 2
    pieces.append((start, value_line(cell, cursor, room or columns.width - 1 - start)))
    return pieces


def mark_span(mark: Mark) -> Span:
    """`=` dim, `*` in the accent."""
    shown = glyphs.current()
    return label(shown.follows) if mark is Mark.FOLLOWS else accent(shown.own)


def value_line(cell: Cell, cursor: Cursor, room: int) -> Line:
    """A value cut to its room, `!` behind it where something about it looks wrong; blank is a dim dash."""
    odd = _odd(cell)
    text = clip(cell.value or (label(glyphs.current().empty),), room - width_of(odd))
    if not cell.fixed and cursor.is_at(cell.key):
        role = cursor.role(cell.key)
        chosen = (Span(span.text, role) if span.role is Role.CHOSEN else span for span in text)
        text = tuple(chosen) if cell.row else restyled(text, role)
    return line(text, odd)
