"""The one row that says how contacts are numbered, what people take from their company, and what is proposed (4)."""

from __future__ import annotations

from dataclasses import dataclass

from contacts_tui.domain.contact import CorrespondenceType
from contacts_tui.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketingSetup(Record):
    """The fields of 4.1 that what is built needs; every switch is on unless it is turned off."""

    inherit_salesperson_code: bool = True
    inherit_territory_code: bool = True
    inherit_country_region_code: bool = True
    inherit_language_code: bool = True
    inherit_address_details: bool = True
    inherit_communication_details: bool = True
    default_salesperson_id: int | None = None
    default_territory_id: int | None = None
    default_country_id: int | None = None
    default_language_id: int | None = None
    default_correspondence_type: CorrespondenceType = CorrespondenceType.BLANK
    default_company_salutation_id: int | None = None
    default_person_salutation_id: int | None = None
    business_relation_for_customers_id: int | None = None
    business_relation_for_vendors_id: int | None = None
    business_relation_for_bank_accounts_id: int | None = None
    contact_series_id: int | None = None
    customer_series_id: int | None = None
    vendor_series_id: int | None = None
    bank_account_series_id: int | None = None
    company_name: str = ""
    autosearch_for_duplicates: bool = True
    maintain_duplicate_search_strings: bool = True
    search_hit: int = 60
