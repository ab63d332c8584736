"""Erasing a contact: its row, what it has, its history, and every trace of these in the files of the book."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from peewee import Database

from contacts_tui.domain.affiliations import Affiliation
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.erasing import BLANKS, ERASED, STAYING, Erasure, erased
from contacts_tui.domain.history import Action, Verb
from contacts_tui.domain.record import OwnedRecord
from contacts_tui.store import history
from contacts_tui.store.mapping import encode
from contacts_tui.store.models import RECORD_NAMES, TABLES
from contacts_tui.store.reader import Reader
from contacts_tui.store.tombstones import Tombstone, known_as, says_nothing
from contacts_tui.store.unit_of_work import BatchKey, UnitOfWork

if TYPE_CHECKING:
    from contacts_tui.store.records import Records

_LINES = "SELECT id, record, action, field, old, new FROM history_change WHERE contact_id = ?"
_DELETED = (
    "SELECT row_id FROM history_change WHERE record = 'contact' AND action = 'remove'"
    " AND json_extract(old, '$.no') = ? ORDER BY id DESC LIMIT 1"
)
_STEPS = (
    "SELECT id, subject FROM history_batch WHERE subject <> ''"
    " AND id IN (SELECT batch_id FROM history_change WHERE contact_id = ?)"
)


def erase(unit: UnitOfWork, contact: Contact, stone: Tombstone) -> None:
    """Erase a contact within a unit of work, also one that was deleted and is known to the history alone.

    What it was called and what it had is gone from its history too.
    """
    told = said(unit.database, contact, ("name",))
    for record in reversed(list(TABLES)):
        if issubclass(record, OwnedRecord) and record not in STAYING:
            for row in unit.read.all(record, contact_id=contact.id):
                unit.remove(row)
    before = unit.read.get(Contact, contact.id)
    after = erased(before or contact, uid=contact.uid if says_nothing(contact.uid) else str(uuid.uuid4()))
    if before is not None:
        after = unit.replace(before, after)
    unit.add(Erasure(contact_id=contact.id, uid=stone.uid, day=stone.day, request=stone.request))
    unit.flush()  # the lines of this very step are to be blanked as well
    _blank_lines(unit.database, after)
    _blank_subjects(unit.database, contact.id, told)
    # What it was called before was read from the history until now.
    if before is None:
        return
    others = unit.read.ids(Contact, company_id=contact.id)
    unit.find_anew([contact.id, *others, *unit.read.ids(Affiliation, "contact_id", company_id=contact.id)])


def erase_again(records: Records, stones: Iterable[Tombstone]) -> None:
    """Erase contacts that came back with a backup, each as a step of whoever erased it first."""
    for stone in stones:
        at = datetime.now(UTC)
        records.wipe_deleted()
        with records.unit(BatchKey(stone.user, at, Verb.ERASE, ERASED)) as unit:
            contact = anyone(unit.read, stone.contact_id)
            if contact is not None and known_as(contact.uid) == stone.uid:
                erase(unit, contact, stone)
    records.scrub()


def anyone(read: Reader, contact_id: int) -> Contact | None:
    """A contact as it is, or as it was when it was deleted."""
    found = read.get(Contact, contact_id) or history.deleted_row(read.database, Contact, contact_id)
    return found if isinstance(found, Contact) else None


def deleted_of(database: Database, number: str) -> int | None:
    """The id of the contact that had a number when it was deleted, the last of them; None where there was none."""
    row = database.execute_sql(_DELETED, [number]).fetchone()
    return row[0] if row else None


def erased_since(database: Database, batch_id: int) -> bool:
    """Whether a step touched a contact that was erased in it or later."""
    sql = "SELECT contact_id FROM history_change WHERE record = 'erasure' AND batch_id >= ?"
    gone = [row[0] for row in database.execute_sql(sql, [batch_id])]
    touched = (
        "SELECT 1 FROM history_change WHERE batch_id = ? AND contact_id IN (SELECT value FROM json_each(?)) LIMIT 1"
    )
    return bool(gone) and database.execute_sql(touched, [batch_id, json.dumps(gone)]).fetchone() is not None


def said(database: Database, contact: Contact, names: Iterable[str]) -> set[str]:
    """The texts that these attributes of a contact have, and had, by the history."""
    wanted = set(names)
    found = {str(getattr(contact, name)) for name in wanted}
    for _id, record, action, field, old, new in database.execute_sql(_LINES, [contact.id]).fetchall():
        if RECORD_NAMES[record] is Contact:
            values = [json.loads(text) for text in (old, new) if text]
            if action == Action.CHANGE:
                found.update(str(value) for value in values if field in wanted)
            else:
                found.update(str(row.get(name) or "") for row in values for name in wanted)
    return {text for text in found if text and text != ERASED}


def _blank_lines(database: Database, contact: Contact) -> None:
    """Put blanks in place of all personal values in the history of a contact: it then tells the row that remains."""
    for line_id, record, action, field, old, new in database.execute_sql(_LINES, [contact.id]).fetchall():
        kind = RECORD_NAMES[record]
        values = dict(BLANKS.get(kind, {}))
        if kind is Contact:
            values |= {"uid": contact.uid, "no": contact.no}
        if action == Action.CHANGE:
            if field not in values:
                continue
            old = new = encode(values[field])
        else:
            old, new = (_blank_row(text, values) if text else text for text in (old, new))
        database.execute_sql("UPDATE history_change SET old = ?, new = ? WHERE id = ?", [old, new, line_id])


def _blank_row(text: str, values: dict[str, object]) -> str:
    row = json.loads(text)
    return json.dumps({name: values.get(name, value) for name, value in row.items()}, ensure_ascii=False)


def _blank_subjects(database: Database, contact_id: int, names: set[str]) -> None:
    """What steps were about, where that names the contact."""
    folded = [name.casefold() for name in names]
    for batch_id, subject in database.execute_sql(_STEPS, [contact_id]).fetchall():
        if any(name in subject.casefold() for name in folded):
            database.execute_sql("UPDATE history_batch SET subject = ? WHERE id = ?", [ERASED, batch_id])


def copies_of(book: Path) -> list[Path]:
    """The copies that were kept beside a book before its shape changed."""
    return sorted(book.parent.glob(f"{_literal(book.name)}.before-*"))


def delete_copies(book: Path) -> None:
    """Delete those copies, which hold what was erased from the book."""
    for copy in copies_of(book):
        for ending in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                copy.with_name(f"{copy.name}{ending}").unlink()


def _literal(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)
