"""A person may also be at companies beside the own one; which contacts were erased is known."""

from __future__ import annotations

from typing import Any

from peewee import Database, DateField, ForeignKeyField, IntegerField, Model, TextField

from contacts_tui.store.models.base import StableIdField


def up(migrator: Any, db: Database) -> None:
    """Make both tables, empty."""

    class Contact(Model):
        class Meta:
            database = db

    class Affiliation(Model):
        id = StableIdField()
        version = IntegerField(default=0)
        contact = ForeignKeyField(Contact)
        company = ForeignKeyField(Contact)
        role = TextField(default="")
        starting_date = DateField(null=True)
        ending_date = DateField(null=True)

        class Meta:
            database = db
            legacy_table_names = False
            indexes = ((("contact", "company"), True),)

    class Erasure(Model):
        id = StableIdField()
        version = IntegerField(default=0)
        contact_id = IntegerField()
        uid = TextField(default="")
        day = DateField(null=True)
        request = TextField(default="")

        class Meta:
            database = db
            legacy_table_names = False

    db.create_tables([Affiliation, Erasure])
