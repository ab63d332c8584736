"""Reading lines of contacts: as many as are asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace

from contacts_tui.domain.codes import BusinessRelation, ContactBusinessRelation
from contacts_tui.domain.contact import Contact, ContactType
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


def test_a_line_is_read_once_until_somebody_writes(book: Book, batch: Callable[..., BatchKey]) -> None:
    with book.records.unit(batch()) as unit:
        acme = unit.add(Contact(uid="u1", no="CT000001", name="Acme"))
        anne = unit.add(Contact(uid="u2", no="CT000002", type=ContactType.PERSON, name="Anne", company_id=acme.id))
    connection, asked = book.lists(), list[str]()
    connection.set_trace_callback(lambda sql: asked.append(sql) if "FROM contact c" in sql else None)
    ids = [acme.id, anne.id]
    read = rows.lines(connection, ids, figures=False)
    assert rows.lines(connection, ids[::-1], figures=False) == read[::-1]
    assert len(asked) == 1
    assert [row.people for row in read] == [0, 0]
    assert [row.people for row in rows.lines(connection, ids)] == [1, 0]
    assert len(asked) == 2
    with book.records.unit(batch()) as unit:
        unit.replace(acme, replace(acme, name="Zenith"))
        unit.remove(anne)
    assert [(row.name, row.people) for row in rows.lines(connection, ids)] == [("Zenith", 0)]


def test_not_all_lines_of_a_large_book_are_remembered(book: Book, batch: Callable[..., BatchKey]) -> None:
    with book.records.unit(batch()) as unit:
        many = [unit.add(Contact(uid=f"u{n}", no=f"C{n}", name="Acme")).id for n in range(1200)]
    connection = book.lists()
    for start in range(0, 1200, 100):
        assert len(rows.lines(connection, many[start : start + 100])) == 100
    assert len(connection.known_lines(figures=True)) <= 600
