"""What the set-up proposes for a new contact (domain section 4)."""

from __future__ import annotations

from dataclasses import replace

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.marketing_setup import MarketingSetup


def apply(contact: Contact, setup: MarketingSetup, own_salesperson_id: int | None) -> Contact:
    """Fill the blank fields of a new contact from the set-up (DF-R1, DF-R3).

    It runs once, when the contact is first saved (DF-R5), and after inheritance, so that what was typed or taken from
    the company stays (IN-R4). The user's own salesperson goes before the default one (DF-R2).
    """
    default_salesperson = setup.default_salesperson_id if own_salesperson_id is None else own_salesperson_id
    salutation = setup.default_company_salutation_id if contact.is_company else setup.default_person_salutation_id
    return replace(
        contact,
        salesperson_id=_first(contact.salesperson_id, default_salesperson),
        territory_id=_first(contact.territory_id, setup.default_territory_id),
        country_id=_first(contact.country_id, setup.default_country_id),
        language_id=_first(contact.language_id, setup.default_language_id),
        correspondence_type=contact.correspondence_type or setup.default_correspondence_type,
        salutation_id=_first(contact.salutation_id, salutation),
    )


def _first(value: int | None, default: int | None) -> int | None:
    return default if value is None else value
