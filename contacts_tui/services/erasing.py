"""Erasing a contact for good, at its own request: nobody brings it back, and nothing in the book says who it was."""

from __future__ import annotations

import json
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.erasing import ERASED, TELLING
from contacts_tui.domain.errors import Refused, Unavailable
from contacts_tui.domain.history import Verb
from contacts_tui.domain.message import message
from contacts_tui.domain.text import clean_line
from contacts_tui.services import small_files
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.owners import owner
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import writing
from contacts_tui.store import erasing, tombstones
from contacts_tui.store.reader import Reader
from contacts_tui.store.tombstones import Tombstone

_SHORTEST = 5
"""A shorter text says too little to tell a draft by."""


@dataclass(frozen=True, slots=True)
class ToErase:
    """The contact that would be erased, and the copies beside the book that would be deleted with it."""

    contact: Contact
    copies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Erased:
    """The number that remains. `is_clean` is False where traces stay in the files until others have left the book."""

    number: str
    is_clean: bool


@permission(Right.ADMINISTER)
def find(session: Session, number: str) -> Contact:
    """The contact of that number, or the one that was deleted last with it: the history still knows it.

    Raises:
        NotFound: when there was none.
    """

    def ask(read: Reader) -> Contact:
        contact = read.find(Contact, no=number.strip().upper())
        if contact is not None:
            return contact
        deleted = erasing.deleted_of(read.database, number.strip().upper())
        return _anyone(read, deleted) if deleted is not None else Lookups(read).contact(number)

    return session.book.records.reading(ask)


@permission(Right.ADMINISTER)
def preview(session: Session, contact_id: int) -> ToErase:
    """What erasing a contact would do.

    Raises:
        NotFound: when the contact is gone.
    """
    contact = session.book.records.reading(lambda read: _anyone(read, contact_id))
    return ToErase(contact, tuple(copy.name for copy in erasing.copies_of(session.book.path)))


@permission(Right.ADMINISTER)
def erase(session: Session, contact_id: int, request: str) -> Erased:
    """Erase a contact in place: its number stays, and links and history still fit. It cannot be undone.

    Gone are name, address, phones, mails, notes and whatever else is personal, in the contact, in the history, in the
    index, and in the drafts and recents of all users of this machine's folder; so are the copies kept beside the book.
    Files that were exported and backups elsewhere are out of reach; a backup that is put back in this place is cleaned
    when it is opened.

    Raises:
        Refused: without the number of the request.
        NotFound: when the contact is gone.
        Unavailable: when it cannot be noted beside the book; nothing is erased then.
    """
    request = clean_line(request)
    if not request:
        raise Refused(message("Request: its number or date is needed."), field="request")
    records = session.book.records
    contact = records.reading(lambda read: _anyone(read, contact_id))
    telling = records.reading(lambda read: erasing.said(read.database, contact, TELLING))
    stone = Tombstone(contact.id, tombstones.known_as(contact.uid), session.today(), session.user, request)
    try:
        tombstones.add(session.book.path, stone)
    except OSError as error:
        path = str(tombstones.path_of(session.book.path))
        reason = message("{path} cannot be written: {reason}.", path=path, reason=error.strerror or str(error))
        raise Unavailable(reason, value=path) from error
    records.wipe_deleted()
    with writing(session, Verb.ERASE, ERASED) as unit:
        erasing.erase(unit, _anyone(unit.read, contact_id), stone)
        number = _anyone(unit.read, contact_id).no
    _forget_files(session, contact, telling)
    return Erased(number, records.scrub())


def _anyone(read: Reader, contact_id: int) -> Contact:
    """The contact as it is, or as it was when it was deleted.

    Raises:
        NotFound: when there was none.
    """
    return erasing.anyone(read, contact_id) or owner(read, contact_id)


def _forget_files(session: Session, contact: Contact, telling: Collection[str]) -> None:
    """Delete what the small files of this folder hold on the contact, whosever they are."""
    if session.state is None or not session.state.is_dir():
        return
    found = (contact.uid, *(text for text in telling if len(text) >= _SHORTEST))
    texts = [text for text in found if text]
    written = [*texts, *(json.dumps(text, ensure_ascii=False)[1:-1] for text in texts)]
    for path in session.state.glob("draft-*"):
        if any(text in small_files.read(path) for text in written):
            small_files.remove(path)
    for path in session.state.glob("recents-*"):
        before = small_files.read(path).split()
        if contact.uid in before:
            with suppress(OSError):
                small_files.write(path, "\n".join(uid for uid in before if uid != contact.uid))
