"""The companies that a person is also at, and the people who are also at a company."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from contacts_tui.domain import affiliations as rules
from contacts_tui.domain.affiliations import AFFILIATION, Affiliation
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import NotFound
from contacts_tui.domain.fields import by_name
from contacts_tui.domain.history import Verb
from contacts_tui.domain.message import message
from contacts_tui.domain.record import with_values
from contacts_tui.services import conflicts
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.owners import owner
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import writing
from contacts_tui.services.values import complete, parsed
from contacts_tui.store.reader import Reader
from contacts_tui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class AlsoAt:
    """A person and a company that the person is also at."""

    record: Affiliation
    person: Contact
    company: Contact


def companies_of(read: Reader, person: Contact) -> tuple[AlsoAt, ...]:
    """The companies that a person is also at, by name."""
    found = read.all(Affiliation, contact_id=person.id)
    known = {one.id: one for one in read.all(Contact, id=[row.company_id for row in found])} if found else {}
    lines = [AlsoAt(row, person, known[row.company_id]) for row in found]
    return tuple(sorted(lines, key=lambda line: (line.company.search_name, line.company.id)))


def people_also_at(read: Reader, company: Contact) -> tuple[AlsoAt, ...]:
    """The people who are also at a company, by name."""
    found = read.all(Affiliation, company_id=company.id)
    known = {one.id: one for one in read.all(Contact, id=[row.contact_id for row in found])} if found else {}
    lines = [AlsoAt(row, known[row.contact_id], company) for row in found]
    return tuple(sorted(lines, key=lambda line: (line.person.search_name, line.person.id)))


@permission(Right.EDIT_CONTACTS)
def add(session: Session, person_id: int, values: Mapping[str, object]) -> Affiliation:
    """Say that a person is also at a company: its `company`, and what is known of `role` and days, as typed.

    Raises:
        WrongUse: when there is no such field.
        Refused: with the field, where a rule forbids it.
        Ambiguous: where the company that was typed may be any of several.
        NotFound: when the person is gone.
    """
    with writing(session, Verb.EDIT) as unit:
        unit.batch.subject = owner(unit.read, person_id).name
        typed = _parsed(Lookups(unit.read), complete(AFFILIATION.values(), values))
        row = with_values(Affiliation(contact_id=person_id), typed)
        _check(unit.read, row)
        return unit.add(row)


@permission(Right.EDIT_CONTACTS)
def edit(
    session: Session, affiliation_id: int, values: Mapping[str, object], seen: Affiliation | None = None
) -> Affiliation:
    """Change it; `seen` is the row as its editor saw it. See `add` for what is refused.

    Raises:
        Conflict: where another user changed the same field to something else.
        NotFound: when it is gone.
    """
    with writing(session, Verb.EDIT) as unit:
        before = _present(unit.read, affiliation_id)
        unit.batch.subject = owner(unit.read, before.contact_id).name
        lookups = Lookups(unit.read)
        typed = _parsed(lookups, values)
        changed, _moved = conflicts.wanted(unit, lookups, AFFILIATION.values(), seen, before, typed)
        after = with_values(before, changed)
        _check(unit.read, after)
        return unit.replace(before, after)


@permission(Right.EDIT_CONTACTS)
def delete(session: Session, affiliation_id: int) -> int:
    """Say that a person is no longer also at a company; the step's number for undo.

    Raises:
        NotFound: when it is gone.
    """
    with writing(session, Verb.EDIT) as unit:
        row = _present(unit.read, affiliation_id)
        unit.batch.subject = owner(unit.read, row.contact_id).name
        unit.remove(row)
        return unit.batch.id


def forget(unit: UnitOfWork, company_id: int) -> None:
    """Take away what names a company that is about to be deleted."""
    for row in unit.read.all(Affiliation, company_id=company_id):
        unit.remove(row)


def settle(unit: UnitOfWork, person: Contact) -> None:
    """Who now belongs to a company is no longer also at it."""
    if person.company_id is not None:
        for row in unit.read.all(Affiliation, contact_id=person.id, company_id=person.company_id):
            unit.remove(row)


def take_over(unit: UnitOfWork, keep_id: int, drop_id: int) -> None:
    """Let what names a contact that goes into another name that one; what is said there already goes."""
    for row in of(unit.read, drop_id):
        moved = with_values(row, {"contact_id": keep_id} if row.contact_id == drop_id else {"company_id": keep_id})
        if unit.read.count(Affiliation, contact_id=moved.contact_id, company_id=moved.company_id):
            unit.remove(row)
        else:
            unit.replace(row, moved)


def settle_all(unit: UnitOfWork, contact_id: int) -> None:
    """Who belongs to a company by now, because of what became of this contact, is no longer also at it."""
    for row in of(unit.read, contact_id):
        person = unit.read.get(Contact, row.contact_id)
        if person is not None and person.company_id == row.company_id:
            unit.remove(row)


def of(read: Reader, contact_id: int) -> list[Affiliation]:
    """Where a person is also at, or who is also at a company."""
    return read.all(Affiliation, contact_id=contact_id) + read.all(Affiliation, company_id=contact_id)


def wrong(read: Reader, contacts: Mapping[int, Contact], ids: list[int] | None = None) -> list[str]:
    """The numbers of the contacts that are also at something against the rules; of all, or of those with these ids.

    `contacts` holds those that were read already.
    """
    found = read.all(Affiliation) if ids is None else read.all(Affiliation, contact_id=ids)
    if ids is not None:
        found += read.all(Affiliation, company_id=ids)
    numbers = []
    for row in found:
        person = contacts.get(row.contact_id) or read.get(Contact, row.contact_id)
        company = contacts.get(row.company_id) or read.get(Contact, row.company_id)
        if person is None or company is None:
            continue
        if person.is_company or not company.is_company or person.company_id == company.id:
            numbers.append(person.no)
    return sorted(set(numbers))


def _parsed(lookups: Lookups, values: Mapping[str, object]) -> dict[str, object]:
    for name in values:
        by_name(AFFILIATION, name)
    return parsed(lookups, AFFILIATION.values(), values)


def _check(read: Reader, row: Affiliation) -> None:
    company = read.get(Contact, row.company_id)
    rules.check(row, owner(read, row.contact_id), company, read.all(Affiliation, contact_id=row.contact_id))


def _present(read: Reader, affiliation_id: int) -> Affiliation:
    row = read.get(Affiliation, affiliation_id)
    if row is None:
        raise NotFound(message("This was deleted meanwhile."), value=str(affiliation_id))
    return row
