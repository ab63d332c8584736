"""What looks odd about the values of a card: told beside them, refused nowhere."""

from __future__ import annotations

from collections.abc import Mapping

from contacts_tui.domain.message import Message
from contacts_tui.services import doubts
from contacts_tui.services.cards import Card
from contacts_tui.services.session import Session

_FIELDS = ("phone", "mobile", "email", "email2", "vat_number")


def warnings(session: Session, card: Card) -> Mapping[str, Message]:
    """The first warning of each field that has one. It loads what knows numbers, so it runs in a worker thread."""
    return {key: told[0] for key, told in doubts.of_card(session, card, _FIELDS).items()}
