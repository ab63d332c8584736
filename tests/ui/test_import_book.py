"""The import: a path with its completion, what it would do, and then the import, which one undo takes back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.import_result import ChangedContact, ImportResult, Problem, Tally
from contacts_tui.domain.message import message
from contacts_tui.exchange import importing
from contacts_tui.locale import _
from contacts_tui.services import contacts, search, setup_lists
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.draw import import_page, import_report
from contacts_tui.ui.draw.line import text_of
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


@pytest.mark.parametrize(
    ("room", "expected"),
    [(30, "Importing  397 of 1,187"), (25, "Importing  397 of 1,187"), (24, "397 of 1,187")],
)
def test_progress_stays_on_one_line(room: int, expected: str) -> None:
    assert _(import_page.progress_message(import_page.Stage.RUNNING, 397, 1187, room)) == expected


def report(result: ImportResult, width: int) -> list[str]:
    rows = import_report.preview_rows(result, width, walked=False)
    return [text_of(import_report.report_row(row, width, False, False)[0]) for row in rows]


def test_a_report_says_what_is_new_and_what_was_not_read() -> None:
    result = ImportResult(
        created=3,
        companies=1,
        unchanged=2,
        lists={"industry_groups": Tally(created=6), "countries": Tally(unchanged=9)},
        not_read={"customers.csv": 63},
        problems=(Problem("contacts.csv", 7, "phone", "x", message("Phone: “x” has letters.")),),
    )
    text = report(result, 80)
    assert text[0] == "  Import 3 contacts"
    assert "  Contacts    3 new: 1 company, 2 people · 2 the same" in text
    assert "  Lists       Industry groups 6" in text
    assert "  Not read    customers.csv 63" in text
    assert "  contacts.csv 7  Phone: “x” has letters." in text
    assert all(len(line) < 40 for line in report(result, 40))


def test_the_contacts_that_would_change_are_named_in_a_preview() -> None:
    changed = tuple(ChangedContact(f"CT{number:06}", f"Acme {number}", ("phone", "city")) for number in range(1, 24))
    result = ImportResult(updated=23, changed=changed)
    text = report(result, 80)
    assert any(line.startswith("  Contacts that would change 23 ─") for line in text)
    assert "  CT000001  Acme 1: Phone, City" in text
    assert "  CT000021" not in "\n".join(text)
    assert text[-1] == "  and 3 more"
    assert all(len(line) < 40 for line in report(result, 40))
    done = [
        import_report.report_row(row, 80, False, False)[0] for row in import_report.done_rows(result, 80, walked=False)
    ]
    assert "Acme 1" not in "\n".join(map(text_of, done))


def test_of_a_long_file_name_and_a_line_the_name_is_cut() -> None:
    problem = Problem("contact_business_relations.csv", 12345, "f", "v", message("Odd."))
    assert "  contact_business_… 12345  Odd." in report(ImportResult(created=1, problems=(problem,)), 80)


def test_where_nothing_is_new_nothing_is_offered_to_import() -> None:
    result = ImportResult(unchanged=415)
    assert report(result, 80)[0] == "  Another path"
    assert "415 the same" in "\n".join(report(result, 80))


def test_what_customers_have_bought_can_be_all_that_comes_in() -> None:
    result = ImportResult(unchanged=415, sales_lines=Tally(created=12_000), batch=3)
    text = report(result, 80)
    assert text[0] == "  Import 12,000 sales lines"
    assert "  Purchases   12,000 sales lines" in text
    assert _(import_report.done_message(result)) == "12,000 sales lines imported."
    assert report(ImportResult(sales_lines=Tally(unchanged=3)), 80)[0] == "  Another path"


def test_hostile_file_names_and_values_do_not_reach_the_screen() -> None:
    hostile = "\x1b]52;c;x\x07.csv"
    problem = Problem(hostile, 1, "name", hostile, message("Name: “{value}” is odd.", value=hostile))
    text = "\n".join(report(ImportResult(created=1, not_read={hostile: 3}, problems=(problem,)), 80))
    assert "\x1b" not in text
    assert "\x07" not in text


def test_every_row_of_a_report_has_a_key_of_its_own() -> None:
    problems = tuple(Problem("a.csv", 1, "f", "v", message("The same.")) for _ in range(3))
    changed = tuple(ChangedContact("CT1", "Acme", ("phone",)) for _ in range(30))
    result = ImportResult(
        created=1, changed=changed, lists={"countries": Tally(created=1)}, not_read={"b.csv": 1}, problems=problems
    )
    for rows in (
        import_report.preview_rows(result, 80, walked=False),
        import_report.preview_rows(result, 40, walked=True),
        import_report.done_rows(result, 80, walked=False),
    ):
        keys = [row.key for row in rows]
        assert len(keys) == len(set(keys))
