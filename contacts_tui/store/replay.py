"""Replaying the history: its lines, applied to nothing, must give the rows there are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from peewee import Database

from contacts_tui.domain.history import Action
from contacts_tui.store.mapping import UNRECORDED, columns, decode, row_json
from contacts_tui.store.models import RECORD_NAMES, HistoryChange
from contacts_tui.store.reader import Reader

Row = dict[str, Any]
Rows = dict[tuple[str, int], Row]


def replayed(database: Database) -> Rows:
    """Every row as the history leaves it, by table and id; what is never recorded is left out."""
    fields = (HistoryChange.record, HistoryChange.row_id, HistoryChange.action, HistoryChange.field, HistoryChange.new)
    rows: Rows = {}
    for record, row_id, action, field, new in (
        HistoryChange.select(*fields).order_by(HistoryChange.id).tuples().iterator(database)
    ):
        key = (record, row_id)
        if action is Action.ADD:
            rows[key] = _recorded(json.loads(new))
        elif action is Action.REMOVE:
            rows.pop(key, None)
        else:
            rows.setdefault(key, {})[field] = decode(new)
    return rows


def present(database: Database) -> Rows:
    """Every row there is, in the same form."""
    read = Reader(database)
    return {
        (name, row.id): _recorded(json.loads(row_json(row)))
        for name, record in RECORD_NAMES.items()
        for row in read.all(record)
    }


def differences(database: Database) -> list[tuple[str, int]]:
    """Table and id of the rows that are not what the history says."""
    told, there = replayed(database), present(database)
    return sorted(key for key in told.keys() | there.keys() if not _same(key[0], told.get(key), there.get(key)))


def _recorded(row: Mapping[str, Any]) -> Row:
    return {name: value for name, value in row.items() if name not in UNRECORDED}


def _same(table: str, told: Row | None, there: Row | None) -> bool:
    """Whether a row is as told; a column that is newer than its history has the record's default."""
    if told is None or there is None:
        return False
    default = _recorded(json.loads(row_json(RECORD_NAMES[table]())))
    names = [name for name in columns(RECORD_NAMES[table]) if name not in UNRECORDED]
    return all(told.get(name, default[name]) == there[name] for name in names)
