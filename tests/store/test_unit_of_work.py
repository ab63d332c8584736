"""The one way to write: versions, stamps, history, and nothing at all when it fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from contacts_tui.domain.codes import CommentLine, MailingGroup
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.history import Action
from contacts_tui.domain.number_series import NumberSeries, NumberSeriesLine
from contacts_tui.store import history
from contacts_tui.store.book import Book
from contacts_tui.store.unit_of_work import BatchKey, Stale, UnitOfWork

MakeBatch = Callable[..., BatchKey]


def add_contact(unit: UnitOfWork, no: str = "CT000001", name: str = "Boulangerie Laurier inc.") -> Contact:
    return unit.add(Contact(uid=f"uid-{no}", no=no, name=name))


def test_an_edit_raises_the_version_and_stamps_the_contact(book: Book, batch: MakeBatch) -> None:
    with book.records.unit(batch()) as unit:
        first = add_contact(unit)
    later = batch()
    with book.records.unit(later) as unit:
        second = unit.replace(first, replace(first, phone="514-555-0100"))
    assert (first.version, second.version) == (1, 2)
    assert second.modified_at == later.at
    assert book.records.reading(lambda read: read.get(Contact, first.id)) == second


def test_an_edit_that_changes_nothing_writes_nothing(book: Book, batch: MakeBatch) -> None:
    with book.records.unit(batch()) as unit:
        first = add_contact(unit)
    key = batch()
    with book.records.unit(key) as unit:
        assert unit.replace(first, replace(first, phone="")) is first
    assert key.id == 0
    assert len(history.batches(book.records.database)) == 1


def test_a_row_that_was_changed_since_is_not_overwritten(book: Book, batch: MakeBatch) -> None:
    with book.records.unit(batch()) as unit:
        seen = add_contact(unit)
    with book.records.unit(batch()) as unit:
        unit.replace(seen, replace(seen, phone="1"))
    with pytest.raises(Stale), book.records.unit(batch()) as unit:
        unit.replace(seen, replace(seen, phone="2"))
    stored = book.records.reading(lambda read: read.get(Contact, seen.id))
    assert stored is not None
    assert stored.phone == "1"


def test_nothing_remains_of_a_unit_that_fails(book: Book, batch: MakeBatch) -> None:
    key = batch()

    def write_and_fail() -> None:
        with book.records.unit(key) as unit:
            add_contact(unit)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()
    assert key.id == 0
    assert book.records.reading(lambda read: read.count(Contact)) == 0
    assert history.batches(book.records.database) == []
    assert book.lists().execute("SELECT count(*) FROM search_entry").fetchone() == (0,)


def test_several_units_may_write_into_one_batch(book: Book, batch: MakeBatch) -> None:
    key = batch()
    for number in range(3):
        with book.records.unit(key) as unit:
            add_contact(unit, f"CT{number}")
    assert [found.id for found in history.batches(book.records.database)] == [key.id]
    assert history.size(book.records.database, key.id) == 3


def test_what_a_contact_owns_stamps_it(book: Book, batch: MakeBatch) -> None:
    with book.records.unit(batch()) as unit:
        contact = add_contact(unit)
    for step in ("add", "replace", "remove"):
        key = batch()
        with book.records.unit(key) as unit:
            line = unit.read.find(CommentLine, contact_id=contact.id)
            if step == "add":
                unit.add(CommentLine(contact_id=contact.id, line_no=10000, note_no=10000, text="asked for a price"))
            elif line is not None:
                if step == "replace":
                    unit.replace(line, replace(line, text="asked for two prices"))
                else:
                    unit.remove(line)
        stored = book.records.reading(lambda read: read.get(Contact, contact.id))
        assert stored is not None
        assert stored.modified_at == key.at, step


def test_a_number_drawn_is_no_history(book: Book, batch: MakeBatch) -> None:
    with book.records.unit(batch()) as unit:
        series = unit.add(NumberSeries(code="CONT"))
        line = unit.add(NumberSeriesLine(number_series_id=series.id, starting_no="CT000001"))
    key = batch()
    with book.records.unit(key) as unit:
        unit.replace(line, replace(line, last_no_used="CT000001"), recorded=False)
    assert key.id == 0
    stored = book.records.reading(lambda read: read.get(NumberSeriesLine, line.id))
    assert stored is not None
    assert stored.last_no_used == "CT000001"


def test_the_id_of_a_deleted_row_is_never_given_again(book: Book, batch: MakeBatch) -> None:
    with book.records.unit(batch()) as unit:
        first = unit.add(MailingGroup(code="MOVE"))
        unit.remove(first)
        second = unit.add(MailingGroup(code="MOVE"))
    assert second.id > first.id


def test_an_edit_is_a_line_for_each_field_and_a_deletion_one_line(book: Book, batch: MakeBatch) -> None:
    with book.records.unit(batch()) as unit:
        contact = add_contact(unit)
    edit, deletion = batch(), batch()
    with book.records.unit(edit) as unit:
        contact = unit.replace(contact, replace(contact, phone="1", fax="2"))
    with book.records.unit(deletion) as unit:
        unit.remove(contact)
    lines = history.changes(book.records.database, edit.id)
    assert [(line.field, line.old, line.new) for line in lines] == [("phone", "", "1"), ("fax", "", "2")]
    (line,) = history.changes(book.records.database, deletion.id)
    assert (line.action, line.contact_id) == (Action.REMOVE, contact.id)
    assert '"name": "Boulangerie Laurier inc."' in str(line.old)


def test_people_are_found_by_the_new_name_of_their_company(book: Book, batch: MakeBatch) -> None:
    with book.records.unit(batch()) as unit:
        company = add_contact(unit)
        unit.add(
            Contact(uid="p", no="CT000002", type=company.type.PERSON, name="Marie Tremblay", company_id=company.id)
        )
    with book.records.unit(batch()) as unit:
        unit.replace(company, replace(company, name="Møbelhuset"))
    rows = book.lists().execute("SELECT count(*) FROM search_words WHERE search_words MATCH 'mobelhuset'")
    assert rows.fetchone() == (2,)
