"""What is wrong with the file itself: tables and indexes that are missing, references to nothing, unreadable values."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from peewee import BooleanField, Database, DateField, ForeignKeyField, IntegerField, OperationalError, TextField
from playhouse.schema_diff import diff_models

from contacts_tui.domain.history import Action
from contacts_tui.domain.message import Message, counted, message
from contacts_tui.store.mapping import columns, decode, from_row_json, typed
from contacts_tui.store.models import RECORD_NAMES, SYSTEM_TABLES, TABLES, HistoryChange, Stored
from contacts_tui.store.models.base import ChoiceField, UtcField

_MODELS: tuple[type[Stored], ...] = (*TABLES.values(), *SYSTEM_TABLES)
#: The characters of a value and the findings of a kind that are told.
_SHOWN, _TOLD = 40, 20


def of_file(database: Database) -> tuple[Message, ...]:
    """What keeps the records from being read. Of the kinds of damage the first is told: the others follow from it."""
    for of_kind in (pages, missing, references, unreadable):
        found = list(of_kind(database))
        if found:
            more = len(found) - _TOLD
            rest = [counted("The file: {count} more of this kind.", "The file: {count} more of this kind.", more)]
            return (*found[:_TOLD], *(rest if more > 0 else []))
    return ()


def pages(database: Database) -> Iterator[Message]:
    """What SQLite finds wrong with the pages of the file and with what its indexes hold."""
    for (finding,) in database.execute_sql("PRAGMA integrity_check").fetchall():
        if finding != "ok":
            yield message("The file: {finding}", finding=finding)


def missing(database: Database) -> Iterator[Message]:
    """Tables and columns that every book has and this one lacks."""
    lacking = diff_models(database, _MODELS)
    for model in lacking.create_tables:
        yield message("The file: the table {table} is missing.", table=model.table_name())
    for field in lacking.add_columns:
        yield message(
            "The file: the table {table} has no column {column}.",
            table=field.model.table_name(),
            column=field.column_name,
        )


def indexes(database: Database) -> Iterator[Message]:
    """Indexes that every book has and this one lacks: they keep two rows from sharing a key, or make it fast."""
    for index in diff_models(database, _MODELS).add_indexes:
        yield message(
            "The file: the table {table} has no index on {columns}.",
            table=index.table,
            columns=", ".join(index.columns or ()),
        )


def references(database: Database) -> Iterator[Message]:
    """References to rows that are not there."""
    for table, row_id, parent, _ in database.execute_sql("PRAGMA foreign_key_check").fetchall():
        yield message("The file: {finding}", finding=f"{table} {row_id} -> {parent}")


def unreadable(database: Database) -> Iterator[Message]:
    """Values that are not of the kind of their column, so that the rows cannot be read."""
    for model in _MODELS:
        fields = model._meta.sorted_fields
        names = ", ".join(f'"{field.column_name}"' for field in fields)
        try:
            for row in database.execute_sql(f'SELECT {names} FROM "{model.table_name()}"'):
                for column, value in _faults(model, dict(zip(fields, row, strict=True))):
                    yield message(
                        "The file: {table} {id} has “{value}” as its {column}, which cannot be read.",
                        table=model.table_name(),
                        id=str(row[0]),
                        value=str(value)[:_SHOWN],
                        column=column,
                    )
        except (OperationalError, sqlite3.OperationalError) as error:  # a text that is no UTF-8
            yield message("The file: {finding}", finding=f"{model.table_name()}: {error}")


def _faults(model: type[Stored], row: dict[Any, object]) -> Iterator[tuple[str, object]]:
    wrong = [(field.column_name, value) for field, value in row.items() if not _fits(field, value)]
    if model is HistoryChange and not wrong:
        line = {field.column_name: value for field, value in row.items()}
        wrong = list(_faults_of_line(*(line[name] for name in ("record", "action", "field", "old", "new"))))
    yield from wrong


def _fits(field: Any, value: object) -> bool:
    if value is None:
        return bool(field.null)
    if isinstance(field, ChoiceField | DateField | UtcField):
        try:
            known = field.python_value(value)
        except ValueError:
            return False
        return isinstance(value, str) and (not isinstance(known, datetime) or known.tzinfo is not None)
    if isinstance(field, BooleanField):
        return value in (0, 1)
    if isinstance(field, IntegerField | ForeignKeyField):
        return isinstance(value, int)
    return isinstance(value, str) or not isinstance(field, TextField)


def _faults_of_line(record: Any, action: Any, field: Any, old: Any, new: Any) -> Iterator[tuple[str, object]]:
    """What of a line of the history does not say a row, or the value of an attribute."""
    known = RECORD_NAMES.get(record)
    if known is None:
        yield "record", record
        return
    if action != Action.CHANGE:
        name, text = ("new", new) if action == Action.ADD else ("old", old)
        try:
            from_row_json(known, str(text))
        except (ValueError, TypeError):
            yield name, text
        else:
            if not isinstance(decode(text), dict):
                yield name, text
        return
    if field not in columns(known):
        yield "field", field
        return
    for name, text in (("old", old), ("new", new)):
        try:
            typed(known, field, decode(text))
        except (ValueError, TypeError):
            yield name, text
