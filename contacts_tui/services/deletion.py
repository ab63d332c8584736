"""Deleting contacts with what goes along (domain 2.8). A deletion is a real one; undo brings all of it back."""

from __future__ import annotations

from dataclasses import dataclass

from contacts_tui.domain import codes
from contacts_tui.domain.affiliations import Affiliation
from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import NotFound
from contacts_tui.domain.history import Verb
from contacts_tui.domain.message import message
from contacts_tui.domain.record import OwnedRecord
from contacts_tui.services import affiliations, partners, separate
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import writing
from contacts_tui.store.reader import Reader
from contacts_tui.store.unit_of_work import UnitOfWork

_ASSIGNMENTS: tuple[type[OwnedRecord], ...] = tuple(
    found.assignment.record for found in ASSIGNED.values() if found.assignment
)
#: In the order in which they must go: a range before its address.
OWNED: tuple[type[OwnedRecord], ...] = (
    codes.AlternativeAddressRange,
    codes.AlternativeAddress,
    codes.CommentLine,
    Affiliation,
    *_ASSIGNMENTS,
)


@dataclass(frozen=True, slots=True)
class Deletion:
    """What a deletion takes along: the contact and its people, and the rows that only they have."""

    contact: Contact
    people: int
    codes: int
    notes: int
    addresses: int
    links: int

    @property
    def contacts(self) -> int:
        """How many contacts go."""
        return 1 + self.people

    @property
    def takes_along(self) -> bool:
        """Whether anything goes besides the contact itself."""
        return bool(self.people or self.codes or self.notes or self.addresses or self.links)


@permission(Right.READ)
def preview(session: Session, contact_id: int) -> Deletion:
    """What deleting a contact would take along.

    Raises:
        NotFound: when the contact is gone.
    """

    def ask(read: Reader) -> Deletion:
        contact = _present(read, contact_id)
        ids = [contact.id, *read.ids(Contact, company_id=contact.id)]
        given = sum(read.count(record, contact_id=ids) for record in _ASSIGNMENTS)
        relations = read.all(codes.ContactBusinessRelation, contact_id=ids)
        notes = {(line.contact_id, line.note_no) for line in read.all(codes.CommentLine, contact_id=ids)}
        return Deletion(
            contact,
            people=len(ids) - 1,
            codes=given,
            notes=len(notes),
            addresses=read.count(codes.AlternativeAddress, contact_id=ids),
            links=sum(1 for row in relations if row.no),
        )

    return session.book.records.reading(ask)


@permission(Right.DELETE_CONTACTS)
def delete(session: Session, contact_id: int) -> int:
    """Delete a contact, a company with its people, all or nothing (C-R27, C-R30); the step's number for undo.

    Raises:
        NotFound: when the contact is gone.
    """
    with writing(session, Verb.DELETE) as unit:
        contact = _present(unit.read, contact_id)
        unit.batch.subject = contact.name
        for person in unit.read.all(Contact, company_id=contact.id):
            _remove(unit, person)
        _remove(unit, contact)
        return unit.batch.id


def _present(read: Reader, contact_id: int) -> Contact:
    contact = read.get(Contact, contact_id)
    if contact is None:
        raise NotFound(message("This contact is deleted already."), value=str(contact_id))
    return contact


def _remove(unit: UnitOfWork, contact: Contact) -> None:
    for record in OWNED:
        for row in unit.read.all(record, contact_id=contact.id):
            unit.remove(row)
    affiliations.forget(unit, contact.id)
    separate.forget(unit, contact.id)
    partners.forget_contact(unit, contact.id)
    stored = unit.read.get(Contact, contact.id)
    unit.remove(stored or contact)
