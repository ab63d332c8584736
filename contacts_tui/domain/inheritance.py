"""What people take from their company, when they join it and when it changes (domain section 3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from enum import Enum

from contacts_tui.domain import addresses
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.marketing_setup import MarketingSetup

_CODES = {
    "salesperson_id": "inherit_salesperson_code",
    "territory_id": "inherit_territory_code",
    "country_id": "inherit_country_region_code",
    "language_id": "inherit_language_code",
}
_BLOCK = dict.fromkeys(addresses.BLOCK_FIELDS, "inherit_address_details")
_COMMUNICATION = dict.fromkeys(
    (
        "phone",
        "extension",
        "mobile",
        "fax",
        "pager",
        "telex",
        "telex_answer_back",
        "email",
        "home_page",
    ),
    "inherit_communication_details",
)
_JOINING_ONLY = {"correspondence_type": "inherit_communication_details"}

INHERITED_FIELDS: Mapping[str, str] = {**_CODES, **_BLOCK, **_COMMUNICATION}
"""The attributes that follow a company's changes (3.3), each with the set-up switch that it belongs to."""
TAKEN_ON_JOINING: Mapping[str, str] = {**INHERITED_FIELDS, **_JOINING_ONLY}
"""The attributes that a person takes when joining a company (3.2), each with its switch."""


class Mark(Enum):
    """What stands before a person's inherited field: the company's value, or the person's own."""

    FOLLOWS = "="
    OWN = "*"


def is_on(setup: MarketingSetup, attr: str) -> bool:
    """Tell whether the switch of an inherited attribute is on."""
    switch = INHERITED_FIELDS.get(attr) or _JOINING_ONLY[attr]
    return bool(getattr(setup, switch))


def join(
    person: Contact,
    old: Contact | None,
    new: Contact,
    setup: MarketingSetup,
    typed: Set[str] = frozenset(),
) -> Contact:
    """The person after joining the company `new`, coming from `old` or from none (3.2).

    A filled code of the company overwrites the person's (IN-R2); the address as one block and each communication
    field are taken where the person's is blank or still the old company's. `typed` names the attributes that the user
    filled in the same step: those are the person's own (IN-R5).
    """
    own = {attr for attr in typed if getattr(person, attr, None)}
    taken: dict[str, object] = {"company_id": new.id}
    for attr in _CODES:
        value = getattr(new, attr)
        if is_on(setup, attr) and value is not None and attr not in own:
            taken[attr] = value
    if setup.inherit_address_details and not own.intersection(_BLOCK):
        same = old is not None and addresses.block(person) == addresses.block(old)
        if same or addresses.is_blank(person):
            taken.update((attr, getattr(new, attr)) for attr in _BLOCK)
    for attr in (*_COMMUNICATION, *_JOINING_ONLY):
        value = getattr(person, attr)
        same = old is not None and value == getattr(old, attr)
        if is_on(setup, attr) and attr not in own and (same or not value):
            taken[attr] = getattr(new, attr)
    return replace(person, **taken)  # type: ignore[arg-type]


def leave(person: Contact) -> Contact:
    """The person without a company; the values that were taken from it stay (IN-R3)."""
    return replace(person, company_id=None)


def _changed(old_company: Contact, new_company: Contact, setup: MarketingSetup) -> Iterator[str]:
    """The attributes of 3.3 that changed at the company and whose switch is on."""
    for attr in INHERITED_FIELDS:
        if is_on(setup, attr) and getattr(old_company, attr) != getattr(new_company, attr):
            yield attr


def _equals(person: Contact, company: Contact, attr: str) -> bool:
    """Tell whether the person's value is the company's; an address is compared as one block (IN-R1)."""
    if attr in _BLOCK:
        return addresses.block(person) == addresses.block(company)
    return bool(getattr(person, attr) == getattr(company, attr))


def follow(person: Contact, old_company: Contact, new_company: Contact, setup: MarketingSetup) -> Contact:
    """The person after a change of the company (3.3): what equalled the company's old value takes the new one.

    `old_company` is the company as it was stored before the change (IN-R8). A person of whom nothing changes comes
    back as the same object.
    """
    taken = {
        attr: getattr(new_company, attr)
        for attr in _changed(old_company, new_company, setup)
        if _equals(person, old_company, attr) and getattr(person, attr) != getattr(new_company, attr)
    }
    return replace(person, **taken) if taken else person


def kept_own(person_before: Contact, old_company: Contact, new_company: Contact, setup: MarketingSetup) -> bool:
    """Tell whether a field that changed at the company, with its switch on, stayed since the person's differed."""
    return any(not _equals(person_before, old_company, attr) for attr in _changed(old_company, new_company, setup))


def marks(person: Contact, company: Contact | None, setup: MarketingSetup) -> dict[str, Mark]:
    """The mark of each inherited attribute whose switch is on; none for a person without a company.

    Blank on both sides is the company's value too. The five address attributes bear one mark, by IN-R1.
    """
    if company is None:
        return {}
    return {
        attr: Mark.FOLLOWS if _equals(person, company, attr) else Mark.OWN
        for attr in INHERITED_FIELDS
        if is_on(setup, attr)
    }


def take_company_value(person: Contact, company: Contact, attr: str) -> Contact:
    """The person with the company's value of `attr`; any attribute of the address takes the whole block."""
    attrs = tuple(_BLOCK) if attr in _BLOCK else (attr,)
    return replace(person, **{name: getattr(company, name) for name in attrs})
