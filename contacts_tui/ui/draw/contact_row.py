"""A contact as a line of a list: the same on the first page, in Find, and wherever people are listed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.message import Message, contextual
from contacts_tui.domain.phones import to_dial
from contacts_tui.domain.text import cell_width
from contacts_tui.locale import _
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.line import TEXT, Line, Role, Span, cell, compose, gutter, line

PHONE_WIDTH = 16
_NAME, _TOWN, _WHO = 26, 11, 20


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


def number_to_show(row: ContactRow) -> str:
    """The phone number of a line: a person's mobile first (C-R16 on a telephone)."""
    return to_dial(row.phone, row.mobile, mobile_first=not row.is_company)


def who(row: ContactRow, room: int = 0) -> str:
    """What tells a company from a person: its people and relations, or the person's company.

    With `room`, of a company only whole words for so many columns: of its relations the first and how many more there
    are, and these go before its people, which every company has.
    """
    if not row.is_company:
        return row.company or row.job_title
    people = [_(_people(row.people))] if row.people else []
    relations = [relation.lower() for relation in row.relations]
    short = [f"{relations[0]} +{len(relations) - 1}"] if len(relations) > 1 else relations
    forms = [", ".join(form) for form in ([*people, *relations], [*people, *short], relations, short, people)]
    return next((form for form in forms if form and room and cell_width(form) <= room), forms[0])


def _people(count: int) -> Message:
    """How many people a company has, in few columns."""
    if count == 1:
        return contextual("in a column", "1 person")
    return contextual("in a column", "{count} people", count=count)


def where(row: ContactRow) -> str:
    """Where to place it in one word: the town of a company, the company or job of a person."""
    return row.city if row.is_company else row.company or row.job_title or row.city


def contact_row(row: ContactRow, width: int, layout: Layout, *, is_cursor: bool, spot: bool) -> Sequence[Line]:
    """The lines of a contact in a list of `width` columns; `spot` puts its name in reverse, else the cursor is bold."""
    role = Role.CURSOR if is_cursor and spot else Role.LEAD if is_cursor else Role.VALUE
    mark = glyphs.current().cursor if is_cursor else ""
    if layout is Layout.PHONE:
        return _two_lines(row, width, role, mark, is_cursor)
    number = number_to_show(row)
    phone = width - 1 - max(PHONE_WIDTH, cell_width(number))
    town = width - 1 - PHONE_WIDTH - 1 - _TOWN  # a longer number takes the blank before it, the columns stay
    if layout is Layout.PANE:
        place = Span(where(row), Role.VALUE if row.is_company else Role.LABEL)
        columns = [(town, place)] if town >= TEXT + _NAME + 1 else []
        name_width = (town if columns else phone) - 1 - TEXT
        return (compose(width, (TEXT, cell(row.name, name_width, role)), *columns, (phone, Span(number)), mark=mark),)
    name_width = max(_NAME, min(width - 54, 40))
    about = TEXT + name_width + 2
    dim = row.is_company and not (is_cursor and not spot)
    return (
        compose(
            width,
            (TEXT, cell(row.name, name_width, role)),
            (about, Span(who(row, town - 1 - about), Role.LABEL if dim else Role.VALUE)),
            (town, Span(row.city)),
            (phone, Span(number)),
            mark=mark,
        ),
    )


def _two_lines(row: ContactRow, width: int, role: Role, mark: str, is_cursor: bool) -> Sequence[Line]:
    number = Span(number_to_show(row), Role.LEAD if is_cursor else Role.VALUE)
    place = ", ".join(p for p in (row.job_title, row.company) if p) if not row.is_company else row.city
    first = line(gutter(mark), cell(row.name, width - 1 - TEXT, role))
    second = compose(width, (TEXT, Span(place or row.city, Role.LABEL)), right=number)
    return first, second
