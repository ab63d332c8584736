"""Reading records: by id, by equal fields, in order. Everything comes back as frozen records, fetched completely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from peewee import Database, fn

from contacts_tui.domain.record import Record
from contacts_tui.store import statements
from contacts_tui.store.mapping import table_of, to_records

R = TypeVar("R", bound=Record)


class Reader:
    """Reads records of any kind from one database."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def get(self, record: type[R], row_id: int | None) -> R | None:
        """The record of that id, or None."""
        return self.find(record, id=row_id) if row_id else None

    def find(self, record: type[R], **equal: object) -> R | None:
        """The first record whose attributes equal the given values, or None."""
        found = self.all(record, limit=1, **equal)  # type: ignore[arg-type]
        return found[0] if found else None

    def all(self, record: type[R], *, order: Iterable[str] = ("id",), limit: int = 0, **equal: object) -> list[R]:
        """The records whose attributes equal the given values (a collection: one of them), in `order`."""
        return to_records(record, statements.rows(self.database, record, tuple(order), limit, equal))

    def count(self, record: type[Record], **equal: object) -> int:
        """How many records have attributes that equal the given values."""
        query = table_of(record).select(fn.COUNT(table_of(record).id))
        for condition in _conditions(record, equal):
            query = query.where(condition)
        return int(next(iter(query.tuples().execute(self.database)))[0])

    def counts(self, record: type[Record], attribute: str) -> dict[int, int]:
        """For each value of a reference, how many records point at it."""
        field = table_of(record)._meta.combined[attribute]
        query = (
            table_of(record).select(field, fn.COUNT(table_of(record).id)).where(field.is_null(False)).group_by(field)
        )
        return dict(query.tuples().execute(self.database))

    def pairs(self, record: type[Record], left: str, right: str) -> list[tuple[int, int]]:
        """Two attributes of all records in which the first is filled."""
        combined = table_of(record)._meta.combined
        query = table_of(record).select(combined[left], combined[right]).where(combined[left].is_null(False))
        return list(query.tuples().execute(self.database))

    def ids(self, record: type[Record], attribute: str = "id", **equal: object) -> set[int]:
        """The values of one attribute over all records whose attributes equal the given values."""
        query = table_of(record).select(table_of(record)._meta.combined[attribute])
        for condition in _conditions(record, equal):
            query = query.where(condition)
        return {row[0] for row in query.tuples().execute(self.database)}

    def texts(self, record: type[Record], attribute: str, starting: str = "") -> Iterator[str]:
        """The values of one text attribute that start with `starting`, one by one, however many there are."""
        field = table_of(record)._meta.combined[attribute]
        query = table_of(record).select(field).where(field.startswith(starting))
        for row in query.tuples().iterator(self.database):
            yield row[0]


def _conditions(record: type[Record], equal: dict[str, object]) -> list[Any]:
    combined = table_of(record)._meta.combined
    conditions = []
    for name, value in equal.items():
        field = combined[name]
        if value is None:
            conditions.append(field.is_null())
        elif statements.is_collection(value):
            conditions.append(statements.one_of(field, value))
        else:
            conditions.append(field == value)
    return conditions
