"""What looks odd about the values of a card: told beside them, refused nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contacts_tui.domain import emails, phones, vat
from contacts_tui.domain.message import Message
from contacts_tui.services.cards import Card


def warnings(card: Card) -> Mapping[str, Message]:
    """The first warning of each field that has one. It loads what knows numbers, so it runs in a worker thread."""
    return {key: found[0] for key, found in _all(card) if found}


def _all(card: Card) -> Iterator[tuple[str, tuple[Message, ...]]]:
    contact, country = card.contact, str(card.values["country"])
    yield "phone", phones.warnings(contact.phone, country)
    yield "mobile", phones.warnings(contact.mobile, country)
    yield "email", emails.warnings(contact.email)
    yield "email2", emails.warnings(contact.email2)
    yield "vat_number", vat.warnings(contact.vat_number, country)
