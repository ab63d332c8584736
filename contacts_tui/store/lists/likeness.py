"""Contacts as they are compared with one another: all of a book, or some of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from contacts_tui.domain.contact_type import ContactType
from contacts_tui.domain.likeness.details import Details
from contacts_tui.store.lists.rows import id_list

_AT_ONCE = 1000
# What a person takes from the company says nothing of the person; place and telephone may also be a household's.
_ROWS = """
SELECT c.id, c.type, c.name, c.first_name, c.surname, c.birthday, c.vat_number, c.registration_number,
       CASE WHEN c.email = f.email THEN '' ELSE c.email END, c.email2, c.phone, c.mobile,
       c.address, c.post_code, c.city, c.county, coalesce(k.code, '')
  FROM contact c LEFT JOIN contact f ON f.id = c.company_id LEFT JOIN country k ON k.id = c.country_id
"""


def details(connection: sqlite3.Connection) -> Iterator[Details]:
    """All contacts, in portions, so that no question is long and none stays open while others are compared."""
    last = 0
    while rows := connection.execute(f"{_ROWS} WHERE c.id > ? ORDER BY c.id LIMIT ?", [last, _AT_ONCE]).fetchall():
        yield from map(_details, rows)
        last = rows[-1][0]


def details_of(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, Details]:
    """These contacts, by id; one that is gone is left out."""
    sql = f"{_ROWS} WHERE c.id IN (SELECT value FROM json_each(?))"
    return {row[0]: _details(row) for row in connection.execute(sql, [id_list(ids)])}


def separate_from(connection: sqlite3.Connection, contact_id: int) -> frozenset[tuple[int, int]]:
    """The pairs of a contact with those that are not the same, the lower id first."""
    sql = "SELECT contact_id, other_id FROM separate_contacts WHERE contact_id = ? OR other_id = ?"
    return frozenset(connection.execute(sql, [contact_id, contact_id]).fetchall())


def _details(row: Sequence[Any]) -> Details:
    (contact_id, kind, name, first_name, surname, birthday, vat, registration, email, email2, phone, mobile, *where) = (
        row
    )
    address, post_code, town, county, country = where
    return Details(
        id=contact_id,
        is_company=kind == ContactType.COMPANY.value,
        name=name,
        first_name=first_name,
        surname=surname,
        birthday=birthday,
        numbers=(vat, registration),
        emails=(email, email2),
        phones=(phone, mobile),
        address=address,
        post_code=post_code,
        town=town,
        county=county,
        country=country,
    )
