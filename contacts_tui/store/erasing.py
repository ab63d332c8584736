"""Erasing a contact: its row, what it has, its history, what is shared with it, and what its name stands in."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from peewee import Database

from contacts_tui.domain.affiliations import Affiliation
from contacts_tui.domain.codes import ContactBusinessRelation
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.erasing import (
    BLANKS,
    ERASED,
    PARTNER_BLANKS,
    STAYING,
    Erasure,
    erased,
    number_left,
    without_partner,
)
from contacts_tui.domain.history import Action, Verb
from contacts_tui.domain.number_series import NumberSeriesLine
from contacts_tui.domain.partners import RECORDS, Link, Partner
from contacts_tui.domain.record import OwnedRecord, Record, with_values
from contacts_tui.store import mentioned, tombstones
from contacts_tui.store.locks import alone
from contacts_tui.store.mapping import encode, table_of
from contacts_tui.store.mentioned import Scan
from contacts_tui.store.models import RECORD_NAMES, TABLES
from contacts_tui.store.reader import Reader
from contacts_tui.store.same_contact import anyone, mentions, names, same
from contacts_tui.store.scrubbing import scrub
from contacts_tui.store.tombstones import State, Tombstone, known_as, says_nothing
from contacts_tui.store.unit_of_work import BatchKey, UnitOfWork

if TYPE_CHECKING:
    from contacts_tui.store.records import Records

_LINES = (
    "SELECT id, record, row_id, action, field, old, new FROM history_change"
    " WHERE contact_id IN (SELECT value FROM json_each(?1))"
    " OR (record = 'contact' AND row_id IN (SELECT value FROM json_each(?1)))"
)
_LINES_OF_ROW = "SELECT id, record, row_id, action, field, old, new FROM history_change WHERE record = ? AND row_id = ?"
_DELETED = (
    "SELECT row_id FROM history_change WHERE record = 'contact' AND action = 'remove'"
    " AND json_extract(old, '$.no') = ? ORDER BY id DESC LIMIT 1"
)


def erase(unit: UnitOfWork, contact: Contact, stone: Tombstone, scan: Scan | None = None) -> None:
    """Erase a contact within a unit of work, also one that was deleted and is known to the history alone.

    What it was called and what it had is gone from its history too, and from that of those that went into it. What
    others have and say of it now stays. `scan` is what was found in the history of others before.
    """
    ids = same(unit.database, contact.id)
    telling, called = mentions(unit.database, ids), names(unit.database, ids)
    for record in reversed(list(TABLES)):
        if issubclass(record, OwnedRecord) and record not in STAYING:
            for row in unit.read.all(record, contact_id=contact.id):
                unit.remove(row)
    partners = _without_partners(unit, contact.id)
    before = unit.read.get(Contact, contact.id)
    after = erased(before or contact, uid=_uid_left(contact), no=number_of(unit.read, contact))
    if before is not None:
        after = unit.replace(before, after)
    unit.add(Erasure(contact_id=contact.id, uid=stone.uid, day=stone.day, request=stone.request))
    unit.flush()  # the lines of this very step are to be blanked as well
    _blank_lines(unit, _lines_of(unit.database, ids), _contacts_left(unit.read, ids, after))
    for partner in partners:
        rows = unit.database.execute_sql(_LINES_OF_ROW, [table_of(type(partner)).table_name(), partner.id])
        _blank_lines(unit, rows.fetchall(), {})
    anew = mentioned.blank_lines(unit.read, telling, ids, scan)
    mentioned.blank_subjects(unit.database, called, touching=ids)
    mentioned.blank_subjects(unit.database, telling)
    anew.add(contact.id)
    anew |= unit.read.ids(Contact, company_id=anew) | unit.read.ids(Affiliation, "contact_id", company_id=anew)
    # What they were called before was read from the history until now.
    unit.find_anew(sorted(unit.read.ids(Contact, id=anew)))


def erase_again(records: Records) -> None:
    """Erase contacts that came back with a backup, each as a step of whoever erased it first."""
    with alone(records.path):
        stones = tombstones.pending(records.path, records.database.connection())
        if not stones:
            return  # another process was faster
        tombstones.note(records.path, State.OPEN)
        records.wipe_deleted()
        for stone in stones:
            with records.unit(BatchKey(stone.user, datetime.now(UTC), Verb.ERASE, ERASED)) as unit:
                contact = anyone(unit.read, stone.contact_id)
                if contact is not None and known_as(contact.uid) == stone.uid:
                    erase(unit, contact, stone)
        scrub(records)


def number_of(read: Reader, contact: Contact) -> str:
    """The number that is left of a contact when it is erased."""
    return number_left(contact, read.all(NumberSeriesLine))


def is_erased(read: Reader, contact: Contact) -> bool:
    """Whether a contact was erased, and nothing personal was entered since."""
    kinds = [record for record in TABLES if issubclass(record, OwnedRecord) and record not in STAYING]
    return (
        read.count(Erasure, contact_id=contact.id) > 0
        and erased(contact, uid=contact.uid, no=contact.no) == contact
        and not any(read.count(record, contact_id=contact.id) for record in kinds)
    )


def keys_of(read: Reader, contact_id: int) -> tuple[str, ...]:
    """By what an export of before knows a contact and those that went into it: its numbers, as digests."""
    found: dict[str, None] = {}
    for known in (anyone(read, one) for one in same(read.database, contact_id)):
        if known is not None:
            found |= {tombstones.key_of("no", known.no): None, known_as(known.uid): None}
            if known.external_id:
                found[tombstones.key_of("external_id", known.external_id)] = None
    return tuple(found)


def deleted_of(database: Database, number: str) -> int | None:
    """The id of the contact that had a number when it was deleted, the last of them; None where there was none."""
    row = database.execute_sql(_DELETED, [number]).fetchone()
    return row[0] if row else None


def erased_since(database: Database, batch_id: int) -> bool:
    """Whether a step touched a contact that was erased in it or later, or one that had gone into such a contact."""
    sql = "SELECT contact_id FROM history_change WHERE record = 'erasure' AND batch_id >= ?"
    gone = {one for (contact_id,) in database.execute_sql(sql, [batch_id]) for one in same(database, contact_id)}
    touched = (
        "SELECT 1 FROM history_change WHERE batch_id = ? AND contact_id IN (SELECT value FROM json_each(?)) LIMIT 1"
    )
    return bool(gone) and database.execute_sql(touched, [batch_id, json.dumps(sorted(gone))]).fetchone() is not None


def _without_partners(unit: UnitOfWork, contact_id: int) -> list[Partner]:
    """Take what is the contact's out of the customer, vendor or bank account that it is linked to; these stay."""
    for kind in RECORDS.values():
        for partner in unit.read.all(kind, primary_contact_id=contact_id):
            unit.replace(partner, with_values(partner, {"primary_contact_id": None, "contact_name": ""}))
    found = []
    for row in unit.read.all(ContactBusinessRelation, contact_id=contact_id):
        linked = unit.read.find(RECORDS[Link(row.link_to)], code=row.no) if row.link_to and row.no else None
        if linked is not None:
            found.append(unit.replace(linked, without_partner(linked)))
    return found


