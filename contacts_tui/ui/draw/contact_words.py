"""What a line says of a contact in words: on the screen, and where a look-up from the shell prints it."""

from __future__ import annotations

from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.message import Message, contextual
from contacts_tui.domain.phones import to_dial
from contacts_tui.domain.text import cell_width
from contacts_tui.locale import _


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
