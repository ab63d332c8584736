"""What is derived from records: computed anew in the unit of work that changes them, never part of the history."""

from __future__ import annotations

from collections.abc import Iterable

from peewee import Database

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.text import digits, fold, words
from contacts_tui.store.models import ContactSearch
from contacts_tui.store.reader import Reader


def search_row(contact: Contact, company_name: str) -> tuple[str, str, str]:
    """What the search knows of a contact: its name for sorting, its words and its numbers, each after a blank."""
    parts = (
        contact.name,
        contact.name2,
        contact.search_name,
        company_name,
        contact.job_title,
        contact.address,
        contact.address2,
        contact.post_code,
        contact.city,
        contact.email,
        contact.email2,
        contact.home_page,
        contact.no,
        contact.external_id,
        contact.vat_number,
    )
    folded = " ".join(fold(part) for part in parts if part)
    found = dict.fromkeys([*folded.split(), *words(folded)])
    numbers = dict.fromkeys(digits(n) for n in (contact.phone, contact.mobile, contact.fax, contact.no) if n)
    return fold(contact.name), " " + " ".join(found), " " + " ".join(n for n in numbers if n)


class Derived:
    """Keeps the derived tables of one database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.reader = Reader(database)

    def refresh(self, contact: Contact, *, people_too: bool) -> None:
        """Write the search row of a contact; with `people_too`, of its people, who are found by its name."""
        self._write([(contact, self._company_name(contact))])
        if people_too and contact.is_company:
            self._write((p, contact.name) for p in self.reader.all(Contact, company_id=contact.id))

    def remove(self, contact_id: int) -> None:
        """Forget a contact that is about to be deleted."""
        ContactSearch.delete().where(ContactSearch.contact == contact_id).execute(self.database)

    def rebuild(self) -> None:
        """Compute everything anew from the records."""
        ContactSearch.delete().execute(self.database)
        everybody = self.reader.all(Contact)
        names = {c.id: c.name for c in everybody if c.is_company}
        self._write((c, names.get(c.company_id or 0, "")) for c in everybody)

    def stale(self) -> list[str]:
        """The numbers of the contacts whose search row is missing or is not what it should be."""
        query = ContactSearch.select(
            ContactSearch.contact, ContactSearch.sort_name, ContactSearch.words, ContactSearch.digits
        ).tuples()
        rows = {row[0]: tuple(row[1:]) for row in query.execute(self.database)}
        everybody = self.reader.all(Contact)
        names = {c.id: c.name for c in everybody if c.is_company}
        return [c.no for c in everybody if rows.get(c.id) != search_row(c, names.get(c.company_id or 0, ""))]

    def _company_name(self, contact: Contact) -> str:
        company = self.reader.get(Contact, contact.company_id)
        return company.name if company else ""

    def _write(self, pairs: Iterable[tuple[Contact, str]]) -> None:
        for contact, company_name in pairs:
            sort_name, found, numbers = search_row(contact, company_name)
            values = {"sort_name": sort_name, "words": found, "digits": numbers}
            changed = ContactSearch.update(**values).where(ContactSearch.contact == contact.id).execute(self.database)
            if not changed:
                ContactSearch.insert(contact=contact.id, **values).execute(self.database)
