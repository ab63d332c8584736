"""The first section of a card: its fields, the people of a company, and the fields that are needed less often."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from contacts_tui.domain.message import counted
from contacts_tui.domain.phones import to_dial
from contacts_tui.locale import _, number
from contacts_tui.ui.card.card_fields import COMPANY, COMPANY_MORE, PERSON, PERSON_MORE, Group, label_width
from contacts_tui.ui.draw.also_at import also_at_view, also_here_view
from contacts_tui.ui.draw.card_values import cells
from contacts_tui.ui.draw.field_grid import Columns, columns_for, grid
from contacts_tui.ui.draw.line import EMPTY, TEXT, Line, Piece, Role, Span, compose, joined, label, rule, text_of
from contacts_tui.ui.draw.view import NOWHERE, Cursor, DrawnWhenSeen, Stop, View, stacked

if TYPE_CHECKING:
    from contacts_tui.services.cards import Card, PersonLine

PEOPLE_KEY, PERSON_KEY = "people", "person:"
"""Keys of the places that are no fields; a person's is followed by the id."""
FEW = 6
"""How many people are shown below a company before the rest is left to their own section."""
_NAME, _JOB, _DUTIES, _PHONE = 20, 24, 45, 16
_ROOM_FOR_JOB, _ROOM_FOR_DUTIES = 54, 76


def main_view(
    card: Card,
    width: int,
    cursor: Cursor,
    *,
    odd: Collection[str] = (),
    opened: Mapping[str, str] | None = None,
    people_key: str = "",
    single: bool = False,
) -> View:
    """The section. `opened` is the address as it is being typed; `people_key` is the key that leads to the people."""
    columns = columns_for(width, label_width(), single=single)
    first, more = (COMPANY, COMPANY_MORE) if card.contact.is_company else (PERSON, PERSON_MORE)
    parts: list[View | list[Line]] = []
    for group in first:
        parts += [_group(card, group, columns, cursor, odd, opened), [EMPTY]]
    if card.people:
        parts += [people_view(card.people, width, cursor, people_key, most=FEW), [EMPTY]]
    if not card.contact.is_company:
        parts += [also_at_view(card.also_at, columns, cursor), [EMPTY]]
    elif card.also_at:
        parts += [also_here_view(card.also_at, width, cursor), [EMPTY]]
    parts.append([rule(width, _("More"))])
    parts += [_group(card, group, columns, cursor, odd, None) for group in more]
    return stacked(*parts)


def _group(
    card: Card,
    group: Group,
    columns: Columns,
    cursor: Cursor,
    odd: Collection[str],
    opened: Mapping[str, str] | None,
) -> View:
    return grid(cells(card, group, odd, opened), columns, cursor)


def people_view(
    people: Sequence[PersonLine], width: int, cursor: Cursor, key: str = "", *, title: str = "", most: int = 0
) -> View:
    """The people of a company below a title; beyond `most` a line says how many more there are."""
    head = rule(width, title or _("People"), number(len(people)), key)
    shown = people[:most] if most and len(people) > most else people
    rest = len(people) - len(shown)
    more = _(counted("{count} more person", "{count} more people", rest)) if rest else ""

    def draw(row: int) -> Line:
        if row == 0:
            return head
        if row <= len(shown):
            return person_line(shown[row - 1], width, cursor)
        return compose(width, (TEXT, Span(more, cursor.role(PEOPLE_KEY, Role.LABEL))), mark=cursor.mark(PEOPLE_KEY))

    stops = [Stop(f"{PERSON_KEY}{one.id}", row, TEXT, _NAME) for row, one in enumerate(shown, 1)]
    if rest:
        stops.append(Stop(PEOPLE_KEY, len(shown) + 1, TEXT, _NAME))
    return View(DrawnWhenSeen(len(shown) + 1 + bool(rest), draw), tuple(stops))


def person_line(person: PersonLine, width: int, cursor: Cursor = NOWHERE) -> Line:
    """A person of a company: name, number, and where there is room the job and (dim) what they answer for."""
    key = f"{PERSON_KEY}{person.id}"
    name, mark = Span(person.name, cursor.role(key)), cursor.mark(key)
    dial = Span(to_dial(person.phone, person.mobile, mobile_first=True))
    if width < _ROOM_FOR_JOB:
        return compose(width, (TEXT, name), right=dial, mark=mark)
    phone = width - 1 - max(_PHONE, dial.width)
    job, duties = max(_JOB * width // 80, TEXT + 18), _DUTIES * width // 80
    pieces: list[tuple[int, Piece]] = [(TEXT, name), (job, Span(person.job_title))]
    if person.responsibilities and width >= _ROOM_FOR_DUTIES:
        pieces.append((duties, label(text_of(joined(person.responsibilities)))))
    return compose(width, *pieces, (phone, dial), mark=mark)
