"""Linking contacts with customers, vendors and bank accounts, and making one from the other (domain 7.1 to 7.5)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from contacts_tui.domain import privacy
from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.codes import ContactBusinessRelation
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import Ambiguous, NotFound, Refused
from contacts_tui.domain.fields import CONTACT, parse
from contacts_tui.domain.history import Verb
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.partners import (
    LINK_LABELS,
    LISTS_OF,
    RECORDS,
    Customer,
    CustomerTemplate,
    Link,
    Partner,
    fitting,
    from_contact,
    proposed,
    with_template,
)
from contacts_tui.domain.record import with_values
from contacts_tui.domain.setup_fields import SETUP
from contacts_tui.services import partner_changes
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.numbering import number_partner
from contacts_tui.services.owners import owner
from contacts_tui.services.partners import RELATION_FIELDS, links_of, partner_of
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import ROWS_AT_ONCE, batch, writing
from contacts_tui.store.reader import Reader
from contacts_tui.store.turns import turn
from contacts_tui.store.unit_of_work import UnitOfWork

#: A contact, its link, and the number that a series gives write four rows.
_AT_ONCE = ROWS_AT_ONCE // 4


class Master(StrEnum):
    """Which side's values stay when the two are linked (7.3)."""

    CONTACT = "contact"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Linked:
    """A contact and what it is linked to now; for a person it is the company's contact (BR-R5)."""

    contact: Contact
    partner: Partner
    batch: int
    warnings: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactsMade:
    """The contacts that were made, by id, and how many customers, vendors or bank accounts had one already."""

    made: tuple[int, ...]
    skipped: int
    batch: int


@permission(Right.EDIT_CONTACTS)
def link(session: Session, contact_id: int, kind: Link, no: str, master: Master = Master.CONTACT) -> Linked:
    """Link a contact with a customer, vendor or bank account; the shared fields of `master` stay.

    Raises:
        Refused: where the set-up names no business relation for the kind (BR-R1), either side is linked already
            (BR-R2), the contact is a person who cannot be (BR-R5), or it is blocked for privacy (BR-R6).
        NotFound: when there is no such contact or number.
    """
    with writing(session, Verb.EDIT) as unit:
        contact, relation_id = _open(unit.read, contact_id, kind)
        unit.batch.subject = contact.name
        partner = _partner(unit.read, kind, no)
        _check_free(unit.read, contact, kind, partner)
        _add_row(unit, contact, kind, relation_id, partner.code)
        if master is Master.CONTACT:
            partner = unit.replace(partner, from_contact(partner, contact))
        else:
            partner_changes.copy_to_contact(unit, Lookups(unit.read), owner(unit.read, contact.id), partner)
        return Linked(owner(unit.read, contact.id), partner, unit.batch.id)


@permission(Right.EDIT_CONTACTS)
def unlink(session: Session, contact_id: int, kind: Link) -> int:
    """Take the link of this kind away; both records stay (BR-R4). The step's number for undo.

    A person's own link, made before the person had a company, goes before that of the company.

    Raises:
        Refused: when there is none.
        NotFound: when the contact is gone.
    """
    with writing(session, Verb.EDIT) as unit:
        contact = owner(unit.read, contact_id)
        rows = unit.read.all(ContactBusinessRelation, contact_id=contact.id, link_to=str(kind))
        if not rows:
            contact = _owner(unit.read, contact_id)
            rows = unit.read.all(ContactBusinessRelation, contact_id=contact.id, link_to=str(kind))
        unit.batch.subject = contact.name
        if not rows:
            kind_name = Message(LISTS[LISTS_OF[kind]].singular)
            text = message("{name} is linked to no {kind}.", name=contact.name, kind=kind_name)
            raise Refused(text, value=contact.no)
        for row in rows:
            unit.remove(row)
        return unit.batch.id


@permission(Right.EDIT_CONTACTS)
def create_as(session: Session, contact_id: int, kind: Link, *, no: str = "", template: str = "") -> Linked:
    """Make a customer, vendor or bank account from a contact, linked to it (CC-R1, CC-R6).

    Without `no` the number comes from the series that the set-up names. For a customer, without `template`, the only
    one that is like the contact is taken; where there are no templates for its type, none is.

    Raises:
        Refused: as `link` does, and where the number is taken or needed.
        Ambiguous: where a template must be chosen; `choices` holds them (CC-R3).
        NotFound: when there is no such contact or template.
    """
    with writing(session, Verb.EDIT) as unit:
        contact, relation_id = _open(unit.read, contact_id, kind)
        unit.batch.subject = contact.name
        _check_free(unit.read, contact, kind, None)
        setup = Lookups(unit.read).setup
        typed = str(parse(CONTACT["number"], no))
        number, warnings = number_partner(session, unit, setup, kind, typed)
        partner = from_contact(RECORDS[kind](code=number), contact)
        if isinstance(partner, Customer) and (chosen := _template(unit.read, contact, template)) is not None:
            partner = with_template(partner, chosen)
        partner = unit.add(fitting(None, partner))
        _add_row(unit, contact, kind, relation_id, partner.code)
        return Linked(owner(unit.read, contact.id), partner, unit.batch.id, warnings)


