"""An open book: one file, read by lists without peewee, written by records with it."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from contacts_tui.domain.errors import Unavailable
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.search_version import VERSION
from contacts_tui.store import files
from contacts_tui.store.failures import explained
from contacts_tui.store.files import Frozen
from contacts_tui.store.lists.rows import Reading
from contacts_tui.store.schema_version import SCHEMA_VERSION

if TYPE_CHECKING:
    from contacts_tui.store.records import Records

_READING = ("query_only=1", "mmap_size=0", "cache_size=-8192", "temp_store=2")


class Book:
    """A book of contacts on disk.

    `lists` gives a plain connection for reading lines; `records` the peewee side, loaded at its first use. `is_made`
    tells that the file was made when it was opened.
    """

    def __init__(self, path: Path, *, is_made: bool = False) -> None:
        self.path = path
        self.is_made = is_made
        self._records: Records | None = None
        self._local = threading.local()

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Book:
        """Open a book; with `create`, make the file (mode 0600) and its folder when missing, or fill an empty file.

        Raises:
            Unavailable: when the file is missing or empty, damaged, no book, or of a newer version of the program. A
                file that is no book is left as it is.
        """
        path = Path(path).expanduser()
        with explained(path):
            is_there = path.exists()
            is_filled = is_there and path.stat().st_size > 0
        if not is_filled:
            if not create:
                raise _unavailable(
                    path,
                    message(
                        "There is no book {path}. Make one with “sample”, “import” or “setup usual”.", path=str(path)
                    ),
                )
            with explained(path):
                path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        book = cls(path, is_made=not is_there)
        with explained(path):
            head = files.head(book.lists())
        if not head.is_book and not (head.is_empty and create):
            book.close()
            raise _unavailable(path, message("The file {path} is not a book of contacts.", path=str(path)))
        if head.version > SCHEMA_VERSION:
            book.close()
            raise _unavailable(
                path,
                message(
                    "The book {path} was made by a newer version of contacts-tui. Update the program.", path=str(path)
                ),
            )
        if head.version < SCHEMA_VERSION:
            book.records.migrate()
        elif book._has_other_search():
            book.records.renew_search()
        book._erase_again()
        return book

    @property
    def records(self) -> Records:
        """The peewee side."""
        if self._records is not None and not _is_current(self.path, self._records.frozen):
            self._records.close()
            self._records = None
        if self._records is None:
            from contacts_tui.store.records import Records

            with explained(self.path):
                self._records = Records(self.path, files.frozen(self.path))
        return self._records

    def lists(self) -> Reading:
        """The calling thread's plain connection, for reading only."""
        connection: Reading | None = getattr(self._local, "connection", None)
        if connection is not None and not _is_current(self.path, self._local.frozen):
            connection.close()
            connection = None
        if connection is None:
            with explained(self.path):
                frozen = files.frozen(self.path)
                name = str(self.path) if frozen is None else files.frozen_uri(self.path)
                connection = sqlite3.connect(
                    name, uri=frozen is not None, isolation_level=None, timeout=15, factory=Reading
                )
                for pragma in _READING:
                    connection.execute(f"PRAGMA {pragma}")
            self._local.connection, self._local.frozen = connection, frozen
        return connection

    def data_version(self) -> int:
        """A number that changes when any other connection, this program's own writes included, commits."""
        with explained(self.path):
            connection = self.lists()
            frozen: Frozen | None = self._local.frozen
            return frozen[0] if frozen else connection.data_version()

    def close(self) -> None:
        """Close the connections of the calling thread."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is not None:
            connection.close()
            self._local.connection = None
        if self._records is not None:
            self._records.close()

    def discard(self) -> None:
        """Close the book, and take its file away again when it was made for nothing: no step, nobody else at it."""
        is_unused = self.is_made and self._is_unused()
        self.close()
        if is_unused and self._is_alone():
            for ending in ("", "-wal", "-shm", ".lock"):
                with suppress(OSError):
                    self.path.with_name(f"{self.path.name}{ending}").unlink(missing_ok=True)

    def _erase_again(self) -> None:
        """Where a backup was put back in place of the book, erase in it again who was erased from the book.

        Where somebody still read when the last contact was erased, the rest of it is cleaned away now.
        """
        if not files.tombstones_of(self.path).exists() or files.frozen(self.path) is not None:
            return
        from contacts_tui.store import tombstones

        with explained(self.path):
            stones = tombstones.pending(self.path, self.lists())
        if stones:
            from contacts_tui.store.erasing import erase_again

            erase_again(self.records)
        elif tombstones.state(self.path) is tombstones.State.PACKED:
            from contacts_tui.store.logs import empty_log_left

            empty_log_left(self.path)

    def _has_other_search(self) -> bool:
        """Whether the index was made by other rules or lacks contacts that wait for it, and this user may mend it."""
        sql = "SELECT version, EXISTS (SELECT 1 FROM search_entry WHERE NOT indexed) FROM search_state"
        with explained(self.path):
            row = self.lists().execute(sql).fetchone()
            return row != (VERSION, 0) and files.frozen(self.path) is None

    def _is_unused(self) -> bool:
        try:
            return self.lists().execute("SELECT 1 FROM history_batch LIMIT 1").fetchone() is None
        except sqlite3.Error:
            return False

    def _is_alone(self) -> bool:
        """Only the one connection to a book can take it out of the journal mode that many share."""
        try:
            connection = sqlite3.connect(self.path, isolation_level=None, timeout=0)
            try:
                return bool(connection.execute("PRAGMA journal_mode=delete").fetchone() == ("delete",))
            finally:
                connection.close()
        except sqlite3.Error:
            return False


def _is_current(path: Path, frozen: Frozen | None) -> bool:
    """Tell whether a connection may go on: a file that was taken not to change must not have changed."""
    if frozen is None:
        return True
    with explained(path):
        return files.frozen(path) == frozen


def _unavailable(path: Path, text: Message) -> Unavailable:
    return Unavailable(text, value=str(path))
