"""Rows of text in columns, measured in cells and cut to the width of the terminal."""

from collections.abc import Sequence
from typing import NamedTuple

from contacts_tui.domain.message import Message
from contacts_tui.domain.text import cell_width, clip, guard
from contacts_tui.locale import _
from contacts_tui.ui.draw import glyphs

_GAP = 2
_NARROWEST = 8


class Column(NamedTuple):
    """A column. What is `whole`, such as a number, a phone or a day, is never cut; `right` aligns counts."""

    title: str | Message = ""
    whole: bool = False
    right: bool = False


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int = 0) -> list[str]:
    """The lines of a table, its titles first where it has any; `width` 0 is without end."""
    titles = [_(column.title) for column in columns]
    cells = [[guard(text) for text in row] for row in ([titles, *rows] if any(titles) else rows)]
    natural = [max((cell_width(row[i]) for row in cells), default=0) for i in range(len(columns))]
    widths = _fitted(columns, natural, width)
    lines = []
    for row in cells:
        parts = [_cell(text, room, column) for text, room, column in zip(row, widths, columns, strict=True)]
        line = (" " * _GAP).join(parts).rstrip()
        lines.append(clip(line, width, glyphs.current().cut) if width else line)
    return lines


def _fitted(columns: Sequence[Column], widths: list[int], width: int) -> list[int]:
    """The widths, the widest of those that may be cut made narrower until the row fits."""
    if not width:
        return widths
    over = sum(widths) + _GAP * (len(widths) - 1) - width
    cut = [i for i, column in enumerate(columns) if not column.whole]
    while over > 0 and any(widths[i] > _NARROWEST for i in cut):
        widest = max(cut, key=lambda i: widths[i])
        widths[widest] -= 1
        over -= 1
    return widths


def _cell(text: str, room: int, column: Column) -> str:
    shown = clip(text, room, glyphs.current().cut)
    blank = " " * (room - cell_width(shown))
    return blank + shown if column.right else shown + blank
