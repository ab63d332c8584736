"""Salutations get the formulas that greetings are made of."""

from __future__ import annotations

from typing import Any

from peewee import Database, ForeignKeyField, IntegerField, Model, TextField

from contacts_tui.store.models.base import StableIdField


def up(migrator: Any, db: Database) -> None:
    """Make their table."""

    class Row(Model):
        id = StableIdField()
        version = IntegerField(default=0)

        class Meta:
            database = db
            legacy_table_names = False

    class Salutation(Row):
        pass

    class Language(Row):
        pass

    class SalutationFormula(Row):
        salutation = ForeignKeyField(Salutation)
        language = ForeignKeyField(Language)
        formality = TextField(default="")
        pattern = TextField(default="")
        part1 = TextField(default="")
        part2 = TextField(default="")
        part3 = TextField(default="")
        part4 = TextField(default="")
        part5 = TextField(default="")

        class Meta:
            indexes = ((("salutation", "language", "formality"), True),)

    db.create_tables([SalutationFormula])
