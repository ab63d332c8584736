"""Bringing the log of writes into the file of a book, so that nothing erased is left in either. Plain SQL."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

from contacts_tui.store import tombstones
from contacts_tui.store.locks import alone
from contacts_tui.store.tombstones import State

_TURN = 1.0
"""Seconds for which others are kept from writing at once."""


def emptied(path: Path, patience: float) -> bool:
    """Empty the log; False where others were at it for so many seconds. Whoever writes gets a turn in between."""
    end = time.monotonic() + patience
    with closing(sqlite3.connect(path, isolation_level=None, timeout=min(patience, _TURN))) as connection:
        while True:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()  # the most of it, while others write
            busy, *_pages = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            if not busy or time.monotonic() >= end:
                return not busy
            time.sleep(_TURN / 10)


def empty_log_left(path: Path) -> None:
    """Empty the log that somebody kept from being emptied when a contact was erased, if nobody does so now."""
    with suppress(OSError, sqlite3.Error), alone(path, wait=False):
        if tombstones.state(path) is State.PACKED and emptied(path, 0):
            tombstones.note(path, State.CLEAN)
