"""Erasing a contact for good, at its own request: nobody brings it back, and nothing in the book says who it was."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.erasing import ERASED
from contacts_tui.domain.errors import Refused, Unavailable
from contacts_tui.domain.history import Verb
from contacts_tui.domain.mentions import Mentions
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.text import clean_line
from contacts_tui.services import small_files
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.to_erase import anyone
from contacts_tui.services.unit import Progress, writing
from contacts_tui.store import erasing, files, mentioned, same_contact, scrubbing, tombstones
from contacts_tui.store.failures import explained
from contacts_tui.store.locks import alone
from contacts_tui.store.tombstones import State, Tombstone


@dataclass(frozen=True, slots=True)
class Erased:
    """The number that remains, and why traces stay in the files; None where none do."""

    number: str
    left: Message | None

    @property
    def is_clean(self) -> bool:
        """Whether nothing of the contact is left in the files."""
        return self.left is None


def progress_words(done: int) -> Message:
    """What is done at a moment, with how far it is."""
    if done < scrubbing.INDEX_DONE:
        return message("Erasing: the index of the search is cleaned, {percent}%", percent=done)
    if done < scrubbing.FILE_DONE:
        return message("Erasing: the book is written anew, {percent}%", percent=done)
    return message("Erasing: the last traces are cleaned away, {percent}%", percent=done)


@permission(Right.ADMINISTER)
def erase(
    session: Session,
    contact_id: int,
    request: str,
    *,
    progress: Progress | None = None,
    stopped: Callable[[], bool] | None = None,
) -> Erased:
    """Erase a contact in place: its number stays, and links and history still fit. It cannot be undone.

    Gone are name, address, phones, mails, notes and whatever else is personal, in the contact and those that went into
    it, in what it shares with a customer, vendor or bank account, in the history, in the index, and in the drafts and
    recents of all users of this machine's folder; so are the copies kept beside the book. Files that were exported and
    backups elsewhere are out of reach; a backup that is put back in this place is cleaned when it is opened.

    Then the files are cleaned, of which `progress` is told in hundredths. `stopped` ends that early. Whatever ends it,
    the contact is erased, and erasing it once more goes on with the cleaning.

    Raises:
        Refused: without the number of the request, or where that says who the contact was.
        NotFound: when the contact is gone.
        Unavailable: when it cannot be noted beside the book; nothing is erased then.
    """
    request = clean_line(request)
    if not request:
        raise Refused(message("Request: its number or date is needed."), field="request")
    records, path = session.book.records, session.book.path
    watch = scrubbing.Watch(partial(_tell, progress), stopped or (lambda: False))
    with explained(path), alone(path):
        contact = records.reading(lambda read: anyone(read, contact_id))
        if records.reading(lambda read: erasing.is_erased(read, contact)):
            return Erased(contact.no, _cleaned(session, watch) if tombstones.state(path) is not State.CLEAN else None)
        ids = records.reading(lambda read: same_contact.same(read.database, contact_id))
        telling = records.reading(lambda read: same_contact.mentions(read.database, ids))
        if telling.are_in(request):
            raise Refused(
                message("Request: it names the contact. Give its number or date."), field="request", value=request
            )
        uids = records.reading(lambda read: [one.uid for i in ids if (one := same_contact.anyone(read, i))])
        scan = records.reading(lambda read: mentioned.scanned(read.database, telling, ids))
        stone = _note(session, contact, request)
        _forget_files(session, uids, telling)  # from here on it is erased, if not now then at the next start
        records.wipe_deleted()
        with writing(session, Verb.ERASE, ERASED) as unit:
            erasing.erase(unit, anyone(unit.read, contact_id), stone, scan)
            number = anyone(unit.read, contact_id).no
        return Erased(number, _cleaned(session, watch))


def _tell(progress: Progress | None, done: int) -> None:
    if progress is not None:
        progress(done, scrubbing.ALL)


def _note(session: Session, contact: Contact, request: str) -> Tombstone:
    keys = session.book.records.reading(lambda read: erasing.keys_of(read, contact.id))
    known = tombstones.known_as(contact.uid)
    stone = Tombstone(contact.id, known, session.today(), session.user, request, keys)
    try:
        tombstones.add(session.book.path, stone)
    except OSError as error:
        path = str(files.tombstones_of(session.book.path))
        reason = message("{path} cannot be written: {reason}.", path=path, reason=error.strerror or str(error))
        raise Unavailable(reason, value=path) from error
    return stone


def _cleaned(session: Session, watch: scrubbing.Watch) -> Message | None:
    """Clean the files; why traces stay in them, None where none do."""
    try:
        if scrubbing.scrub(session.book.records, watch):
            return None
    except Unavailable as error:
        return message("Traces stay in the files of the book: {why} Then erase it once more.", why=error.message)
    if watch.stopped():
        return message("Stopped: traces stay in the files of the book. Erase it once more to go on.")
    return message("Others are at work: traces stay in the files of the book. Erase it once more when they have left.")


def _forget_files(session: Session, uids: Iterable[str], telling: Mentions) -> None:
    """Delete what the small files of this folder hold on the contact, whosever they are."""
    if session.state is None or not session.state.is_dir():
        return
    gone = set(uids)
    for path in session.state.glob("draft-*"):
        text = small_files.read(path)
        if any(uid in text for uid in gone if uid) or telling.are_in(_values(text)):
            small_files.remove(path)
    for path in session.state.glob("recents-*"):
        before = small_files.read(path).split()
        if gone.intersection(before):
            with suppress(OSError):
                small_files.write(path, "\n".join(uid for uid in before if uid not in gone))


def _values(text: str) -> str:
    """What a draft holds, without the signs of its form."""
    with suppress(ValueError):
        draft = json.loads(text)
        if isinstance(draft, dict) and isinstance(draft.get("values"), dict):
            return "\n".join(map(str, draft["values"].values()))
    return text
