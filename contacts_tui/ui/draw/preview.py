"""The contact under the cursor, below the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from contacts_tui.domain.addresses import one_line
from contacts_tui.domain.message import N_
from contacts_tui.locale import _, number
from contacts_tui.ui.draw import contact_head
from contacts_tui.ui.draw.card_main import person_line
from contacts_tui.ui.draw.find_layout import PREVIEW
from contacts_tui.ui.draw.line import EMPTY, TEXT, Line, compose, label, lead, rule, value, width_of

if TYPE_CHECKING:
    from contacts_tui.domain.search_found import FoundIn
    from contacts_tui.services.cards import Card, PersonLine

PEOPLE = N_("People")
_LABEL_COLUMN = TEXT + 10


def preview(card: Card, width: int, height: int, found: FoundIn | None = None) -> Sequence[Line]:
    """The lines of the preview, its rule first: who it is, how to reach it, the last talk and the next step.

    A taller one goes on with the people of a company, or with how else to reach a person. `found` says why it is a hit.
    """
    name = (lead(card.contact.name),)
    about = contact_head.detail(card)
    first = (*name, value(f"  {about}")) if about else name
    facts = contact_head.facts_line(card, width - TEXT - 3 - min(width_of(first), width // 2))
    lines: list[Line] = [
        rule(width),
        compose(width, (TEXT, first), right=facts),
        contact_head.number_line(card, width),
        EMPTY,
        *contact_head.talk_lines(card, width),
        *([contact_head.found_line(found, width)] if found is not None else []),
        EMPTY,
    ]
    if height > PREVIEW:
        lines += people_lines(card.people, width, height - len(lines)) if card.people else _reach(card, width)
    return lines[:height]


def people_lines(people: Sequence[PersonLine], width: int, room: int, key: str = "") -> list[Line]:
    """The title of the people of a company, and as many of them as there is room for."""
    if room < 2:
        return []
    head = rule(width, _(PEOPLE), number(len(people)), key)
    return [head, *(person_line(person, width) for person in people[: room - 1])]


def _reach(card: Card, width: int) -> Iterator[Line]:
    contact = card.contact
    for title, text in (
        (_(N_("Phone")), contact.phone),
        (_(N_("Mobile")), contact.mobile),
        (_(N_("E-mail")), contact.email),
        (_(N_("Address")), one_line(contact, card.words["country"])),
        (_(N_("Web")), contact.home_page),
    ):
        if text:
            yield compose(width, (TEXT, label(title)), (_LABEL_COLUMN + 2, value(text)))
