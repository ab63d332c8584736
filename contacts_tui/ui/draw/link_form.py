"""What a link would change, field by field, under the form that makes it; or why there can be no link."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from contacts_tui.domain.text import wrap
from contacts_tui.locale import _
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.field_grid import Cell, Columns, grid
from contacts_tui.ui.draw.line import EMPTY, TEXT, compose, label, line, value
from contacts_tui.ui.draw.view import Cursor, View

if TYPE_CHECKING:
    from contacts_tui.services.links import LinkChange


def changes_view(title: str, changes: Sequence[LinkChange], columns: Columns) -> View:
    """The fields that change, what was there before dim."""
    shown = glyphs.current()
    cells = [
        Cell(
            str(index),
            _(change.label),
            _(change.label),
            line(label(f"{change.before or shown.empty} {shown.change} "), value(change.after or shown.empty)),
            fixed=True,
            whole=True,
        )
        for index, change in enumerate(changes)
    ]
    drawn = grid(cells, columns, Cursor())
    return View((compose(columns.width, (TEXT, label(title))), EMPTY, *drawn.lines))


def refusal_view(text: str, width: int) -> View:
    """Why there can be no link."""
    rows = wrap(text, max(width - 1 - TEXT, 1))
    marks = [glyphs.current().look, *[""] * len(rows)]
    return View(tuple(compose(width, (TEXT, row), mark=mark) for row, mark in zip(rows, marks, strict=False)))
