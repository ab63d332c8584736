"""Where keys lead: each page is loaded when it is first opened, and named here only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from textual.app import App

from contacts_tui.domain.contact_type import ContactType

if TYPE_CHECKING:
    from contacts_tui.domain.contact import Contact
    from contacts_tui.domain.contact_row import ContactRow
    from contacts_tui.domain.partners import Link
    from contacts_tui.services.setup_lists import ListLine
    from contacts_tui.services.views import View
    from contacts_tui.ui.screens.card_screen import CardScreen


class Ids(Protocol):
    """The contacts of a list, by their place in it."""

    @property
    def total(self) -> int:
        """How many there are."""

    def ids(self, start: int, count: int) -> list[int]:
        """The ids from `start` on, at most `count`; asked in a worker thread."""


@dataclass(frozen=True, slots=True)
class Trail:
    """The list that a card was opened from, and the card's place in it, counted from 0: what `]` and `[` follow."""

    source: Ids
    index: int


def card_page(contact: Contact | ContactRow, trail: Trail | None = None) -> CardScreen:
    """The card of a contact, a page that is not shown yet."""
    from contacts_tui.ui.screens.company_card import CompanyCard
    from contacts_tui.ui.screens.person_card import PersonCard

    return (CompanyCard if contact.is_company else PersonCard)(contact.id, trail)


def open_card(
    app: App[None], contact: Contact | ContactRow, trail: Trail | None = None, *, instead: bool = False
) -> None:
    """Show a contact's card; `instead` of the present page, or on top of it."""
    page = card_page(contact, trail)
    if instead:
        app.switch_screen(page)
    else:
        app.push_screen(page)


def open_new(app: App[None], kind: ContactType, company: Contact | None = None, name: str = "") -> None:
    """Show the form for a new contact; a person may belong to `company`."""
    from contacts_tui.ui.screens.new_contact import NewContact

    app.push_screen(NewContact(kind, company=company, name=name))


def open_link(app: App[None], contact: Contact, kind: Link) -> None:
    """Show the form that links a contact with a customer, vendor or bank account that there is."""
    from contacts_tui.ui.screens.link_form import LinkForm

    app.push_screen(LinkForm(contact, kind))


def open_set_up(app: App[None], list_name: str = "") -> None:
    """Show the set-up, at one of its lists."""
    from contacts_tui.ui.screens.set_up import SetUp

    if isinstance(app.screen, SetUp):
        app.screen.show_list(list_name)
    else:
        app.push_screen(SetUp(list_name))


def open_carriers(app: App[None], list_name: str, line: ListLine) -> None:
    """Show the contacts that carry a code of a list."""
    from contacts_tui.ui.screens.carriers import CarriersScreen

    app.push_screen(CarriersScreen(list_name, line))


def open_compare(
    app: App[None], left_id: int, right_id: int, merged: Callable[[int], object] = lambda gone: None
) -> None:
    """Show two contacts side by side; `merged` is told the id of the one that is gone where they are merged."""
    from contacts_tui.ui.screens.compare import CompareScreen

    app.push_screen(CompareScreen(left_id, right_id, merged))


def open_duplicates(app: App[None]) -> None:
    """Compare all contacts, and show those that may be the same."""
    from contacts_tui.ui.screens.duplicates import Duplicates

    app.push_screen(Duplicates())


def open_history(app: App[None], contact: Contact | None = None) -> None:
    """Show what was done: to the whole book, or to a contact and its people."""
    from contacts_tui.ui.screens.history import HistoryScreen

    app.push_screen(HistoryScreen(contact))


def open_import(app: App[None]) -> None:
    """Show the import of files."""
    from contacts_tui.ui.screens.import_book import ImportBook

    app.push_screen(ImportBook())


def open_find(app: App[None], kind: ContactType | None = None) -> None:
    """Go back to Find, showing everyone or one type of contact."""
    from contacts_tui.ui.screens.find import Find

    while len(app.screen_stack) > 1:
        app.pop_screen()
    screen = app.screen
    if isinstance(screen, Find):
        screen.show_type(kind)


def open_view(app: App[None], view: View) -> None:
    """Go back to Find, showing what a view finds."""
    from contacts_tui.ui.screens.find_page import FindPage

    open_find(app)
    if isinstance(app.screen, FindPage):
        app.screen.show_view(view)
