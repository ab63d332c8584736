"""Which rows point at a row: read from the tables' own foreign keys."""

from __future__ import annotations

from peewee import ForeignKeyField

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.record import Record
from contacts_tui.store.models import TABLES, Table
from contacts_tui.store.reader import Reader


def _sources(target: type[Table]) -> tuple[tuple[type[Record], str], ...]:
    return tuple(
        (source, field.object_id_name)
        for source, table in TABLES.items()
        for field in table._meta.sorted_fields
        if isinstance(field, ForeignKeyField) and field.rel_model is target
    )


def _targets(table: type[Table]) -> dict[str, type[Record]]:
    return {
        field.object_id_name: _RECORDS[field.rel_model]
        for field in table._meta.sorted_fields
        if isinstance(field, ForeignKeyField)
    }


_RECORDS: dict[type[Table], type[Record]] = {table: record for record, table in TABLES.items()}
_POINTING: dict[type[Record], tuple[tuple[type[Record], str], ...]] = {
    record: _sources(table) for record, table in TABLES.items()
}
_TARGETS: dict[type[Record], dict[str, type[Record]]] = {record: _targets(table) for record, table in TABLES.items()}


def pointing_at(record: type[Record]) -> tuple[tuple[type[Record], str], ...]:
    """The kinds of record that refer to this kind, each with the attribute that does."""
    return _POINTING[record]


def first_use(read: Reader, record: Record) -> tuple[Record, str] | None:
    """A row that refers to `record` with the attribute that does, or None when nothing does."""
    for source, attribute in pointing_at(type(record)):
        found = read.find(source, **{attribute: record.id})
        if found is not None:
            return found, attribute
    return None


def first_missing(read: Reader, record: Record) -> tuple[type[Record], int] | None:
    """The kind and id of a row that `record` refers to and that is not there, or None when all of them are."""
    for attribute, target in _TARGETS[type(record)].items():
        row_id = getattr(record, attribute)
        if row_id is not None and read.get(target, row_id) is None:
            return target, row_id
    return None


def target_of(record: type[Record], attribute: str) -> type[Record] | None:
    """The kind of record that an attribute refers to, None where it is no reference."""
    return _TARGETS[record].get(attribute)


def contacts_using(read: Reader, record: Record) -> set[int]:
    """The ids of the contacts that carry a code, in a field, an assignment or an alternative address."""
    found: set[int] = set()
    for source, attribute in pointing_at(type(record)):
        owner = "id" if source is Contact else "contact_id"
        if source is Contact or hasattr(source, "contact_id"):
            found |= read.ids(source, owner, **{attribute: record.id})
    return found


def use_counts(read: Reader, record: type[Record]) -> dict[int, int]:
    """For each code of a list, how many contacts carry it; a contact that carries it twice counts once."""
    sources = [(s, a) for s, a in pointing_at(record) if s is Contact or hasattr(s, "contact_id")]
    if len(sources) == 1:
        return read.counts(*sources[0])
    users: dict[int, set[int]] = {}
    for source, attribute in sources:
        for code_id, contact_id in read.pairs(source, attribute, "id" if source is Contact else "contact_id"):
            users.setdefault(code_id, set()).add(contact_id)
    return {code_id: len(contacts) for code_id, contacts in users.items()}
