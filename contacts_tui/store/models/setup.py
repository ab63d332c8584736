"""The marketing set-up, what belongs to one user, and views."""

from __future__ import annotations

from peewee import BooleanField, IntegerField

from contacts_tui.domain.contact import CorrespondenceType
from contacts_tui.store.models.base import ChoiceField, Table, points_at, text
from contacts_tui.store.models.code import BusinessRelation, Country, Language, Salesperson, Salutation, Territory
from contacts_tui.store.models.series import NumberSeries


class MarketingSetup(Table):
    inherit_salesperson_code = BooleanField(default=True)
    inherit_territory_code = BooleanField(default=True)
    inherit_country_region_code = BooleanField(default=True)
    inherit_language_code = BooleanField(default=True)
    inherit_address_details = BooleanField(default=True)
    inherit_communication_details = BooleanField(default=True)
    default_salesperson = points_at(Salesperson)
    default_territory = points_at(Territory)
    default_country = points_at(Country)
    default_language = points_at(Language)
    default_correspondence_type = ChoiceField(CorrespondenceType, default=CorrespondenceType.BLANK)
    default_company_salutation = points_at(Salutation)
    default_person_salutation = points_at(Salutation)
    business_relation_for_customers = points_at(BusinessRelation)
    business_relation_for_vendors = points_at(BusinessRelation)
    business_relation_for_bank_accounts = points_at(BusinessRelation)
    contact_series = points_at(NumberSeries)
    customer_series = points_at(NumberSeries)
    vendor_series = points_at(NumberSeries)
    bank_account_series = points_at(NumberSeries)
    company_name = text()
    autosearch_for_duplicates = BooleanField(default=True)
    maintain_duplicate_search_strings = BooleanField(default=True)
    search_hit = IntegerField(default=60)


class UserSetup(Table):
    user = text(unique=True)
    salesperson = points_at(Salesperson)
    language = text()
    keys = text()
    columns = text()


class SavedView(Table):
    user = text()
    name = text()
    query = text()
    sort = text()
    columns = text()

    class Meta:
        indexes = ((("user", "name"), True),)
