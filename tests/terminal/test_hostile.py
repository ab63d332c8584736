"""Nothing that is stored reaches the terminal as a command, on any page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from contacts_tui.domain.listing import Listing
from contacts_tui.services import cards, contacts, drafts, search
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
    for row in search.answer(session, Listing()).window.page(0, 12):
        contact = cards.card(session, row.id).contact
        contacts.edit(session, contact, {"phone": "+1 418 555 0142", "city": "Lévis", "address": "1 rue Neuve"})
    book.records.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    book.close()
    poison(sample, strings)
    return sample


#: Keys, and what stands on the screen after them that is not stored text.
FIND = (
    ("down", ""), ("pagedown", ""), ("escape", "? keys"), ("t", "Companies"), ("t", "People"), ("t", "Contacts"),
    ("end", ""), ("home", ""), ("y", "Copy"), ("p", "Copied"), ("d", "Delete"), ("escape", "? keys"),
    ("g", "Go to"), ("escape", "? keys"), ("?", "This list"), ("escape", "Contacts"),
)  # fmt: skip
COMPANY = (
    ("t", "Companies"), ("enter", "1 Main"), ("down", ""), ("pagedown", ""), ("end", ""), ("2", "2 People"),
    ("3", "Relations"), ("enter", "used by"), ("down", ""), ("escape", "? keys"), ("4", "4 Addresses"), ("down", ""),
    ("5", "5 Notes"), ("6", "6 History"), ("down", ""), ("1", "Address"), ("home", ""), ("enter", "as it was"),
    ("escape", "? keys"), ("w", ""), ("]", "2 of"), ("[", "1 of"), ("d", "Delete"),
    ("escape", "? keys"), (":", "Commands"), ("escape", "1 Main"),
)  # fmt: skip
PERSON = (
    ("p", "2 People"), ("down", ""), ("enter", "1 Main"), ("end", ""), ("2", "2 Codes"), ("3", "3 Addresses"),
    ("4", "4 Notes"), ("5", "5 History"), ("1", "Surname"), ("o", "2 People"), ("q", ""), ("q", ""), ("q", "Companies"),
)  # fmt: skip
FORMS = (
    ("t", "Companies"), ("enter", "1 Main"), ("4", "4 Addresses"), ("n", "Save this address"),
    ("escape", "+ new address"), ("5", "5 Notes"), ("n", "Save this note"), ("escape", "n new note"),
    ("enter", "Save this note"), ("escape", "n new note"), ("1", "Address"), ("n", "Save this person"),
    *[("down", "")] * 3, (" ", ""), ("escape", "leave, the draft is kept"), ("escape", "1 Main"), ("q", "Companies"),
)  # fmt: skip
HISTORY = (
    (":", "Commands"), ("history", ""), ("enter", "the whole book"), ("down", ""), ("down", ""), ("pagedown", ""),
    ("home", ""), ("enter", ""), ("down", ""), ("q", "the whole book"), ("u", ""), ("q", "Contacts"),
)  # fmt: skip
SET_UP = (
    ("g", "Go to"), ("s", "Marketing set-up"), *[("down", "")] * 16, ("home", ""), ("down", ""), ("down", ""),
    ("tab", "edit"), ("down", ""), ("enter", "Enter save"), ("escape", "edit"), ("l", ""), ("q", "Set-up"),
)  # fmt: skip


def _walk(program: Pseudo, steps: Sequence[tuple[str, str]]) -> None:
    for number, (keys, expected) in enumerate(steps):
        program.press(keys)
        try:
            program.wait_for(expected) if expected else program.settle(0.2)
        except AssertionError as error:
            error.add_note(f"in step {number}, after {keys!r}, looking for {expected!r}")
            raise
        assert program.process.poll() is None, program.text()


@pytest.mark.parametrize(
    "pages", [FIND, (*COMPANY, *PERSON), FORMS, HISTORY, SET_UP], ids=["find", "cards", "forms", "history", "set-up"]
)
def test_no_stored_text_reaches_the_terminal_as_a_command(
    start: Start, poisoned: Path, pages: Sequence[tuple[str, str]]
) -> None:
    program = start("--database", str(poisoned))
    program.wait_for("Contacts")
    program.settle()
    if pages is not FIND:
        program.press("escape")
        program.wait_for("? keys")
    _walk(program, pages)
    program.settle()  # what was read last may end within a character
    assert not_allowed(bytes(program.received)) == []


def _shares(strings: Sequence[str], count: int) -> list[str]:
    return [" ".join(strings[start::count]) for start in range(count)]


def test_a_draft_offers_no_command(start: Start, sample: Path, environment: dict[str, str]) -> None:
    book = Book.open(sample)
    state = Path(environment["HOME"]) / ".local" / "state" / "contacts-tui"
    session = Session(book, USER, state=state)
    names = ("name", "job_title", "phone", "mobile", "email", "city")
    texts = dict(zip(names, _shares(own_strings(), len(names)), strict=True))
    drafts.save(session, "new", {"kind": "person", **texts})
    program = start("--database", str(sample), "--user", USER)
    program.wait_for("Go on with the new person?")
    program.press("g")
    program.wait_for("Save this person")
    program.settle()
    assert not_allowed(bytes(program.received)) == []
    book.close()


@pytest.mark.parametrize(
    ("sent", "clean"),
    [
        (b"\x1b[1;1Hplain \x1b[0;1;35m>\x1b[0m\x1b[K", True),
        (b"\x1b]52;c;YWJj\x07", True),
        (b"\x1b]52;c;G10=\x07", False),
        (b"\x1b]0;title\x07", False),
        (b"\x1b[2J", False),
        (b"\x1b[38;5;201m", False),
        (b"a\x00b", False),
        ("\x9b2J".encode(), False),
        (b"\x9b2J", False),
        ("\u202e".encode(), False),
    ],
)
def test_the_test_itself_sees_a_command(sent: bytes, clean: bool) -> None:
    assert (not_allowed(sent) == []) is clean
