"""A book for tests of cards and forms, and an app that shows one contact of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from contacts_tui.services import cards
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from contacts_tui.ui import undoing
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.screens.card_screen import CardScreen
from contacts_tui.ui.screens.company_card import CompanyCard
from contacts_tui.ui.screens.person_card import PersonCard
from contacts_tui.ui.unsaved.drafts import DraftKeeper
from tests.services.reference import Clock, fill
from tests.ui.support import app_with, lines, shown, wait_for


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    book = Book.open(tmp_path / "book.db", create=True)
    found = Session(book, "marie", clock=Clock(), state=tmp_path / "state")
    fill(found)
    yield found
    book.close()


def app_showing(session: Session, first: Callable[[], Any]) -> ContactsApp:
    """An app on the book, wired as the program is."""
    return app_with(
        first,
        session=session,
        undo=partial(undoing.undo, session),
        redo=partial(undoing.redo, session),
        drafts=DraftKeeper(session),
    )


def card_app(session: Session, number: str) -> ContactsApp:
    """An app whose first page is the card of a contact."""
    contact = cards.card_by_number(session, number).contact
    page = CompanyCard if contact.is_company else PersonCard
    return app_showing(session, lambda: page(contact.id))


def card_of(app: ContactsApp) -> CardScreen:
    """The card on top."""
    page = app.screen
    assert isinstance(page, CardScreen)
    return page


async def settled(pilot: Pilot[Any], text: str) -> None:
    """Wait until a text is on the screen."""
    await wait_for(pilot, lambda: text in shown(app_of(pilot)))


def app_of(pilot: Pilot[Any]) -> ContactsApp:
    """The app that is driven."""
    app = pilot.app
    assert isinstance(app, ContactsApp)
    return app


async def go(pilot: Pilot[Any], key: str) -> None:
    """Put the cursor at a place of the card or form."""
    page: Any = pilot.app.screen
    await wait_for(pilot, lambda: page.body.view.stop(key) is not None)
    page.body.go(key)
    await pilot.pause()


async def open_field(pilot: Pilot[Any], key: str) -> None:
    """Open a field with Enter."""
    page: Any = pilot.app.screen
    await go(pilot, key)
    await pilot.press("enter")
    await wait_for(pilot, lambda: bool(page.body.opened))


async def to_the_end(pilot: Pilot[Any]) -> None:
    """Stand on the line that ends a form."""
    page: Any = pilot.app.screen
    await wait_for(pilot, lambda: bool(page.body.opened))
    for _ in range(len(page.fields())):
        if page.body.key == "save":
            break
        await pilot.press("tab")
    await wait_for(pilot, lambda: page.body.key == "save")


async def retype(pilot: Pilot[Any], text: str) -> None:
    """Type a text in place of what stands in the open line, and press Enter."""
    page: Any = pilot.app.screen
    await pilot.press(*["backspace"] * len(page.body.text), *[_name(char) for char in text], "enter")


def _name(char: str) -> str:
    return {" ": "space", "-": "minus", "@": "at", ".": "full_stop", "+": "plus", "/": "slash", ",": "comma"}.get(
        char, char
    )


def line_with(app: ContactsApp, text: str) -> str:
    """The first line of the screen that holds a text."""
    return next(line for line in lines(app) if text in line)
