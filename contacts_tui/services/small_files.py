"""Small files of one user on this machine, outside the book: written whole or not at all.

Everything here is plain calls of the system without locks, so that a signal handler may use it too.
"""

from __future__ import annotations

import itertools
import os
from contextlib import suppress
from pathlib import Path

_serial = itertools.count()
_FNV_BASIS = 0x6C62272E07BB014262B821756295C58D
_FNV_PRIME = (1 << 88) + 0x13B
_FNV_SIZE = 1 << 128


def name_of(*parts: str) -> str:
    """A file name for what the parts name together: short, the same each time, without anything of them in clear."""
    # FNV-1a: the first page asks for a name, and loading the library's hashes would take as long as all of its reading.
    found = _FNV_BASIS
    for byte in "\0".join(parts).encode("utf-8", "surrogatepass"):
        found = (found ^ byte) * _FNV_PRIME % _FNV_SIZE
    return f"{found:032x}"


def write(path: Path, text: str) -> None:
    """Let the file hold this text; only its owner may read it. The old file stands until the new one is safe.

    Raises:
        OSError: when it cannot be written; the old file is as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # A handler may interrupt a writing of the same file: each writing has a name of its own.
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{next(_serial)}")
    data = text.encode("utf-8", "surrogatepass")
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


def read(path: Path) -> str:
    """The text that the file holds; blank when there is no such file, or it is no text."""
    try:
        return path.read_bytes().decode("utf-8", "surrogatepass")
    except (OSError, ValueError):
        return ""


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
