"""Customers, vendors and bank accounts as slim records, and what they share with their contact (domain section 7)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.message import N_
from contacts_tui.domain.names import follow_search_name
from contacts_tui.domain.record import CodeRecord, with_values


class Link(StrEnum):
    """What a business relation may link a contact to."""

    CUSTOMER = "customer"
    VENDOR = "vendor"
    BANK_ACCOUNT = "bank_account"


class Relation(StrEnum):
    """What a contact is to us, told by its business relations (7.2)."""

    NONE = ""
    CUSTOMER = "customer"
    VENDOR = "vendor"
    BANK_ACCOUNT = "bank_account"
    OTHER = "other"
    MULTIPLE = "multiple"


LINK_LABELS: Mapping[Link, str] = {
    Link.CUSTOMER: N_("Customer"),
    Link.VENDOR: N_("Vendor"),
    Link.BANK_ACCOUNT: N_("Bank account"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner(CodeRecord):
    """The fields that a customer, vendor or bank account shares with its contact (7.4).

    `code` is its number and `description` its name. `contact_name` is the person who was named for it, and
    `primary_contact_id` that person's contact (SY-R5).
    """

    search_name: str = ""
    name2: str = ""
    address: str = ""
    address2: str = ""
    post_code: str = ""
    city: str = ""
    county: str = ""
    country_id: int | None = None
    phone: str = ""
    mobile: str = ""
    fax: str = ""
    telex: str = ""
    telex_answer_back: str = ""
    email: str = ""
    home_page: str = ""
    territory_id: int | None = None
    currency_id: int | None = None
    language_id: int | None = None
    salesperson_id: int | None = None
    vat_number: str = ""
    contact_name: str = ""
    primary_contact_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer(Partner):
    """Who buys from us (table 18)."""

    payment_terms: str = ""
    payment_method: str = ""
    price_group: str = ""
    discount_group: str = ""
    shipment_method: str = ""
    general_posting_group: str = ""
    tax_posting_group: str = ""
    posting_group: str = ""
    location: str = ""
    gln: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor(Partner):
    """Who sells to us (table 23); `salesperson_id` is our purchaser, who is nobody's salesperson."""

    payment_terms: str = ""
    payment_method: str = ""
    location: str = ""
    gln: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BankAccount(Partner):
    """An account of ours at a bank (table 270); `salesperson_id` is who deals with the bank."""

    account_no: str = ""
    branch_no: str = ""
    iban: str = ""
    posting_group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerTemplate(CodeRecord):
    """What a customer made from a contact gets beside the contact's own values (CC-R2)."""

    contact_type: str = ContactType.COMPANY
    territory_id: int | None = None
    currency_id: int | None = None
    country_id: int | None = None
    payment_terms: str = ""
    payment_method: str = ""
    price_group: str = ""
    discount_group: str = ""
    shipment_method: str = ""
    general_posting_group: str = ""
    tax_posting_group: str = ""
    posting_group: str = ""


RECORDS: Mapping[Link, type[Partner]] = {
    Link.CUSTOMER: Customer,
    Link.VENDOR: Vendor,
    Link.BANK_ACCOUNT: BankAccount,
}
LISTS_OF: Mapping[Link, str] = {
    Link.CUSTOMER: "customers",
    Link.VENDOR: "vendors",
    Link.BANK_ACCOUNT: "bank_accounts",
}

#: Shared attributes of a contact; all are called the same in a partner but the name.
_SHARED = (
    "name", "search_name", "name2", "address", "address2", "post_code", "city", "county", "country_id", "phone",
    "mobile", "fax", "telex", "telex_answer_back", "email", "home_page", "territory_id", "language_id",
)  # fmt: skip
_OF_COMPANIES = ("currency_id", "vat_number")
_RENAMED = {"name": "description"}
_OWN_OR_TEMPLATE = ("territory_id", "currency_id", "country_id")
_FROM_TEMPLATE = (
    "payment_terms", "payment_method", "price_group", "discount_group", "shipment_method", "general_posting_group",
    "tax_posting_group", "posting_group",
)  # fmt: skip


def link_of(partner: Partner) -> Link:
    """Which kind of partner it is."""
    return next(kind for kind, record in RECORDS.items() if type(partner) is record)


def shared(kind: Link, contact: Contact) -> dict[str, str]:
    """What a contact shares with its partner of this kind: attribute of the contact to that of the partner.

    A vendor's purchaser and who deals with a bank are not the contact's salesperson (7.4). A person has no currency
    and no VAT number to share.
    """
    names = [*_SHARED, *(_OF_COMPANIES if contact.is_company else ())]
    if kind is Link.CUSTOMER:
        names.append("salesperson_id")
    return {name: _RENAMED.get(name, name) for name in names}


def from_contact(partner: Partner, contact: Contact) -> Partner:
    """The partner with the contact's values in the shared fields (SY-R1)."""
    names = shared(link_of(partner), contact)
    return with_values(partner, {theirs: getattr(contact, own) for own, theirs in names.items()})


def from_partner(contact: Contact, partner: Partner) -> dict[str, object]:
    """The values of the shared fields in which the contact differs from its partner, by the contact's attribute."""
    names = shared(link_of(partner), contact)
    values = {own: getattr(partner, theirs) for own, theirs in names.items()}
    return {own: value for own, value in values.items() if getattr(contact, own) != value}


def fitting(before: Partner | None, partner: Partner) -> Partner:
    """The partner as it is stored: its search name follows its name as that of a contact does (C-R8)."""
    old, search_name = ("", "") if before is None else (before.description, before.search_name)
    if partner.search_name and partner.search_name != search_name:
        return partner
    followed = follow_search_name(old, partner.description, partner.search_name)
    return with_values(partner, {"search_name": followed})


def with_template(customer: Customer, template: CustomerTemplate) -> Customer:
    """The customer with what the template says; territory, currency and country of the contact win (CC-R2)."""
    values = {name: getattr(template, name) for name in _FROM_TEMPLATE}
    values |= {name: getattr(customer, name) or getattr(template, name) for name in _OWN_OR_TEMPLATE}
    return with_values(customer, values)


def proposed(
    templates: Iterable[CustomerTemplate], contact: Contact
) -> tuple[CustomerTemplate | None, tuple[CustomerTemplate, ...]]:
    """The only template that is just like the contact, if there is one, and those to choose from (CC-R3)."""
    fitting_type = tuple(one for one in templates if one.contact_type == contact.type)
    alike = [one for one in fitting_type if all(getattr(one, n) == getattr(contact, n) for n in _OWN_OR_TEMPLATE)]
    return (alike[0] if len(alike) == 1 else None), fitting_type


class _Linkable(Protocol):
    """A business relation, as it is stored or as a card shows it."""

    @property
    def link_to(self) -> str: ...

    @property
    def no(self) -> str: ...


def relation_of(rows: Collection[_Linkable]) -> Relation:
    """What the rows of a contact, with those of its company, make of it; a linked one tells by its link (7.2, D-18)."""
    if not rows:
        return Relation.NONE
    if len(rows) > 1:
        return Relation.MULTIPLE
    (only,) = rows
    return Relation(only.link_to) if only.link_to and only.no else Relation.OTHER
