"""Customers, vendors and bank accounts get tables, and number series of their own."""

from __future__ import annotations

from typing import Any

from peewee import Database, ForeignKeyField, IntegerField, Model, TextField

from contacts_tui.store.models.base import StableIdField

_SHARED = ("search_name", "name2", "address", "address2", "post_code", "city", "county")
_REACHED = ("phone", "mobile", "fax", "email", "home_page")
_SELLING = (
    "payment_terms",
    "payment_method",
    "price_group",
    "discount_group",
    "shipment_method",
    "general_posting_group",
    "tax_posting_group",
    "posting_group",
)


def up(migrator: Any, db: Database) -> None:
    """Make the tables, empty."""

    class Row(Model):
        id = StableIdField()
        version = IntegerField(default=0)

        class Meta:
            database = db
            legacy_table_names = False

    def target(name: str) -> type[Model]:
        return type(name, (Row,), {"__module__": __name__})

    def made(name: str, texts: tuple[str, ...], targets: dict[str, type[Model]]) -> type[Model]:
        """A table of codes with these texts and references."""
        fields: dict[str, Any] = {"code": TextField(default="", unique=True), "description": TextField(default="")}
        fields |= {column: TextField(default="") for column in texts}
        fields |= {column: ForeignKeyField(to, null=True) for column, to in targets.items()}
        return type(name, (Row,), {"__module__": __name__, **fields})

    names = ("Country", "Territory", "Currency", "Language", "Salesperson", "Contact")
    country, territory, currency, language, salesperson, contact = map(target, names)
    codes = {"country": country, "territory": territory, "currency": currency}
    people = {"language": language, "salesperson": salesperson, "primary_contact": contact}
    shared = (*_SHARED, *_REACHED, "vat_number", "contact_name")
    db.create_tables(
        [
            made("Customer", (*shared, *_SELLING, "location", "gln"), {**codes, **people}),
            made("Vendor", (*shared, "payment_terms", "payment_method", "location", "gln"), {**codes, **people}),
            made("BankAccount", (*shared, "account_no", "branch_no", "iban", "posting_group"), {**codes, **people}),
            made("CustomerTemplate", ("contact_type", *_SELLING), codes),
        ]
    )
    for column in ("customer_series_id", "vendor_series_id", "bank_account_series_id"):
        db.execute_sql(f"ALTER TABLE marketing_setup ADD COLUMN {column} INTEGER REFERENCES number_series (id)")
        db.execute_sql(f"CREATE INDEX marketing_setup_{column} ON marketing_setup ({column})")
