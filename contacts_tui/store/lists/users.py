"""What a user and a book chose, as far as it is needed before anything is shown."""

from __future__ import annotations

import sqlite3

from contacts_tui.domain.text import fold


def language(connection: sqlite3.Connection, user: str) -> str:
    """The language in the user's set-up, or blank."""
    rows = connection.execute("SELECT user, language FROM user_setup").fetchall()
    return next((str(language) for name, language in rows if fold(name) == fold(user)), "")


def keys(connection: sqlite3.Connection, user: str) -> str:
    """The own keys in the user's set-up, as they are stored, or blank."""
    rows = connection.execute("SELECT user, keys FROM user_setup").fetchall()
    return next((str(keys) for name, keys in rows if fold(name) == fold(user)), "")


def book_name(connection: sqlite3.Connection) -> str:
    """The name in the marketing set-up, or blank."""
    row = connection.execute("SELECT company_name FROM marketing_setup").fetchone()
    return str(row[0]) if row else ""


def salesperson_id(connection: sqlite3.Connection, user: str) -> int | None:
    """The salesperson that a user is, or None."""
    rows = connection.execute("SELECT user, salesperson_id FROM user_setup").fetchall()
    return next((salesperson for name, salesperson in rows if fold(name) == fold(user)), None)


def columns(connection: sqlite3.Connection, user: str) -> str:
    """The columns in the user's set-up, or blank for the usual ones."""
    rows = connection.execute("SELECT user, columns FROM user_setup").fetchall()
    return next((str(columns) for name, columns in rows if fold(name) == fold(user)), "")
