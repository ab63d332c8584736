"""What a new or changed customer, vendor or bank account brings to its contact, in the step that writes it (7.4)."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace

from contacts_tui.domain.codes import ContactBusinessRelation
from contacts_tui.domain.contact import Contact, ContactType, entered
from contacts_tui.domain.fields import CONTACT
from contacts_tui.domain.partners import Partner, from_partner, link_of
from contacts_tui.domain.record import Record, with_values
from contacts_tui.services import contact_changes, contacts
from contacts_tui.services.lookups import Lookups, as_typed
from contacts_tui.services.numbering import number_contact
from contacts_tui.services.partners import RELATION_FIELDS, contact_of, drop_links, links_of, renumber_links
from contacts_tui.services.session import Session
from contacts_tui.store.unit_of_work import UnitOfWork

_NAMES: Mapping[str, str] = {field.attribute: field.name for field in CONTACT.values()}


def follow(session: Session, unit: UnitOfWork, before: Record | None, after: Record) -> Record:
    """Let the contact follow a line of a list that was added or changed, and return the line as it is stored then; any
    other line has no contact.

    A new one gets a company contact, where the set-up says how it is linked and numbered (SY-R4). What a change brings
    is an edit of the contact by its rules (SY-R2). A contact person who is named becomes a contact (SY-R5); one who is
    named no longer is no primary contact.

    Raises:
        Refused: where a rule of the contact forbids what changed.
    """
    return _followed(session, unit, before, after) if isinstance(after, Partner) else after


def _followed(session: Session, unit: UnitOfWork, before: Record | None, partner: Partner) -> Partner:
    contact = None
    if before is None:
        contact = make_contact(session, unit, partner)
    elif isinstance(before, Partner):
        renumber_links(unit, before, partner)
        contact = contact_of(unit.read, partner)
        if contact is not None:
            contact = copy_to_contact(unit, Lookups(unit.read), contact, partner)
            partner = unit.read.get(type(partner), partner.id) or partner  # what follows in the contact comes back
    if not partner.contact_name and partner.primary_contact_id is not None:
        partner = unit.replace(partner, with_values(partner, {"primary_contact_id": None}))
    named = partner.contact_name and (not isinstance(before, Partner) or before.contact_name != partner.contact_name)
    if contact is not None and contact.is_company and named and partner.primary_contact_id is None:
        partner = _name_person(session, unit, contact, partner)
    return partner


def gone(unit: UnitOfWork, line: Record) -> None:
    """Take the link of a line that is to be deleted along (C-R32)."""
    if isinstance(line, Partner):
        drop_links(unit, line)


def copy_to_contact(unit: UnitOfWork, lookups: Lookups, contact: Contact, partner: Partner) -> Contact:
    """Change the contact to what its partner says in the shared fields; nothing of it is sent back but what follows.

    Raises:
        Refused: with the field and the value, where a rule of the contact forbids one.
    """
    values = brought(lookups, contact, partner)
    wanted = with_values(contact, values)
    typed = {_NAMES[attr]: as_typed(lookups, CONTACT[_NAMES[attr]], wanted) for attr in values if attr in _NAMES}
    telex = {attr: value for attr, value in values.items() if attr not in _NAMES}
    return contact_changes.change(unit, lookups, contact, contact, typed, telex).after


def brought(lookups: Lookups, contact: Contact, partner: Partner) -> dict[str, object]:
    """What a partner brings to its contact, by attribute.

    A salesperson who is blocked for privacy stays behind, as with all that is not typed (C-R19).
    """
    values = from_partner(contact, partner)
    if lookups.is_blocked(partner.salesperson_id):
        values.pop("salesperson_id", None)
    return values


def make_contact(session: Session, unit: UnitOfWork, partner: Partner) -> Contact | None:
    """Make the company contact of a partner, with its values and no defaults but the salutation (SY-R4, DF-R4).

    Where the set-up names no business relation for its kind, or no series for contacts, nothing is made; nor where a
    contact is linked to it already.
    """
    lookups = Lookups(unit.read)
    relation_id = getattr(lookups.setup, RELATION_FIELDS[link_of(partner)])
    if relation_id is None or lookups.setup.contact_series_id is None or links_of(unit.read, partner):
        return None
    blank = Contact(uid=str(uuid.uuid4()), type=ContactType.COMPANY)
    contact = entered(blank, from_partner(blank, partner))
    contact = replace(contact, salutation_id=lookups.setup.default_company_salutation_id)
    contact = contact_changes.without_blocked(lookups, blank, contact, {})
    contact = contact_changes.checked(unit.read, blank, contact, None)
    number, series_id, _warnings = number_contact(session, unit, lookups.setup, "")
    contact = unit.add(replace(contact, no=number, number_series_id=series_id))
    unit.add(
        ContactBusinessRelation(
            contact_id=contact.id,
            business_relation_id=relation_id,
            link_to=str(link_of(partner)),
            no=partner.code,
        )
    )
    return contact


def _name_person(session: Session, unit: UnitOfWork, company: Contact, partner: Partner) -> Partner:
    """Make the person who was named the primary contact; one of that name in the company is taken (SY-R5)."""
    person = unit.read.find(Contact, company_id=company.id, name=partner.contact_name)
    if person is None:
        typed = {"company": company.no, "name": partner.contact_name}
        person, _warnings = contacts.enter(session, unit, Lookups(unit.read), ContactType.PERSON, typed)
    return unit.replace(partner, with_values(partner, {"primary_contact_id": person.id}))
