"""A contact together with those that went into it, and what all of them were called and had, by the history."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from peewee import Database

from contacts_tui.domain import erasing
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.history import Action
from contacts_tui.domain.mentions import Mentions
from contacts_tui.store import history
from contacts_tui.store.mapping import decode
from contacts_tui.store.reader import Reader

_SAME = """
WITH RECURSIVE same(id) AS (
  SELECT ?1 UNION
  SELECT h.row_id FROM same JOIN history_change h ON h.contact_id = same.id JOIN history_batch b ON b.id = h.batch_id
   WHERE +h.record = 'contact' AND h.action = 'remove' AND h.row_id <> h.contact_id AND b.undone_by_id IS NULL
     AND NOT EXISTS (SELECT 1 FROM contact WHERE id = h.row_id)
) SELECT id FROM same
"""
_WENT_INTO = """
SELECT h.contact_id FROM history_change h JOIN history_batch b ON b.id = h.batch_id
 WHERE h.record = 'contact' AND h.action = 'remove' AND h.row_id = ? AND h.row_id <> h.contact_id
   AND b.undone_by_id IS NULL ORDER BY h.id DESC LIMIT 1
"""
_LINES = """
SELECT action, field, old, new FROM history_change
 WHERE record = 'contact' AND row_id IN (SELECT value FROM json_each(?))
"""
_NAMES = (*erasing.NAMES, "first_name", "surname", *erasing.PHONES, *erasing.MAILS, "company_id")


def same(database: Database, contact_id: int) -> list[int]:
    """The ids of a contact and of all that went into it, one after another."""
    return [row[0] for row in database.execute_sql(_SAME, [contact_id])]


def went_into(database: Database, contact_id: int) -> int:
    """The contact that one went into in the end, itself where it went into none."""
    while (row := database.execute_sql(_WENT_INTO, [contact_id]).fetchone()) is not None:
        contact_id = row[0]
    return contact_id


def anyone(read: Reader, contact_id: int) -> Contact | None:
    """A contact as it is, or as it was when it was deleted."""
    found = read.get(Contact, contact_id) or history.deleted_row(read.database, Contact, contact_id)
    return found if isinstance(found, Contact) else None


def mentions(database: Database, ids: Sequence[int]) -> Mentions:
    """What gives a contact away that is these, without the numbers and mails that it had from its companies."""
    values = _values(database, ids)
    companies = {value for name, value in values if name == "company_id" and isinstance(value, int)} - set(ids)
    theirs = _mentions(_values(database, sorted(companies)))
    return _mentions(values).without(Mentions(numbers=theirs.numbers, mails=theirs.mails))


def names(database: Database, ids: Sequence[int]) -> Mentions:
    """What a contact that is these is and was called, however short."""
    return erasing.names(_by_name(_values(database, ids)))


def _mentions(values: Collection[tuple[str, object]]) -> Mentions:
    return erasing.mentions(_by_name(values))


def _by_name(values: Collection[tuple[str, object]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, value in values:
        if isinstance(value, str) and value:
            found.setdefault(name, set()).add(value)
    return found


def _values(database: Database, ids: Sequence[int]) -> set[tuple[str, object]]:
    """What attributes of contacts are and were."""
    found: set[tuple[str, object]] = set()
    for contact in Reader(database).all(Contact, id=list(ids)):
        found.update((name, getattr(contact, name)) for name in _NAMES)
    for action, field, old, new in database.execute_sql(_LINES, [json.dumps(list(ids))]).fetchall():
        for value in (decode(text) for text in (old, new) if text):
            if action == Action.CHANGE:
                found.add((field, value))
            elif isinstance(value, dict):
                found.update((name, value.get(name)) for name in _NAMES)
    return found
