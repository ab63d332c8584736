"""What no two rows of a kind may share: the unique indexes of the tables, and the keys of the lists."""

from __future__ import annotations

from peewee import ForeignKeyField

from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.marketing_setup import MarketingSetup
from contacts_tui.domain.record import Record
from contacts_tui.domain.text import fold
from contacts_tui.store.models import TABLES, Table
from contacts_tui.store.reader import Reader

#: The attributes of a key; none where there may be one row only.
Key = tuple[str, ...]


def _attribute(table: type[Table], name: str) -> str:
    field = table._meta.fields[name]
    return str(field.object_id_name) if isinstance(field, ForeignKeyField) else name


def _indexed(table: type[Table]) -> tuple[Key, ...]:
    alone = [(_attribute(table, field.name),) for field in table._meta.sorted_fields if field.unique]
    several = [
        tuple(_attribute(table, name) for name in names) for names, is_unique in table._meta.indexes if is_unique
    ]
    return (*alone, *several)


_INDEXED: dict[type[Record], tuple[Key, ...]] = {record: _indexed(table) for record, table in TABLES.items()}
#: Keys that no index guards: a text in them is compared without case and accents, and a part may be blank.
_UNGUARDED: dict[type[Record], tuple[Key, ...]] = {MarketingSetup: ((),)} | {
    found.record: (key,)
    for found in LISTS.values()
    if (key := tuple(found.field(name).attribute for name in found.key)) not in _INDEXED[found.record]
}


def holder(read: Reader, row: Record) -> tuple[Record, Key] | None:
    """Another row that holds a key of this one, with that key, or None."""
    return _holder(read, row, _INDEXED[type(row)]) or unguarded_holder(read, row)


def unguarded_holder(read: Reader, row: Record) -> tuple[Record, Key] | None:
    """Another row that holds a key of this one that no index guards, with that key, or None."""
    return _holder(read, row, _UNGUARDED.get(type(row), ()))


def _holder(read: Reader, row: Record, keys: tuple[Key, ...]) -> tuple[Record, Key] | None:
    for key in keys:
        equal = {name: getattr(row, name) for name in key[:1]}
        for other in read.all(type(row), **equal):
            if other.id != row.id and _values(other, key) == _values(row, key):
                return other, key
    return None


def _values(row: Record, key: Key) -> list[object]:
    values = (getattr(row, name) for name in key)
    return [fold(value) if isinstance(value, str) else value for value in values]
