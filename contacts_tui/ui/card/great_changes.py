"""Another type, another company: what this will do is said first, and asked once."""

from __future__ import annotations

from functools import partial

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.message import Message, counted, message
from contacts_tui.locale import _
from contacts_tui.services import company_changes, type_changes
from contacts_tui.services.company_changes import CompanyChange
from contacts_tui.services.type_changes import TypeChange
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.keys import shown
from contacts_tui.ui.widgets.menu import ESCAPE, Choice, Menu, Text

GREAT = frozenset(("type", "company"))
"""The fields whose change takes much along."""


async def agreed(app: ContactsApp, contact: Contact, key: str, value: str) -> bool:
    """Whether a field may be written; asked in a worker, where it is one of those that take much along.

    Raises:
        Refused: where a rule forbids the change.
    """
    if key == "type":
        menu = _of_type(await app.read(type_changes.preview, app.session, contact.id))
    elif key == "company" and contact.company_id is not None:
        ask = partial(company_changes.preview, app.session, contact, value)
        menu = _of_company(await app.read(ask))
    else:
        return True
    return await app.push_screen_wait(menu) is not None


def _of_type(change: TypeChange) -> Menu:
    name = change.before.name
    effects: list[tuple[Text, Text]] = []
    if change.cleared:
        effects.append((message("Goes"), ", ".join(_(field.short_label) for field in change.cleared)))
    if change.leaves is not None:
        effects.append((message("Leaves"), change.leaves.name))
    if change.before.is_company:
        parts = (change.after.first_name, change.after.middle_name, change.after.surname)
        effects.append((message("Name"), " · ".join(part for part in parts if part)))
        title = message("Make {name} a person?", name=name)
        done = message("Make it a person")
    else:
        title = message("Make {name} a company?", name=name)
        done = message("Make it a company")
    return _question(title, message("Leave it as it is"), done, effects)


def _of_company(change: CompanyChange) -> Menu:
    assert change.old is not None
    name, old = change.person.name, change.old.name
    effects: list[tuple[Text, Text]] = []
    if change.new is None:
        title = message("{name} leaves {company}?", name=name, company=old)
        effects.append((message("Stays"), message("the address and the phones, as the person's own")))
        return _question(title, message("Stay there"), message("Leave the company"), effects)
    title = message("{name} moves from {old} to {new}?", name=name, old=old, new=change.new.name)
    taken = counted(
        "{count} field comes from the new company", "{count} fields come from the new company", change.taken
    )
    effects.append((message("Comes"), taken))
    return _question(title, message("Stay there"), message("Move"), effects)


def _question(title: Message, keep: Message, do: Message, effects: list[tuple[Text, Text]]) -> Menu:
    effects.append((message("Then"), message("{key} brings all of it back", key=shown("u"))))
    return Menu(title, [Choice("", keep, ESCAPE), Choice("do", do, "m")], effects=effects, trouble=True)
