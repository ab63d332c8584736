"""The questions that are asked again and again, their SQL made once: making it anew takes far longer than asking it."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from typing import Any, TypeGuard

from peewee import OP, SQL, Database, Expression, ForeignKeyField, IntegerField, TextField, Value

from contacts_tui.domain.record import Record
from contacts_tui.store.mapping import fields_of, table_of
from contacts_tui.store.models import RECORD_NAMES
from contacts_tui.store.models.base import ChoiceField


class Compared(Enum):
    """What an attribute is compared with."""

    NOTHING = 0
    VALUE = 1
    ONE_OF = 2


#: Which attributes are compared, in their order, and with what.
Shape = tuple[tuple[str, Compared], ...]

_made: dict[tuple[object, ...], str] = {}


def selection(record: type[Record], order: Iterable[str], conditions: Iterable[Any], limit: int) -> Any:
    """The query for records, in the order of their columns."""
    combined = table_of(record)._meta.combined
    query = table_of(record).select(*fields_of(record)).order_by(*(combined[name] for name in order))
    for condition in conditions:
        query = query.where(condition)
    return query.limit(limit) if limit else query


def rows(
    database: Database, record: type[Record], order: tuple[str, ...], limit: int, equal: Mapping[str, object]
) -> Iterator[Sequence[Any]]:
    """The rows whose attributes equal the given values, or one of several: their columns, with the domain's types."""
    table = table_of(record)
    shape = tuple((name, _compared(value)) for name, value in equal.items())
    sql = _sql(database, record, order, shape, bool(limit))
    values = [_asked(table._meta.combined[name], value) for name, value in equal.items() if value is not None]
    converters = _converters(table.table_name())
    for found in database.execute_sql(sql, [*values, limit] if limit else values).fetchall():
        row = list(found)
        for index, convert in converters:
            row[index] = convert(row[index])
        yield row


def _sql(database: Database, record: type[Record], order: tuple[str, ...], shape: Shape, limited: bool) -> str:
    """The SQL of a question for the database's engine; its values are given when it is asked."""
    key = (type(database), record, order, shape, limited)
    if key not in _made:
        combined = table_of(record)._meta.combined
        conditions = [_condition(combined[name], how) for name, how in shape]
        query = selection(record, order, conditions, 1 if limited else 0)
        _made[key] = str(database.get_sql_context().sql(query).query()[0])
    return _made[key]


def _compared(value: object) -> Compared:
    if value is None:
        return Compared.NOTHING
    return Compared.ONE_OF if is_collection(value) else Compared.VALUE


def is_collection(value: object) -> TypeGuard[Collection[object]]:
    """Whether a value stands for several, one of which is to be met."""
    return isinstance(value, Collection) and not isinstance(value, str)


def one_of(field: Any, values: Collection[object]) -> Any:
    """The condition that a field has one of several values, which are one text of JSON for the database."""
    return field.in_(SQL("(SELECT value FROM json_each(?))", [_asked(field, values)]))


def _condition(field: Any, how: Compared) -> Any:
    match how:
        case Compared.NOTHING:
            return field.is_null()
        case Compared.ONE_OF:
            return one_of(field, ())
        case Compared.VALUE:
            return Expression(field, OP.EQ, Value(0))


def _asked(field: Any, value: object) -> object:
    """A value as the database has it; several are one text of JSON, so that their number changes no statement."""
    return json.dumps([field.db_value(one) for one in value]) if is_collection(value) else field.db_value(value)


@cache
def _converters(table: str) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    """The columns that are stored in another form than the record has them, each with the way back."""
    return tuple(
        (index, field.python_value)
        for index, field in enumerate(fields_of(RECORD_NAMES[table]))
        if isinstance(field, ChoiceField) or not isinstance(field, TextField | IntegerField | ForeignKeyField)
    )
