"""The first shape of a book: contacts, lists, number series, set-up, history and what the search reads."""

from __future__ import annotations

from typing import Any

from peewee import BooleanField, Database, DateField, DateTimeField, ForeignKeyField, IntegerField, Model, TextField

from contacts_tui.store.models.base import StableIdField


def up(migrator: Any, db: Database) -> None:
    """Make the tables, as they were at this step: later changes of the models do not reach back."""

    class Row(Model):
        id = StableIdField()
        version = IntegerField(default=0)

        class Meta:
            database = db
            legacy_table_names = False

    class Code(Row):
        code = TextField(unique=True, default="")
        description = TextField(default="")

    class NumberSeries(Code):
        default_nos = BooleanField(default=False)
        manual_nos = BooleanField(default=False)
        date_order = BooleanField(default=False)

    class Salutation(Code):
        pass

    class OrganizationalLevel(Code):
        pass

    class Country(Code):
        pass

    class Territory(Code):
        pass

    class Salesperson(Code):
        phone = TextField(default="")
        email = TextField(default="")
        privacy_blocked = BooleanField(default=False)

    class Language(Code):
        pass

    class Currency(Code):
        pass

    class Contact(Row):
        uid = TextField(unique=True, default="")
        no = TextField(unique=True, default="")
        number_series = ForeignKeyField(NumberSeries, null=True)
        type = TextField()
        name = TextField(default="")
        name2 = TextField(default="")
        search_name = TextField(index=True, default="")
        company = ForeignKeyField("self", null=True)
        first_name = TextField(default="")
        middle_name = TextField(default="")
        surname = TextField(default="")
        initials = TextField(default="")
        job_title = TextField(default="")
        salutation = ForeignKeyField(Salutation, null=True)
        organizational_level = ForeignKeyField(OrganizationalLevel, null=True)
        address = TextField(default="")
        address2 = TextField(default="")
        post_code = TextField(default="")
        city = TextField(default="")
        county = TextField(default="")
        country = ForeignKeyField(Country, null=True)
        phone = TextField(default="")
        extension = TextField(default="")
        mobile = TextField(default="")
        fax = TextField(default="")
        pager = TextField(default="")
        telex = TextField(default="")
        telex_answer_back = TextField(default="")
        email = TextField(default="")
        email2 = TextField(default="")
        home_page = TextField(default="")
        territory = ForeignKeyField(Territory, null=True)
        salesperson = ForeignKeyField(Salesperson, null=True)
        language = ForeignKeyField(Language, null=True)
        currency = ForeignKeyField(Currency, null=True)
        vat_number = TextField(index=True, default="")
        registration_number = TextField(default="")
        correspondence_type = TextField(default="")
        exclude_from_segment = BooleanField(default=False)
        external_id = TextField(index=True, default="")
        birthday = TextField(default="")
        modified_at = DateTimeField(null=True)

    class AlternativeAddress(Row):
        contact = ForeignKeyField(Contact)
        code = TextField(default="")
        company_name = TextField(default="")
        company_name2 = TextField(default="")
        address = TextField(default="")
        address2 = TextField(default="")
        post_code = TextField(default="")
        city = TextField(default="")
        county = TextField(default="")
        country = ForeignKeyField(Country, null=True)
        phone = TextField(default="")
        extension = TextField(default="")
        mobile = TextField(default="")
        pager = TextField(default="")
        fax = TextField(default="")
        telex = TextField(default="")
        email = TextField(default="")
        home_page = TextField(default="")

        class Meta:
            indexes = ((("contact", "code"), True),)

    class AlternativeAddressRange(Row):
        contact = ForeignKeyField(Contact)
        alternative_address = ForeignKeyField(AlternativeAddress)
        starting_date = DateField()
        ending_date = DateField(null=True)

        class Meta:
            indexes = ((("contact", "starting_date"), True),)

    class BusinessRelation(Code):
        pass

    class CommentLine(Row):
        contact = ForeignKeyField(Contact)
        line_no = IntegerField()
        note_no = IntegerField()
        date = DateField(null=True)
        code = TextField(default="")
        text = TextField(default="")

        class Meta:
            indexes = ((("contact", "line_no"), True),)

    class ContactBusinessRelation(Row):
        contact = ForeignKeyField(Contact)
        business_relation = ForeignKeyField(BusinessRelation)
        link_to = TextField(default="")
        no = TextField(default="")

        class Meta:
            indexes = ((("contact", "business_relation"), True), (("link_to", "no"), False))

    class IndustryGroup(Code):
        pass

    class ContactIndustryGroup(Row):
        contact = ForeignKeyField(Contact)
        industry_group = ForeignKeyField(IndustryGroup)

        class Meta:
            indexes = ((("contact", "industry_group"), True),)

    class JobResponsibility(Code):
        pass

    class ContactJobResponsibility(Row):
        contact = ForeignKeyField(Contact)
        job_responsibility = ForeignKeyField(JobResponsibility)

        class Meta:
            indexes = ((("contact", "job_responsibility"), True),)

    class MailingGroup(Code):
        pass

    class ContactMailingGroup(Row):
        contact = ForeignKeyField(Contact)
        mailing_group = ForeignKeyField(MailingGroup)

        class Meta:
            indexes = ((("contact", "mailing_group"), True),)

    class ContactSearch(Row):
        contact = ForeignKeyField(Contact, unique=True)
        sort_name = TextField(index=True, default="")
        words = TextField(default="")
        digits = TextField(default="")

    class WebSource(Code):
        url = TextField(default="")

    class ContactWebSource(Row):
        contact = ForeignKeyField(Contact)
        web_source = ForeignKeyField(WebSource)
        search_word = TextField(default="")

        class Meta:
            indexes = ((("contact", "web_source"), True),)

    class HistoryBatch(Row):
        at = DateTimeField()
        user = TextField(index=True, default="")
        verb = TextField()
        subject = TextField(default="")
        followed = IntegerField(default=0)
        kept = IntegerField(default=0)
        undoes = ForeignKeyField("self", null=True)
        undone_by = ForeignKeyField("self", null=True)

    class HistoryChange(Row):
        batch = ForeignKeyField(HistoryBatch)
        record = TextField(default="")
        row_id = IntegerField()
        contact_id = IntegerField(index=True, null=True)
        action = TextField()
        field = TextField(default="")
        old = TextField(null=True)
        new = TextField(null=True)

        class Meta:
            indexes = ((("record", "row_id"), False),)

    class MarketingSetup(Row):
        inherit_salesperson_code = BooleanField(default=True)
        inherit_territory_code = BooleanField(default=True)
        inherit_country_region_code = BooleanField(default=True)
        inherit_language_code = BooleanField(default=True)
        inherit_address_details = BooleanField(default=True)
        inherit_communication_details = BooleanField(default=True)
        default_salesperson = ForeignKeyField(Salesperson, null=True)
        default_territory = ForeignKeyField(Territory, null=True)
        default_country = ForeignKeyField(Country, null=True)
        default_language = ForeignKeyField(Language, null=True)
        default_correspondence_type = TextField(default="")
        default_company_salutation = ForeignKeyField(Salutation, null=True)
        default_person_salutation = ForeignKeyField(Salutation, null=True)
        business_relation_for_customers = ForeignKeyField(BusinessRelation, null=True)
        business_relation_for_vendors = ForeignKeyField(BusinessRelation, null=True)
        business_relation_for_bank_accounts = ForeignKeyField(BusinessRelation, null=True)
        contact_series = ForeignKeyField(NumberSeries, null=True)
        company_name = TextField(default="")

    class NumberSeriesLine(Row):
        number_series = ForeignKeyField(NumberSeries)
        line_no = IntegerField(default=10000)
        starting_date = DateField(null=True)
        starting_no = TextField(default="")
        ending_no = TextField(default="")
        warning_no = TextField(default="")
        increment_by = IntegerField(default=1)
        last_no_used = TextField(default="")
        last_date_used = DateField(null=True)
        allow_gaps = BooleanField(default=False)

        class Meta:
            indexes = ((("number_series", "line_no"), True),)

    class NumberSeriesRelationship(Row):
        number_series = ForeignKeyField(NumberSeries)
        alternative = ForeignKeyField(NumberSeries)

        class Meta:
            indexes = ((("number_series", "alternative"), True),)

    class PostCode(Row):
        code = TextField(index=True, default="")
        city = TextField(index=True, default="")
        county = TextField(default="")
        country = ForeignKeyField(Country, null=True)

    class UserSetup(Row):
        user = TextField(unique=True, default="")
        salesperson = ForeignKeyField(Salesperson, null=True)
        language = TextField(default="")
        keys = TextField(default="")

    class VatFormat(Row):
        country = ForeignKeyField(Country)
        format = TextField(default="")

    db.create_tables(
        [
            NumberSeries,
            Salutation,
            OrganizationalLevel,
            Country,
            Territory,
            Salesperson,
            Language,
            Currency,
            Contact,
            AlternativeAddress,
            AlternativeAddressRange,
            BusinessRelation,
            CommentLine,
            ContactBusinessRelation,
            IndustryGroup,
            ContactIndustryGroup,
            JobResponsibility,
            ContactJobResponsibility,
            MailingGroup,
            ContactMailingGroup,
            ContactSearch,
            WebSource,
            ContactWebSource,
            HistoryBatch,
            HistoryChange,
            MarketingSetup,
            NumberSeriesLine,
            NumberSeriesRelationship,
            PostCode,
            UserSetup,
            VatFormat,
        ]
    )
