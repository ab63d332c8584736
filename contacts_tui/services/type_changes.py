"""Making a company a person and a person a company, within the unit of work that edits the contact (domain 2.6)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from contacts_tui.domain import type_change
from contacts_tui.domain.affiliations import Affiliation
from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.codes import ContactBusinessRelation
from contacts_tui.domain.consistency import check_consistency
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import NotFound, Refused
from contacts_tui.domain.fields import Field
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.type_change import Belongings
from contacts_tui.services import affiliations
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.store.reader import Reader

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class TypeChange:
    """What a change of type would do: the contact before and after, the fields that go, the company that is left."""

    before: Contact
    after: Contact
    cleared: tuple[Field, ...]
    leaves: Contact | None


@permission(Right.READ)
def preview(session: Session, contact_id: int) -> TypeChange:
    """What changing the type of a contact would do.

    Raises:
        Refused: naming what stands in the way.
        NotFound: when the contact is gone.
    """

    def ask(read: Reader) -> TypeChange:
        contact = read.get(Contact, contact_id)
        if contact is None:
            raise NotFound(message("This contact was deleted."), value=str(contact_id))
        after = turned(read, Lookups(read), contact)
        return TypeChange(contact, after, type_change.cleared_fields(contact), read.get(Contact, contact.company_id))

    return session.book.records.reading(ask)


def turned(read: Reader, lookups: Lookups, contact: Contact) -> Contact:
    """The contact as one of the other type.

    Raises:
        Refused: naming what stands in the way.
    """
    type_change.check(contact, _belongings(read, contact))
    return type_change.turned(contact, lookups.setup)


def check_types(read: Reader, contact_ids: Collection[int]) -> None:
    """Refuse contacts whose people, company or codes do not fit their type any more.

    Raises:
        Refused: naming the first thing that does not fit.
    """
    ordered = sorted(contact_ids)
    for start in range(0, len(ordered), _AT_ONCE):
        ids = ordered[start : start + _AT_ONCE]
        people = read.all(Contact, company_id=ids)
        contacts = {contact.id: contact for contact in (*read.all(Contact, id=ids), *people)}
        missing = {c.company_id for c in contacts.values() if c.company_id is not None} - contacts.keys()
        companies = contacts | {company.id: company for company in read.all(Contact, id=missing)}
        for contact in contacts.values():
            check_consistency(contact, companies.get(contact.company_id or 0), contact)
        _check_codes(read, contacts)
        wrong = affiliations.wrong(read, contacts, list(contacts))
        if wrong:
            numbers = ", ".join(wrong)
            text = message("Also at: not a person, or not another company: {numbers}.", numbers=numbers)
            raise Refused(text, value=wrong[0])


def _check_codes(read: Reader, contacts: dict[int, Contact]) -> None:
    for name, found in ASSIGNED.items():
        how = found.assignment
        if how is None or how.applies_to is None:
            continue
        unlinked = {"link_to": ""} if how.record is ContactBusinessRelation else {}
        owners = read.ids(how.record, "contact_id", contact_id=list(contacts), **unlinked)
        wrong = [contacts[owner].no for owner in sorted(owners) if contacts[owner].type is not how.applies_to]
        if wrong:
            raise Refused(
                message(
                    "{list}: given to the wrong type of contact: {numbers}.",
                    list=Message(found.title),
                    numbers=", ".join(wrong),
                ),
                field=name,
                value=wrong[0],
            )


def _belongings(read: Reader, contact: Contact) -> Belongings:
    codes = {
        name: read.count(found.assignment.record, contact_id=contact.id)
        for name, found in ASSIGNED.items()
        if found.assignment is not None
    }
    also_at = read.count(Affiliation, contact_id=contact.id) + read.count(Affiliation, company_id=contact.id)
    return Belongings(read.count(Contact, company_id=contact.id), also_at, codes)
