"""The fields of what a contact has besides its own fields and codes: alternative addresses, date ranges, notes."""

from __future__ import annotations

from collections.abc import Mapping

from contacts_tui.domain.fields import Field, Kind
from contacts_tui.domain.message import N_, contextual

#: The most characters of one note: far above any note, far below what would hold up a screen.
NOTE_LENGTH = 65536

_TELEX = Field("telex", N_("Telex"), length=20)
#: Out of use and on no card, but kept, inherited, and shared with customers, vendors and bank accounts (2.1, 7.4).
TELEX: Mapping[str, Field] = {
    "telex": _TELEX,
    "telex_answer_back": Field("telex_answer_back", N_("Telex answer back"), length=20),
}

_ADDRESS_FIELDS = (
    Field("code", N_("Code"), Kind.CODE, 10, required=True),
    Field("company_name", N_("Company name"), length=100),
    Field("company_name2", N_("Company name 2"), length=50),
    Field("address", N_("Address"), length=100),
    Field("address2", N_("Address 2"), length=50, short=contextual("card", "Address 2")),
    Field("post_code", N_("Post code"), Kind.CODE, 20),
    Field("city", N_("City"), length=30, short=N_("Town")),
    Field("county", N_("County"), length=30),
    Field("country", N_("Country/Region"), Kind.REFERENCE, 10, refers_to="countries", short=N_("Country")),
    Field("phone", N_("Phone"), Kind.PHONE, 30),
    Field("extension", N_("Extension"), length=30),
    Field("mobile", N_("Mobile phone"), Kind.PHONE, 30, short=N_("Mobile")),
    Field("fax", N_("Fax"), length=30),
    Field("pager", N_("Pager"), length=30),
    _TELEX,
    Field("email", N_("E-mail"), Kind.EMAIL, 80),
    Field("home_page", N_("Home page"), Kind.URL, 255, short=N_("Web")),
)

_RANGE_FIELDS = (
    Field("code", N_("Alternative address"), Kind.CODE, 10, attr="alternative_address_id", required=True),
    Field("starting_date", N_("Starting date"), Kind.DATE, required=True, short=N_("From")),
    Field("ending_date", N_("Ending date"), Kind.DATE, short=N_("To")),
)

_NOTE_FIELDS = (
    Field("date", N_("Date"), Kind.DATE),
    Field("code", N_("Code"), Kind.CODE, 10),
    Field("text", N_("Text"), length=NOTE_LENGTH),
)

#: An alternative address (8.1), by the names of the command line.
ALTERNATIVE_ADDRESS: Mapping[str, Field] = {field.name: field for field in _ADDRESS_FIELDS}
#: When one is in force; `code` names an address of the same contact.
ADDRESS_RANGE: Mapping[str, Field] = {field.name: field for field in _RANGE_FIELDS}
#: A note (2.10).
NOTE: Mapping[str, Field] = {field.name: field for field in _NOTE_FIELDS}
