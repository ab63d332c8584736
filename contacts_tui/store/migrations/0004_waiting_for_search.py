"""Contacts that are listed and still wait for the search are found at once, however many there are."""

from __future__ import annotations

from typing import Any

from peewee import Database


def up(migrator: Any, db: Database) -> None:
    """Make an index of those only."""
    db.execute_sql("CREATE INDEX search_entry_waiting ON search_entry(pos) WHERE NOT indexed")
