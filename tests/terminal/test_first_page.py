"""The first page stands on the terminal before Textual is loaded: what it shows, what is typed meanwhile, its end."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pyte
import pytest

from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.listing import Column
from contacts_tui.services import user_setup
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from tests.store.test_migrations import book_of_shape, enter
from tests.terminal.conftest import Start
from tests.terminal.pseudo import Pseudo
from tests.terminal.test_ending import given_back

#: Runs the program, and holds it where it loads the first of these until a file is there: an error, if it says one.
_HOLD = """
import sys, time
from pathlib import Path

gate = Path(sys.argv[1])

class Hold:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("textual", "rich", "peewee", "playhouse", "rapidfuzz", "phonenumbers", "babel"):
            sys.meta_path.remove(self)
            while not gate.exists():
                time.sleep(0.01)
            if gate.read_text():
                raise ImportError(gate.read_text())

sys.meta_path.insert(0, Hold())
from contacts_tui.__main__ import main
sys.exit(main(sys.argv[2:]))
"""
_TEXTUAL_BEGINS = b"\x1b[?1004h"
_REDRAW = "\x0c"
_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)


class _Looks(pyte.Screen):
    """A screen that tells dim text, which pyte does not know, as text that blinks."""

    def select_graphic_rendition(self, *attributes: int, **more: Any) -> None:
        super().select_graphic_rendition(*(5 if code == 2 else code for code in attributes), **more)


_Picture = list[list[tuple[object, ...]]]


def _cells(sent: bytearray, columns: int, rows: int) -> _Picture:
    """What a terminal shows, cell by cell, with how it looks; of a blank only what is seen of it."""
    screen = _Looks(columns, rows)
    data = bytes(sent)
    for unknown in (b"\x1b[<u", b"\x1b[>25u", b"\x1b[?2026$p", b"\x1b[?2048$p"):
        data = data.replace(unknown, b"")
    pyte.ByteStream(screen).feed(data)
    found: _Picture = []
    for y in range(rows):
        cells = (screen.buffer[y][x] for x in range(columns))
        found.append(
            [(c.data, c.reverse, c.underscore, *((c.fg, c.bold, c.blink) if c.data != " " else ())) for c in cells]
        )
    return found


def _early_and_live(program: Pseudo, columns: int, rows: int) -> tuple[_Picture, _Picture]:
    """What stood there before Textual began, and what the page draws once all of it is there."""
    program.wait_until(lambda: _TEXTUAL_BEGINS in program.received)
    early = _cells(program.received[: program.received.index(_TEXTUAL_BEGINS)], columns, rows)
    program.wait_for("[Acme] Ltd")
    program.settle(1.0)
    before = len(program.received)
    program.type(_REDRAW)
    program.settle(1.0)
    return early, _cells(program.received[before:], columns, rows)


@pytest.fixture
def held(environment: dict[str, str], tmp_path: Path) -> Iterator[Callable[..., Pseudo]]:
    """The program, held before it loads Textual; `go` lets it go on."""
    with ExitStack() as running:

        def started(*arguments: str) -> Pseudo:
            command = [sys.executable, "-c", _HOLD, str(tmp_path / "gate"), *arguments]
            return running.enter_context(Pseudo(command, environment))

        yield started


@pytest.fixture
def go(tmp_path: Path) -> Callable[[str], object]:
    """Let a program that is held go on, or fail."""
    return lambda problem: (tmp_path / "gate").write_text(problem)


@pytest.mark.parametrize("plain", [False, True])
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40), (40, 12), (165, 30)])
def test_the_page_that_follows_looks_the_same(
    start: Start, sample: Path, environment: dict[str, str], columns: int, rows: int, language: str, plain: bool
) -> None:
    if plain:
        environment |= {"NO_COLOR": "1"}
    arguments = ("--database", str(sample), "--lang", language)
    program = start(*arguments, environment=environment, columns=columns, rows=rows)
    early, live = _early_and_live(program, columns, rows)
    # Preview and card come later.
    if columns >= 120:
        width = (59 if columns < 160 else 80) + 2
        early, live = ([row[:width] for row in picture[:-2]] + picture[-2:] for picture in (early, live))
    elif rows >= 14:
        early, live = (picture[:-10] + picture[-2:] for picture in (early, live))
    assert early == live
    assert any(cell[0] == "A" for row in early for cell in row)


def test_it_has_the_columns_of_the_user(start: Start, sample: Path) -> None:
    book = Book.open(sample)
    user_setup.set_columns(Session(book, "anna"), (Column.NUMBER, Column.EMAIL))
    book.close()
    program = start("--database", str(sample), "--user", "anna", columns=80, rows=24)
    early, live = _early_and_live(program, 80, 24)
    assert early[:14] == live[:14]
    assert any("CT000136" in "".join(str(cell[0]) for cell in row) for row in early)


def test_the_list_is_sent_once(start: Start, sample: Path) -> None:
    program = start("--database", str(sample))
    program.wait_for("nothing planned")
    program.settle()
    assert program.received.count(b"Ahmed Diallo") == 1


def test_the_contacts_opened_last_are_there_at_once(
    start: Start, held: Callable[..., Pseudo], sample: Path, environment: dict[str, str]
) -> None:
    program = start("--database", str(sample))
    program.wait_for("[Acme] Ltd")
    program.press("down", "enter")
    program.wait_until(lambda: list(Path(environment["HOME"]).rglob("recents-*")))
    program.hang_up()
    program.wait_end()
    again = held("--database", str(sample))
    again.wait_for("Recent")
    assert "> Ahmed Diallo" in again.text()
    assert "[Acme] Ltd" not in again.text()


def test_it_is_there_before_anything_heavy_is_loaded_and_nothing_typed_is_lost(
    held: Callable[..., Pseudo], go: Callable[[str], object], sample: Path
) -> None:
    program = held("--database", str(sample))
    program.wait_for("Esc commands")
    shown = program.lines()
    program.type("whitfielx\x7fd")
    program.settle()
    assert program.lines() == shown, "nothing is echoed"
    go("")
    program.wait_for("/ whitfield")
    program.wait_for("1 of 167")
    assert "Alice Whitfield" in program.text()


def test_enter_typed_meanwhile_opens_the_first_contact_once(
    held: Callable[..., Pseudo], go: Callable[[str], object], sample: Path
) -> None:
    program = held("--database", str(sample))
    program.wait_for("Esc commands")
    program.type("whitfield\r")
    go("")
    program.wait_for("Purchasing")
    program.wait_for("1 Main")
    program.settle()
    assert "edit" in program.lines()[-1], "the card, with no field opened"
    program.press("escape", "Q")


@pytest.mark.parametrize("number", _SIGNALS)
def test_a_signal_before_textual_is_loaded_gives_the_terminal_back(
    held: Callable[..., Pseudo], sample: Path, number: signal.Signals
) -> None:
    program = held("--database", str(sample))
    program.wait_for("Esc commands")
    assert program.settings() != program.settings_before
    program.send(number)
    assert program.wait_end() == 128 + number
    assert given_back(program)


def test_ctrl_c_before_textual_is_loaded_gives_the_terminal_back(held: Callable[..., Pseudo], sample: Path) -> None:
    program = held("--database", str(sample))
    program.wait_for("Esc commands")
    program.type("\x03")
    assert program.wait_end() == 128 + signal.SIGINT
    assert given_back(program)


def test_a_terminal_that_is_closed_before_textual_is_loaded_ends_it(held: Callable[..., Pseudo], sample: Path) -> None:
    program = held("--database", str(sample))
    program.wait_for("Esc commands")
    program.hang_up()
    assert program.wait_end() == 128 + signal.SIGHUP


def test_an_installation_that_is_broken_gives_the_terminal_back_and_says_so(
    held: Callable[..., Pseudo], go: Callable[[str], object], sample: Path
) -> None:
    program = held("--database", str(sample))
    program.wait_for("Esc commands")
    go("broken")
    assert program.wait_end() == 1
    assert given_back(program)
    assert b"Incident" in program.received[program.received.rindex(b"\x1b[?1049l") :]
    assert b"Traceback" not in program.received


def test_a_first_start_shows_its_own_page_only(
    held: Callable[..., Pseudo], go: Callable[[str], object], tmp_path: Path
) -> None:
    program = held("--database", str(tmp_path / "new.db"))
    program.settle()
    assert program.received == b""
    go("")
    program.wait_for("Français")


def test_a_book_of_an_older_shape_is_brought_up_to_date_first(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    company = Contact(id=1, uid="a", no="CT000001", type=ContactType.COMPANY, name="Møbelhuset AS")
    book_of_shape(path, "0001_first_shape", 1, lambda database: enter(database, company))
    program = start("--database", str(path))
    program.wait_for("> Møbelhuset AS")
    program.wait_for("nothing planned")
