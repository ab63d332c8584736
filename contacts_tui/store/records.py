"""The records side of a book: the peewee database, its units of work and its migrations."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from peewee import SqliteDatabase
from playhouse.migrations import Runner

from contacts_tui.domain import search_text
from contacts_tui.store.duplicate_strings import DuplicateStrings
from contacts_tui.store.failures import explained
from contacts_tui.store.files import APPLICATION_ID, Frozen, frozen_uri
from contacts_tui.store.locks import alone
from contacts_tui.store.reader import Reader
from contacts_tui.store.schema_version import SCHEMA_VERSION
from contacts_tui.store.search_index import SearchIndex
from contacts_tui.store.search_tables import PARTS, WORDS
from contacts_tui.store.turns import turn
from contacts_tui.store.unit_of_work import BatchKey, UnitOfWork

T = TypeVar("T")

#: Seconds that a write waits for another user's write.
BUSY_TIMEOUT = 15

#: So many contacts are taken into the index of the search in one transaction, and so many pages of it are joined.
_AT_ONCE, _PAGES = 1000, 400
_PAGES_OF_A_SAVE = 32

#: Books of a shape before this one have another index of the search, which is made anew.
_INDEX_OF = 4

_PRAGMAS = {
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    "cache_size": -8192,
    "temp_store": "memory",
    "mmap_size": 0,
    "wal_autocheckpoint": 16_000,  # pages; `tidy` does it before, while nobody waits
}
_OF_WRITERS = frozenset({"journal_mode", "synchronous", "wal_autocheckpoint"})


class Records:
    """Reads and writes the records of one SQLite file. Each thread has its own connection.

    A file that is `frozen` is only read, as it was in that state. Of a database `of_no_name` the path is its folder.
    """

    def __init__(self, path: Path, frozen: Frozen | None = None, *, of_no_name: bool = False) -> None:
        self.path = path
        self.frozen = frozen
        is_shared = frozen is None and not of_no_name
        self.database = SqliteDatabase(
            "file:" if of_no_name else str(path) if frozen is None else frozen_uri(path),
            uri=not is_shared,
            pragmas={name: value for name, value in _PRAGMAS.items() if is_shared or name not in _OF_WRITERS},
            lock_type="IMMEDIATE",
            timeout=BUSY_TIMEOUT,
        )

    def reading(self, ask: Callable[[Reader], T]) -> T:
        """The answer to a question about records, all of it from one state of the book."""
        with explained(self.path), self._one_state():
            return ask(Reader(self.database))

    @contextmanager
    def _one_state(self) -> Iterator[None]:
        self.database.connect(reuse_if_open=True)
        self.database.execute_sql("BEGIN DEFERRED")
        try:
            yield
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

    @contextmanager
    def copied(self) -> Iterator[Records]:
        """A private copy of the book as it is now, to write into while others go on writing; it is gone afterwards.

        SQLite makes a database without a name in a file that nobody else can open and that has no entry in its folder
        any more, so none remains even where the program is killed.
        """
        copy = Records(_temporary_folder(), of_no_name=True)
        try:
            with explained(self.path):
                self.database.connect(reuse_if_open=True)
                with explained(copy.path):
                    self.database.connection().backup(copy.database.connection())
            yield copy
        finally:
            copy.close()

    def migrate(self) -> None:
        """Bring the file to the newest shape, one process at a time, a copy kept before an existing file changes."""
        with explained(self.path), alone(self.path):
            version = self.database.pragma("user_version")
            if version == SCHEMA_VERSION:
                return
            # First of all, so that a file half made is known as a book by whoever meets it.
            self.database.pragma("application_id", APPLICATION_ID, permanent=False)
            if version:
                self._copy_to(self.path.with_name(f"{self.path.name}.before-{SCHEMA_VERSION}"))
            Runner(self.database, str(Path(__file__).parent / "migrations")).up()
            if version < _INDEX_OF:
                self._shortly(SearchIndex.forget)
            self.database.pragma("user_version", SCHEMA_VERSION, permanent=False)
            if version < _INDEX_OF:
                self._take_all_in()

    def wipe_deleted(self) -> None:
        """From now on overwrite what this connection deletes."""
        with explained(self.path):
            self.database.connect(reuse_if_open=True)
            self.database.execute_sql("PRAGMA secure_delete = ON")

    def rebuild_search(self) -> None:
        """Make the index of the search anew, in short transactions: others find meanwhile what is in it so far."""
        with explained(self.path), alone(self.path):
            self._shortly(SearchIndex.forget)
            self._take_all_in()

    def renew_search(self) -> None:
        """Make the index of the search anew where another version of the program made it, and take in who still waits.

        Where another process is at it, it is left to that one.
        """
        with explained(self.path), suppress(BlockingIOError), alone(self.path, wait=False):
            made_by = self.database.execute_sql("SELECT version FROM search_state").fetchone()
            if made_by == (search_text.VERSION,):
                self.catch_up()
            else:
                self._shortly(SearchIndex.forget)
                self._take_all_in()

    def catch_up(self) -> None:
        """Let the search find the contacts that are listed and still wait for it, in short transactions."""
        with explained(self.path):
            while self._catch_up():
                pass

    def _catch_up(self) -> bool:
        """Take some of them in, and join the pieces that this leaves; tells whether there were any.

        Their words, which take the longest, are made while others may write. Where somebody has, they are made again.
        """
        with self._one_state():
            version, waiting = self.data_version(), SearchIndex(self.database.connection()).waiting()

        def take_in(index: SearchIndex) -> None:
            index.catch_up(waiting if self.data_version() == version else index.waiting())
            for table in (WORDS, PARTS):
                index.join(table, _PAGES)

        if waiting.ids:
            self._shortly(take_in)
        return bool(waiting.ids)

    def join(self, pages: int) -> bool:
        """Join so many pages of the pieces that writes have left in the index; tells whether there are more.

        A negative number begins with all of them, also with those that are one by now.
        """
        joins = [partial(SearchIndex.join, table=table, pages=pages) for table in (WORDS, PARTS)]
        return any([self._shortly(join) for join in joins])

    def tidy(self) -> None:
        """Do what saves leave for later, at the latest to a save for which it would take long: join pieces of the index
        of the search, and bring what was written into the file itself."""
        with explained(self.path):
            self.join(_PAGES_OF_A_SAVE)
            self.database.execute_sql("PRAGMA wal_checkpoint(PASSIVE)")

    def refresh_strings(self, ids: Sequence[int]) -> None:
        """Make the search strings of these contacts anew, and the pairs of companies that share enough of them."""
        with explained(self.path), turn(), self.database.atomic():
            DuplicateStrings(self.database.connection()).refresh(ids)

    def _take_all_in(self) -> None:
        """Make whole what was forgotten: first the list, then what is found."""
        missing = self._shortly(SearchIndex.missing)
        for start in range(0, len(missing), _AT_ONCE):
            self._shortly(partial(SearchIndex.list_missing, ids=missing[start : start + _AT_ONCE]))
        self._shortly(SearchIndex.all_listed)
        self.catch_up()
        self.join(-_PAGES)
        while self.join(_PAGES):
            pass

    def _shortly(self, do: Callable[[SearchIndex], T]) -> T:
        """Do something in a transaction of its own, and let others write after it."""
        with turn(), self.database.atomic():
            return do(SearchIndex(self.database.connection()))

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


def _temporary_folder() -> Path:
    """Where SQLite puts its temporary files."""
    named = (os.environ.get("SQLITE_TMPDIR"), os.environ.get("TMPDIR"), "/var/tmp", "/usr/tmp", "/tmp")
    folders = [Path(name) for name in named if name]
    return next((folder for folder in folders if folder.is_dir() and os.access(folder, os.W_OK)), Path())
