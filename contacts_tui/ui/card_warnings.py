"""What looks odd about the values of a card: told beside them, refused nowhere."""

from __future__ import annotations

from collections.abc import Mapping

from contacts_tui.domain import doubts
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.message import Message
from contacts_tui.services.cards import Card

_FIELDS = ("phone", "mobile", "email", "email2", "vat_number")


def warnings(card: Card) -> Mapping[str, Message]:
    """The first warning of each field that has one. It loads what knows numbers, so it runs in a worker thread."""
    country = str(card.values["country"])
    found = {key: doubts.about(CONTACT[key], str(card.values[key]), country) for key in _FIELDS}
    return {key: told[0] for key, told in found.items() if told}
