"""Making a company a person and a person a company, within the unit of work that edits the contact (domain 2.6)."""

from __future__ import annotations

from dataclasses import dataclass

from contacts_tui.domain import type_change
from contacts_tui.domain.affiliations import Affiliation
from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import NotFound
from contacts_tui.domain.fields import Field
from contacts_tui.domain.message import message
from contacts_tui.domain.type_change import Belongings
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.store.reader import Reader


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


def _belongings(read: Reader, contact: Contact) -> Belongings:
    codes = {
        name: read.count(found.assignment.record, contact_id=contact.id)
        for name, found in ASSIGNED.items()
        if found.assignment is not None
    }
    also_at = read.count(Affiliation, contact_id=contact.id) + read.count(Affiliation, company_id=contact.id)
    return Belongings(read.count(Contact, company_id=contact.id), also_at, codes)
