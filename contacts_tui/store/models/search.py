"""What the search reads: derived from a contact and its company, never edited."""

from __future__ import annotations

from contacts_tui.store.models.base import Table, points_at, text
from contacts_tui.store.models.contact import Contact


class ContactSearch(Table):
    contact = points_at(Contact, null=False, unique=True)
    sort_name = text(index=True)
    words = text()
    digits = text()
