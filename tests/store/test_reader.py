"""Reading records: what is asked by single values, by several and by nothing comes back the same and with its types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from contacts_tui.domain.codes import AlternativeAddress, AlternativeAddressRange, Country
from contacts_tui.domain.contact import Contact, ContactType, CorrespondenceType
from contacts_tui.domain.record import Record
from contacts_tui.store.book import Book
from contacts_tui.store.models import TABLES
from contacts_tui.store.reader import Reader
from contacts_tui.store.unit_of_work import BatchKey


@pytest.fixture
def read(book: Book, batch: Callable[..., BatchKey]) -> Reader:
    with book.records.unit(batch()) as unit:
        country = unit.add(Country(code="CA", description="Canada"))
        company = unit.add(Contact(uid="u1", no="C1", name="Acme", country_id=country.id))
        unit.add(
            Contact(
                uid="u2",
                no="C2",
                name="Anne Roy",
                type=ContactType.PERSON,
                company_id=company.id,
                correspondence_type=CorrespondenceType.EMAIL,
                exclude_from_segment=True,
            )
        )
        address = unit.add(AlternativeAddress(contact_id=company.id, code="X"))
        unit.add(
            AlternativeAddressRange(
                contact_id=company.id, alternative_address_id=address.id, starting_date=date(2018, 6, 1)
            )
        )
    return Reader(book.records.database)


def test_one_value_and_a_collection_of_one_find_the_same(read: Reader) -> None:
    for record in TABLES:
        for row in read.all(record):
            for field in fields(record):
                value = getattr(row, field.name)
                single: dict[str, Any] = {"id": row.id, field.name: value}
                assert read.find(record, **single) == row, (record, field.name)
                if value is not None:
                    several = {name: [wanted] for name, wanted in single.items()}
                    assert read.find(record, **several) == row, (record, field.name)


def test_values_come_back_with_the_types_of_the_domain(read: Reader) -> None:
    person = read.find(Contact, no="C2")
    assert person is not None
    assert person.type is ContactType.PERSON
    assert person.correspondence_type is CorrespondenceType.EMAIL
    assert person.exclude_from_segment is True
    assert person.modified_at is not None
    assert person.modified_at.tzinfo is not None
    span = read.find(AlternativeAddressRange, starting_date=date(2018, 6, 1))
    assert span is not None
    assert (span.starting_date, span.ending_date) == (date(2018, 6, 1), None)


def test_nothing_is_compared_as_nothing(read: Reader) -> None:
    assert [c.no for c in read.all(Contact, company_id=None)] == ["C1"]
    assert [c.no for c in read.all(Contact, country_id=None, type="person")] == ["C2"]
    assert read.find(Contact, no="C9") is None
    assert read.get(Contact, None) is None
    assert read.all(Contact, id=[]) == []


def test_order_and_limit_are_kept(read: Reader) -> None:
    assert [c.no for c in read.all(Contact, order=("name",))] == ["C1", "C2"]
    assert [c.no for c in read.all(Contact, order=("type", "name"), limit=1)] == ["C1"]
    assert [c.no for c in read.all(Contact, order=("no",), limit=1, type=["company", "person"])] == ["C1"]


def test_hostile_values_are_values(read: Reader) -> None:
    for value in ("' OR 1=1 --", "%", '"', "\\", "?"):
        assert read.all(Contact, name=value) == []


def test_two_books_are_asked_apart(read: Reader, tmp_path: Path) -> None:
    other = Book.open(tmp_path / "other.db", create=True)
    assert other.records.reading(lambda elsewhere: elsewhere.all(Contact, no="C1")) == []
    assert read.count(Contact) == 2
    other.close()


def test_every_table_can_be_read_empty(book: Book) -> None:
    def ask(read: Reader) -> list[list[Record]]:
        return [list(read.all(record)) for record in TABLES]

    assert book.records.reading(ask) == [[] for _ in TABLES]
