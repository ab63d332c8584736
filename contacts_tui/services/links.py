"""Linking contacts with customers, vendors and bank accounts, and making one from the other (domain 7.1 to 7.5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.codes import ContactBusinessRelation
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.contact_parts import TELEX
from contacts_tui.domain.errors import Ambiguous, NotFound, Refused
from contacts_tui.domain.fields import CONTACT, Field, parse
from contacts_tui.domain.history import Verb
from contacts_tui.domain.message import Message, message
from contacts_tui.domain.partners import (
    LISTS_OF,
    RECORDS,
    Customer,
    CustomerTemplate,
    Link,
    Partner,
    fitting,
    from_contact,
    proposed,
    shared,
    with_template,
)
from contacts_tui.domain.record import Record, with_values
from contacts_tui.services import link_rules, partner_changes
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.numbering import number_partner
from contacts_tui.services.owners import link_owner, owner
from contacts_tui.services.permissions import Right, permission
from contacts_tui.services.session import Session
from contacts_tui.services.unit import ROWS_AT_ONCE, batch, writing
from contacts_tui.store.reader import Reader
from contacts_tui.store.turns import turn

#: A contact, its link, and the number that a series gives write four rows.
_AT_ONCE = ROWS_AT_ONCE // 4
_OF_CONTACTS = (*CONTACT.values(), *TELEX.values())


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
class LinkChange:
    """A shared field that a link would change, and its values in words."""

    label: Message
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LinkPreview:
    """Who would be linked, and what that would change at once on one of the sides."""

    contact: Contact
    partner: Partner
    changes: tuple[LinkChange, ...]


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
        contact, relation_id = link_rules.open_contact(unit.read, contact_id, kind)
        unit.batch.subject = contact.name
        partner = link_rules.partner(unit.read, kind, no)
        link_rules.check_free(unit.read, contact, kind, partner)
        link_rules.add_row(unit, contact, kind, relation_id, partner.code)
        if master is Master.CONTACT:
            partner = unit.replace(partner, from_contact(partner, contact))
        else:
            partner_changes.copy_to_contact(unit, Lookups(unit.read), owner(unit.read, contact.id), partner)
        return Linked(owner(unit.read, contact.id), partner, unit.batch.id)


@permission(Right.READ)
def preview(session: Session, contact_id: int, kind: Link, no: str, master: Master) -> LinkPreview:
    """What `link` would change at once in the shared fields of the side that is not `master` (BR-6).

    Raises:
        Refused: as `link` does.
        NotFound: when there is no such contact or number.
    """

    def ask(read: Reader) -> LinkPreview:
        contact, _relation = link_rules.open_contact(read, contact_id, kind)
        partner = link_rules.partner(read, kind, no)
        link_rules.check_free(read, contact, kind, partner)
        lookups = Lookups(read)
        before: Record = partner
        after: Record = from_contact(partner, contact)
        fields: Iterable[Field] = LISTS[LISTS_OF[kind]].fields
        if master is Master.PARTNER:
            before, after = contact, with_values(contact, partner_changes.brought(lookups, contact, partner))
            fields = (field for field in _OF_CONTACTS if field.attribute in shared(kind, contact))
        return LinkPreview(contact, partner, tuple(_changes(lookups, fields, before, after)))

    return session.book.records.reading(ask)


@permission(Right.READ)
def check_open(session: Session, contact_id: int, kind: Link) -> None:
    """Refuse what would be refused whichever customer, vendor or bank account it were.

    Raises:
        Refused: where the set-up names no business relation for the kind, or the contact cannot have such a link.
        NotFound: when the contact is gone.
    """
    session.book.records.reading(lambda read: link_rules.open_contact(read, contact_id, kind))


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
            contact = link_owner(unit.read, contact_id)
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
        contact, relation_id = link_rules.open_contact(unit.read, contact_id, kind)
        unit.batch.subject = contact.name
        link_rules.check_free(unit.read, contact, kind, None)
        setup = Lookups(unit.read).setup
        typed = str(parse(CONTACT["number"], no))
        number, warnings = number_partner(session, unit, setup, kind, typed)
        partner = from_contact(RECORDS[kind](code=number), contact)
        if isinstance(partner, Customer) and (chosen := _template(unit.read, contact, template)) is not None:
            partner = with_template(partner, chosen)
        partner = unit.add(fitting(None, partner))
        link_rules.add_row(unit, contact, kind, relation_id, partner.code)
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
            link_rules.relation_id(unit.read, kind)
            if setup.contact_series_id is None:
                raise link_rules.not_named("contact_nos")
            for partner in known[start : start + _AT_ONCE]:
                contact = partner_changes.make_contact(session, unit, partner)
                if contact is not None:
                    made.append(contact.id)
    return ContactsMade(tuple(made), len(known) - len(made), key.id)


def _named(read: Reader, kind: Link, numbers: Collection[str]) -> list[Partner]:
    """The customers, vendors or bank accounts of these numbers; of no number, all."""
    if not numbers:
        return list(read.all(RECORDS[kind]))
    codes = dict.fromkeys(number.strip().upper() for number in numbers)
    return [link_rules.partner(read, kind, code) for code in codes]


def _changes(lookups: Lookups, fields: Iterable[Field], before: Record, after: Record) -> Iterator[LinkChange]:
    def words(field: Field, record: Record) -> str:
        value = getattr(record, field.attribute)
        return lookups.words(field.refers_to, value) if field.is_reference else str(value)

    for field in fields:
        if getattr(before, field.attribute) != getattr(after, field.attribute):
            yield LinkChange(field.short_label, words(field, before), words(field, after))


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
