"""Alternative addresses of a contact (domain section 8), and the post codes that an address form proposes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from contacts_tui.domain import addresses as rules
from contacts_tui.domain import alternative_addresses
from contacts_tui.domain.codes import AlternativeAddress, AlternativeAddressRange, PostCode
from contacts_tui.domain.contact_parts import ALTERNATIVE_ADDRESS
from contacts_tui.domain.errors import NotFound, Refused
from contacts_tui.domain.fields import by_name
from contacts_tui.domain.history import Verb
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.record import with_values
from contacts_tui.services import conflicts, new_codes
from contacts_tui.services.address_ranges import Ranges, ranges_of
from contacts_tui.services.lookups import Lookups, all_as_typed
from contacts_tui.services.new_codes import NewCode
from contacts_tui.services.owners import owner
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import writing
from contacts_tui.services.values import complete, parsed
from contacts_tui.store.reader import Reader
from contacts_tui.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class AddressLine:
    """An alternative address: its values by field name, codes bare, and its date ranges, the earliest first."""

    record: AlternativeAddress
    values: Mapping[str, str | bool]
    ranges: Ranges
    active: bool


@permission(Right.READ)
def addresses(session: Session, contact_id: int) -> tuple[AddressLine, ...]:
    """The alternative addresses of a contact, by code; `active` marks the one in force today."""

    def ask(read: Reader) -> tuple[AddressLine, ...]:
        lookups = Lookups(read)
        ranges = ranges_of(read, contact_id)
        now = alternative_addresses.active_on(ranges, session.today())
        return tuple(
            AddressLine(
                record,
                all_as_typed(lookups, ALTERNATIVE_ADDRESS.values(), record),
                tuple(r for r in ranges if r.alternative_address_id == record.id),
                now is not None and now.alternative_address_id == record.id,
            )
            for record in read.all(AlternativeAddress, order=("code",), contact_id=contact_id)
        )

    return session.book.records.reading(ask)


@permission(Right.READ)
def active(session: Session, contact_id: int, on: date) -> AlternativeAddress | None:
    """The alternative address in force on a day, None for the ordinary one (AA-R1)."""

    def ask(read: Reader) -> AlternativeAddress | None:
        found = alternative_addresses.active_on(ranges_of(read, contact_id), on)
        return read.get(AlternativeAddress, found.alternative_address_id) if found else None

    return session.book.records.reading(ask)


@permission(Right.READ)
def suggest(session: Session, post_code: str = "", city: str = "", country: str = "") -> tuple[PostCode, ...]:
    """The known post codes that answer to a typed post code, town or both, of one country when it is given (C-R11)."""

    def ask(read: Reader) -> tuple[PostCode, ...]:
        country_id = Lookups(read).id_of("countries", country) if country.strip() else None
        known = read.all(PostCode, order=("code", "city"))
        return rules.matching(known, code=post_code, city=city, country_id=country_id)

    return session.book.records.reading(ask)


@permission(Right.EDIT_CONTACTS)
def add(
    session: Session, contact_id: int, values: Mapping[str, object], *, new: Sequence[NewCode] = ()
) -> AlternativeAddress:
    """Give a contact an alternative address, its values as they were typed; `new` are codes to make in the same step.

    Raises:
        WrongUse: when there is no such field.
        Refused: with the field, where a rule forbids its value or the contact has an address of that code already.
        NotFound: when the contact is gone.
    """
    with writing(session, Verb.EDIT) as unit:
        unit.batch.subject = owner(unit.read, contact_id).name
        lookups = Lookups(unit.read)
        new_codes.make(unit, lookups, session, new)
        return enter(unit, lookups, contact_id, values)


def enter(unit: UnitOfWork, lookups: Lookups, contact_id: int, values: Mapping[str, object]) -> AlternativeAddress:
    """Give a contact an alternative address within a unit of work that may hold more. See `add`."""
    _check_names(values)
    fields = ALTERNATIVE_ADDRESS.values()
    blank = AlternativeAddress(contact_id=contact_id)
    after = with_values(blank, parsed(lookups, fields, complete(fields, values)))
    _check_code(unit.read, after)
    typed = {by_name(ALTERNATIVE_ADDRESS, name).attribute for name in values}
    return unit.add(rules.fill_place(blank, after, typed, unit.read.all(PostCode)))


@permission(Right.EDIT_CONTACTS)
def edit(
    session: Session,
    address_id: int,
    values: Mapping[str, object],
    seen: AlternativeAddress | None = None,
    *,
    new: Sequence[NewCode] = (),
) -> AlternativeAddress:
    """Change an alternative address; `seen` is the address as its editor saw it, `new` are codes to make with it.

    Raises:
        WrongUse: when there is no such field.
        Refused: with the field, where a rule forbids its value or the contact has an address of that code already.
        Conflict: where another user changed the same field to something else.
        NotFound: when the address is gone.
    """
    _check_names(values)
    with writing(session, Verb.EDIT) as unit:
        before = _present(unit.read, address_id)
        unit.batch.subject = owner(unit.read, before.contact_id).name
        lookups, fields = Lookups(unit.read), ALTERNATIVE_ADDRESS.values()
        new_codes.make(unit, lookups, session, new)
        typed = parsed(lookups, fields, values)
        changed, _moved = conflicts.wanted(unit, lookups, fields, seen, before, typed)
        after = with_values(before, changed)
        if after.country_id != before.country_id and before.country_id is not None:
            known = unit.read.all(PostCode, country_id=[before.country_id])
            after = rules.after_country_change(before, after, known)
        _check_code(unit.read, after)
        return unit.replace(before, rules.fill_place(before, after, set(changed), unit.read.all(PostCode)))


@permission(Right.EDIT_CONTACTS)
def delete(session: Session, address_id: int) -> int:
    """Delete an alternative address with its date ranges (AA-R4); the step's number for undo.

    Raises:
        NotFound: when it is gone.
    """
    with writing(session, Verb.EDIT) as unit:
        address = _present(unit.read, address_id)
        unit.batch.subject = owner(unit.read, address.contact_id).name
        for span in unit.read.all(AlternativeAddressRange, alternative_address_id=address_id):
            unit.remove(span)
        unit.remove(address)
        return unit.batch.id


def _check_names(values: Mapping[str, object]) -> None:
    for name in values:
        by_name(ALTERNATIVE_ADDRESS, name)


def _check_code(read: Reader, address: AlternativeAddress) -> None:
    other = read.find(AlternativeAddress, contact_id=address.contact_id, code=address.code)
    if other is not None and other.id != address.id:
        raise Refused(
            message(
                "{field}: this contact has an address “{value}” already.",
                field=Message(ALTERNATIVE_ADDRESS["code"].label),
                value=address.code,
            ),
            field="code",
            value=address.code,
        )


def _present(read: Reader, address_id: int) -> AlternativeAddress:
    address = read.get(AlternativeAddress, address_id)
    if address is None:
        raise NotFound(message("This address was deleted."), value=str(address_id))
    return address
