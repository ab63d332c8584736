"""What to know of a file before it is opened as a book: whether it is one, and whether anybody can write it."""

import os
import sqlite3
from collections.abc import Set
from pathlib import Path
from typing import NamedTuple

#: Says in the head of a file that it is a book: “Ctui”.
APPLICATION_ID = 0x43747569
#: What a book has that was made before books were marked.
_TABLES = frozenset({"contact", "history_batch", "history_change"})


class Head(NamedTuple):
    """The head of an SQLite file: the program that it is of, its version, its tables."""

    application_id: int
    version: int
    tables: Set[str]

    @property
    def is_book(self) -> bool:
        """Whether it is a book, of whatever version; one that is being made counts."""
        return self.application_id == APPLICATION_ID or (
            self.application_id == 0 and self.version > 0 and self.tables >= _TABLES
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever put into it, so that it may become a book."""
        return not (self.application_id or self.version or self.tables)


#: One state of a file that does not change under its reader: when it was written, and its size.
Frozen = tuple[int, int]


def head(connection: sqlite3.Connection) -> Head:
    """The head of the file, all of it from one state."""
    connection.execute("BEGIN")
    try:
        tables = {str(row[0]) for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    finally:
        connection.execute("COMMIT")
    return Head(application_id, version, tables)


def frozen(path: Path) -> Frozen | None:
    """The state of a file that this user cannot write and that nobody has open for writing now; None for any other.

    SQLite keeps two files beside a book that is open. Where they cannot be made, the book can be read only as a file
    that does not change; and where they could, a reader who may not write would leave them behind.
    """
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return None
    if path.with_name(f"{path.name}-wal").exists():
        return None
    found = path.stat()
    return found.st_mtime_ns, found.st_size


def frozen_uri(path: Path) -> str:
    """How SQLite opens a file that does not change: without locks, and without a file beside it."""
    return f"{path.absolute().as_uri()}?mode=ro&immutable=1"


def tombstones_of(book: Path) -> Path:
    """The file beside a book that knows who was erased from it, wherever the book is reached from."""
    found = book.resolve()
    return found.with_name(f"{found.name}.erased")
