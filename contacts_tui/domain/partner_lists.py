"""The lists of customers, vendors, bank accounts and customer templates, as data."""

from __future__ import annotations

from dataclasses import replace

from contacts_tui.domain.code_list import CodeList
from contacts_tui.domain.contact import TYPE_LABELS, ContactType
from contacts_tui.domain.contact_parts import TELEX
from contacts_tui.domain.fields import CONTACT, Field, Kind
from contacts_tui.domain.message import N_
from contacts_tui.domain.partners import BankAccount, Customer, CustomerTemplate, Vendor


def _as_contact(name: str, attr: str = "") -> Field:
    """A field as contacts have it."""
    return replace(CONTACT[name], attr=attr, applies_to=None)


def _text(name: str, label: str, length: int = 20, short: str = "") -> Field:
    return Field(name, label, Kind.CODE, length, short=short)


_NO = Field("no", N_("No."), Kind.CODE, 20, attr="code", required=True)
_CONTACT_NAME = Field("contact_name", N_("Contact person"), length=100)
_SHARED = (
    _as_contact("name", "description"),
    _as_contact("city"),
    _as_contact("phone"),
    _as_contact("name2"),
    _as_contact("search_name"),
    _as_contact("address"),
    _as_contact("address2"),
    _as_contact("post_code"),
    _as_contact("county"),
    _as_contact("country"),
    _as_contact("mobile"),
    _as_contact("fax"),
    *TELEX.values(),
    _as_contact("email"),
    _as_contact("home_page"),
    _as_contact("territory"),
    _as_contact("currency"),
    _as_contact("language"),
    _as_contact("vat_number"),
    _CONTACT_NAME,
)
_PAYMENT = (_text("payment_terms", N_("Payment terms")), _text("payment_method", N_("Payment method")))
_STORE = (_text("location", N_("Location")), Field("gln", N_("GLN"), length=20))
_SELLING = (
    *_PAYMENT,
    _text("price_group", N_("Price group")),
    _text("discount_group", N_("Discount group")),
    _text("shipment_method", N_("Shipment method")),
    _text("general_posting_group", N_("General posting group"), short=N_("Gen. posting")),
    _text("tax_posting_group", N_("Tax posting group"), short=N_("Tax posting")),
    _text("posting_group", N_("Posting group")),
)


def _of_ours(name: str, label: str) -> Field:
    return replace(CONTACT["salesperson"], name=name, label=label, short="", attr="salesperson_id")


PARTNER_LISTS = (
    CodeList(
        "customers",
        Customer,
        N_("Customers"),
        N_("customer"),
        N_("Who buys from us. A customer that is linked shares its name, address and numbers with its contact."),
        (_NO, *_SHARED, _as_contact("salesperson"), *_SELLING, *_STORE),
        key=("no",),
    ),
    CodeList(
        "vendors",
        Vendor,
        N_("Vendors"),
        N_("vendor"),
        N_("Who sells to us. A vendor that is linked shares its name, address and numbers with its contact."),
        (_NO, *_SHARED, _of_ours("purchaser", N_("Purchaser")), *_PAYMENT, *_STORE),
        key=("no",),
    ),
    CodeList(
        "bank_accounts",
        BankAccount,
        N_("Bank accounts"),
        N_("bank account"),
        N_("Our accounts at banks. One that is linked shares its name, address and numbers with its contact."),
        (
            _NO,
            *_SHARED,
            _of_ours("our_contact", N_("Our contact")),
            Field("account_no", N_("Account no."), length=30),
            Field("branch_no", N_("Branch no."), length=20),
            Field("iban", N_("IBAN"), Kind.CODE, 50),
            _text("posting_group", N_("Posting group")),
        ),
        key=("no",),
    ),
    CodeList(
        "customer_templates",
        CustomerTemplate,
        N_("Customer templates"),
        N_("customer template"),
        N_("What a customer gets that is made from a contact. Territory, currency and country of the contact win."),
        (
            Field("code", N_("Code"), Kind.CODE, 10, required=True),
            Field("description", N_("Description"), length=100),
            Field(
                "contact_type",
                N_("Contact type"),
                Kind.CHOICE,
                choices=tuple((one.value, TYPE_LABELS[one]) for one in ContactType),
                required=True,
                short=N_("Type"),
            ),
            _as_contact("territory"),
            _as_contact("currency"),
            _as_contact("country"),
            *_SELLING,
        ),
    ),
)
