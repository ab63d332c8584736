"""A book that this user cannot write can be read, and reading leaves nothing behind."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from contacts_tui.domain.codes import Country
from contacts_tui.store import files
from contacts_tui.store.book import Book
from contacts_tui.store.unit_of_work import BatchKey

#: The rights of files do not bind root, unless it gives up the two capabilities that say so.
_BOUND = """
import ctypes, os, sys
if os.geteuid() == 0:
    libc = ctypes.CDLL(None)
    head, sets = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    assert libc.capget(head, sets) == 0
    for index in range(3):
        sets[index] &= ~0b110
    assert libc.capset(head, sets) == 0
assert not os.access(sys.argv[2], os.W_OK)
from contacts_tui.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def read_only(book: Book, batch: Callable[..., BatchKey]) -> Iterator[Path]:
    """A book whose file cannot be written."""
    with book.records.unit(batch()) as unit:
        unit.add(Country(code="CA", description="Canada"))
    book.close()
    book.path.chmod(0o444)
    yield book.path
    book.path.parent.chmod(0o755)
    book.path.chmod(0o600)


def run(path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _BOUND, "--database", str(path), *words], capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("folder", [0o755, 0o555])
def test_it_can_be_read(read_only: Path, folder: int) -> None:
    read_only.parent.chmod(folder)
    there = sorted(found.name for found in read_only.parent.iterdir())
    assert "Canada" in run(read_only, "setup", "show", "countries").stdout
    assert run(read_only, "check").stdout == "All is well.\n"
    assert run(read_only, "find", "nobody").returncode == 1
    assert sorted(found.name for found in read_only.parent.iterdir()) == there


@pytest.mark.parametrize("folder", [0o755, 0o555])
def test_what_cannot_be_written_is_told(read_only: Path, folder: int) -> None:
    read_only.parent.chmod(folder)
    ran = run(read_only, "setup", "set", "company_name=Acme")
    assert (ran.returncode, ran.stdout) == (4, "")
    assert "can be read but not written" in ran.stderr


def test_a_reader_sees_what_is_written_after_all(
    read_only: Path, batch: Callable[..., BatchKey], monkeypatch: pytest.MonkeyPatch
) -> None:
    state = read_only.stat()
    monkeypatch.setattr(
        files, "frozen", lambda path: (path.stat().st_mtime_ns, path.stat().st_size) if path.exists() else None
    )
    reader = Book.open(read_only)
    seen = reader.data_version()
    assert reader.records.frozen == (state.st_mtime_ns, state.st_size)
    assert reader.records.reading(lambda read: read.count(Country)) == 1
    monkeypatch.undo()
    read_only.chmod(0o600)
    writer = Book.open(read_only)
    with writer.records.unit(batch()) as unit:
        unit.add(Country(code="US", description="United States"))
    assert reader.lists().execute("SELECT count(*) FROM country").fetchone() == (2,)
    assert reader.records.reading(lambda read: read.count(Country)) == 2
    assert reader.data_version() != seen
    writer.close()
    reader.close()
