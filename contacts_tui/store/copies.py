"""The copies that are kept beside a book before its shape changes."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def copies_of(book: Path) -> list[Path]:
    """Those of a book."""
    return sorted(book.parent.glob(f"{_literal(book.name)}.before-*"))


def delete_copies(book: Path) -> None:
    """Delete them: they hold what was erased from the book."""
    for copy in copies_of(book):
        for ending in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                copy.with_name(f"{copy.name}{ending}").unlink()


def _literal(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)
