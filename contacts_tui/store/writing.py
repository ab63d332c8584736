"""Writing many rows at once: new ones get their id at once, and are held back until somebody wants to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from peewee import BooleanField, Database

from contacts_tui.domain.record import Record
from contacts_tui.store.mapping import fields_of, table_of, values_of
from contacts_tui.store.models import Contact as ContactTable
from contacts_tui.store.models import Stored
from contacts_tui.store.models.base import ChoiceField, DayField, UtcField

#: The types whose values are stored in another form than the record has them.
_CONVERTED = (ChoiceField, UtcField, DayField, BooleanField)


def insert_many(
    database: Database, table: type[Stored], names: Sequence[str], rows: Iterable[Sequence[object]]
) -> None:
    """Put in rows whose values are in the form that is stored, in the order of the names of columns."""
    database.cursor().executemany(_insertion(database.param, table, tuple(names)), rows)


def update(database: Database, row: Record, names: Sequence[str], *, version: int) -> bool:
    """Write these attributes of a row that is stored in that version; tells whether it is."""
    record = type(row)
    combined = table_of(record)._meta.combined
    fields = [combined[name] for name in names]
    sql = _change(database.param, table_of(record), tuple(field.column_name for field in fields))
    values = [field.db_value(getattr(row, name)) for field, name in zip(fields, names, strict=True)]
    return bool(database.execute_sql(sql, [*values, row.id, version]).rowcount == 1)


def delete(database: Database, row: Record) -> bool:
    """Delete a row; tells whether it was there."""
    return bool(database.execute_sql(_deletion(database.param, table_of(type(row))), [row.id]).rowcount == 1)


class NewRows:
    """New rows of one kind at a time, and the stamps of the contacts that rows belong to.

    Ids are those that the database would give next; nobody else can draw one, since the unit of work that the rows are
    part of holds the lock.
    """

    def __init__(self, database: Database, at: datetime) -> None:
        self._database = database
        self._at = at
        self._record: type[Record] = Record
        self._next_id = 0
        self._rows: list[Record] = []
        self._stamps: list[int] = []

    def id_for(self, record: type[Record]) -> int:
        """The id of a new row of this kind, which is to be added next."""
        if record is not self._record:
            self.write()
            sql = f"SELECT seq FROM sqlite_sequence WHERE name = {self._database.param}"
            found = self._database.execute_sql(sql, [table_of(record).table_name()]).fetchone()
            self._record, self._next_id = record, found[0] if found else 0
        self._next_id += 1
        return self._next_id

    def add(self, row: Record) -> None:
        """Hold back a row that has its id."""
        self._rows.append(row)

    def stamp(self, contact_id: int) -> None:
        """Hold back that something about a contact changed."""
        self._stamps.append(contact_id)

    def forget(self) -> None:
        """Never write what is held back."""
        self._rows, self._stamps, self._record = [], [], Record

    def write(self) -> None:
        """Write what is held back."""
        rows, self._rows = self._rows, []
        stamps, self._stamps = self._stamps, []
        if rows:
            record = type(rows[0])
            names = [field.column_name for field in fields_of(record)]
            insert_many(self._database, table_of(record), names, _stored(rows))
        if stamps:
            now, param = ContactTable.modified_at.db_value(self._at), self._database.param
            sql = f"UPDATE contact SET version = version + 1, modified_at = {param} WHERE id = {param}"
            self._database.cursor().executemany(sql, [(now, contact_id) for contact_id in stamps])
        self._record = Record


def _stored(rows: Sequence[Record]) -> Iterator[list[Any]]:
    """The rows of one kind as the database keeps them."""
    fields = fields_of(type(rows[0]))
    converted = [(at, field.db_value) for at, field in enumerate(fields) if isinstance(field, _CONVERTED)]
    for row in rows:
        stored = list(values_of(row))
        for at, convert in converted:
            stored[at] = convert(stored[at])
        yield stored


@cache
def _insertion(param: str, table: type[Stored], names: tuple[str, ...]) -> str:
    quoted = ", ".join(f'"{name}"' for name in names)
    return f'INSERT INTO "{table.table_name()}" ({quoted}) VALUES ({", ".join([param] * len(names))})'


@cache
def _deletion(param: str, table: type[Stored]) -> str:
    return f'DELETE FROM "{table.table_name()}" WHERE "id" = {param}'


@cache
def _change(param: str, table: type[Stored], names: tuple[str, ...]) -> str:
    changed = ", ".join(f'"{name}" = {param}' for name in names)
    return f'UPDATE "{table.table_name()}" SET {changed} WHERE "id" = {param} AND "version" = {param}'
