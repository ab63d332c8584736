"""Books for the tests of the services: real files, a clock that stands still until a test moves it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from tests.services.reference import Clock, fill


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(tmp_path: Path, clock: Clock) -> Iterator[Session]:
    """A new and empty book, opened by a user without a salesperson of the user's own."""
    book = Book.open(tmp_path / "book.db", create=True)
    yield Session(book, "marie", clock=clock, state=tmp_path / "state")
    book.close()


@pytest.fixture
def reference_book(session: Session) -> Session:
    """The book of domain 0.5: companies CT000001 and CT000004, people CT000002 and CT000003."""
    fill(session)
    return session
