"""The history page: steps of a book or of a contact and its people, each of which can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from contacts_tui.domain.contact import Contact
from contacts_tui.services import cards, contacts, setup_lists
from contacts_tui.services.assignments import Assign
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from contacts_tui.ui import undoing
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.screens.history import HistoryScreen
from contacts_tui.ui.screens.history_step import HistoryStep
from contacts_tui.ui.widgets.window_list import WindowList
from tests.services.reference import LAURIER, MARIE, Clock, fill
from tests.ui.support import app_with, lines, shown, spots, wait_for

NEW_PHONE = "514-555-0199"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """The book of 0.5, whose company then gets another phone and an industry group."""
    book = Book.open(tmp_path / "book.db", create=True)
    found = Session(book, "marie", clock=Clock(), state=tmp_path / "state")
    fill(found)
    contacts.edit(found, contact(found, LAURIER), {"phone": NEW_PHONE})
    contacts.edit(found, contact(found, LAURIER), {}, give=[Assign("industry_groups", "RETAIL")])
    yield found
    book.close()


def contact(session: Session, number: str) -> Contact:
    return cards.card_by_number(session, number).contact


def history_app(session: Session, number: str = "") -> ContactsApp:
    about = contact(session, number) if number else None
    return app_with(
        partial(HistoryScreen, about),
        session=session,
        undo=partial(undoing.undo, session),
        redo=partial(undoing.redo, session),
    )


async def test_a_company_shows_its_steps_and_what_each_changed(session: Session) -> None:
    app = history_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "+ RETAIL Retail" in shown(app))
        assert lines(app)[0] == "  History  Boulangerie Laurier inc. and its people"
        assert lines(app)[2] == "  Today"
        assert spots(app) == ["Industry groups"]
        await pilot.press("down")
        await wait_for(pilot, lambda: "= 514-555-0100" in shown(app))
        head, *changes = lines(app)[-9:-6]
        assert head.startswith("  Phone ")
        assert head.endswith("· you")
        assert changes == [
            "  Boulangerie Laurier inc.    514-555-0100 → 514-555-0199",
            "  Marie Tremblay            = 514-555-0100 → 514-555-0199",
        ]
        assert "1 person follows" in shown(app)


async def test_any_step_can_be_undone_and_brought_back(session: Session) -> None:
    app = history_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "+ RETAIL Retail" in shown(app))
        await pilot.press("down", "u")
        await wait_for(pilot, lambda: "Undone: Phone, Boulangerie Laurier inc." in shown(app))
        await wait_for(pilot, lambda: spots(app) == ["Phone"] and "undone" in shown(app))
        assert contact(session, MARIE).phone == "514-555-0100"
        assert "undo this" not in lines(app)[-1]
        await pilot.press("U")
        await wait_for(pilot, lambda: "Done again: Phone" in shown(app))
        assert contact(session, MARIE).phone == NEW_PHONE


async def test_a_step_that_something_was_built_on_stays(session: Session) -> None:
    contacts.edit(session, contact(session, MARIE), {"phone": "514-555-0111"})
    app = history_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "+ RETAIL Retail" in shown(app))
        await pilot.press("down", "down", "u")
        await wait_for(pilot, lambda: "This cannot be undone" in shown(app))
        assert contact(session, LAURIER).phone == NEW_PHONE


async def test_the_whole_book_says_whom_each_step_was_about(session: Session) -> None:
    app = history_app(session)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_for(pilot, lambda: "Boulangerie Laurier inc., + RETAIL Retail" in shown(app))
        assert any("New person" in line and "Luc Gagnon" in line for line in lines(app))


async def test_all_of_a_step_is_a_page_of_its_own(session: Session) -> None:
    app = history_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "+ RETAIL Retail" in shown(app))
        await pilot.press("down", "enter")
        await wait_for(pilot, lambda: isinstance(app.screen, HistoryStep) and "Marie Tremblay" in shown(app))
        assert lines(app)[0].startswith("  Phone")
        await pilot.press("u")
        await wait_for(pilot, lambda: "Undone: Phone" in shown(app))
        assert contact(session, MARIE).phone == "514-555-0100"
        await pilot.press("escape")
        await wait_for(pilot, lambda: isinstance(app.screen, HistoryScreen) and "undone" in shown(app))


async def test_a_long_history_is_read_as_the_cursor_comes_near_its_end(session: Session) -> None:
    for number in range(130):
        contacts.edit(session, contact(session, LAURIER), {"fax": f"514-555-{number:04}"})
    app = history_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "514-555-0129" in shown(app))
        steps = app.screen.query_one("#steps", WindowList)
        read_first = steps.total
        await pilot.press("G")
        await wait_for(pilot, lambda: steps.total > read_first)
        await pilot.press("G")
        await wait_for(pilot, lambda: spots(app) == ["New company"])


async def test_on_a_phone_a_step_takes_two_lines(session: Session) -> None:
    app = history_app(session, LAURIER)
    async with app.run_test(size=(40, 12)) as pilot:
        await wait_for(pilot, lambda: "+ RETAIL Retail" in shown(app))
        assert "  Today" in lines(app)
        assert "you" in next(line for line in lines(app) if "Industry groups" in line)


async def test_what_others_do_meanwhile_appears(session: Session) -> None:
    app = history_app(session, LAURIER)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "+ RETAIL Retail" in shown(app))
        contacts.edit(session, contact(session, LAURIER), {"city": "Laval"})
        app.announce_change()
        await wait_for(pilot, lambda: "Montréal → Laval" in shown(app))
        assert spots(app) == ["Industry groups"]


async def test_the_footer_names_no_card_on_a_line_of_the_set_up(session: Session) -> None:
    line = setup_lists.lines(session, "industry_groups")[0]
    setup_lists.edit(session, "industry_groups", line.id, {"description": "Another"})
    app = history_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await wait_for(pilot, lambda: "Another" in shown(app))
        await pilot.press("enter")
        await wait_for(pilot, lambda: isinstance(app.screen, HistoryStep) and "Another" in shown(app))
        assert "undo this" in lines(app)[-1]
        assert "card" not in lines(app)[-1]
        assert lines(app)[0].endswith("History")
