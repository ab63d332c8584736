"""Reading contacts as lines of a list, and as all of their fields."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.contact_row import ContactRow
from contacts_tui.domain.fields import CONTACT, Field, Kind

_VALUES_AT_ONCE = 30_000

_LINE = """
SELECT c.id, c.uid, c.no, c.type, c.name, c.job_title, coalesce(f.name, ''), c.city, c.phone, c.mobile, c.email,
       (SELECT count(*) FROM contact p WHERE p.company_id = c.id),
       coalesce((SELECT group_concat(words, char(10))
                   FROM (SELECT CASE r.description WHEN '' THEN r.code ELSE r.description END AS words
                           FROM contact_business_relation b JOIN business_relation r ON r.id = b.business_relation_id
                          WHERE b.contact_id = c.id ORDER BY r.code)), '')
  FROM contact c LEFT JOIN contact f ON f.id = c.company_id
 WHERE c.id IN ({places})
"""


def _rows_of(connection: sqlite3.Connection, sql: str, values: Sequence[object]) -> Iterator[tuple[Any, ...]]:
    """What a query finds for these values; a question takes so many of them only."""
    for start in range(0, len(values), _VALUES_AT_ONCE):
        part = list(values[start : start + _VALUES_AT_ONCE])
        yield from connection.execute(sql.format(places=",".join("?" * len(part))), part).fetchall()


def _line(row: tuple[Any, ...]) -> ContactRow:
    values = list(row)
    values[3], values[-1] = ContactType(row[3]), tuple(row[-1].split("\n")) if row[-1] else ()
    return ContactRow(*values)


def lines(connection: sqlite3.Connection, ids: Sequence[int]) -> list[ContactRow]:
    """The lines of these contacts, in this order; one that is gone is left out."""
    rows = {row[0]: _line(row) for row in _rows_of(connection, _LINE, ids)}
    return [rows[row_id] for row_id in ids if row_id in rows]


def ids_of_uids(connection: sqlite3.Connection, uids: Sequence[str]) -> list[int]:
    """The ids of these contacts, in this order; one that is gone is left out."""
    found = dict(_rows_of(connection, "SELECT uid, id FROM contact WHERE uid IN ({places})", uids))
    return [found[uid] for uid in uids if uid in found]


def table_name(record: type) -> str:
    """The table of a record: its name in snake case."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", record.__name__).lower()


def _column(field: Field) -> str:
    if field.kind is Kind.REFERENCE:
        table = table_name(LISTS[field.refers_to].record)
        return f"coalesce((SELECT code FROM {table} WHERE id = c.{field.attribute}), '')"
    if field.kind is Kind.CONTACT:
        return "CASE c.type WHEN 'company' THEN c.no ELSE coalesce(f.no, '') END"
    if field.name == "company_name":
        return "CASE c.type WHEN 'company' THEN c.name ELSE coalesce(f.name, '') END"
    return f"c.{field.attribute}"


def full(connection: sqlite3.Connection, ids: Sequence[int]) -> list[dict[str, str | bool]]:
    """All fields of these contacts by name, in this order, codes bare."""
    columns = ", ".join(_column(field) for field in CONTACT.values())
    sql = f"SELECT c.id, {columns} FROM contact c LEFT JOIN contact f ON f.id = c.company_id WHERE c.id IN ({{places}})"
    names = list(CONTACT)
    switches = {field.name for field in CONTACT.values() if field.kind is Kind.BOOL}
    rows = {
        row[0]: {n: bool(v) if n in switches else v or "" for n, v in zip(names, row[1:], strict=True)}
        for row in _rows_of(connection, sql, ids)
    }
    return [rows[row_id] for row_id in ids if row_id in rows]
