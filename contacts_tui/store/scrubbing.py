"""Leaving nothing in the files of a book of what was erased: in the index, free pages, the log of writes, copies.

It goes in stages, and a line in the file of the tombstones tells which of them are done: whatever ends the program in
between, the next erasing goes on from there.
"""

from __future__ import annotations

import resource
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from contacts_tui.store import tombstones
from contacts_tui.store.copies import delete_copies
from contacts_tui.store.failures import explained
from contacts_tui.store.logs import emptied
from contacts_tui.store.tombstones import State

if TYPE_CHECKING:
    from contacts_tui.store.records import Records

#: How far it is, in hundredths, when the file begins to be written anew, and when only the log is left.
INDEX_DONE, FILE_DONE, ALL = 25, 95, 100
#: Seconds between two looks at how far it is.
_BETWEEN = 0.5
#: So many pages of the index are joined in one transaction: others wait for well below a second.
_PAGES = 2000
#: Seconds in which others may end their reading, and with a large file what they write into it from the log.
_PATIENCE, _BYTES_A_SECOND = 3, 100_000_000
#: The whole file goes through a temporary one and the log of writes.
_TIMES_WRITTEN = 3
_BLOCK = 512


class Watch(NamedTuple):
    """Who is told how far it is (of 100), in any thread, and who may stop it."""

    tell: Callable[[int], object] = lambda done: None
    stopped: Callable[[], bool] = lambda: False


NOBODY = Watch()


def scrub(records: Records, watch: Watch = NOBODY) -> bool:
    """Leave nothing behind; nobody else can write while the file is written anew, which takes as long as two backups.

    False where it was stopped, or somebody reads a state from before: it is to be called again then.

    Raises:
        Unavailable: when there is no room, or somebody else does not stop writing; it is to be called again as well.
    """
    with explained(records.path):
        if tombstones.state(records.path) is not State.PACKED:
            if not _pack(records, watch):
                return False
            tombstones.note(records.path, State.PACKED)
        watch.tell(FILE_DONE)
        if not emptied(records.path, _PATIENCE + records.path.stat().st_size / _BYTES_A_SECOND):
            return False
        tombstones.note(records.path, State.CLEAN)
        watch.tell(ALL)
        return True


def _pack(records: Records, watch: Watch) -> bool:
    """Join the pieces of the index, so that no word is left that was taken out, and write the file anew."""
    delete_copies(records.path)  # the first, so that there is more room
    watch.tell(0)
    records.wipe_deleted()
    more = records.join(-_PAGES)
    while more:
        if watch.stopped():
            return False
        more = records.join(_PAGES)
    watch.tell(INDEX_DONE)
    if watch.stopped():
        return False
    database = records.database
    database.execute_sql("PRAGMA temp_store = FILE")  # a large book does not fit into memory
    try:
        with _watched(database.connection(), records.path.stat().st_size, watch):
            database.connection().execute("VACUUM")
    except sqlite3.OperationalError as error:
        if "interrupted" not in str(error):
            raise
        return False
    finally:
        database.execute_sql("PRAGMA temp_store = MEMORY")
    return True


@contextmanager
def _watched(connection: sqlite3.Connection, size: int, watch: Watch) -> Iterator[None]:
    """Tell how far one long statement is, by what this process writes, and interrupt it when it is to stop."""
    ended, before = threading.Event(), _written()

    def look() -> None:
        while not ended.wait(_BETWEEN):
            share = min(1.0, (_written() - before) / (_TIMES_WRITTEN * size))
            watch.tell(INDEX_DONE + int(share * (FILE_DONE - INDEX_DONE)))
            if watch.stopped():
                connection.interrupt()

    looking = threading.Thread(target=look, daemon=True)
    looking.start()
    try:
        yield
    finally:
        ended.set()
        looking.join()


def _written() -> int:
    """The bytes that this process has given to a disk."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_oublock * _BLOCK
