"""What can be done about the customer, vendor and bank account of a company: make one of it, link it with one that
there is, remove the link."""

from __future__ import annotations

from functools import partial
from typing import Any

from contacts_tui.domain.errors import Ambiguous, ContactsError
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.partners import Link
from contacts_tui.services import links
from contacts_tui.services.cards import Card
from contacts_tui.ui.context import app_of
from contacts_tui.ui.screens.base import BaseScreen
from contacts_tui.ui.ways.navigation import open_link
from contacts_tui.ui.widgets.menu import Choice, Menu
from contacts_tui.ui.working import start_work

_LETTERS = {Link.CUSTOMER: "c", Link.VENDOR: "v", Link.BANK_ACCOUNT: "b"}
_MAKE = {
    Link.CUSTOMER: message("Create as customer"),
    Link.VENDOR: message("Create as vendor"),
    Link.BANK_ACCOUNT: message("Create as bank account"),
}
LINK_WITH = {
    Link.CUSTOMER: message("Link with existing customer"),
    Link.VENDOR: message("Link with existing vendor"),
    Link.BANK_ACCOUNT: message("Link with existing bank account"),
}
_REMOVE = {
    Link.CUSTOMER: message("Remove the link with the customer"),
    Link.VENDOR: message("Remove the link with the vendor"),
    Link.BANK_ACCOUNT: message("Remove the link with the bank account"),
}
_MOST = 9


def offer(page: BaseScreen[Any], card: Card) -> None:
    """Offer what can be done about the links of a company; each of it is one step to undo."""
    linked = {given.link_to: given.no for given in card.codes["business_relations"] if given.no}
    choices: list[Choice] = []
    for kind in Link:
        letter = _LETTERS[kind]
        if kind in linked:
            choices.append(Choice(letter, _REMOVE[kind], letter, linked[kind]))
        else:
            choices.append(Choice(letter, _MAKE[kind], letter))
            choices.append(Choice(letter.upper(), LINK_WITH[kind], letter.upper()))

    def chosen(letter: str | None) -> None:
        if letter is None:
            return
        kind = next(one for one in Link if _LETTERS[one] == letter.lower())
        if letter.isupper():
            start_work(page, partial(_link, page, card, kind))
        else:
            start_work(page, partial(_unlink if kind in linked else _create, page, card, kind))

    page.app.push_screen(Menu(message("Customer, vendor, bank account"), choices), chosen)


async def _link(page: BaseScreen[Any], card: Card, kind: Link) -> None:
    """Ask which one, unless none of them can be."""
    app = app_of(page)
    try:
        await app.read(links.check_open, app.session, card.contact.id, kind)
    except ContactsError as error:
        page.tell(error)
        return
    open_link(app, card.contact, kind)


async def _create(page: BaseScreen[Any], card: Card, kind: Link, template: str = "") -> None:
    """Make one of the contact; where its template must be chosen, ask for it (CC-R3)."""

    def make() -> links.Linked:
        return links.create_as(app_of(page).session, card.contact.id, kind, template=template)

    try:
        done = await app_of(page).write(make)
    except Ambiguous as several:
        _ask_template(page, card, kind, several)
        return
    except ContactsError as error:
        page.tell(error)
        return
    other = f"{done.partner.code} {done.partner.description}"
    _told(page, message("{name} is linked to {other}.", name=done.contact.name, other=other))


def _ask_template(page: BaseScreen[Any], card: Card, kind: Link, several: Ambiguous) -> None:
    found = several.choices[:_MOST]
    choices = [Choice(code, words or code, str(index), code) for index, (code, words) in enumerate(found, 1)]

    def chosen(code: str | None) -> None:
        if code is not None:
            start_work(page, partial(_create, page, card, kind, code))

    page.app.push_screen(Menu(several.message, choices), chosen)


async def _unlink(page: BaseScreen[Any], card: Card, kind: Link) -> None:
    try:
        await app_of(page).write(links.unlink, app_of(page).session, card.contact.id, kind)
    except ContactsError as error:
        page.tell(error)
        return
    _told(page, message("The link of {name} is removed.", name=card.contact.name))


def _told(page: BaseScreen[Any], text: Message) -> None:
    app = app_of(page)
    app.announce_change()
    app.say(text, undo=True)
