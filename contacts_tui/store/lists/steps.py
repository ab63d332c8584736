"""Whether a user has a step to take back or to bring back, asked on the plain connection, so that it costs little."""

from __future__ import annotations

import sqlite3

from contacts_tui.domain.history import Verb

_UNDO = """
SELECT EXISTS (
    SELECT 1 FROM history_batch WHERE user = ? AND undone_by_id IS NULL AND undoes_id IS NULL AND verb <> ?
)
"""
_REDO = """
SELECT EXISTS (
    SELECT 1 FROM history_batch
    WHERE user = :user AND verb = :undo AND undone_by_id IS NULL
    AND id > (SELECT coalesce(max(id), 0) FROM history_batch WHERE user = :user AND undoes_id IS NULL)
)
"""


def can_undo(connection: sqlite3.Connection, user: str) -> bool:
    """Whether one of the user's own steps still stands."""
    return bool(connection.execute(_UNDO, (user, Verb.ERASE.value)).fetchone()[0])


def can_redo(connection: sqlite3.Connection, user: str) -> bool:
    """Whether the user took back a step and has done nothing new since."""
    return bool(connection.execute(_REDO, {"user": user, "undo": Verb.UNDO.value}).fetchone()[0])
