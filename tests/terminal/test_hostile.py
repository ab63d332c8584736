"""Nothing that is stored reaches the terminal as a command, on any page."""

from __future__ import annotations

from pathlib import Path

import pytest

from contacts_tui.services import cards, contacts, search
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from tests.terminal.bytes_sent import not_allowed
from tests.terminal.conftest import USER, Start
from tests.terminal.hostile import naughty_strings, own_strings, poison
from tests.terminal.pseudo import Pseudo


@pytest.fixture(params=["own", "naughty"])
def poisoned(request: pytest.FixtureRequest, sample: Path) -> Path:
    """The sample company with a longer history, its every text replaced."""
    strings = own_strings() if request.param == "own" else naughty_strings()
    book = Book.open(sample)
    session = Session(book, USER)
    for row in search.window(session, "").page(0, 12):
        contact = cards.card(session, row.id).contact
        contacts.edit(session, contact, {"phone": "+1 418 555 0142", "city": "Lévis", "address": "1 rue Neuve"})
    book.records.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    book.close()
    poison(sample, strings)
    return sample


def _look(program: Pseudo, *names: str) -> None:
    """Press keys, and let whatever they show arrive."""
    for name in names:
        program.press(name)
        program.settle(0.25)
        assert program.process.poll() is None, program.text()


def test_no_stored_text_reaches_the_terminal_as_a_command(start: Start, poisoned: Path) -> None:
    program = start("--database", str(poisoned))
    program.wait_for("Be")
    _look(program, "down", "pagedown", "escape", "t", "t", "t", "G", "home")
    assert not_allowed(bytes(program.received)) == []
