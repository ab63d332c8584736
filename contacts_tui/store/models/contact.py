"""Contacts and what each of them has of its own."""

from __future__ import annotations

from peewee import BooleanField, IntegerField

from contacts_tui.domain.contact import ContactType, CorrespondenceType
from contacts_tui.store.models.base import ChoiceField, DayField, Table, UtcField, points_at, text
from contacts_tui.store.models.code import (
    Country,
    Currency,
    Language,
    OrganizationalLevel,
    Salesperson,
    Salutation,
    Territory,
)
from contacts_tui.store.models.series import NumberSeries


class Contact(Table):
    uid = text(unique=True)
    no = text(unique=True)
    number_series = points_at(NumberSeries)
    type = ChoiceField(ContactType)
    name = text()
    name2 = text()
    search_name = text(index=True)
    company = points_at("self")
    first_name = text()
    middle_name = text()
    surname = text()
    initials = text()
    job_title = text()
    salutation = points_at(Salutation)
    organizational_level = points_at(OrganizationalLevel)
    address = text()
    address2 = text()
    post_code = text()
    city = text()
    county = text()
    country = points_at(Country)
    phone = text()
    extension = text()
    mobile = text()
    fax = text()
    pager = text()
    telex = text()
    telex_answer_back = text()
    email = text()
    email2 = text()
    home_page = text()
    territory = points_at(Territory)
    salesperson = points_at(Salesperson)
    language = points_at(Language)
    currency = points_at(Currency)
    vat_number = text(index=True)
    registration_number = text()
    correspondence_type = ChoiceField(CorrespondenceType, default=CorrespondenceType.BLANK)
    exclude_from_segment = BooleanField(default=False)
    external_id = text(index=True)
    birthday = text()
    privacy_blocked = BooleanField(default=False)
    minor = BooleanField(default=False)
    parental_consent = BooleanField(default=False)
    modified_at = UtcField(null=True)


class AlternativeAddress(Table):
    contact = points_at(Contact, null=False)
    code = text()
    company_name = text()
    company_name2 = text()
    address = text()
    address2 = text()
    post_code = text()
    city = text()
    county = text()
    country = points_at(Country)
    phone = text()
    extension = text()
    mobile = text()
    pager = text()
    fax = text()
    telex = text()
    email = text()
    home_page = text()

    class Meta:
        indexes = ((("contact", "code"), True),)


class AlternativeAddressRange(Table):
    contact = points_at(Contact, null=False)
    alternative_address = points_at(AlternativeAddress, null=False)
    starting_date = DayField()
    ending_date = DayField(null=True)

    class Meta:
        indexes = ((("contact", "starting_date"), True),)


class Affiliation(Table):
    contact = points_at(Contact, null=False)
    company = points_at(Contact, null=False)
    role = text()
    starting_date = DayField(null=True)
    ending_date = DayField(null=True)

    class Meta:
        indexes = ((("contact", "company"), True),)


class Erasure(Table):
    """That a contact was erased. It does not point at the contact, which may be deleted later."""

    contact_id = IntegerField()
    uid = text()
    day = DayField(null=True)
    request = text()


class CommentLine(Table):
    contact = points_at(Contact, null=False)
    line_no = IntegerField()
    note_no = IntegerField()
    date = DayField(null=True)
    code = text()
    text = text()

    class Meta:
        indexes = ((("contact", "line_no"), True),)
