"""Which contact has which code."""

from __future__ import annotations

from contacts_tui.store.models.base import Table, points_at, text
from contacts_tui.store.models.code import (
    BusinessRelation,
    IndustryGroup,
    JobResponsibility,
    MailingGroup,
    WebSource,
)
from contacts_tui.store.models.contact import Contact


class ContactBusinessRelation(Table):
    contact = points_at(Contact, null=False)
    business_relation = points_at(BusinessRelation, null=False)
    link_to = text()
    no = text()

    class Meta:
        indexes = ((("contact", "business_relation"), True), (("link_to", "no"), False))


class ContactIndustryGroup(Table):
    contact = points_at(Contact, null=False)
    industry_group = points_at(IndustryGroup, null=False)

    class Meta:
        indexes = ((("contact", "industry_group"), True),)


class ContactMailingGroup(Table):
    contact = points_at(Contact, null=False)
    mailing_group = points_at(MailingGroup, null=False)

    class Meta:
        indexes = ((("contact", "mailing_group"), True),)


class ContactJobResponsibility(Table):
    contact = points_at(Contact, null=False)
    job_responsibility = points_at(JobResponsibility, null=False)

    class Meta:
        indexes = ((("contact", "job_responsibility"), True),)


class ContactWebSource(Table):
    contact = points_at(Contact, null=False)
    web_source = points_at(WebSource, null=False)
    search_word = text()

    class Meta:
        indexes = ((("contact", "web_source"), True),)
