"""A book with customers, vendors and bank accounts for the tests of links, and short ways to ask for them."""

from __future__ import annotations

import pytest

from contacts_tui.domain.partners import Customer, Link
from contacts_tui.services import links, marketing_setup
from contacts_tui.services.links import Master
from contacts_tui.services.session import Session
from tests.services.reference import card, contact, rows, setup_line


@pytest.fixture
def book(reference_book: Session) -> Session:
    """The reference book with the relation codes, a series of customers, and codes by hand for the others."""
    for code in ("VEND", "BANK"):
        setup_line(reference_book, "business_relations", code=code, description=code.title())
    setup_line(reference_book, "number_series", code="CUST", default_nos="yes", manual_nos="yes")
    setup_line(reference_book, "number_series_lines", number_series="CUST", starting_no="C00010")
    marketing_setup.edit(
        reference_book,
        {
            "bus_rel_code_for_customers": "CUST",
            "bus_rel_code_for_vendors": "VEND",
            "bus_rel_code_for_bank_accs": "BANK",
            "customer_nos": "CUST",
        },
    )
    return reference_book


def without_contact(session: Session, name: str, /, **fields: object) -> None:
    """Enter a customer, vendor or bank account as it was before the set-up named a relation (SY-R4)."""
    field = {
        "customers": "bus_rel_code_for_customers",
        "vendors": "bus_rel_code_for_vendors",
        "bank_accounts": "bus_rel_code_for_bank_accs",
    }[name]
    code = marketing_setup.values(session)[field]
    marketing_setup.edit(session, {field: ""})
    setup_line(session, name, **fields)
    marketing_setup.edit(session, {field: code})


def customer(session: Session, no: str) -> Customer:
    return next(one for one in rows(session, Customer) if one.code == no)


def linked(session: Session, number: str) -> list[tuple[str, str, str]]:
    """The business relations that a card shows: code, kind and number."""
    return [(one.code, one.link_to, one.no) for one in card(session, number).codes["business_relations"]]


def create_as(session: Session, number: str, kind: Link = Link.CUSTOMER, **more: str) -> links.Linked:
    return links.create_as(session, contact(session, number).id, kind, **more)


def link(session: Session, number: str, kind: Link, no: str, master: Master = Master.CONTACT) -> links.Linked:
    return links.link(session, contact(session, number).id, kind, no, master)


def unlink(session: Session, number: str, kind: Link = Link.CUSTOMER) -> int:
    return links.unlink(session, contact(session, number).id, kind)
