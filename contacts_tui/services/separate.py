"""Contacts that somebody said are not the same: no search for duplicates names them again (DU-R11)."""

from __future__ import annotations

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import NotFound, Refused
from contacts_tui.domain.history import Verb
from contacts_tui.domain.message import message
from contacts_tui.domain.search_strings import SeparateContacts, ordered
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import writing
from contacts_tui.store.reader import Reader
from contacts_tui.store.unit_of_work import UnitOfWork


@permission(Right.EDIT_CONTACTS)
def mark(session: Session, left: int, right: int, *, is_separate: bool = True) -> int:
    """Say that two contacts are not the same, or that they may be after all; the step to undo, 0 where it was so.

    Raises:
        Refused: for one contact twice, or a company and a person.
        NotFound: when one of them is gone.
    """
    with writing(session, Verb.EDIT) as unit:
        first, second = (_present(unit.read, contact_id) for contact_id in ordered(left, right))
        if first.id == second.id or first.type is not second.type:
            raise Refused(
                message("{left} and {right} are not two of a kind.", left=first.name, right=second.name),
                value=second.no,
            )
        unit.batch.subject = first.name
        known = unit.read.find(SeparateContacts, contact_id=first.id, other_id=second.id)
        if is_separate and known is None:
            unit.add(SeparateContacts(contact_id=first.id, other_id=second.id))
        elif not is_separate and known is not None:
            unit.remove(known)
        return unit.batch.id


def pairs(read: Reader) -> frozenset[tuple[int, int]]:
    """All pairs of contacts that are not the same, each with the lower id first."""
    return frozenset((row.contact_id, row.other_id) for row in read.all(SeparateContacts))


def forget(unit: UnitOfWork, contact_id: int) -> None:
    """Take back what was said of a contact that is deleted or becomes another type (DU-R9)."""
    for row in rows_of(unit.read, contact_id):
        unit.remove(row)


def rows_of(read: Reader, contact_id: int) -> tuple[SeparateContacts, ...]:
    """What was said of a contact, from either side."""
    return (
        *read.all(SeparateContacts, contact_id=contact_id),
        *read.all(SeparateContacts, other_id=contact_id),
    )


def _present(read: Reader, contact_id: int) -> Contact:
    contact = read.get(Contact, contact_id)
    if contact is None:
        raise NotFound(message("This contact was deleted."), value=str(contact_id))
    return contact
