"""The companies that a person is also at, below the fields of the card; and who is also at a company."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from contacts_tui.domain.affiliations import span
from contacts_tui.domain.message import N_, contextual
from contacts_tui.domain.text import cell_width, clip
from contacts_tui.locale import _, number
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.field_grid import Columns
from contacts_tui.ui.draw.line import TEXT, Line, Piece, Role, Span, compose, label, line, rule
from contacts_tui.ui.draw.view import Cursor, Stop, View

if TYPE_CHECKING:
    from contacts_tui.services.affiliations import AlsoAt

ALSO_KEY, NEW_ALSO = "also:", "also"
"""The place of a company is the first with the id of its line; where there is none, the second enters one."""
ALSO_HERE = "here:"
"""The place of a person who is also at the company is this with the person's id."""
_NAME = 20
_BETWEEN = "  "


def also_at_view(found: Sequence[AlsoAt], columns: Columns, cursor: Cursor) -> View:
    """One line for each company: its name, and dim in which role and when."""
    title = _(contextual("eight columns", "Also at")) if columns.brief else _(N_("Also at"))
    lines: list[Line] = []
    stops: list[Stop] = []
    for row, one in enumerate(found or (None,)):
        key = f"{ALSO_KEY}{one.record.id}" if one is not None else NEW_ALSO
        role = cursor.role(key)
        pieces: list[tuple[int, Piece]] = [(TEXT, label(title))] if row == 0 else []
        if one is None:
            pieces.append((columns.value, Span(glyphs.current().empty, Role.LABEL if role is Role.VALUE else role)))
            size = 1
        else:
            name = _fitting(one.company.name, about(one), columns.width - 1 - columns.value)
            pieces.append((columns.value, _named(name, about(one), role)))
            size = cell_width(name)
        lines.append(compose(columns.width, *pieces, mark=cursor.mark(key)))
        stops.append(Stop(key, row, columns.value, size))
    return View(tuple(lines), tuple(stops))


def also_here_view(found: Sequence[AlsoAt], width: int, cursor: Cursor) -> View:
    """The people who are also at a company, in which role and when."""
    lines: list[Line] = [rule(width, _(N_("Also here")), number(len(found)))]
    stops: list[Stop] = []
    for row, one in enumerate(found, 1):
        key = f"{ALSO_HERE}{one.person.id}"
        name = _fitting(one.person.name, about(one), width - 1 - TEXT)
        lines.append(compose(width, (TEXT, _named(name, about(one), cursor.role(key))), mark=cursor.mark(key)))
        stops.append(Stop(key, row, TEXT, _NAME))
    return View(tuple(lines), tuple(stops))


def about(one: AlsoAt) -> str:
    """In which role and when, as one text."""
    years = span(one.record)
    return ", ".join(part for part in (one.record.role, _(years) if years is not None else "") if part)


def _fitting(name: str, words: str, room: int) -> str:
    """The name, cut to half of the room where the words beside it need the rest."""
    return clip(name, max(room // 2, room - cell_width(_BETWEEN + words)), glyphs.current().cut) if words else name


def _named(name: str, words: str, role: Role) -> Line:
    return line(Span(name, role), label(_BETWEEN + words if words else ""))
