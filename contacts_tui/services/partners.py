"""The customer, vendor or bank account that a contact is linked to, and what a changed contact brings to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from contacts_tui.domain.codes import ContactBusinessRelation
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.partners import RECORDS, Customer, Link, Partner, from_contact, link_of, shared
from contacts_tui.domain.record import Record, with_values
from contacts_tui.store.reader import Reader
from contacts_tui.store.unit_of_work import UnitOfWork

#: The field of the marketing set-up that names the business relation of a kind of link (BR-R1), and its number series.
RELATION_FIELDS: Mapping[Link, str] = {
    Link.CUSTOMER: "business_relation_for_customers_id",
    Link.VENDOR: "business_relation_for_vendors_id",
    Link.BANK_ACCOUNT: "business_relation_for_bank_accounts_id",
}
SERIES_FIELDS: Mapping[Link, str] = {
    Link.CUSTOMER: "customer_series_id",
    Link.VENDOR: "vendor_series_id",
    Link.BANK_ACCOUNT: "bank_account_series_id",
}


def partner_of(read: Reader, row: ContactBusinessRelation) -> Partner | None:
    """What a business relation is linked to; None where it is not, or that is gone (BR-R2)."""
    if not row.link_to or not row.no:
        return None
    return read.find(RECORDS[Link(row.link_to)], code=row.no)


def customer_of(read: Reader, contact: Contact) -> Customer | None:
    """The customer that a contact is linked to; a link to one that is gone does not count (BR-R2)."""
    for row in read.all(ContactBusinessRelation, contact_id=contact.id, link_to=str(Link.CUSTOMER)):
        found = partner_of(read, row)
        if isinstance(found, Customer):
            return found
    return None


def links_of(read: Reader, partner: Partner) -> list[ContactBusinessRelation]:
    """The business relations that are linked to a customer, vendor or bank account; there should be one at most."""
    return read.all(ContactBusinessRelation, link_to=str(link_of(partner)), no=partner.code)


def contact_of(read: Reader, partner: Partner) -> Contact | None:
    """The contact that is linked to a customer, vendor or bank account."""
    for row in links_of(read, partner):
        return read.get(Contact, row.contact_id)
    return None


def linked_ids(read: Reader, line: Record) -> set[int]:
    """The ids of the contacts that are linked to a line of a list; a line that is no partner has none."""
    return {row.contact_id for row in links_of(read, line)} if isinstance(line, Partner) else set()


def link_counts(read: Reader, lines: Iterable[Record]) -> dict[int, int]:
    """By id, how many contacts are linked to each line of a list: one at most, unless something went wrong."""
    partners = [line for line in lines if isinstance(line, Partner)]
    if not partners:
        return {}
    rows = read.all(ContactBusinessRelation, link_to=str(link_of(partners[0])))
    counts = Counter(row.no for row in rows)
    return {partner.id: counts[partner.code] for partner in partners}


def follow_contact(unit: UnitOfWork, before: Contact, after: Contact) -> None:
    """Bring what changed of a contact to all that it is linked to (SY-R1)."""
    names = {*shared(Link.CUSTOMER, before), *shared(Link.CUSTOMER, after)}
    is_same = before.type is after.type and all(getattr(before, name) == getattr(after, name) for name in names)
    if is_same:
        return
    for row in unit.read.all(ContactBusinessRelation, contact_id=after.id):
        partner = partner_of(unit.read, row)
        if partner is not None:
            unit.replace(partner, from_contact(partner, after))


def forget_contact(unit: UnitOfWork, contact_id: int) -> None:
    """Clear a contact that goes as the primary contact of whatever it was that of (C-R31)."""
    for record in RECORDS.values():
        for partner in unit.read.all(record, primary_contact_id=contact_id):
            unit.replace(partner, with_values(partner, {"primary_contact_id": None, "contact_name": ""}))


def drop_links(unit: UnitOfWork, partner: Partner) -> None:
    """Take the link of a partner that goes away; the contact stays (C-R32)."""
    for row in links_of(unit.read, partner):
        unit.remove(row)


def renumber_links(unit: UnitOfWork, before: Partner, after: Partner) -> None:
    """Let the link follow a changed number."""
    if before.code != after.code:
        for row in links_of(unit.read, before):
            unit.replace(row, with_values(row, {"no": after.code}))
