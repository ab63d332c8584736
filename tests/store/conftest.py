"""A new book for each test, in a real file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from contacts_tui.domain.history import Verb
from contacts_tui.store.book import Book
from contacts_tui.store.unit_of_work import BatchKey

START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    found = Book.open(tmp_path / "book.db", create=True)
    yield found
    found.close()


@pytest.fixture
def batch() -> Callable[..., BatchKey]:
    """Batches of one user, a minute apart."""
    minutes = 0

    def make(verb: Verb = Verb.EDIT, user: str = "marie", undoes: int | None = None) -> BatchKey:
        nonlocal minutes
        minutes += 1
        return BatchKey(user, START + timedelta(minutes=minutes), verb, "", undoes)

    return make
