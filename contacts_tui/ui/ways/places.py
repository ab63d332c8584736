"""The places of the go menu, and what the palette offers on every page."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.message import message
from contacts_tui.locale import _
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.screens.base import Command
from contacts_tui.ui.ways import navigation
from contacts_tui.ui.widgets.menu import Choice, Menu


def add_places(app: ContactsApp) -> None:
    """Say how to get to each place, and add the commands of everywhere."""
    app.places.update(
        {
            "start": partial(_start, app),
            "home": partial(_home, app),
            "find": partial(_find, app),
            "new": partial(ask_new, app),
            "companies": partial(navigation.open_find, app, ContactType.COMPANY),
            "people": partial(navigation.open_find, app, ContactType.PERSON),
            "duplicates": partial(navigation.open_duplicates, app),
            "set_up": partial(navigation.open_set_up, app),
            "import": partial(navigation.open_import, app),
        }
    )
    app.commands.append(partial(_commands, app))


def ask_new(app: ContactsApp, name: str = "") -> None:
    """Ask whether the new contact is a company or a person, and show the form for it."""

    def chosen(kind: str | None) -> None:
        if kind is not None:
            navigation.open_new(app, ContactType(kind), name=name)

    choices = [
        Choice(ContactType.COMPANY, message("a company"), "c"),
        Choice(ContactType.PERSON, message("a person without a company"), "p"),
    ]
    app.push_screen(Menu(message("New contact"), choices), chosen)


def _start(app: ContactsApp) -> None:
    """A new Find in place of whatever the first page is."""
    from contacts_tui.ui.screens.find import Find

    while len(app.screen_stack) > 1:
        app.pop_screen()
    app.switch_screen(Find())


def _home(app: ContactsApp) -> None:
    navigation.open_find(app)
    _find(app)


def _find(app: ContactsApp) -> None:
    """Back to the search line, as it was left."""
    from contacts_tui.ui.screens.find import Find

    while len(app.screen_stack) > 1:
        app.pop_screen()
    if isinstance(app.screen, Find):
        app.screen.action_find()


async def view_commands(app: ContactsApp) -> list[Command]:
    """What the palette offers besides, once it is read: the user's views."""
    from contacts_tui.services import views

    found = await app.read(views.views, app.session)
    return [Command(view.name, partial(navigation.open_view, app, view), detail=_(message("View"))) for view in found]


async def _unsaved(app: ContactsApp) -> None:
    from contacts_tui.ui.unsaved.offers import show_drafts

    await show_drafts(app)


async def _generate(app: ContactsApp) -> None:
    from contacts_tui.ui.duplicate_steps import generate

    await generate(app)


def _commands(app: ContactsApp) -> Iterable[Command]:
    from contacts_tui.ui.set_up import set_up_names

    yield Command(_(message("unsaved: what was typed and is kept")), partial(_unsaved, app))
    yield Command(_(message("History of the book")), partial(navigation.open_history, app))
    yield Command(
        _(message("generate search strings")),
        partial(_generate, app),
        detail=_(message("for companies, all of them anew")),
    )
    yield from set_up_names.commands(app)
