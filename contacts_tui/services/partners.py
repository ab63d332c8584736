"""The customer, vendor or bank account that a contact is linked to, and what a changed contact brings to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

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


def doubled(read: Reader, links: Collection[ContactBusinessRelation]) -> list[ContactBusinessRelation]:
    """Those of these links that are one too many: a contact has one of a kind at most, and a customer, vendor or bank
    account one contact. A link to what is gone does not count (BR-R2)."""
    if not links:
        return []
    of_same = read.all(ContactBusinessRelation, link_to=tuple(RECORDS), no={row.no for row in links})
    of_holders = read.all(ContactBusinessRelation, contact_id={row.contact_id for row in links})
    near = {row.id: row for row in (*of_same, *of_holders)}.values()
    codes = {row.no for row in near}
    there = {(kind.value, one.code) for kind, record in RECORDS.items() for one in read.all(record, code=codes)}
    counted = [row for row in near if (row.link_to, row.no) in there]
    of_partner = Counter((row.link_to, row.no) for row in counted)
    of_contact = Counter((row.link_to, row.contact_id) for row in counted)
    return [
        row
        for row in links
        if (row.link_to, row.no) in there
        and (of_partner[row.link_to, row.no] > 1 or of_contact[row.link_to, row.contact_id] > 1)
    ]


def follow_contact(unit: UnitOfWork, before: Contact, after: Contact) -> None:
    """Bring what changed of a contact to all that it is linked to (SY-R1), and its name to those that it is the primary
    contact of (C-R10). A company is nobody's primary contact."""
    if after.is_company and not before.is_company:
        forget_contact(unit, after.id)
    elif after.name != before.name:
        _name_primary_contact(unit, after.id, after)
    names = {*shared(Link.CUSTOMER, before), *shared(Link.CUSTOMER, after)}
    is_same = before.type is after.type and all(getattr(before, name) == getattr(after, name) for name in names)
    if is_same:
        return
    _bring(unit, after, after.id)


def forget_contact(unit: UnitOfWork, contact_id: int) -> None:
    """Clear a contact that goes as the primary contact of whatever it was that of (C-R31)."""
    _name_primary_contact(unit, contact_id, None)


def take_over(unit: UnitOfWork, keep: Contact, drop_id: int) -> None:
    """Let what a contact that goes into another is linked to, or is the primary contact of, be as that other one is."""
    _bring(unit, keep, drop_id)
    _name_primary_contact(unit, drop_id, keep)


def _bring(unit: UnitOfWork, contact: Contact, linked_id: int) -> None:
    """Bring the shared fields of a contact to all that the one with this id is linked to."""
    for row in unit.read.all(ContactBusinessRelation, contact_id=linked_id):
        partner = partner_of(unit.read, row)
        if partner is not None:
            unit.replace(partner, from_contact(partner, contact))


def _name_primary_contact(unit: UnitOfWork, contact_id: int, named: Contact | None) -> None:
    """Name another contact, or none, as the primary contact of whatever this one is that of."""
    values = {"primary_contact_id": named and named.id, "contact_name": named.name if named else ""}
    for record in RECORDS.values():
        for partner in unit.read.all(record, primary_contact_id=contact_id):
            unit.replace(partner, with_values(partner, values))


def drop_links(unit: UnitOfWork, partner: Partner) -> None:
    """Take the link of a partner that goes away; the contact stays (C-R32)."""
    for row in links_of(unit.read, partner):
        unit.remove(row)


def renumber_links(unit: UnitOfWork, before: Partner, after: Partner) -> None:
    """Let the link follow a changed number."""
    if before.code != after.code:
        for row in links_of(unit.read, before):
            unit.replace(row, with_values(row, {"no": after.code}))
