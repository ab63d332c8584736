"""What looks odd about the values of a contact, with countries by their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from contacts_tui.domain import doubts
from contacts_tui.domain.codes import Country
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.message import Message
from contacts_tui.services.cards import Card
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session


@permission(Right.READ)
def of_card(session: Session, card: Card, names: Iterable[str]) -> Mapping[str, tuple[Message, ...]]:
    """The doubts about the fields of these names, by field; fields without one are left out."""
    country = str(card.values["country"])
    known = [CONTACT[name] for name in names if name in CONTACT]
    found = {field.name: doubts.about(field, str(card.values[field.name]), country) for field in known}
    found = {name: told for name, told in found.items() if told}
    if not found:
        return {}
    rows = session.book.records.reading(lambda read: read.all(Country))
    countries = {row.code: row.description for row in rows if row.description}
    return {name: tuple(_named(one, countries) for one in told) for name, told in found.items()}


def _named(doubt: Message, countries: Mapping[str, str]) -> Message:
    """A doubt that names a country by its code, with the name that the book has for it."""
    values = ((key, countries.get(str(value), value) if key == "country" else value) for key, value in doubt.values)
    return doubt._replace(values=tuple(values))
