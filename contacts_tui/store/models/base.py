"""What all tables share: a stable id, a version, and fields that keep the domain's own types."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from peewee import (
    SQL,
    AutoField,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    Model,
    NodeList,
    SqliteDatabase,
    TextField,
)


class StableIdField(AutoField):
    """An id that is never given out twice, so that the history of a deleted row cannot meet a newer one."""

    def ddl(self, ctx: Any) -> Any:
        node = super().ddl(ctx)
        if isinstance(self.model._meta.database, SqliteDatabase):
            return NodeList((node, SQL("AUTOINCREMENT")))
        return node


class UtcField(DateTimeField):
    """A moment, as ISO text in UTC."""

    def db_value(self, value: Any) -> Any:
        return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value

    def python_value(self, value: Any) -> Any:
        return datetime.fromisoformat(value) if isinstance(value, str) else value


class DayField(DateField):
    """A day, as ISO text."""

    def db_value(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value

    def python_value(self, value: Any) -> Any:
        return date.fromisoformat(value) if isinstance(value, str) else value


class ChoiceField(TextField):
    """A member of an enumeration, as its text."""

    def __init__(self, choice: type[StrEnum], **options: Any) -> None:
        super().__init__(**options)
        self.choice = choice

    def db_value(self, value: Any) -> Any:
        return None if value is None else str(value)

    def python_value(self, value: Any) -> Any:
        return None if value is None else self.choice(value)


def text(**options: Any) -> TextField:
    """A text that is blank unless it is filled; its length is a rule of the domain, not of the table."""
    return TextField(default="", **options)


def points_at(model: Any, *, null: bool = True, **options: Any) -> Any:
    """A reference that keeps its target from being deleted; it has no way back, so that nothing loads by accident."""
    return ForeignKeyField(model, null=null, backref="+", lazy_load=False, **options)


class Stored(Model):
    """The base of all tables. Queries name their database at `execute`, so that several books can be open."""

    class Meta:
        legacy_table_names = False

    @classmethod
    def table_name(cls) -> str:
        """The name of the table, which is also the record's name in the history."""
        return str(cls._meta.table_name)


class Table(Stored):
    """A table of records, or of their history."""

    id = StableIdField()
    version = IntegerField(default=0)