@permission(Right.EDIT_CONTACTS)
def make_contacts(session: Session, kind: Link, numbers: Collection[str] = ()) -> ContactsMade:
    """Make a company contact of each customer, vendor or bank account that has none, as one step to undo (CC-R7).

    `numbers` are those to do, as typed; none: all of them.

    Raises:
        Refused: where the set-up names no business relation for the kind or no series for contacts.
        NotFound: when there is none of a number.
    """
    known = session.book.records.reading(lambda read: _named(read, kind, numbers))
    key, made = batch(session, Verb.CREATE), list[int]()
    for start in range(0, len(known), _AT_ONCE):
        with turn(), session.book.records.unit(key) as unit:
            setup = Lookups(unit.read).setup
            _relation_id(unit.read, kind)
            if setup.contact_series_id is None:
                raise _not_named("contact_nos")
            for partner in known[start : start + _AT_ONCE]:
                contact = partner_changes.make_contact(session, unit, partner)
                if contact is not None:
                    made.append(contact.id)
    return ContactsMade(tuple(made), len(known) - len(made), key.id)


def _named(read: Reader, kind: Link, numbers: Collection[str]) -> list[Partner]:
    """The customers, vendors or bank accounts of these numbers; of no number, all."""
    if not numbers:
        return list(read.all(RECORDS[kind]))
    return [_partner(read, kind, number) for number in dict.fromkeys(number.strip().upper() for number in numbers)]


def _partner(read: Reader, kind: Link, number: str) -> Partner:
    partner = read.find(RECORDS[kind], code=number.strip().upper())
    if partner is None:
        raise NotFound(
            message("{list}: there is no “{value}”.", list=Message(LINK_LABELS[kind]), value=number),
            field="no",
            value=number,
        )
    return partner


def _owner(read: Reader, contact_id: int) -> Contact:
    """The contact that a link belongs to: the company of a person who has one (BR-R5)."""
    contact = owner(read, contact_id)
    return contact if contact.company_id is None else owner(read, contact.company_id)


def _open(read: Reader, contact_id: int, kind: Link) -> tuple[Contact, int]:
    """The contact that may get a link, and the id of the business relation that comes with it."""
    privacy.check_open(owner(read, contact_id))
    contact = _owner(read, contact_id)
    privacy.check_open(contact)
    relation_id = _relation_id(read, kind)
    if not contact.is_company and kind is not Link.CUSTOMER:
        raise Refused(
            message("{name} is a person. Only a company can be a vendor or a bank.", name=contact.name),
            value=contact.no,
        )
    return contact, relation_id


def _relation_id(read: Reader, kind: Link) -> int:
    attribute = RELATION_FIELDS[kind]
    relation_id = getattr(Lookups(read).setup, attribute)
    if relation_id is None:
        raise _not_named(next(field.name for field in SETUP.values() if field.attribute == attribute))
    return int(relation_id)


def _not_named(field_name: str) -> Refused:
    label = Message(SETUP[field_name].label)
    return Refused(
        message("The marketing set-up names no “{field}”. Name one there first.", field=label), field=field_name
    )


def _linked(read: Reader, partner: Partner) -> Contact | None:
    rows = links_of(read, partner)
    return read.get(Contact, rows[0].contact_id) if rows else None


def _check_free(read: Reader, contact: Contact, kind: Link, partner: Partner | None) -> None:
    """Refuse a second link on either side (BR-R2)."""
    for row in read.all(ContactBusinessRelation, contact_id=contact.id, link_to=str(kind)):
        other = partner_of(read, row)
        if other is not None:
            raise _taken(contact.name, f"{other.code} {other.description}")
    holder = _linked(read, partner) if partner is not None else None
    if holder is not None and partner is not None:
        raise _taken(f"{partner.code} {partner.description}", f"{holder.no} {holder.name}")


def _taken(name: str, other: str) -> Refused:
    return Refused(
        message("{name} is linked to {other} already. Remove that link first.", name=name, other=other), value=other
    )


def _add_row(unit: UnitOfWork, contact: Contact, kind: Link, relation_id: int, no: str) -> None:
    """Write the link over a plain relation of the same code (BR-R3) and over a link to what is gone (BR-R2)."""
    for row in unit.read.all(ContactBusinessRelation, contact_id=contact.id, link_to=str(kind)):
        unit.remove(row)
    values = {"link_to": str(kind), "no": no}
    plain = unit.read.find(ContactBusinessRelation, contact_id=contact.id, business_relation_id=relation_id)
    if plain is None:
        row = ContactBusinessRelation(contact_id=contact.id, business_relation_id=relation_id)
        unit.add(with_values(row, values))
    elif plain.link_to:
        raise _taken(contact.name, plain.no)
    else:
        unit.replace(plain, with_values(plain, values))


def _template(read: Reader, contact: Contact, code: str) -> CustomerTemplate | None:
    known = read.all(CustomerTemplate, order=("code",))
    best, choices = proposed(known, contact)
    if code.strip():
        for one in choices:
            if one.code == code.strip().upper():
                return one
        text = message("There is no customer template “{value}” for a contact of this type.", value=code)
        raise NotFound(text, field="template", value=code)
    if best is None and choices:
        raise Ambiguous(
            message("Choose a customer template for {name}.", name=contact.name),
            field="template",
            value=contact.no,
            choices=tuple((one.code, one.description) for one in choices),
        )
    return best
