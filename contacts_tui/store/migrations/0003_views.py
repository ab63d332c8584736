"""Views are kept, and lists are sorted by more than the name."""

from __future__ import annotations

from typing import Any

from peewee import Database, IntegerField, Model, TextField

from contacts_tui.store.models.base import StableIdField


def up(migrator: Any, db: Database) -> None:
    """Make the table and the columns; the index of the search is made anew after the last migration."""

    class SavedView(Model):
        id = StableIdField()
        version = IntegerField(default=0)
        user = TextField(default="")
        name = TextField(default="")
        query = TextField(default="")
        sort = TextField(default="")
        columns = TextField(default="")

        class Meta:
            database = db
            legacy_table_names = False
            indexes = ((("user", "name"), True),)

    db.create_tables([SavedView])
    for table, column in (("user_setup", "columns"), ("search_entry", "sort_town"), ("search_entry", "sort_company")):
        db.execute_sql(f"ALTER TABLE {table} ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    for columns in (
        ("sort_town", "sort_name", "contact_id", "type"),
        ("sort_company", "type", "sort_name", "contact_id"),
    ):
        db.execute_sql(f"CREATE INDEX search_entry_{'_'.join(columns)} ON search_entry ({', '.join(columns)})")
