"""Search strings of companies and the pairs that share enough of them, derived; and which pairs are no duplicates."""

from __future__ import annotations

from peewee import CompositeKey, IntegerField

from contacts_tui.store.models.base import Stored, Table, points_at, text
from contacts_tui.store.models.contact import Contact


class SearchStringRule(Table):
    field = text()
    end = text()
    length = IntegerField(default=5)

    class Meta:
        indexes = ((("field", "end"), True),)


class SeparateContacts(Table):
    contact = points_at(Contact, null=False)
    other = points_at(Contact, null=False)

    class Meta:
        indexes = ((("contact", "other"), True),)


class ContactSearchString(Stored):
    contact = points_at(Contact, null=False, index=False)
    field = text()
    end = text()
    string = text()

    class Meta:
        primary_key = CompositeKey("contact", "field", "end")
        without_rowid = True
        indexes = ((("field", "end", "string", "contact"), False),)


class ContactDuplicate(Stored):
    """A pair, the lower id first, with how many strings it shared when it was found."""

    contact = points_at(Contact, null=False, index=False)
    duplicate = points_at(Contact, null=False)
    matching = IntegerField()

    class Meta:
        primary_key = CompositeKey("contact", "duplicate")
        without_rowid = True
