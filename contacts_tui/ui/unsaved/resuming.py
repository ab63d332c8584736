"""Going on with what was left unsaved: the form or the open field of a draft, as it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from contacts_tui.domain.contact import Contact
from contacts_tui.services import cards, search
from contacts_tui.ui.app import ContactsApp
from contacts_tui.ui.card.card_sections import Section

if TYPE_CHECKING:
    from contacts_tui.ui.screens.card_screen import CardScreen

NEW, CARD, NOTE, ADDRESS, RANGE, ALSO = "new", "card-", "note-", "address-", "range-", "also-"
"""What the names of drafts are or begin with: a new contact, an open field of a card, a note, an address, its days, a
further company of a person."""


async def resume(app: ContactsApp, form: str, values: Mapping[str, str]) -> bool:
    """Show a draft again; False where the contact that it is about is gone.

    Raises:
        ContactsError: when the book cannot be read.
    """
    if form == NEW:
        from contacts_tui.ui.screens.new_contact import form_of

        company = await contact_of(app, values.get("company", ""))
        page = await form_of(app, values)
        if company is not None:
            await _to_card(app, company, Section.MAIN)
        await app.push_screen(page)
        return True
    contact = await contact_of(app, values.get("uid", ""))
    if contact is None:
        return False
    if form.startswith(NOTE):
        await _resume_note(app, contact, values)
    elif form.startswith((ADDRESS, RANGE)):
        await _resume_address(app, contact, form, values)
    elif form.startswith(ALSO):
        await _resume_also_at(app, contact, values)
    else:
        await _resume_field(app, contact, values)
    return True


async def contact_of(app: ContactsApp, uid: str) -> Contact | None:
    """The contact of a uid, if it is still there."""
    found = await app.read(search.by_uid, app.session, [uid]) if uid else ()
    return (await app.read(cards.card, app.session, found[0].id)).contact if found else None


async def _resume_note(app: ContactsApp, contact: Contact, values: Mapping[str, str]) -> None:
    from contacts_tui.services import notes
    from contacts_tui.ui.screens.note_form import NoteForm

    known = await app.read(notes.notes, app.session, contact.id)
    await _to_card(app, contact, Section.NOTES)
    note = next((note for note in known if str(note.note_no) == values.get("note", "")), None)
    await app.push_screen(NoteForm(contact, note, values))


async def _resume_address(app: ContactsApp, contact: Contact, form: str, values: Mapping[str, str]) -> None:
    """The form takes its draft up by itself."""
    from contacts_tui.ui.screens.address_form import AddressForm, RangeForm

    known = (await app.read(cards.card, app.session, contact.id)).addresses
    await _to_card(app, contact, Section.ADDRESSES)
    if form.startswith(ADDRESS):
        address = next((one for one, _ in known if str(one.id) == values.get("address_id", "")), None)
        await app.push_screen(AddressForm(contact, address))
        return
    spans = [span for _, ranges in known for span in ranges]
    span = next((span for span in spans if str(span.id) == values.get("range_id", "")), None)
    await app.push_screen(RangeForm(contact, values.get("code", ""), span))


async def _resume_also_at(app: ContactsApp, contact: Contact, values: Mapping[str, str]) -> None:
    from contacts_tui.ui.screens.also_at_form import AlsoAtForm

    also_at = (await app.read(cards.card, app.session, contact.id)).also_at
    await _to_card(app, contact, Section.MAIN)
    known = next((one for one in also_at if str(one.record.id) == values.get("also_id", "")), None)
    await app.push_screen(AlsoAtForm(contact, known))


async def _resume_field(app: ContactsApp, contact: Contact, values: Mapping[str, str]) -> None:
    page = _card_of(contact, Section.MAIN)
    page.go_on_with = values
    await app.push_screen(page)


async def _to_card(app: ContactsApp, contact: Contact, section: Section) -> None:
    """The card from which the form was opened, so that the way back is the same."""
    await app.push_screen(_card_of(contact, section))


def _card_of(contact: Contact, section: Section) -> CardScreen:
    from contacts_tui.ui.screens.company_card import CompanyCard
    from contacts_tui.ui.screens.person_card import PersonCard

    page = (CompanyCard if contact.is_company else PersonCard)(contact.id, section=section)
    page.known_as = contact.name
    return page
