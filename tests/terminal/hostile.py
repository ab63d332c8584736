"""Books full of what terminals, markup and people's programs stumble over."""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

BLNS = Path(__file__).parents[3] / "shared" / "data" / "strings" / "blns.json"

COMMANDS = (
    "\x1b]52;c;aGFja2Vk\x07", "\x1b]0;title\x07", "\x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\", "\x1b[2J",
    "\x1b[6n", "\x1b[c", "\x1b[38;5;201m", "\x1b[7;77H", "\x1b[?1049l", "\x1bc", "\x1bP1$r0m\x1b\\", "\x1b_x\x1b\\",
    "\x9b2J", "\x9d52;c;aGFja2Vk\x9c", "\x00", "\x07", "\x08", "\x7f", "\x0b", "\x0c", "\r", "\n", "\t", "\x0e",
    "\u202e", "\u2066", "\u200b", "\u2028", "\ufeff", "\u061c",
)  # fmt: skip
MARKUP = (
    "[bold]b[/]", "[/]", "[/b]", "[Acme] Ltd", "[@click=app.exit]go[/]", "[link=file:///etc/passwd]x[/link]",
    "[red]r", ":smile:", "{name}", "%s", "$x", "\\[x]", "<b>&amp;", "'\"`;--", "日本", "Łukasz", "👩‍👩‍👧",
)  # fmt: skip

#: What other columns point at, count on or choose by; a date of the book; what the program reads back as a value.
_NOT_TEXT = {
    "uid", "type", "correspondence_type", "language", "keys", "verb", "action", "record", "field", "link_to",
    "birthday", "at", "date", "starting_date", "ending_date", "last_date_used", "modified_at", "applied",
    "last_no_used", "starting_no", "ending_no", "warning_no", "default_correspondence_type", "formality",
    "part1", "part2", "part3", "part4", "part5",
}  # fmt: skip
_NOT_HOSTILE = {"schema_migration", "sqlite_sequence", "history_change"}


def own_strings() -> list[str]:
    """Each command and each piece of markup, in the middle of ordinary text."""
    return [f"Be{piece}fore" for piece in (*COMMANDS, *MARKUP)]


def naughty_strings() -> list[str]:
    """The big list of naughty strings, those that can be stored; the test is skipped where there is none."""
    if not BLNS.exists():
        pytest.skip(f"needs the file {BLNS}")
    found: list[str] = json.loads(BLNS.read_text(encoding="utf-8"))
    return [text for text in found if text.isprintable() or text.strip()]


def poison(path: Path, strings: Sequence[str]) -> None:
    """Put these strings, one after another, into every text of a book, past all rules, and into its history."""
    taken = itertools.cycle(strings)
    with sqlite3.connect(path) as connection:
        for table, column in _text_columns(connection):
            unique = column in ("code", "no", "user", "format")
            rows = connection.execute(f"SELECT id FROM {table}").fetchall()
            values = ((f"{next(taken)}{row_id if unique else ''}", row_id) for (row_id,) in rows)
            connection.executemany(f"UPDATE OR IGNORE {table} SET {column} = ? WHERE id = ?", values)
        for change_id, old, new in connection.execute("SELECT id, old, new FROM history_change").fetchall():
            values_of = [value and json.dumps(_poisoned(json.loads(value), taken)) for value in (old, new)]
            connection.execute("UPDATE history_change SET old = ?, new = ? WHERE id = ?", (*values_of, change_id))


def _text_columns(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return [
        (table, name)
        for table in tables
        if table not in _NOT_HOSTILE and not table.startswith("search_")
        for _, name, kind, *_more in connection.execute(f"PRAGMA table_info({table})")
        if kind == "TEXT" and name not in _NOT_TEXT
    ]


def _poisoned(value: Any, taken: Iterator[str]) -> Any:
    if isinstance(value, dict):
        return {
            name: next(taken) if isinstance(found, str) and name not in _NOT_TEXT else found
            for name, found in value.items()
        }
    return next(taken) if isinstance(value, str) else value
