"""Companies get search strings, and pairs that share enough of them are kept."""

from __future__ import annotations

from typing import Any

from peewee import CompositeKey, Database, ForeignKeyField, IntegerField, Model, TextField

from contacts_tui.store.models.base import StableIdField


def up(migrator: Any, db: Database) -> None:
    """Make the tables, empty, and the switches of the marketing set-up, turned on."""

    class Contact(Model):
        class Meta:
            database = db

    class SearchStringRule(Model):
        id = StableIdField()
        version = IntegerField(default=0)
        field = TextField(default="")
        end = TextField(default="")
        length = IntegerField(default=5)

        class Meta:
            database = db
            legacy_table_names = False
            indexes = ((("field", "end"), True),)

    class SeparateContacts(Model):
        id = StableIdField()
        version = IntegerField(default=0)
        contact = ForeignKeyField(Contact)
        other = ForeignKeyField(Contact)

        class Meta:
            database = db
            legacy_table_names = False
            indexes = ((("contact", "other"), True),)

    class ContactSearchString(Model):
        contact = ForeignKeyField(Contact, index=False)
        field = TextField(default="")
        end = TextField(default="")
        string = TextField(default="")

        class Meta:
            database = db
            legacy_table_names = False
            primary_key = CompositeKey("contact", "field", "end")
            without_rowid = True
            indexes = ((("field", "end", "string", "contact"), False),)

    class ContactDuplicate(Model):
        contact = ForeignKeyField(Contact, index=False)
        duplicate = ForeignKeyField(Contact)
        matching = IntegerField()

        class Meta:
            database = db
            legacy_table_names = False
            primary_key = CompositeKey("contact", "duplicate")
            without_rowid = True

    db.create_tables([SearchStringRule, SeparateContacts, ContactSearchString, ContactDuplicate])
    for column, value in (
        ("autosearch_for_duplicates", 1),
        ("maintain_duplicate_search_strings", 1),
        ("search_hit", 60),
    ):
        db.execute_sql(f"ALTER TABLE marketing_setup ADD COLUMN {column} INTEGER NOT NULL DEFAULT {value}")
