"""The records side of a book: the peewee database, its units of work and its migrations."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from peewee import SqliteDatabase
from playhouse.migrations import Runner

from contacts_tui.store.failures import explained
from contacts_tui.store.files import APPLICATION_ID, Frozen, frozen_uri
from contacts_tui.store.reader import Reader
from contacts_tui.store.schema_version import SCHEMA_VERSION
from contacts_tui.store.search_index import SearchIndex
from contacts_tui.store.unit_of_work import BatchKey, UnitOfWork

T = TypeVar("T")

#: Seconds that a write waits for another user's write.
BUSY_TIMEOUT = 15

_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    "cache_size": -8192,
    "temp_store": "memory",
    "mmap_size": 0,
}
_OF_WRITERS = frozenset({"journal_mode", "synchronous"})


class Records:
    """Reads and writes the records of one SQLite file. Each thread has its own connection.

    A file that is `frozen` is only read, as it was in that state.
    """

    def __init__(self, path: Path, frozen: Frozen | None = None) -> None:
        self.path = path
        self.frozen = frozen
        self.database = SqliteDatabase(
            str(path) if frozen is None else frozen_uri(path),
            uri=frozen is not None,
            pragmas={name: value for name, value in _PRAGMAS.items() if frozen is None or name not in _OF_WRITERS},
            lock_type="IMMEDIATE",
            timeout=BUSY_TIMEOUT,
        )

    def reading(self, ask: Callable[[Reader], T]) -> T:
        """The answer to a question about records, all of it from one state of the book."""
        with explained(self.path):
            self.database.connect(reuse_if_open=True)
            self.database.execute_sql("BEGIN DEFERRED")
            try:
                return ask(Reader(self.database))
            finally:
                self.database.execute_sql("COMMIT")

    @contextmanager
    def unit(self, batch: BatchKey) -> Iterator[UnitOfWork]:
        """One transaction that writes into `batch`; nothing of it remains when it is left by an exception."""
        batch_before = batch.id
        unit = UnitOfWork(self.database, batch)
        try:
            with explained(self.path), self.database.atomic():
                yield unit
                unit.flush()
        except BaseException:
            batch.id = batch_before
            unit.lost()
            raise

    def migrate(self) -> None:
        """Bring the file to the newest shape, one process at a time, a copy kept before an existing file changes."""
        with explained(self.path), _locked(self.path):
            version = self.database.pragma("user_version")
            if version == SCHEMA_VERSION:
                return
            # First of all, so that a file half made is known as a book by whoever meets it.
            self.database.pragma("application_id", APPLICATION_ID, permanent=False)
            if version:
                self._copy_to(self.path.with_name(f"{self.path.name}.before-{SCHEMA_VERSION}"))
            Runner(self.database, str(Path(__file__).parent / "migrations")).up()
            with self.database.atomic():
                SearchIndex(self.database.connection()).rebuild()
            self.database.pragma("user_version", SCHEMA_VERSION, permanent=False)

    def backup(self, target: Path) -> None:
        """Write a consistent copy of the book while others go on writing; an existing file is not replaced.

        Raises:
            FileExistsError: when there is a file of that name.
        """
        if target.exists():
            raise FileExistsError(str(target))
        self._copy_to(target)

    def data_version(self) -> int:
        """A number that changes when another connection commits."""
        return int(self.database.execute_sql("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Close the connection of the calling thread."""
        self.database.close()

    def _copy_to(self, target: Path) -> None:
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY, 0o600))
        source = self.database.connection()
        copy = sqlite3.connect(target)
        try:
            source.backup(copy)
        finally:
            copy.close()


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock that lets one process at a time create or migrate the file."""
    lock = os.open(path.with_name(f"{path.name}.lock"), os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)
