"""The contacts that were erased, in a small file beside the book: a backup that is put back is cleaned by it again.

It names nobody: a contact is known by its id and its uid, and where the uid might tell who it was, by a digest of it.
Plain text, a line for each, so that looking at it costs next to nothing.
"""

from __future__ import annotations

import os
import re
import sqlite3
from datetime import date
from pathlib import Path
from typing import NamedTuple

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_DIGEST = "sha256:"
_UIDS = """
SELECT uid FROM contact WHERE id = ?1 UNION
SELECT json_extract(old, '$.uid') FROM history_change WHERE record = 'contact' AND row_id = ?1 AND action = 'remove'
"""


class Tombstone(NamedTuple):
    """A contact that was erased, when and by whom, and the number of the request."""

    contact_id: int
    uid: str
    day: date
    user: str
    request: str


def says_nothing(uid: str) -> bool:
    """Whether a uid is made by chance or by a digest, so that it may stay."""
    return _UUID.fullmatch(uid) is not None


def known_as(uid: str) -> str:
    """What a tombstone knows a contact of that uid by."""
    if says_nothing(uid):
        return uid
    from hashlib import sha256

    return _DIGEST + sha256(uid.encode("utf-8", "surrogatepass")).hexdigest()


def path_of(book: Path) -> Path:
    """The file beside a book, wherever the book is reached from."""
    found = book.resolve()
    return found.with_name(f"{found.name}.erased")


def add(book: Path, stone: Tombstone) -> None:
    """Note it, safely, before the contact is erased.

    Raises:
        OSError: when it cannot be written.
    """
    handle = os.open(path_of(book), os.O_CREAT | os.O_APPEND | os.O_WRONLY | os.O_NOFOLLOW, 0o600)
    try:
        parts = (str(stone.contact_id), stone.uid, stone.day.isoformat(), stone.user, stone.request)
        os.write(handle, ("\t".join(" ".join(part.split()) for part in parts) + "\n").encode())
        os.fsync(handle)
    finally:
        os.close(handle)


def pending(book: Path, connection: sqlite3.Connection) -> list[Tombstone]:
    """Those whose contact is in the book as it was before it was erased."""
    try:
        text = path_of(book).read_text(encoding="utf-8")
    except OSError:
        return []
    stones = [stone for line in text.splitlines() if (stone := _read(line)) is not None]
    done = {row[0] for row in connection.execute("SELECT uid FROM erasure")}
    return [stone for stone in stones if stone.uid not in done and _is_there(connection, stone)]


def _is_there(connection: sqlite3.Connection, stone: Tombstone) -> bool:
    """As it is, or as it was deleted."""
    return any(known_as(uid) == stone.uid for (uid,) in connection.execute(_UIDS, [stone.contact_id]))


def _read(line: str) -> Tombstone | None:
    parts = line.split("\t")
    try:
        return Tombstone(int(parts[0]), parts[1], date.fromisoformat(parts[2]), parts[3], parts[4])
    except (ValueError, IndexError):
        return None
