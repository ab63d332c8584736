"""Reading contacts as all of their fields."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence

from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.fields import CONTACT, Field, Kind
from contacts_tui.store.lists.rows import rows_of


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
        for row in rows_of(connection, sql, ids)
    }
    return [rows[row_id] for row_id in ids if row_id in rows]
