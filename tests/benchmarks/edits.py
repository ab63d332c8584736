"""How long an edit takes until it is on the disk, index and history included, in a copy of a book."""

from __future__ import annotations

import random
import shutil
import time
from contextlib import closing
from pathlib import Path

from contacts_tui.domain.contact import Contact
from contacts_tui.services import contacts
from contacts_tui.store.reader import Reader
from tests.benchmarks import books
from tests.benchmarks.books import Made
from tests.benchmarks.results import OURS, Results, percentile

_WARM = 20


def measure(made: Made, folder: Path, results: Results, *, times: int) -> None:
    """Give some contacts a new phone number, one after another."""
    copy = folder / f"edits of {made.size}.db"
    shutil.copyfile(made.book, copy)
    session, rng = books.opened(copy), random.Random(made.size)
    seconds = []
    with closing(session.book):
        for _ in range(times + _WARM):
            contact_id, digits = rng.randint(1, made.size), rng.randint(0, 9999)

            def ask(read: Reader, wanted: int = contact_id) -> Contact | None:
                return read.get(Contact, wanted)

            contact = session.book.records.reading(ask)
            assert contact is not None
            started = time.perf_counter()
            contacts.edit(session, contact, {"phone": f"+1 514 555 {digits:04}"})
            seconds.append(time.perf_counter() - started)
    copy.unlink()
    results.put("edit p50", OURS, made.size, percentile(seconds[_WARM:], 0.5))
    results.put("edit p99", OURS, made.size, percentile(seconds[_WARM:], 0.99))
