"""Reading the pairs of companies that share enough search strings."""

from __future__ import annotations

from typing import NamedTuple

from peewee import Database

from contacts_tui.store.models.duplicates import ContactDuplicate


class DuplicatePair(NamedTuple):
    """The ids of two companies, the lower one first, and how many strings they shared when they were found."""

    left: int
    right: int
    matching: int


def pairs(database: Database, contact_id: int | None = None) -> list[DuplicatePair]:
    """All pairs, or those of one company, those that share most first."""
    left, right = ContactDuplicate.contact, ContactDuplicate.duplicate
    query = ContactDuplicate.select(left, right, ContactDuplicate.matching)
    if contact_id is not None:
        query = query.where((left == contact_id) | (right == contact_id))
    rows = query.order_by(ContactDuplicate.matching.desc(), left, right).tuples().execute(database)
    return [DuplicatePair(*row) for row in rows]
