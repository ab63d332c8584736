"""What the search reads: derived from a contact, its company and their codes, never edited.

Beside these tables stand two of FTS5, `search_words` and `search_parts`, whose rows are those of `search_entry`.
"""

from __future__ import annotations

from peewee import BooleanField, IntegerField, TextField

from contacts_tui.store.models.base import Stored, points_at, text
from contacts_tui.store.models.contact import Contact


class SearchEntry(Stored):
    """A contact in the index; `pos` is its rank, the lowest being the newest change. Without `indexed`, the words of
    the contact are still to be taken in."""

    pos = IntegerField(primary_key=True)
    contact = points_at(Contact, null=False, unique=True)
    company_id = IntegerField(null=True)
    type = text()
    sort_name = text()
    sort_town = text()
    sort_company = text()
    words = text()
    indexed = BooleanField(default=True)

    class Meta:
        # Each order ends with what a page and its filter need, so that far pages are found without a look at the rows.
        indexes = (
            (("sort_name", "contact"), False),
            (("type", "sort_name", "contact"), False),
            (("sort_town", "sort_name", "contact", "type"), False),
            (("sort_company", "type", "sort_name", "contact"), False),
        )


SearchEntry.add_index(SearchEntry.pos, name="search_entry_waiting", where=~SearchEntry.indexed)


class SearchSpelling(Stored):
    """A word that occurs in contacts, for what is typed with an error: its length, its sound, and in how many it is."""

    word = TextField(primary_key=True)
    size = IntegerField(index=True)
    sound = text(index=True)
    uses = IntegerField()

    class Meta:
        without_rowid = True


class SearchState(Stored):
    """What the index was made by, and how many contacts there are."""

    id = IntegerField(primary_key=True)
    version = IntegerField()
    companies = IntegerField(default=0)
    people = IntegerField(default=0)
