"""The form of a new contact: fields left, what comes from the company or the set-up right, who is there already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.inheritance import Mark
from contacts_tui.domain.message import message
from contacts_tui.domain.names import split_name
from contacts_tui.locale import _
from contacts_tui.ui.card.card_fields import brief_of, label_of
from contacts_tui.ui.draw import glyphs
from contacts_tui.ui.draw.card_main import people_view
from contacts_tui.ui.draw.field_grid import Cell, Columns, mark_span
from contacts_tui.ui.draw.line import (
    EMPTY,
    Line,
    Piece,
    Role,
    clip,
    compose,
    joined,
    label,
    line,
    pad,
    value,
    width_of,
)
from contacts_tui.ui.draw.view import NOWHERE, View

if TYPE_CHECKING:
    from contacts_tui.services.cards import PersonLine
    from contacts_tui.services.proposals import Proposal

FROM_COMPANY = ("phone", "address", "place", "home_page", "salesperson", "territory", "language")
FROM_SETUP = ("salesperson", "territory", "country", "language", "salutation", "correspondence_type")


def name_hint(name: str, room: int) -> list[Line]:
    """How a person's name will be split, each part with its label, in as many lines as that takes."""
    first, middle, surname = split_name(name)
    parts = (
        (message("first {part}", part=first), first),
        (message("middle {part}", part=middle), middle),
        (message("surname {part}", part=surname), surname),
    )
    rows: list[list[str]] = []
    for word in (_(text) for text, part in parts if part):
        if rows and width_of(joined([*rows[-1], word])) <= room:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [clip(joined(row, Role.LABEL), room) for row in rows]


def beside(view: View, columns: Columns, title: str, cells: Sequence[Cell]) -> View:
    """The form with a dim title and what will be taken over, at the right of its first lines."""
    lines = list(view.lines)
    right = [(label(title),), *(_taken(cell, columns) for cell in cells)]
    while len(lines) < len(right):
        lines.append(EMPTY)
    for row, drawn in enumerate(right):
        left = clip(lines[row], columns.second - 2)
        lines[row] = line(pad(left, columns.second), clip(drawn, columns.width - 1 - columns.second))
    return View(tuple(lines), view.stops)


def _taken(cell: Cell, columns: Columns) -> Line:
    mark = mark_span(cell.mark) if cell.mark is not None else ""
    shown = cell.value or (label(glyphs.current().empty),)
    at = columns.labels
    name = label(cell.brief if columns.brief else cell.label)
    marked: list[tuple[int, Piece]] = [(at, mark)] if mark else []
    return compose(columns.width, (0, name), *marked, (at + 2, shown))


def proposed_cells(proposal: Proposal, keys: Sequence[str]) -> list[Cell]:
    """What a new contact would get, field by field, `=` where it comes from the company; blank ones are left out."""
    cells = []
    for key in keys:
        if key == "place":
            contact = proposal.contact
            parts = (contact.post_code, contact.city, contact.county, str(proposal.values["country"]))
            text, follows = "  ".join(part for part in parts if part), "city" in proposal.follows
        else:
            text = proposal.words.get(key) or _choice(key, str(proposal.values[key]))
            follows = key in proposal.follows
        if text:
            mark = Mark.FOLLOWS if follows else None
            cells.append(Cell(key, _(label_of(key)), _(brief_of(key)), (value(text),), mark=mark))
    return cells


def _choice(key: str, value: str) -> str:
    label = dict(CONTACT[key].choices).get(value)
    return _(label) if label else value


def already_view(company: str, people: Sequence[PersonLine], width: int, room: int) -> View:
    """Who is at the company already."""
    if not people:
        return View()
    title = _(message("Already at {company}", company=company))
    return people_view(people, width, NOWHERE, title=title, most=max(room, 1))
