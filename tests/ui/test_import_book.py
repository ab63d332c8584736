"""The import: a path with its completion, what it would do, and then the import, which one undo takes back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.import_result import ImportResult
from contacts_tui.exchange import importing
from contacts_tui.services import contacts, search, setup_lists
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.program import context_of
from contacts_tui.ui.screens.import_book import ImportBook
from contacts_tui.ui.widgets.path_input import PathInput
from tests.services.reference import Clock
from tests.ui.support import lines, shown, spots, wait_for

CONTACTS = """No.;Type;Name;Company No.;Phone No.;E-Mail
CT000001;Company;Boulangerie Laurier inc.;CT000001;+1 514 555 0100;
CT000002;Person;Marie Tremblay;CT000001;CALL ME;no address
"""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    book = Book.open(tmp_path / "book.db", create=True)
    yield Session(book, "marie", clock=Clock(), state=tmp_path / "state")
    book.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "export"
    found.mkdir()
    (found / "contacts.csv").write_text(CONTACTS, encoding="utf-8")
    (found / "orders.csv").write_text("No.;Name\n10000;Laurier\n", encoding="utf-8")
    (found / "notes.md").write_text("x", encoding="utf-8")
    return found


def import_app(session: Session, path: str = "") -> ContactsApp:
    return ContactsApp(context_of(session), partial(ImportBook, path))


async def test_tab_completes_the_path(session: Session, folder: Path) -> None:
    app = import_app(session, f"{folder.parent}/")
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_for(pilot, lambda: "Folders and files" in shown(app))
        await pilot.press(*"exp")
        await wait_for(pilot, lambda: "> export/" in shown(app))
        await pilot.press("tab")
        await wait_for(pilot, lambda: "> contacts.csv" in shown(app))
        assert "notes.md" not in shown(app)
        await pilot.press("down", "tab")
        await wait_for(pilot, lambda: f"{folder}/orders.csv" in shown(app))


async def test_what_it_would_do_is_shown_and_nothing_is_written(session: Session, folder: Path) -> None:
    app = import_app(session, str(folder))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await wait_for(pilot, lambda: spots(app) == ["Import 2 contacts"])
        assert "2 new: 1 company, 1 person" in shown(app)
        assert "orders.csv 1" in shown(app)
        assert "“CALL” has letters" in shown(app)
        assert search.size(session) == 0
        await pilot.press("escape")
        await wait_for(pilot, lambda: "Enter look at it" in lines(app)[-1])


async def test_enter_imports_and_u_takes_it_back(session: Session, folder: Path) -> None:
    app = import_app(session, str(folder))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("enter")
        await wait_for(pilot, lambda: spots(app) == ["Import 2 contacts"])
        await pilot.press("enter")
        await wait_for(pilot, lambda: "2 contacts imported." in shown(app))
        assert spots(app) == ["Look at the contacts"]
        assert search.size(session) == 2
        await pilot.press("u")
        await wait_for(pilot, lambda: search.size(session) == 0)
        await wait_for(pilot, lambda: "Enter look at it" in lines(app)[-1])


async def test_a_preview_says_when_the_book_has_changed_since(session: Session, folder: Path) -> None:
    other = session._replace(book=Book.open(session.book.path), user="paul")
    setup_lists.add(session, "countries", {"code": "CA"})
    app = import_app(session, str(folder))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await wait_for(pilot, lambda: spots(app) == ["Import 2 contacts"])
        contacts.create(other, ContactType.COMPANY, {"number": "CT000001", "name": "Laurier"})
        await wait_for(pilot, lambda: "What it would do the book has changed since" in shown(app))
        assert spots(app) == ["Import 2 contacts"]
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: spots(app) == ["Import 1 contact"])
        assert "Look again" not in shown(app)
        assert "CT000001  Laurier: Name" in shown(app)
        for key in ("u", "U"):
            await pilot.press(key)
            await wait_for(pilot, lambda: "Look again" in shown(app))
            await pilot.press("down", "enter")
            await wait_for(pilot, lambda: "Look again" not in shown(app) and spots(app) == ["Import 1 contact"])
    other.book.close()


async def test_who_may_be_there_twice_is_named_and_then_compared(session: Session, folder: Path) -> None:
    twin = {"name": "Boulangerie Laurier", "phone": "(514) 555-0100"}
    contacts.create(session, ContactType.COMPANY, {**twin, "number": "CT000009"})
    app = import_app(session, str(folder))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await wait_for(pilot, lambda: "1 pair that may be one contact, 1 almost certainly" in shown(app))
        assert "Perhaps there twice 1" in shown(app)
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: spots(app) == ["contacts.csv 2"])
        assert "Boulangerie Laurier inc. is almost certainly CT000009" in shown(app)
        await pilot.press("home", "enter")
        await wait_for(pilot, lambda: spots(app) == ["Look at the contacts"])
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: "Duplicates  1 pair in 3 contacts" in shown(app))
        assert "almost certainly" in shown(app)
        await pilot.press("escape")
        await wait_for(pilot, lambda: "Perhaps there twice 1" in shown(app))


async def test_a_path_that_is_wrong_is_told_and_stays(session: Session, tmp_path: Path) -> None:
    app = import_app(session, str(tmp_path / "nowhere"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await wait_for(pilot, lambda: any(line.startswith("!") for line in lines(app)))
        assert app.screen.query_one(PathInput).value.endswith("nowhere")
        assert "Enter look at it" in lines(app)[-1]


async def test_esc_stops_an_import_that_runs(session: Session, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = threading.Event()

    def slow(
        _session: Session,
        _path: Path,
        *,
        dry_run: bool = False,
        stopped: Callable[[], bool],
        progress: Callable[[int, int], None],
        **_more: object,
    ) -> ImportResult:
        if dry_run:
            return ImportResult(created=400, companies=150, dry_run=True)
        progress(200, 400)
        while not stopped():
            asked.wait(0.01)
        return ImportResult(created=200, companies=70, batch=7, stopped=True)

    monkeypatch.setattr(importing, "import_path", slow)
    app = import_app(session, str(folder))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await wait_for(pilot, lambda: spots(app) == ["Import 400 contacts"])
        await pilot.press("enter")
        await wait_for(pilot, lambda: "Importing  200 of 400" in shown(app))
        assert spots(app) == [], "no key acts but the one that stops"
        await pilot.press("enter", "n", "u")
        await pilot.press("escape")
        await wait_for(pilot, lambda: "Stopped; what was taken until then stays." in shown(app))
        assert "u undo" in lines(app)[-2]


async def test_the_things_to_look_at_announce_themselves_and_stand_under_the_spot(
    session: Session, folder: Path
) -> None:
    rows = "".join(f"CT{number:06};Person;Name {number};;CALL ME;\n" for number in range(3, 130))
    (folder / "contacts.csv").write_text(CONTACTS + rows, encoding="utf-8")
    (folder / "notes.md").unlink()
    app = import_app(session, str(folder))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await wait_for(pilot, lambda: "129 things to look at" in shown(app))
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: spots(app) == ["contacts.csv 3"])
        assert "Enter" not in lines(app)[-1]
        await pilot.press("G")
        await wait_for(pilot, lambda: spots(app) == ["contacts.csv 130"])


async def test_nothing_is_said_about_a_path_before_one_is_typed(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    app = import_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Folders and files ─" in shown(app))
        assert "Nothing here" not in shown(app)
        await pilot.press("x")
        await wait_for(pilot, lambda: "Nothing here begins with that." in shown(app))
        assert "Folders and files 0" in shown(app)
