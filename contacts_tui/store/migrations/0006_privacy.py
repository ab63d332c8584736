"""Contacts may be blocked for privacy; of minors it is known whether the parents consent."""

from __future__ import annotations

from typing import Any

from peewee import Database


def up(migrator: Any, db: Database) -> None:
    """Add the columns; nobody is blocked by that."""
    for column in ("privacy_blocked", "minor", "parental_consent"):
        db.execute_sql(f"ALTER TABLE contact ADD COLUMN {column} INTEGER NOT NULL DEFAULT 0")
