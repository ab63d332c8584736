"""Customers, vendors and bank accounts, and what customers are made from."""

from __future__ import annotations

from contacts_tui.store.models.base import points_at, text
from contacts_tui.store.models.code import Code, Country, Currency, Language, Salesperson, Territory
from contacts_tui.store.models.contact import Contact


class Partner(Code):
    """What the three kinds have in common."""

    search_name = text()
    name2 = text()
    address = text()
    address2 = text()
    post_code = text()
    city = text()
    county = text()
    country = points_at(Country)
    phone = text()
    mobile = text()
    fax = text()
    email = text()
    home_page = text()
    territory = points_at(Territory)
    currency = points_at(Currency)
    language = points_at(Language)
    salesperson = points_at(Salesperson)
    vat_number = text()
    contact_name = text()
    primary_contact = points_at(Contact)


class Customer(Partner):
    payment_terms = text()
    payment_method = text()
    price_group = text()
    discount_group = text()
    shipment_method = text()
    general_posting_group = text()
    tax_posting_group = text()
    posting_group = text()
    location = text()
    gln = text()


class Vendor(Partner):
    payment_terms = text()
    payment_method = text()
    location = text()
    gln = text()


class BankAccount(Partner):
    account_no = text()
    branch_no = text()
    iban = text()
    posting_group = text()


class CustomerTemplate(Code):
    contact_type = text()
    territory = points_at(Territory)
    currency = points_at(Currency)
    country = points_at(Country)
    payment_terms = text()
    payment_method = text()
    price_group = text()
    discount_group = text()
    shipment_method = text()
    general_posting_group = text()
    tax_posting_group = text()
    posting_group = text()
