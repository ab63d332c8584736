"""Books for the tests of imports, and the real data that lies beside the project."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from contacts_tui.services.session import Session
from contacts_tui.store.book import Book

Write = Callable[..., Path]


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A new and empty book."""
    book = Book.open(tmp_path / "book.db", create=True)
    yield Session(book, "marie", clock=lambda: datetime(2026, 11, 24, 12, tzinfo=UTC))
    book.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "export"
    made.mkdir()
    return made


@pytest.fixture
def write(folder: Path) -> Write:
    """Writes a table, its heading first, as a spreadsheet would."""

    def table(name: str, heading: Sequence[str], *rows: Sequence[str]) -> Path:
        path = folder / name
        with path.open("w", newline="", encoding="utf-8", errors="surrogatepass") as file:
            csv.writer(file).writerows([heading, *rows])
        return path

    return table


def shared(name: str) -> Path:
    """A folder or file of the data that nobody here wrote; the test is skipped where it is not at hand."""
    for parent in Path(__file__).parents:
        found = parent / "shared" / "data" / name
        if found.exists():
            return found
    pytest.skip(f"the data {name} is not beside the project")


@pytest.fixture
def cronus() -> Path:
    return shared("cronus")
