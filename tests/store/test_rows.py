"""Reading lines of contacts: as many as are asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from contacts_tui.domain.codes import BusinessRelation, ContactBusinessRelation
from contacts_tui.domain.contact import Contact
from contacts_tui.store.book import Book
from contacts_tui.store.lists import full_rows, rows
from contacts_tui.store.unit_of_work import BatchKey


def test_more_contacts_may_be_asked_for_than_a_question_of_sqlite_takes(
    book: Book, batch: Callable[..., BatchKey]
) -> None:
    with book.records.unit(batch()) as unit:
        stored = unit.add(Contact(uid="u1", no="CT000001", name="Acme"))
    connection = book.lists()
    connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 32_766)
    ids = [*range(10_000, 60_000), stored.id]
    assert [row.no for row in rows.lines(connection, ids)] == ["CT000001"]
    assert [row["number"] for row in full_rows.full(connection, ids)] == ["CT000001"]
    assert rows.ids_of_uids(connection, [*map(str, ids), "u1"]) == [stored.id]
    assert rows.lines(connection, []) == []


def test_relations_come_in_words_in_the_order_of_their_codes(book: Book, batch: Callable[..., BatchKey]) -> None:
    with book.records.unit(batch()) as unit:
        stored = unit.add(Contact(uid="u1", no="CT000001", name="Acme"))
        for code, description in (("VEND", "Vendor, of goods"), ("CUST", "Customer"), ("BANK", "")):
            line = unit.add(BusinessRelation(code=code, description=description))
            unit.add(ContactBusinessRelation(contact_id=stored.id, business_relation_id=line.id))
    assert rows.lines(book.lists(), [stored.id])[0].relations == ("BANK", "Customer", "Vendor, of goods")
