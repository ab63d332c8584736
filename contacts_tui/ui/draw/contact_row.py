"""A contact as a line of a list: the same on the first page, in Find, and wherever people are listed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.listing import USUAL, Column
from contacts_tui.domain.text import cell_width
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.contact_columns import NAME, first, places, text_of
from contacts_tui.ui.draw.contact_words import number_to_show
from contacts_tui.ui.draw.line import TEXT, Line, Role, Span, cell, columns_row, compose, gutter, line

PHONE_WIDTH = 16
_TOWN, _GAP, _INDENT = 11, 2, 2
_NUMBERS = (Column.PHONE, Column.MOBILE)


class Layout(Enum):
    """How much of a contact a line shows: all columns, the pane beside a card, or two short lines on a phone."""

    FULL = "full"
    PANE = "pane"
    PHONE = "phone"


def layout_for(width: int, pane: int) -> Layout:
    """The layout for a screen of `width` columns whose list has `pane` of them."""
    if width < 60:
        return Layout.PHONE
    return Layout.FULL if pane >= 76 else Layout.PANE


def where(row: ContactRow) -> str:
    """Where to place it in one word: the town of a company, the company or job of a person."""
    return row.city if row.is_company else row.company or row.job_title or row.city


def contact_row(
    row: ContactRow,
    width: int,
    layout: Layout,
    *,
    is_cursor: bool,
    spot: bool,
    columns: Sequence[Column] = USUAL,
    is_marked: bool = False,
    is_under_company: bool = False,
) -> Sequence[Line]:
    """The lines of a contact in a list of `width` columns; `spot` puts its name in reverse, else the cursor is bold.

    The cursor's sign covers the mark. A person `is_under_company` stands two blanks in.
    """
    role = Role.CURSOR if is_cursor and spot else Role.LEAD if is_cursor else Role.VALUE
    glyph = glyphs.current()
    mark = glyph.cursor if is_cursor else glyph.mark if is_marked else ""
    if layout is Layout.PHONE:
        return _two_lines(row, width, role, mark, is_cursor)
    start = TEXT + (_INDENT if is_under_company and not row.is_company else 0)
    if layout is Layout.PANE:
        number = number_to_show(row)
        size = max(PHONE_WIDTH, cell_width(number))
        phone, town = width - 1 - size, width - 1 - PHONE_WIDTH - 1 - _TOWN
        place = (town, _TOWN, where(row), Role.VALUE if row.is_company else Role.LABEL)
        cells = [place] if town >= TEXT + NAME + 1 else []
        cells = [(start, width, row.name, role), *cells, (phone, size, number, Role.VALUE)]
        return (columns_row(cells, mark),)
    dim = row.is_company and not (is_cursor and not spot)
    cells = [(start, first(columns, width) - _GAP - start, row.name, role)]
    for column, at, room in places(tuple(columns), width):
        text = text_of(row, column, room)
        # Never cut a number: a longer one takes the blank before it.
        more = max(cell_width(text) - room, 0) if column in _NUMBERS else 0
        about = column is Column.ABOUT and dim
        cells.append((at - more, room + more, text, Role.LABEL if about else Role.VALUE))
    return (columns_row(cells, mark),)


def _two_lines(row: ContactRow, width: int, role: Role, mark: str, is_cursor: bool) -> Sequence[Line]:
    number = Span(number_to_show(row), Role.LEAD if is_cursor else Role.VALUE)
    place = ", ".join(p for p in (row.job_title, row.company) if p) if not row.is_company else row.city
    first = line(gutter(mark), cell(row.name, width - 1 - TEXT, role))
    second = compose(width, (TEXT, Span(place or row.city, Role.LABEL)), right=number)
    return first, second
