"""What erasing a contact would do: what goes and what stays, who else names it, how long it takes."""

from __future__ import annotations

import math
from dataclasses import dataclass

from contacts_tui.domain.codes import CommentLine, ContactBusinessRelation
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.mentions import Mentions
from contacts_tui.domain.message import Message, counted, message
from contacts_tui.domain.partners import LINK_LABELS, Link
from contacts_tui.services.history_words import SUBJECTS, Words
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.owners import owner
from contacts_tui.services.partners import partner_of
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.store import copies, erasing, mentioned, same_contact
from contacts_tui.store.mentioned import Place
from contacts_tui.store.reader import Reader

_BYTES_A_SECOND = 60_000_000
"""So much of a book is cleaned in a second, on a usual disk."""
_NOTICED, _MINUTE = 5, 60
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A place that others wrote, where the contact is named: whose it is, which field, and what stands there.

    `contact` is whose it is, None for a line of the set-up.
    """

    contact: Contact | None
    where: str
    field: Message
    text: str


@dataclass(frozen=True, slots=True)
class ToErase:
    """The contact that would be erased, the copies beside the book that go with it, how many seconds it takes.

    `number` is what stays of it, `partners` are its customer, vendor or bank account, which stay without what they
    share with it, `named_in` the places that others wrote and that stay as they are. `is_done` tells that it was
    erased already, and that only traces in the files are left to clean.
    """

    contact: Contact
    number: str
    copies: tuple[str, ...]
    partners: tuple[Message, ...]
    named_in: tuple[NamedIn, ...]
    seconds: int
    is_done: bool

    @property
    def lasts(self) -> Message | None:
        """How long others have to wait, in words; None where nobody notices."""
        if self.seconds < _NOTICED:
            return None
        if self.seconds < _MINUTE:
            return message("The whole book is written anew: less than a minute, in which nobody can save.")
        minutes = math.ceil(self.seconds / _MINUTE)
        return counted(
            "The whole book is written anew: about {count} minute, in which nobody can save.",
            "The whole book is written anew: about {count} minutes, in which nobody can save.",
            minutes,
        )


@permission(Right.ADMINISTER)
def find(session: Session, number: str) -> Contact:
    """The contact of that number, or the one that was deleted last with it: the history still knows it.

    Of one that went into another it is that other one.

    Raises:
        NotFound: when there was none.
    """

    def ask(read: Reader) -> Contact:
        contact = read.find(Contact, no=number.strip().upper())
        if contact is not None:
            return contact
        deleted = erasing.deleted_of(read.database, number.strip().upper())
        if deleted is None:
            return Lookups(read).contact(number)
        return anyone(read, same_contact.went_into(read.database, deleted))

    return session.book.records.reading(ask)


@permission(Right.ADMINISTER)
def preview(session: Session, contact_id: int) -> ToErase:
    """What erasing a contact would do.

    Raises:
        NotFound: when the contact is gone.
    """

    def ask(read: Reader) -> ToErase:
        contact = anyone(read, contact_id)
        ids = same_contact.same(read.database, contact.id)
        telling = same_contact.mentions(read.database, ids)
        found = mentioned.places(read, telling, ids)
        beside = tuple(copy.name for copy in copies.copies_of(session.book.path))
        words = Words(read)
        named_in = tuple(_named_in(read, words, place, telling) for place in found)
        is_done = erasing.is_erased(read, contact)
        number = erasing.number_of(read, contact)
        return ToErase(contact, number, beside, _partners(read, contact), named_in, _seconds(session), is_done)

    return session.book.records.reading(ask)


def anyone(read: Reader, contact_id: int) -> Contact:
    """The contact as it is, or as it was when it was deleted.

    Raises:
        NotFound: when there was none.
    """
    return same_contact.anyone(read, contact_id) or owner(read, contact_id)


def _partners(read: Reader, contact: Contact) -> tuple[Message, ...]:
    rows = read.all(ContactBusinessRelation, contact_id=contact.id)
    return tuple(
        message("{kind} {number}", kind=Message(LINK_LABELS[Link(row.link_to)]), number=row.no)
        for row in rows
        if partner_of(read, row) is not None
    )


def _seconds(session: Session) -> int:
    try:
        return session.book.path.stat().st_size // _BYTES_A_SECOND
    except OSError:
        return 0


def _named_in(read: Reader, words: Words, place: Place, telling: Mentions) -> NamedIn:
    row, subject = place.record, SUBJECTS[type(place.record)]
    field = subject.fields.get(place.attribute)
    label = subject.label(field) if field is not None and not isinstance(row, CommentLine) else subject.title
    whose = read.get(Contact, row.id if isinstance(row, Contact) else getattr(row, "contact_id", None))
    if isinstance(row, CommentLine) and row.date is not None:
        label = message("{notes} of {date}", notes=label, date=row.date.isoformat())
    where = f"{whose.no} {whose.name}" if whose is not None else str(words.row_value(row)[0])
    return NamedIn(whose, where, label, telling.around(place.text, _SHOWN))
