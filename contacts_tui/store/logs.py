"""Bringing the log of writes into the file of a book, so that nothing erased is left in either. Plain SQL."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from contacts_tui.store import tombstones
from contacts_tui.store.locks import alone
from contacts_tui.store.tombstones import State


def emptied(path: Path, patience: float) -> bool:
    """Empty the log; False where somebody reads a state from before for so many seconds. Who writes waits as well."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=patience)) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()  # the most of it, while others write
        busy, *_pages = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy


def empty_log_left(path: Path) -> None:
    """Empty the log that somebody kept from being emptied when a contact was erased, if nobody does so now."""
    with suppress(OSError, sqlite3.Error), alone(path, wait=False):
        if tombstones.state(path) is State.PACKED and emptied(path, 0):
            tombstones.note(path, State.CLEAN)
