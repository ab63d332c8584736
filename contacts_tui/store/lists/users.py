"""What a user and a book chose, as far as it is needed before anything is shown."""

from __future__ import annotations

import sqlite3

from contacts_tui.domain.text import fold


def language(connection: sqlite3.Connection, user: str) -> str:
    """The language in the user's set-up, or blank."""
    return str(_of_user(connection, user, "language") or "")


def keys(connection: sqlite3.Connection, user: str) -> str:
    """The own keys in the user's set-up, as they are stored, or blank."""
    return str(_of_user(connection, user, "keys") or "")


def columns(connection: sqlite3.Connection, user: str) -> str:
    """The columns in the user's set-up, or blank for the usual ones."""
    return str(_of_user(connection, user, "columns") or "")


def salesperson_id(connection: sqlite3.Connection, user: str) -> int | None:
    """The salesperson that a user is, or None."""
    found = _of_user(connection, user, "salesperson_id")
    return found if isinstance(found, int) else None


def book_name(connection: sqlite3.Connection) -> str:
    """The name in the marketing set-up, or blank."""
    row = connection.execute("SELECT company_name FROM marketing_setup").fetchone()
    return str(row[0]) if row else ""


def _of_user(connection: sqlite3.Connection, user: str, column: str) -> object:
    """A value of the user's line, None without one; names that differ in case only are the same user."""
    rows = connection.execute(f"SELECT user, {column} FROM user_setup").fetchall()
    return next((value for name, value in rows if fold(name) == fold(user)), None)
