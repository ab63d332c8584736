"""``sample``: the full-screen program on a sample company, in a book of its own."""

from __future__ import annotations

import os
from pathlib import Path

from contacts_tui import locale
from contacts_tui.cli.output import Output
from contacts_tui.cli.parser import Call
from contacts_tui.cli.settings import Settings
from contacts_tui.services import seeds
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from contacts_tui.store.failures import explained


def run(call: Call, found: Settings, output: Output) -> int:
    """Open the sample company; it is made when missing, and anew with `reset`."""
    from contacts_tui.cli import program, wiring

    program.check_terminal()
    make(found, anew=call.is_set("reset"))
    with wiring.session(found._replace(database=found.sample)) as session:
        return program.show(session, found)


def opened(found: Settings, language: str) -> Session:
    """A session on the sample company, which is made in that language when it is missing."""
    make(found._replace(language=language))
    return Session(Book.open(found.sample), found.user, language, state=found.state)


def make(found: Settings, *, anew: bool = False) -> None:
    """Make the book of the sample company when it is missing, or anew.

    It is made under another name and gets its own when it is complete, so that two that start at once both find a
    whole company.

    Raises:
        Unavailable: when it cannot be written.
    """
    path = found.sample
    if path.exists() and not anew:
        return
    part = path.with_name(f".{path.name}.{os.getpid()}")
    with explained(path):
        try:
            book = Book.open(part, create=True)
            try:
                seeds.sample(Session(book, found.user, found.language or locale.current()))
            finally:
                book.close()
            if anew:
                _remove(path)
            part.replace(path)
        finally:
            _remove(part)


def _remove(path: Path) -> None:
    """Remove a book with the files that SQLite keeps beside it: an old log must never meet a new book."""
    for ending in ("", "-wal", "-shm", ".lock"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
