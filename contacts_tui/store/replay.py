"""Replaying the history: its lines, applied to nothing, must fit each other and give the rows there are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from peewee import Database

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.history import Action
from contacts_tui.store.mapping import UNRECORDED, columns, decode, row_json
from contacts_tui.store.models import RECORD_NAMES, HistoryChange
from contacts_tui.store.reader import Reader

Row = dict[str, Any]
#: The table and the id of a row.
RowKey = tuple[str, int]


@dataclass(slots=True)
class Told:
    """Every row as the history leaves it, without what is never recorded, and the rows that it contradicts itself of.

    Its lines contradict each other where one adds a row that is there, changes or removes one that is not, names
    other old values than the lines before it left, or another contact than the row's.
    """

    rows: dict[RowKey, Row] = field(default_factory=dict)
    contradicted: set[RowKey] = field(default_factory=set)


def told(database: Database) -> Told:
    """What the history tells, from its first line to its last."""
    fields = (
        HistoryChange.record,
        HistoryChange.row_id,
        HistoryChange.contact_id,
        HistoryChange.action,
        HistoryChange.field,
        HistoryChange.old,
        HistoryChange.new,
    )
    found = Told()
    for record, row_id, owner, action, name, old, new in (
        HistoryChange.select(*fields).order_by(HistoryChange.id).tuples().iterator(database)
    ):
        key = (record, row_id)
        if action is Action.ADD:
            fits = _add(found.rows, key, owner, json.loads(new))
        elif action is Action.REMOVE:
            fits = _remove(found.rows, key, owner, json.loads(old))
        else:
            fits = _change(found.rows, key, owner, name, decode(old), decode(new))
        if not fits:
            found.contradicted.add(key)
    return found


def present(database: Database) -> dict[RowKey, Row]:
    """Every row there is, in the same form."""
    read = Reader(database)
    return {
        (name, row.id): _recorded(json.loads(row_json(row)))
        for name, record in RECORD_NAMES.items()
        for row in read.all(record)
    }


def differences(rows: Mapping[RowKey, Row], there: Mapping[RowKey, Row]) -> list[RowKey]:
    """The rows that are not what the history says."""
    return sorted(key for key in rows.keys() | there.keys() if not _same(key[0], rows.get(key), there.get(key)))


def _add(rows: dict[RowKey, Row], key: RowKey, owner: int | None, row: Row) -> bool:
    is_new = key not in rows
    rows[key] = _recorded(row)
    return is_new and row.get("id") == key[1] and _is_told_of(rows, key, owner, row)


def _remove(rows: dict[RowKey, Row], key: RowKey, owner: int | None, row: Row) -> bool:
    return _same(key[0], rows.pop(key, None), _recorded(row)) and _is_told_of(rows, key, owner, row)


def _change(rows: dict[RowKey, Row], key: RowKey, owner: int | None, name: str, old: object, new: object) -> bool:
    is_there = key in rows
    row = rows.setdefault(key, {})
    # A row that moves to another contact is told of there.
    fits = is_there and owner == (new if name == "contact_id" else _owner(key, row))
    if name not in UNRECORDED and row.get(name, _default(key[0])[name]) != old:
        fits = False
    row[name] = new
    return fits


def _is_told_of(rows: dict[RowKey, Row], key: RowKey, owner: int | None, row: Row) -> bool:
    """Whether a line names the contact of its row, or, for a merged contact, another one that there is."""
    if owner == _owner(key, row):
        return True
    return RECORD_NAMES[key[0]] is Contact and owner is not None and (key[0], owner) in rows


def _owner(key: RowKey, row: Row) -> int | None:
    """The contact that a line of a row names."""
    return key[1] if RECORD_NAMES[key[0]] is Contact else row.get("contact_id")


def _recorded(row: Mapping[str, Any]) -> Row:
    return {name: value for name, value in row.items() if name not in UNRECORDED}


@cache
def _default(table: str) -> Row:
    """What a row has in a column that is newer than its history."""
    return _recorded(json.loads(row_json(RECORD_NAMES[table]())))


def _same(table: str, left: Row | None, right: Row | None) -> bool:
    if left is None or right is None:
        return False
    default = _default(table)
    names = [name for name in columns(RECORD_NAMES[table]) if name not in UNRECORDED]
    return all(left.get(name, default[name]) == right.get(name, default[name]) for name in names)
