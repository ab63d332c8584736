"""The lists of codes."""

from __future__ import annotations

from peewee import BooleanField

from contacts_tui.store.models.base import Table, points_at, text


class Code(Table):
    """A code and what it means."""

    code = text(unique=True)
    description = text()


class BusinessRelation(Code):
    pass


class IndustryGroup(Code):
    pass


class MailingGroup(Code):
    pass


class JobResponsibility(Code):
    pass


class OrganizationalLevel(Code):
    pass


class WebSource(Code):
    url = text()


class Salutation(Code):
    pass


class Territory(Code):
    pass


class Salesperson(Code):
    phone = text()
    email = text()
    privacy_blocked = BooleanField(default=False)


class Language(Code):
    pass


class SalutationFormula(Table):
    salutation = points_at(Salutation, null=False)
    language = points_at(Language, null=False)
    formality = text()
    pattern = text()
    part1 = text()
    part2 = text()
    part3 = text()
    part4 = text()
    part5 = text()

    class Meta:
        indexes = ((("salutation", "language", "formality"), True),)


class Country(Code):
    pass


class Currency(Code):
    pass


class PostCode(Table):
    code = text(index=True)
    city = text(index=True)
    county = text()
    country = points_at(Country)


class VatFormat(Table):
    country = points_at(Country, null=False)
    format = text()
