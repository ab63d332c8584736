"""Which fields of a contact stand where on its card, and how each is changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from contacts_tui.domain.addresses import county_label
from contacts_tui.domain.code_lists import ASSIGNED
from contacts_tui.domain.fields import CONTACT, Kind
from contacts_tui.domain.greetings import Formality
from contacts_tui.domain.message import N_, Message, contextual
from contacts_tui.domain.text import cell_width
from contacts_tui.locale import _
from contacts_tui.ui.draw.field_grid import Side

PLACE = "place"
"""The line of an address with post code, town, county and country."""
ADDRESS_LINES = ("address", "address2", "post_code", "city", "county", "country")
"""The fields that open and are written as one (IN-R1), in the order of an envelope."""


class How(Enum):
    """How the field under the cursor is changed."""

    TYPE = "type"
    CHOOSE = "choose"
    CHOOSE_MANY = "choose many"
    COMPANY = "company"
    ADDRESS = "address"
    SWITCH = "switch"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Place:
    """A field of the card: its name, its label, its label where there are eight columns, its side."""

    key: str
    label: Message
    brief: Message
    side: Side = Side.LEFT


_LISTS = {
    "business_relations": N_("Relations"),
    "industry_groups": N_("Industry"),
    "mailing_groups": N_("Mailing"),
    "job_responsibilities": N_("Jobs"),
    "web_sources": N_("Look up"),
}
GREETINGS: Mapping[str, Formality] = {"greeting": Formality.FORMAL, "informal_greeting": Formality.INFORMAL}
"""The places that show what the contact is greeted with."""
_GREETING_LABELS = {"greeting": N_("Greeting"), "informal_greeting": N_("Informal")}
_BRIEF: Mapping[str, Message] = {
    "greeting": contextual("eight columns", "Greeting"),
    "informal_greeting": contextual("eight columns", "Informal"),
    "first_name": contextual("eight columns", "First"),
    "middle_name": contextual("eight columns", "Middle"),
    "salutation": contextual("eight columns", "Salut."),
    "job_title": contextual("eight columns", "Title"),
    "organizational_level": contextual("eight columns", "Level"),
    "territory": contextual("eight columns", "Territ."),
    "business_relations": contextual("eight columns", "Relat."),
    "search_name": contextual("eight columns", "Search"),
    "extension": contextual("eight columns", "Ext."),
    "correspondence_type": contextual("eight columns", "Letters"),
    "exclude_from_segment": contextual("eight columns", "No mail"),
    "registration_number": contextual("eight columns", "Reg. no."),
    "address2": contextual("eight columns", "Addr. 2"),
    "post_code": contextual("eight columns", "Postal"),
    "external_id": contextual("eight columns", "Ext. ID"),
    "modified": contextual("eight columns", "Changed"),
    "phone": contextual("eight columns", "Phone"),
    "mobile": contextual("eight columns", "Mobile"),
    "salesperson": contextual("eight columns", "Rep"),
    "company": contextual("eight columns", "Company"),
    "company_name": contextual("eight columns", "Company"),
    "company_name2": contextual("eight columns", "Comp. 2"),
    "language": contextual("eight columns", "Lang."),
    "email": contextual("eight columns", "E-mail"),
    "home_page": contextual("eight columns", "Web"),
    "industry_groups": contextual("eight columns", "Industry"),
    "mailing_groups": contextual("eight columns", "Mailing"),
    "web_sources": contextual("eight columns", "Look up"),
    "birthday": contextual("eight columns", "Birthday"),
    "number": contextual("eight columns", "Number"),
    "currency": contextual("eight columns", "Currency"),
    "surname": contextual("eight columns", "Surname"),
    "country": contextual("eight columns", "Country"),
    "pager": contextual("eight columns", "Pager"),
    "fax": contextual("eight columns", "Fax"),
    "email2": contextual("eight columns", "E-mail 2"),
    "initials": contextual("eight columns", "Initials"),
    "vat_number": contextual("eight columns", "VAT no."),
    "job_responsibilities": contextual("eight columns", "Jobs"),
    "privacy_blocked": contextual("eight columns", "Blocked"),
    "minor": contextual("eight columns", "Minor"),
    "parental_consent": contextual("eight columns", "Consent"),
    "type": contextual("eight columns", "Type"),
}
_BRIEF_LABELS: Mapping[str, Message] = {"Province": contextual("eight columns", "Prov.")}


def label_of(key: str, country: str = "") -> Message:
    """The label of a field or a list of codes on a card; what a county is called depends on the country."""
    if key == "county":
        return county_label(country)
    if key in _LISTS:
        return Message(_LISTS[key])
    if key in _GREETING_LABELS:
        return Message(_GREETING_LABELS[key])
    return CONTACT["city" if key == PLACE else key].short_label


def brief_of(key: str, label: Message | None = None) -> Message:
    """The label where there are eight columns for it; `label` is that of a field that is not on a card."""
    named = label or label_of(key)
    return _BRIEF.get(key) or _BRIEF_LABELS.get(named.text, named)


def _places(keys: str, right: str = "", long: str = "") -> tuple[Place, ...]:
    sides = {**dict.fromkeys(right.split(), Side.RIGHT), **dict.fromkeys(long.split(), Side.LONG)}
    return tuple(Place(key, label_of(key), brief_of(key), sides.get(key, Side.LEFT)) for key in keys.split())


Group = tuple[Place, ...]
"""Fields that stand together, in the order of one column."""

COMPANY: tuple[Group, ...] = (
    _places(
        "address place phone mobile email home_page number salesperson territory language vat_number"
        " business_relations industry_groups mailing_groups web_sources",
        right="number salesperson territory language vat_number mailing_groups",
        long="email home_page web_sources",
    ),
)
_NAMES = "name name2 search_name greeting informal_greeting"
COMPANY_MORE: tuple[Group, ...] = (
    _places(_NAMES, long=_NAMES),
    _places(
        "extension fax pager external_id country salutation currency registration_number correspondence_type"
        " exclude_from_segment privacy_blocked type modified email2",
        right="salutation currency registration_number correspondence_type exclude_from_segment privacy_blocked",
        long="email2",
    ),
)
PERSON: tuple[Group, ...] = (
    _places(
        "first_name middle_name surname salutation job_title company number organizational_level"
        " job_responsibilities birthday",
        right="company number organizational_level job_responsibilities birthday",
    ),
    _places(
        "address place phone mobile email salesperson territory language mailing_groups",
        right="salesperson territory language mailing_groups",
        long="email",
    ),
)
PERSON_MORE: tuple[Group, ...] = (
    _places(_NAMES, long=_NAMES),
    _places(
        "initials extension fax pager external_id country correspondence_type exclude_from_segment"
        " privacy_blocked minor parental_consent type modified email2 home_page",
        right="country correspondence_type exclude_from_segment privacy_blocked minor parental_consent",
        long="email2 home_page",
    ),
)

_FIXED = frozenset(("number", "modified", "company_name", "uid"))


def how_changed(key: str) -> How:
    """How a field or a list of codes is changed."""
    if key in ASSIGNED:
        return How.CHOOSE_MANY
    if key == PLACE or (key in ADDRESS_LINES and key != "country"):
        return How.ADDRESS
    if key in _FIXED or key not in CONTACT:
        return How.FIXED
    match CONTACT[key].kind:
        case Kind.REFERENCE | Kind.CHOICE:
            return How.CHOOSE
        case Kind.CONTACT:
            return How.COMPANY
        case Kind.BOOL:
            return How.SWITCH
        case _:
            return How.TYPE


def label_width() -> int:
    """The longest label of a card in the language shown: 10 in English, up to 13."""
    groups = (*COMPANY, *COMPANY_MORE, *PERSON, *PERSON_MORE)
    longest = max(cell_width(_(place.label)) for group in groups for place in group)
    return max(10, min(longest, 13))
