"""Who was erased from the book and must not come back with an export of before."""

from __future__ import annotations

from datetime import date

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.erasing import Erasure
from contacts_tui.domain.errors import Refused
from contacts_tui.domain.message import message
from contacts_tui.domain.partners import Partner
from contacts_tui.services.partners import contact_of
from contacts_tui.services.session import Session
from contacts_tui.store import tombstones
from contacts_tui.store.reader import Reader


class ErasedContacts:
    """The contacts that were erased: those whose row is there by the book, the others by the file beside it."""

    def __init__(self, session: Session, read: Reader) -> None:
        self._read = read
        self._keys = tombstones.keys(session.book.path)
        self._days = {row.contact_id: row.day for row in read.all(Erasure)}

    def check_new(self, *, number: str, uid: str = "", external_id: str = "") -> None:
        """Refuse a contact that the book no longer has.

        Raises:
            Refused: naming the day.
        """
        known = {"no": number, "external_id": external_id} if self._keys else {}
        keys = [tombstones.key_of(kind, value) for kind, value in known.items() if value]
        for key in [*keys, tombstones.known_as(uid)] if uid else keys:
            if key in self._keys:
                raise _left_out(self._keys[key], number or external_id or uid)

    def check(self, contact: Contact) -> None:
        """Refuse what would fill a contact that was erased.

        Raises:
            Refused: naming the day.
        """
        if contact.id in self._days:
            raise _left_out(self._days[contact.id], contact.no)

    def check_partner(self, partner: Partner) -> None:
        """Refuse what would fill the customer, vendor or bank account of a contact that was erased.

        Raises:
            Refused: naming the day.
        """
        contact = contact_of(self._read, partner) if self._days else None
        if contact is not None:
            self.check(contact)


def _left_out(day: date | None, number: str) -> Refused:
    text = message("{number}: erased on {day}, left out.", number=number, day=day.isoformat() if day else "?")
    return Refused(text, field="number", value=number)
