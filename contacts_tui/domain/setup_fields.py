"""The fields of the marketing set-up (4.1), as data."""

from __future__ import annotations

from collections.abc import Mapping

from contacts_tui.domain.contact import CORRESPONDENCE_LABELS
from contacts_tui.domain.fields import Field, Kind
from contacts_tui.domain.message import N_


def _default(name: str, label: str, refers_to: str, attr: str, length: int = 10, short: str = "") -> Field:
    return Field(name, label, Kind.REFERENCE, length, attr=attr, refers_to=refers_to, short=short)


_SETUP_FIELDS = (
    Field("company_name", N_("Name of this book"), length=50),
    Field("inherit_address_details", N_("Inherit address details"), Kind.BOOL, short=N_("Address")),
    Field("inherit_communication_details", N_("Inherit communication details"), Kind.BOOL, short=N_("Phone, e-mail")),
    Field("inherit_salesperson_code", N_("Inherit salesperson code"), Kind.BOOL, short=N_("Rep")),
    Field("inherit_territory_code", N_("Inherit territory code"), Kind.BOOL, short=N_("Territory")),
    Field("inherit_country_region_code", N_("Inherit country/region code"), Kind.BOOL, short=N_("Country")),
    Field("inherit_language_code", N_("Inherit language code"), Kind.BOOL, short=N_("Language")),
    _default(
        "default_salesperson_code",
        N_("Default salesperson code"),
        "salespeople",
        "default_salesperson_id",
        20,
        N_("Rep"),
    ),
    _default(
        "default_territory_code",
        N_("Default territory code"),
        "territories",
        "default_territory_id",
        short=N_("Territory"),
    ),
    _default(
        "default_country_region_code",
        N_("Default country/region code"),
        "countries",
        "default_country_id",
        short=N_("Country"),
    ),
    _default(
        "default_language_code", N_("Default language code"), "languages", "default_language_id", short=N_("Language")
    ),
    Field(
        "default_correspondence_type",
        N_("Default correspondence type"),
        Kind.CHOICE,
        choices=tuple((t.value, CORRESPONDENCE_LABELS[t]) for t in CORRESPONDENCE_LABELS),
        short=N_("Letters go by"),
    ),
    _default(
        "def_company_salutation_code",
        N_("Default company salutation code"),
        "salutations",
        "default_company_salutation_id",
        short=N_("Companies"),
    ),
    _default(
        "default_person_salutation_code",
        N_("Default person salutation code"),
        "salutations",
        "default_person_salutation_id",
        short=N_("People"),
    ),
    _default(
        "bus_rel_code_for_customers",
        N_("Business relation code for customers"),
        "business_relations",
        "business_relation_for_customers_id",
        short=N_("Customers"),
    ),
    _default(
        "bus_rel_code_for_vendors",
        N_("Business relation code for vendors"),
        "business_relations",
        "business_relation_for_vendors_id",
        short=N_("Vendors"),
    ),
    _default(
        "bus_rel_code_for_bank_accs",
        N_("Business relation code for bank accounts"),
        "business_relations",
        "business_relation_for_bank_accounts_id",
        short=N_("Bank accounts"),
    ),
    _default("contact_nos", N_("Contact nos."), "number_series", "contact_series_id", 20, N_("Contact nos.")),
    _default("customer_nos", N_("Customer nos."), "number_series", "customer_series_id", 20),
    _default("vendor_nos", N_("Vendor nos."), "number_series", "vendor_series_id", 20),
    _default(
        "bank_account_nos", N_("Bank account nos."), "number_series", "bank_account_series_id", 20, N_("Bank nos.")
    ),
    Field("autosearch_for_duplicates", N_("Autosearch for duplicates"), Kind.BOOL, short=N_("Ask at once")),
    Field(
        "maintain_dupl_search_strings",
        N_("Maintain duplicate search strings"),
        Kind.BOOL,
        attr="maintain_duplicate_search_strings",
        short=N_("Keep strings"),
    ),
    Field("search_hit_pct", N_("Search hit %"), Kind.INTEGER, attr="search_hit", short=N_("Hit %")),
)

SETUP: Mapping[str, Field] = {field.name: field for field in _SETUP_FIELDS}
