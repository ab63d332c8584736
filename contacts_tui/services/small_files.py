"""Small files of one user on this machine, outside the book: written whole or not at all.

Everything here is plain calls of the system without locks, so that a signal handler may use it too.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
from contextlib import suppress
from pathlib import Path

_serial = itertools.count()


def name_of(*parts: str) -> str:
    """A file name for what the parts name together: short, the same each time, without anything of them in clear."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def write(path: Path, value: object) -> None:
    """Let the file hold this value as JSON; only its owner may read it. The old file stands until the new one is safe.

    Raises:
        OSError: when it cannot be written; the old file is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # A handler may interrupt a writing of the same file: each writing has a name of its own.
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{next(_serial)}")
    data = json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
    try:
        handle = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_NOFOLLOW, 0o600)
        try:
            while data:
                data = data[os.write(handle, data) :]
            os.fsync(handle)
        finally:
            os.close(handle)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(path.parent)


def read(path: Path) -> object:
    """The value that the file holds; None when there is no such file, or it cannot be understood."""
    try:
        return json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
    except (OSError, ValueError):
        return None


def remove(path: Path) -> None:
    """Delete the file; it may be gone already."""
    with suppress(OSError):
        path.unlink()


def _sync_folder(folder: Path) -> None:
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
