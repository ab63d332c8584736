"""How long an edit takes until it is on the disk, index and history included, in copies of books."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from contacts_tui.domain.contact import Contact
from contacts_tui.services import contacts
from contacts_tui.services.session import Session
from contacts_tui.services.unit import tidy
from tests.benchmarks import books
from tests.benchmarks.books import Made
from tests.benchmarks.results import OURS, Results, percentile

_WARM = 20


def measure(made: Sequence[Made], folder: Path, results: Results, *, times: int) -> None:
    """Give some contacts a new phone number, one after another, a contact of each book in turn."""
    rng = random.Random("edits")
    seconds: dict[int, list[float]] = {book.size: [] for book in made}
    with ExitStack() as opened:
        sessions = {book.size: opened.enter_context(_copied(book, folder)) for book in made}
        for turn in range(times + _WARM):
            for size, session in sessions.items():
                taken = _edit(session, rng.randint(1, size), f"+1 514 555 {rng.randint(0, 9999):04}")
                if turn >= _WARM:
                    seconds[size].append(taken)
    for size, found in seconds.items():
        results.put("edit p50", OURS, size, percentile(found, 0.5))
        results.put("edit p99", OURS, size, percentile(found, 0.99))


@contextmanager
def _copied(made: Made, folder: Path) -> Iterator[Session]:
    copy = folder / f"edits of {made.size}.db"
    shutil.copyfile(made.book, copy)
    session = books.opened(copy)
    try:
        yield session
    finally:
        session.book.close()
        copy.unlink()


def _edit(session: Session, contact_id: int, phone: str) -> float:
    contact = session.book.records.reading(lambda read: read.get(Contact, contact_id))
    assert contact is not None
    started = time.perf_counter()
    contacts.edit(session, contact, {"phone": phone})
    seconds = time.perf_counter() - started
    tidy(session)  # as the program does, which then waits for a key
    return seconds
