"""The search reads an index of words, in the order of rank, in place of a reading of all contacts."""

from __future__ import annotations

from typing import Any

from peewee import BooleanField, Database, ForeignKeyField, IntegerField, Model, TextField

from contacts_tui.store.search_tables import make_tables


def up(migrator: Any, db: Database) -> None:
    """Make the tables; the index is filled after the last migration."""

    class Contact(Model):
        class Meta:
            database = db

    class SearchEntry(Model):
        pos = IntegerField(primary_key=True)
        contact = ForeignKeyField(Contact, unique=True)
        company_id = IntegerField(null=True)
        type = TextField(default="")
        sort_name = TextField(default="")
        words = TextField(default="")
        indexed = BooleanField(default=True)

        class Meta:
            database = db
            legacy_table_names = False
            indexes = ((("sort_name", "contact"), False), (("type", "sort_name", "contact"), False))

    class SearchSpelling(Model):
        word = TextField(primary_key=True)
        size = IntegerField(index=True)
        sound = TextField(index=True, default="")
        uses = IntegerField()

        class Meta:
            database = db
            legacy_table_names = False
            without_rowid = True

    class SearchState(Model):
        id = IntegerField(primary_key=True)
        version = IntegerField()
        companies = IntegerField(default=0)
        people = IntegerField(default=0)

        class Meta:
            database = db
            legacy_table_names = False

    db.execute_sql("DROP TABLE contact_search")
    db.create_tables([SearchEntry, SearchSpelling, SearchState])
    make_tables(db.execute_sql)
