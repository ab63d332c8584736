"""When the alternative addresses of a contact are in force (domain section 8)."""

from __future__ import annotations

from collections.abc import Mapping

from contacts_tui.domain import alternative_addresses
from contacts_tui.domain.codes import AlternativeAddress, AlternativeAddressRange
from contacts_tui.domain.contact_parts import ADDRESS_RANGE
from contacts_tui.domain.errors import NotFound, Refused
from contacts_tui.domain.fields import by_name, parse
from contacts_tui.domain.history import Verb
from contacts_tui.domain.message import message
from contacts_tui.domain.record import with_values
from contacts_tui.services import conflicts
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.owners import owner
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import writing
from contacts_tui.services.values import complete
from contacts_tui.store.reader import Reader
from contacts_tui.store.unit_of_work import UnitOfWork

Ranges = tuple[AlternativeAddressRange, ...]


@permission(Right.EDIT_CONTACTS)
def add(session: Session, contact_id: int, values: Mapping[str, object]) -> AlternativeAddressRange:
    """Say when an alternative address is in force: its `code`, `starting_date` and `ending_date`.

    Raises:
        WrongUse: when there is no such field.
        Refused: with the field, where the contact has no address of that code (AA-7), the range has no start, ends
            before it starts, or starts with another range of the contact (AA-R2, AA-R3).
        NotFound: when the contact is gone.
    """
    with writing(session, Verb.EDIT) as unit:
        unit.batch.subject = owner(unit.read, contact_id).name
        return enter(unit, contact_id, values)


def enter(unit: UnitOfWork, contact_id: int, values: Mapping[str, object]) -> AlternativeAddressRange:
    """Say when an alternative address is in force, within a unit of work that may hold more. See `add`."""
    typed = _range_values(unit.read, contact_id, complete(ADDRESS_RANGE.values(), values))
    span = with_values(AlternativeAddressRange(contact_id=contact_id), typed)
    alternative_addresses.check_range(span, ranges_of(unit.read, contact_id))
    return unit.add(span)


@permission(Right.EDIT_CONTACTS)
def edit(
    session: Session, range_id: int, values: Mapping[str, object], seen: AlternativeAddressRange | None = None
) -> AlternativeAddressRange:
    """Change a date range; `seen` is the range as its editor saw it. See `add` for what is refused.

    Raises:
        Conflict: when another user changed the same day to another one.
        NotFound: when the range is gone.
    """
    with writing(session, Verb.EDIT) as unit:
        before = _present(unit.read, range_id)
        unit.batch.subject = owner(unit.read, before.contact_id).name
        typed = _range_values(unit.read, before.contact_id, values)
        days = [field for field in ADDRESS_RANGE.values() if field.name != "code"]
        changed, _moved = conflicts.wanted(unit, Lookups(unit.read), days, seen, before, typed)
        after = with_values(before, changed)
        alternative_addresses.check_range(after, ranges_of(unit.read, before.contact_id))
        return unit.replace(before, after)


@permission(Right.EDIT_CONTACTS)
def delete(session: Session, range_id: int) -> int:
    """Delete a date range; the step's number for undo.

    Raises:
        NotFound: when it is gone.
    """
    with writing(session, Verb.EDIT) as unit:
        span = _present(unit.read, range_id)
        unit.batch.subject = owner(unit.read, span.contact_id).name
        unit.remove(span)
        return unit.batch.id


def ranges_of(read: Reader, contact_id: int) -> Ranges:
    """The date ranges of a contact, the earliest first."""
    return tuple(read.all(AlternativeAddressRange, order=("starting_date",), contact_id=contact_id))


def _range_values(read: Reader, contact_id: int, typed: Mapping[str, object]) -> dict[str, object]:
    values: dict[str, object] = {}
    for name, value in typed.items():
        field = by_name(ADDRESS_RANGE, name)
        found = parse(field, "" if value is None else str(value))
        values[field.attribute] = _own_address(read, contact_id, str(found)).id if name == "code" else found
    return values


def _own_address(read: Reader, contact_id: int, code: str) -> AlternativeAddress:
    found = read.find(AlternativeAddress, contact_id=contact_id, code=code)
    if found is None:
        raise Refused(
            message("Alternative address: this contact has no address “{value}”.", value=code),
            field="code",
            value=code,
        )
    return found


def _present(read: Reader, range_id: int) -> AlternativeAddressRange:
    span = read.get(AlternativeAddressRange, range_id)
    if span is None:
        raise NotFound(message("This date range was deleted."), value=str(range_id))
    return span
