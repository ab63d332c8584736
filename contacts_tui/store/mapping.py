"""Rows to records and back, and values to the text that the history keeps."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from operator import attrgetter
from typing import Any, TypeVar

from contacts_tui.domain.record import Record, of_row
from contacts_tui.store.models import TABLES
from contacts_tui.store.models.base import Table

R = TypeVar("R", bound=Record)

#: What the program moves on by itself without a line in the history: rows are compared without it.
UNRECORDED = frozenset({"id", "version", "modified_at", "last_no_used", "last_date_used"})


_COLUMNS: dict[type[Record], tuple[str, ...]] = {
    record: tuple(field.name for field in dataclasses.fields(record)) for record in TABLES
}
_FIELDS: dict[type[Record], tuple[Any, ...]] = {
    record: tuple(table._meta.combined[name] for name in _COLUMNS[record]) for record, table in TABLES.items()
}
_VALUES = {record: attrgetter(*names) for record, names in _COLUMNS.items()}
_ROW_JSON = json.JSONEncoder(ensure_ascii=False, default=lambda day: day.isoformat())


def columns(record: type[Record]) -> tuple[str, ...]:
    """The attributes of a record, in the order of its row."""
    return _COLUMNS[record]


def values_of(record: Record) -> tuple[Any, ...]:
    """The values of a record, in the order of `columns`."""
    values: tuple[Any, ...] = _VALUES[type(record)](record)
    return values


def table_of(record: type[Record]) -> type[Table]:
    """The table that holds this kind of record."""
    return TABLES[record]


def fields_of(record: type[Record]) -> tuple[Any, ...]:
    """The table's fields for `columns`, references as plain ids."""
    return _FIELDS[record]


def to_record(record: type[R], row: Sequence[object]) -> R:
    """A row, in the order of `columns`, as a record."""
    return of_row(record, row)


def to_records(record: type[R], rows: Iterable[Sequence[object]]) -> list[R]:
    """Rows as records."""
    return [to_record(record, row) for row in rows]


def to_values(record: Record, names: Iterable[str] | None = None) -> dict[Any, object]:
    """A record as field and value, ready for an insert or update."""
    combined = table_of(type(record))._meta.combined
    wanted = columns(type(record)) if names is None else names
    return {combined[name]: getattr(record, name) for name in wanted}


def encode(value: object) -> str | None:
    """A value as the JSON text of a history line; None stays None."""
    if value is None:
        return None
    if isinstance(value, datetime | date):
        value = value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def decode(text: str | None) -> object:
    """The value of a history line; a day stays its ISO text."""
    return None if text is None else json.loads(text)


def row_json(record: Record) -> str:
    """A whole row as JSON, for the line of its creation or deletion."""
    names = columns(type(record))
    return _ROW_JSON.encode(dict(zip(names, values_of(record), strict=True)))


def from_row_json(record: type[R], text: str) -> R:
    """The record of a history line, with the domain's types; columns newer than the line take their default."""
    model = table_of(record)
    stored = json.loads(text)
    values = {name: model._meta.combined[name].python_value(stored[name]) for name in columns(record) if name in stored}
    return record(**values)


def typed(record: type[Record], name: str, value: object) -> object:
    """A decoded history value with the type that the record's attribute has."""
    return table_of(record)._meta.combined[name].python_value(value)


def different(left: Record, right: Record) -> list[str]:
    """The attributes in which two rows differ, without what the program moves on by itself."""
    return [n for n in columns(type(left)) if n not in UNRECORDED and getattr(left, n) != getattr(right, n)]
