"""An open book: one file, read by lists without peewee, written by records with it."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from contacts_tui.domain.errors import Unavailable
from contacts_tui.domain.message import message
from contacts_tui.store.failures import explained
from contacts_tui.store.schema_version import SCHEMA_VERSION

if TYPE_CHECKING:
    from contacts_tui.store.records import Records


class Book:
    """A book of contacts on disk.

    `lists` gives a plain connection for reading lines; `records` the peewee side, loaded at its first use.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._records: Records | None = None
        self._local = threading.local()

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Book:
        """Open a book; with `create`, make the file (mode 0600) and its folder when missing.

        Raises:
            Unavailable: when the file is missing, damaged, no book, or of a newer version of the program.
        """
        path = Path(path).expanduser()
        with explained(path):
            is_there = path.exists()
        if not is_there:
            if not create:
                raise Unavailable(
                    message(
                        "There is no book {path}. Make one with “sample”, “import” or “setup usual”.", path=str(path)
                    ),
                    value=str(path),
                )
            with explained(path):
                path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        book = cls(path)
        version = book._version()
        if version > SCHEMA_VERSION:
            raise Unavailable(
                message(
                    "The book {path} was made by a newer version of contacts-tui. Update the program.", path=str(path)
                ),
                value=str(path),
            )
        if version < SCHEMA_VERSION:
            book.records.migrate()
        return book

    @property
    def records(self) -> Records:
        """The peewee side."""
        if self._records is None:
            from contacts_tui.store.records import Records

            self._records = Records(self.path)
        return self._records

    def lists(self) -> sqlite3.Connection:
        """The calling thread's plain connection, for reading only."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            with explained(self.path):
                connection = sqlite3.connect(self.path, isolation_level=None, timeout=15)
                for pragma in ("query_only=1", "mmap_size=0", "cache_size=-8192", "temp_store=2"):
                    connection.execute(f"PRAGMA {pragma}")
            self._local.connection = connection
        return connection

    def data_version(self) -> int:
        """A number that changes when any other connection, this program's own writes included, commits."""
        with explained(self.path):
            return int(self.lists().execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Close the connections of the calling thread."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is not None:
            connection.close()
            self._local.connection = None
        if self._records is not None:
            self._records.close()

    def _version(self) -> int:
        with explained(self.path):
            return int(self.lists().execute("PRAGMA user_version").fetchone()[0])
