"""What can be done to a contact from a list and from its card alike: copy a value of it, delete it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from contacts_tui.domain.addresses import postal_lines
from contacts_tui.domain.errors import ContactsError
from contacts_tui.domain.greetings import Formality
from contacts_tui.domain.message import N_, Message, counted, message
from contacts_tui.locale import _
from contacts_tui.services import cards, deletion
from contacts_tui.services.cards import Card
from contacts_tui.services.deletion import Deletion
from contacts_tui.ui.context import app_of
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.widgets.menu import ESCAPE, Choice, Menu
from contacts_tui.ui.working import start_work


async def copy_from(page: BaseScreen[Any], contact_id: int) -> None:
    """Offer what can be copied of a contact; the value chosen goes to the clipboard and is shown in clear."""
    app = app_of(page)
    try:
        card = await app.read(cards.card, app.session, contact_id)
    except ContactsError as error:
        page.tell(error)
        return
    values = _copyable(card)

    def chosen(letter: str | None) -> None:
        if letter is not None:
            copy(page, values[letter][1])

    choices = [
        Choice(letter, text.replace("\n", ", "), letter, name=message(label))
        for letter, (label, text) in values.items()
    ]
    app.push_screen(Menu(message("Copy"), choices), chosen)


def copy(page: BaseScreen[Any], text: str) -> None:
    """Put a text into the terminal's clipboard, and show it, since not every terminal takes it."""
    app_of(page).copy_to_clipboard(text)
    page.say(message("Copied: {text}", text=text.replace("\n", ", ")))


def _copyable(card: Card) -> dict[str, tuple[str, str]]:
    """By letter: what it is, and the text; what is blank is left out."""
    contact = card.contact
    address = "\n".join((card.company_name or contact.name, *postal_lines(contact, card.words["country"])))
    values = {
        "p": (N_("Phone"), contact.phone),
        "c": (N_("Mobile"), contact.mobile),
        "m": (N_("E-mail"), contact.email),
        "a": (N_("Address"), address if any(postal_lines(contact)) else ""),
        "n": (N_("Name"), contact.name),
        "o": (N_("Number"), contact.no),
        "w": (N_("Web"), contact.home_page),
        "g": (N_("Greeting"), card.greetings.get(Formality.FORMAL, "")),
        "i": (N_("Informal"), card.greetings.get(Formality.INFORMAL, "")),
    }
    return {letter: found for letter, found in values.items() if found[1]}


async def delete(page: BaseScreen[Any], contact_id: int, done: Callable[[], None]) -> None:
    """Delete a contact; where anything goes along, say so and ask first. `done` runs after the deletion."""
    app = app_of(page)
    try:
        what = await app.read(deletion.preview, app.session, contact_id)
    except ContactsError as error:
        page.tell(error)
        return

    async def go_on() -> None:
        try:
            await app.write(deletion.delete, app.session, contact_id)
        except ContactsError as error:
            app.tell(error)
            return
        done()
        app.announce_change()
        app.say(_deleted(what), undo=True)

    def chosen(answer: str | None) -> None:
        if answer is not None:
            start_work(page, go_on)

    if what.takes_along:
        app.push_screen(_question(what), chosen)
    else:
        await go_on()


def _question(what: Deletion) -> Menu:
    name = what.contact.name
    title = (
        counted(
            "Delete {name} and its {count} person?", "Delete {name} and its {count} people?", what.people, name=name
        )
        if what.people
        else message("Delete {name}?", name=name)
    )
    parts: list[Message] = [counted("{count} contact", "{count} contacts", what.contacts)]
    if what.codes:
        parts.append(counted("{count} code", "{count} codes", what.codes))
    if what.notes:
        parts.append(counted("{count} note", "{count} notes", what.notes))
    if what.addresses:
        parts.append(counted("{count} other address", "{count} other addresses", what.addresses))
    effects = [(message("Goes"), ", ".join(_(part) for part in parts))]
    effects.append((message("Then"), _(message("{key} brings all of it back", key="u"))))
    return Menu(
        title,
        [
            Choice("keep", message("Keep it"), ESCAPE),
            Choice("delete", counted("Delete {count} contact", "Delete {count} contacts", what.contacts), "d"),
        ],
        effects=effects,
        trouble=True,
    )


def _deleted(what: Deletion) -> Message:
    if what.people:
        return counted(
            "{name} and {count} person are deleted.",
            "{name} and {count} people are deleted.",
            what.people,
            name=what.contact.name,
        )
    return message("{name} is deleted.", name=what.contact.name)
