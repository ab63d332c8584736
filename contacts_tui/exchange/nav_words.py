"""The words and numbers by which Dynamics NAV writes a choice, each with our own."""

from __future__ import annotations

from collections.abc import Mapping

from contacts_tui.domain.greetings import Part
from contacts_tui.exchange.profile import ITEM, LINE_TYPE

_LINK_KINDS = {"0": "", "1": "customer", "2": "vendor", "3": "bank_account", "bankaccount": "bank_account"}
_TYPES = {"0": "company", "1": "person"}
_LINE_TYPES = {"2": ITEM, "item": ITEM}
_ENDS = {"0": "first", "1": "last"}
#: The fields of search strings: by their number in the table of contacts, their place in the older choice, their name.
_FIELD_NUMBERS = {
    "2": "name",
    "4": "name2",
    "5": "address",
    "6": "address2",
    "7": "city",
    "9": "phone",
    "84": "fax",
    "86": "vat_number",
    "91": "post_code",
    "92": "county",
    "102": "email",
    "103": "home_page",
    "5061": "mobile",
}
_FIELD_CHOICES = ("name", "name2", "address", "address2", "post_code", "city", "phone", "vat_number")
_FIELD_NAMES = {
    "phoneno": "phone",
    "mobilephoneno": "mobile",
    "faxno": "fax",
    "extensionno": "extension",
    "vatregistrationno": "vat_number",
    "registrationno": "registration_number",
}
_FORMALITY = {"0": "formal", "1": "informal"}
_PARTS = {str(number): part.value for number, part in enumerate(Part)}
_CORRESPONDENCE = {"0": "", "1": "hard_copy", "2": "email", "3": "fax"}

#: By our field; by the caption where two columns of one field have other words.
WORDS: Mapping[str, Mapping[str, str]] = {
    "type": _TYPES,
    "contact_type": _TYPES,
    "correspondence_type": _CORRESPONDENCE,
    "link_to": _LINK_KINDS,
    LINE_TYPE: _LINE_TYPES,
    "end": _ENDS,
    "field": _FIELD_NUMBERS | _FIELD_NAMES,
    "Field": {str(place): name for place, name in enumerate(_FIELD_CHOICES)} | _FIELD_NAMES,
    "formality": _FORMALITY,
    **dict.fromkeys((f"part{number}" for number in range(1, 6)), _PARTS),
}
