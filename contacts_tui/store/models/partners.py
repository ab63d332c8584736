"""Customers, vendors and bank accounts, what customers are made from, and what they have bought."""

from __future__ import annotations

from peewee import BigIntegerField, IntegerField

from contacts_tui.domain.purchases import DocumentType
from contacts_tui.store.models.base import ChoiceField, DayField, Table, points_at, text
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
    telex = text()
    telex_answer_back = text()
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


class SalesLine(Table):
    """It has a line in the history as every row has, though nobody edits it: so undo, redo and `check` hold for it
    without a rule of their own. That costs 400 bytes and a few microseconds a line, less than reading it from a file.

    It refers to the customer and not to the customer's number, which may be changed.
    """

    customer = points_at(Customer, null=False)
    posting_date = DayField()
    document_type = ChoiceField(DocumentType)
    document_no = text()
    line_no = IntegerField()
    item_no = text()
    description = text()
    item_category = text()
    quantity = BigIntegerField(default=0)
    amount = BigIntegerField(default=0)
    profit = BigIntegerField(null=True)

    class Meta:
        # The document first: what comes in is looked up by it.
        indexes = ((("document_no", "document_type", "line_no"), True),)
