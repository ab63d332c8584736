"""Which words that occur in the book may be meant by words that occur nowhere in it."""

from __future__ import annotations

import sqlite3

from contacts_tui.domain.spelling import errors_allowed, nearest, sound
from contacts_tui.store.search_tables import LONGEST_BEGINNING, WORDS


def spellings(connection: sqlite3.Connection, words: tuple[str, ...]) -> tuple[tuple[str, ...], ...] | None:
    """For each word itself, where some contact has one that begins so, or what may be meant by it; None where nothing
    is, or where there is no error to look for."""
    found: list[tuple[str, ...]] = []
    for word in words:
        if _occurs(connection, word):
            found.append((word,))
            continue
        meant = _near(connection, word)
        if not meant:
            return None
        found.append(meant)
    return tuple(found) if any(one_of != (word,) for one_of, word in zip(found, words, strict=True)) else None


def _occurs(connection: sqlite3.Connection, word: str) -> bool:
    if len(word) <= LONGEST_BEGINNING or not word.isalpha():
        sql = f"SELECT 1 FROM {WORDS} WHERE {WORDS} MATCH ? LIMIT 1"
        return connection.execute(sql, [f'"{word}"*']).fetchone() is not None
    sql = "SELECT 1 FROM search_spelling WHERE word >= ? AND word < ? LIMIT 1"
    return connection.execute(sql, [word, f"{word}\U0010ffff"]).fetchone() is not None


def _near(connection: sqlite3.Connection, word: str) -> tuple[str, ...]:
    errors = errors_allowed(word)
    if not errors:
        return ()
    words = "SELECT word, uses FROM search_spelling WHERE"
    size, key = len(word), sound(word)
    near = dict(connection.execute(f"{words} size BETWEEN ? AND ?", [size - errors, size + errors]).fetchall())
    alike = dict(connection.execute(f"{words} sound = ?", [key]).fetchall()) if key else {}
    return nearest(word, near, alike)
