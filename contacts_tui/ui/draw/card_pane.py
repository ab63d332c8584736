"""A card beside the list, for reading: in one column, in two where there is room, its sections one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from contacts_tui.locale import _, number
from contacts_tui.ui.card.card_fields import COMPANY, COMPANY_MORE, PERSON, PERSON_MORE, Group, label_width
from contacts_tui.ui.card.card_sections import sections_of, tabs_of
from contacts_tui.ui.draw import contact_head
from contacts_tui.ui.draw.card_main import people_view
from contacts_tui.ui.draw.card_parts import notes_view
from contacts_tui.ui.draw.card_values import cells
from contacts_tui.ui.draw.field_grid import Columns, columns_for, grid
from contacts_tui.ui.draw.header import header
from contacts_tui.ui.draw.line import EMPTY, Line, label, rule
from contacts_tui.ui.draw.tabs import tab_lines
from contacts_tui.ui.draw.view import NOWHERE

if TYPE_CHECKING:
    from contacts_tui.services.cards import Card

_DOUBLE = 76
_LEFT_OUT = frozenset(("number", "name", "search_name", "modified"))
"""What the head says already, or nobody looks for here."""


def pane_lines(card: Card, width: int, height: int) -> list[Line]:
    """What fits of the card: head, fields that say something, people of a company, notes."""
    columns = columns_for(width, label_width(), single=width < _DOUBLE)
    groups, more = (COMPANY, COMPANY_MORE) if card.contact.is_company else (PERSON, PERSON_MORE)
    lines: list[Line] = [
        header(width, card.contact.name, contact_head.detail(card), place=(label(card.contact.no),)),
        contact_head.number_line(card, width),
        EMPTY,
        *contact_head.talk_lines(card, width),
        EMPTY,
        *tab_lines(tabs_of(card, sections_of(card.contact.is_company)), 1, width),
    ]
    parts = [drawn for group in groups if (drawn := _filled(card, group, columns))]
    for index, drawn in enumerate(parts):
        lines += [EMPTY, *drawn] if index else drawn
    if card.people:
        room = max(height - len(lines) - 2, 1)
        lines += [EMPTY, *people_view(card.people, width, NOWHERE, most=room).lines]
    if card.notes:
        lines += [EMPTY, rule(width, _("Notes"), number(len(card.notes)))]
        lines += notes_view(card.notes, width, NOWHERE).lines[:-1]
    rest = [drawn for group in more for drawn in _filled(card, group, columns)]
    if rest and len(lines) + 2 < height:
        lines += [EMPTY, rule(width, _("More")), *rest]
    return lines[:height]


def _filled(card: Card, group: Group, columns: Columns) -> Sequence[Line]:
    """The fields of a group that say something: neither blank nor a switch that is off."""
    kept = [
        cell
        for cell in cells(card, group)
        if cell.value and cell.key not in _LEFT_OUT and card.values.get(cell.key) is not False
    ]
    return grid(kept, columns, NOWHERE).lines
