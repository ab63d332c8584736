"""Which words that occur in the book may be meant by others, that occur nowhere in it or in few contacts."""

from __future__ import annotations

import sqlite3

from contacts_tui.domain.spelling import errors_allowed, likely, nearest, sound
from contacts_tui.store.search_tables import LONGEST_BEGINNING, WORDS

_WORDS = "SELECT word, uses FROM search_spelling WHERE"


def other_spellings(connection: sqlite3.Connection, words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The words with one of them spelled as another that occurs, which is likely to be meant."""
    found = []
    for at, word in enumerate(words):
        if errors_allowed(word):
            meant = likely(word, _of_its_length(connection, word))
            found += [(*words[:at], other, *words[at + 1 :]) for other in meant]
    return found


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
    if not errors_allowed(word):
        return ()
    key = sound(word)
    alike = dict(connection.execute(f"{_WORDS} sound = ?", [key]).fetchall()) if key else {}
    return nearest(word, _of_its_length(connection, word), alike)


def _of_its_length(connection: sqlite3.Connection, word: str) -> dict[str, int]:
    """The words that are as long, but for the letters that may be missing or too many; with how often each is used."""
    size, errors = len(word), errors_allowed(word)
    return dict(connection.execute(f"{_WORDS} size BETWEEN ? AND ?", [size - errors, size + errors]).fetchall())
