"""What may be linked with what, and how a link is written, within the unit of work that does it (domain 7.1)."""

from __future__ import annotations

from contacts_tui.domain import privacy
from contacts_tui.domain.codes import ContactBusinessRelation
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import NotFound, Refused
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.partners import LINK_LABELS, RECORDS, Link, Partner
from contacts_tui.domain.record import with_values
from contacts_tui.domain.setup_fields import SETUP
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.owners import link_owner, owner
from contacts_tui.services.partners import RELATION_FIELDS, contact_of, partner_of
from contacts_tui.store.reader import Reader
from contacts_tui.store.unit_of_work import UnitOfWork


def partner(read: Reader, kind: Link, no: str) -> Partner:
    """The customer, vendor or bank account of that number.

    Raises:
        NotFound: when there is none.
    """
    found = read.find(RECORDS[kind], code=no.strip().upper())
    if found is None:
        raise NotFound(
            message("{list}: there is no “{value}”.", list=Message(LINK_LABELS[kind]), value=no),
            field="no",
            value=no,
        )
    return found


def open_contact(read: Reader, contact_id: int, kind: Link) -> tuple[Contact, int]:
    """The contact that may get a link, and the id of the business relation that comes with it.

    Raises:
        Refused: where the set-up names no relation (BR-R1), or the contact may not have a link (BR-R5, BR-R6).
        NotFound: when the contact is gone.
    """
    privacy.check_open(owner(read, contact_id))
    contact = link_owner(read, contact_id)
    privacy.check_open(contact)
    relation = relation_id(read, kind)
    if not contact.is_company and kind is not Link.CUSTOMER:
        raise Refused(
            message("{name} is a person. Only a company can be a vendor or a bank.", name=contact.name),
            value=contact.no,
        )
    return contact, relation


def relation_id(read: Reader, kind: Link) -> int:
    """The business relation that comes with a link (BR-R1).

    Raises:
        Refused: where the set-up names none.
    """
    attribute = RELATION_FIELDS[kind]
    found = getattr(Lookups(read).setup, attribute)
    if found is None:
        raise not_named(next(field.name for field in SETUP.values() if field.attribute == attribute))
    return int(found)


def not_named(field_name: str) -> Refused:
    """The refusal where the set-up says nothing in a field that is needed."""
    label = Message(SETUP[field_name].label)
    return Refused(
        message("The marketing set-up names no “{field}”. Name one there first.", field=label), field=field_name
    )


def check_free(read: Reader, contact: Contact, kind: Link, partner: Partner | None) -> None:
    """Refuse a second link on either side (BR-R2).

    Raises:
        Refused: naming who is linked already.
    """
    for row in read.all(ContactBusinessRelation, contact_id=contact.id, link_to=str(kind)):
        other = partner_of(read, row)
        if other is not None:
            raise _taken(contact.name, f"{other.code} {other.description}")
    holder = contact_of(read, partner) if partner is not None else None
    if holder is not None and partner is not None:
        raise _taken(f"{partner.code} {partner.description}", f"{holder.no} {holder.name}")


def _taken(name: str, other: str) -> Refused:
    return Refused(
        message("{name} is linked to {other} already. Remove that link first.", name=name, other=other), value=other
    )


def add_row(unit: UnitOfWork, contact: Contact, kind: Link, relation_id: int, no: str) -> None:
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