def _uid_left(contact: Contact) -> str:
    return contact.uid if says_nothing(contact.uid) else str(uuid.uuid4())


def _contacts_left(read: Reader, ids: Sequence[int], after: Contact) -> dict[int, Mapping[str, object]]:
    """The uid and number that the history may still tell of each of these contacts."""
    left: dict[int, Mapping[str, object]] = {after.id: {"uid": after.uid, "no": after.no}}
    for gone in (anyone(read, one) for one in ids if one != after.id):
        if gone is not None:
            left[gone.id] = {"uid": _uid_left(gone), "no": number_of(read, gone)}
    return left


_Line = tuple[int, str, int, str, str, str | None, str | None]


def _lines_of(database: Database, ids: Sequence[int]) -> Iterator[_Line]:
    """The lines of these contacts and of what they had, those told of another while they had gone into that as well.

    One about another that had gone into these and came back is not.
    """
    for line in database.execute_sql(_LINES, [json.dumps(ids)]).fetchall():
        if RECORD_NAMES[line[1]] is not Contact or line[2] in ids:
            yield line


def _blank_lines(unit: UnitOfWork, lines: Iterable[_Line], left: Mapping[int, Mapping[str, object]]) -> None:
    """Put blanks in place of all personal values in lines of the history: they then tell the rows that remain."""
    for line_id, table, row_id, action, field, old, new in lines:
        kind: type[Record] = RECORD_NAMES[table]
        values = dict(BLANKS.get(kind) or PARTNER_BLANKS.get(kind, {}))
        if kind is Contact:
            values |= left[row_id]
        if action == Action.CHANGE:
            if field not in values:
                continue
            old = new = encode(values[field])
        else:
            old, new = (_blank_row(text, values) if text else text for text in (old, new))
        unit.database.execute_sql("UPDATE history_change SET old = ?, new = ? WHERE id = ?", [old, new, line_id])


def _blank_row(text: str, values: Mapping[str, object]) -> str:
    row = json.loads(text)
    return json.dumps({name: values.get(name, value) for name, value in row.items()}, ensure_ascii=False)
