"""The contacts that were erased, in a small file beside the book: a backup that is put back is cleaned by it again.

It names nobody: a contact is known by its id and its uid, and where the uid might tell who it was, by a digest of it;
its numbers by digests alone. Plain text, a line for each, so that looking at it costs next to nothing; a line of one
word tells how much of the files was cleaned since.
"""

from __future__ import annotations

import os
import re
import sqlite3
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from contacts_tui.store.files import tombstones_of

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_DIGEST = "sha256:"
_UIDS = """
SELECT uid FROM contact WHERE id = ?1 UNION
SELECT json_extract(old, '$.uid') FROM history_change WHERE record = 'contact' AND row_id = ?1 AND action = 'remove'
"""


class State(StrEnum):
    """How clean the files of a book are of what was erased: `OPEN` are its traces, `PACKED` is all but the log."""

    OPEN = "open"
    PACKED = "packed"
    CLEAN = "clean"


class Tombstone(NamedTuple):
    """A contact that was erased, when and by whom, the number of the request, and digests of its numbers."""

    contact_id: int
    uid: str
    day: date
    user: str
    request: str
    keys: tuple[str, ...] = ()


def says_nothing(uid: str) -> bool:
    """Whether a uid is made by chance or by a digest, so that it may stay."""
    return _UUID.fullmatch(uid) is not None


def known_as(uid: str) -> str:
    """What a tombstone knows a contact of that uid by."""
    return uid if says_nothing(uid) else key_of("", uid)


def key_of(kind: str, value: str) -> str:
    """What a tombstone knows a contact by that has this number, of a kind such as ``no``."""
    from hashlib import sha256

    text = f"{kind}\n{value}" if kind else value
    return _DIGEST + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def add(book: Path, stone: Tombstone) -> None:
    """Note it, safely, before the contact is erased.

    Raises:
        OSError: when it cannot be written.
    """
    parts = (str(stone.contact_id), stone.uid, stone.day.isoformat(), stone.user, stone.request, *stone.keys)
    _append(book, "\t".join(" ".join(part.split()) for part in parts))


def note(book: Path, state: State) -> None:
    """Note how clean the files are.

    Raises:
        OSError: when it cannot be written.
    """
    _append(book, state)


def state(book: Path) -> State:
    """How clean the files are; a contact that was noted last is still to be cleaned away."""
    lines = _lines(book)
    if not lines:
        return State.CLEAN
    return State(lines[-1]) if lines[-1] in list(State) else State.OPEN


def pending(book: Path, connection: sqlite3.Connection) -> list[Tombstone]:
    """Those whose contact is in the book as it was before it was erased."""
    stones = _stones(book)
    done = {row[0] for row in connection.execute("SELECT uid FROM erasure")} if stones else set()
    return [stone for stone in stones if stone.uid not in done and _is_there(connection, stone)]


def keys(book: Path) -> dict[str, date]:
    """By what all erased contacts are known, and when each was erased."""
    return {key: stone.day for stone in _stones(book) for key in (stone.uid, *stone.keys)}


def _is_there(connection: sqlite3.Connection, stone: Tombstone) -> bool:
    """As it is, or as it was deleted."""
    return any(known_as(uid) == stone.uid for (uid,) in connection.execute(_UIDS, [stone.contact_id]))


def _append(book: Path, line: str) -> None:
    handle = os.open(tombstones_of(book), os.O_CREAT | os.O_APPEND | os.O_WRONLY | os.O_NOFOLLOW, 0o600)
    try:
        os.write(handle, f"{line}\n".encode())
        os.fsync(handle)
    finally:
        os.close(handle)


def _lines(book: Path) -> list[str]:
    try:
        return tombstones_of(book).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def _stones(book: Path) -> list[Tombstone]:
    return [stone for line in _lines(book) if (stone := _read(line)) is not None]


def _read(line: str) -> Tombstone | None:
    parts = line.split("\t")
    try:
        known = Tombstone(int(parts[0]), parts[1], date.fromisoformat(parts[2]), parts[3], parts[4])
    except (ValueError, IndexError):
        return None
    return known._replace(keys=tuple(parts[5:]))
