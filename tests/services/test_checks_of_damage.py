"""Damage is told, never stumbled over: unreadable values, missing tables and indexes, a forged history."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.history import Verb
from contacts_tui.services import address_ranges, addresses, checks, deletion, history, setup_lists
from contacts_tui.services.session import Session
from contacts_tui.services.unit import batch as new_batch
from tests.services.reference import (
    CANNON,
    LAURIER,
    LUC,
    MARIE,
    change,
    contact,
    edit_line,
    give,
    line,
    new_company,
    series_line,
)


@pytest.fixture
def worked_on(reference_book: Session) -> Session:
    """A book in which something was changed, given, deleted, undone and brought back."""
    change(reference_book, LUC, phone="514-555-0191")
    give(reference_book, LAURIER, "mailing_groups", "MOVE")
    addresses.add(reference_book, contact(reference_book, MARIE).id, {"code": "COT"})
    address_ranges.add(
        reference_book, contact(reference_book, MARIE).id, {"code": "COT", "starting_date": "2018-06-01"}
    )
    deletion.delete(reference_book, contact(reference_book, CANNON).id)
    change(reference_book, LUC, fax="514-555-0192")
    history.undo(reference_book)
    change(reference_book, LUC, job_title="Baker")
    history.undo(reference_book)
    history.redo(reference_book)
    assert checks.check(reference_book) == ()
    return reference_book


@pytest.fixture
def raw(worked_on: Session) -> Iterator[sqlite3.Connection]:
    """The file as a program sees it that keeps none of the rules."""
    connection = sqlite3.connect(worked_on.book.path, isolation_level=None)
    yield connection
    connection.close()


def told(session: Session) -> str:
    return "\n".join(str(finding) for finding in checks.check(session))


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE history_change SET new = '{{{' WHERE field = 'phone'", "history_change {line} has “{{{” as its new"),
        ("UPDATE history_change SET new = '[1]' WHERE action = 'add' AND row_id = 3 AND record = 'contact'",
         "has “[1]” as its new"),
        ("UPDATE history_change SET old = NULL WHERE action = 'remove' AND record = 'contact'", "as its old"),
        ("UPDATE history_change SET new = '\"soon\"', field = 'starting_date', record = 'alternative_address_range' "
         "WHERE field = 'phone'", "as its new"),
        ("UPDATE history_change SET field = 'bogus' WHERE field = 'phone'", "has “bogus” as its field"),
        ("UPDATE history_change SET action = 'bogus' WHERE field = 'phone'", "has “bogus” as its action"),
        ("UPDATE history_change SET record = 'bogus' WHERE field = 'phone'", "has “bogus” as its record"),
        ("UPDATE history_batch SET verb = 'bogus' WHERE id = 3", "history_batch 3 has “bogus” as its verb"),
        ("UPDATE contact SET type = 'robot' WHERE id = 1", "contact 1 has “robot” as its type"),
        ("UPDATE contact SET correspondence_type = 'pigeon' WHERE id = 1", "“pigeon” as its correspondence_type"),
        ("UPDATE contact SET modified_at = 'yesterday' WHERE id = 1", "“yesterday” as its modified_at"),
        ("UPDATE contact SET modified_at = '2018-03-01T12:00:00' WHERE id = 1", "as its modified_at"),
        ("UPDATE contact SET version = 'abc' WHERE id = 1", "“abc” as its version"),
        ("UPDATE contact SET exclude_from_segment = 7 WHERE id = 1", "“7” as its exclude_from_segment"),
        ("UPDATE contact SET city = X'FF' WHERE id = 1", "as its city"),
        ("UPDATE contact SET city = CAST(X'FF' AS TEXT) WHERE id = 1", "contact: Could not decode to UTF-8"),
        ("UPDATE alternative_address_range SET starting_date = 'soon'", "“soon” as its starting_date"),
        ("DROP TABLE contact_web_source", "the table contact_web_source is missing"),
        ("ALTER TABLE salesperson DROP COLUMN email", "the table salesperson has no column email"),
        ("DROP INDEX contact_no", "the table contact has no index on no"),
        ("DROP INDEX search_entry_sort_name_contact_id", "search_entry has no index on sort_name, contact_id"),
        ("UPDATE contact SET modified_at = NULL WHERE id = 1", "CT000001 has no day of its last change"),
        ("UPDATE history_change SET old = '\"1\"' WHERE field = 'phone'", "contradicts itself about 1 row: contact 3"),
        ("UPDATE history_change SET old = replace(old, 'Toronto', 'Paris') WHERE action = 'remove'",
         "contradicts itself about 1 row: contact 4"),
        ("UPDATE history_change SET contact_id = 2 WHERE field = 'phone'", "contradicts itself about 1 row: contact 3"),
        ("UPDATE history_change SET contact_id = 2 WHERE record = 'contact_mailing_group'", "contradicts itself"),
        ("UPDATE history_change SET contact_id = 2 WHERE record = 'salesperson' AND row_id = 1", "salespeople 1"),
        ("DELETE FROM history_change WHERE action = 'add' AND record = 'contact' AND row_id = 4",
         "contradicts itself about 1 row: contact 4"),
        ("UPDATE history_batch SET undone_by_id = NULL WHERE verb = 'edit'", "1 step of the history is wrongly marked"),
        ("UPDATE history_batch SET undone_by_id = 1 WHERE id = 4", "wrongly marked as undone or not undone: 4"),
        ("UPDATE history_batch SET undone_by_id = 4 WHERE id = 4", "wrongly marked as undone or not undone: 4"),
        ("UPDATE history_batch SET undoes_id = NULL WHERE verb = 'redo'", "wrongly marked"),
        ("UPDATE history_batch SET undoes_id = NULL WHERE verb = 'undo'", "wrongly marked"),
        ("UPDATE history_batch SET undoes_id = 2 WHERE id = 3", "wrongly marked as undone or not undone: "),
        ("UPDATE number_series_line SET last_no_used = 'XYZ' WHERE id = 1", "Series CONT: Last no. used: “XYZ” has no"),
        ("UPDATE number_series_line SET last_no_used = 'CT000001' WHERE id = 1",
         "Series CONT stands at “CT000001”, though CT000003 was drawn from it"),
        ("UPDATE number_series_line SET last_no_used = '' WHERE id = 1", "though CT000003 was drawn from it"),
    ],
)  # fmt: skip
def test_damage_is_told(worked_on: Session, raw: sqlite3.Connection, statement: str, finding: str) -> None:
    (phone,) = raw.execute("SELECT id FROM history_change WHERE field = 'phone'").fetchone()
    assert raw.execute(statement).rowcount != 0
    assert finding.replace("{line}", str(phone)) in told(worked_on)


def test_a_heap_of_damage_is_told_in_part(worked_on: Session, raw: sqlite3.Connection) -> None:
    raw.execute("UPDATE history_change SET action = 'bogus'")
    (lines,) = raw.execute("SELECT count(*) FROM history_change").fetchone()
    found = checks.check(worked_on)
    assert len(found) < lines
    assert str(found[-1]) == f"The file: {lines - len(found) + 1} more of this kind."


def test_a_lower_last_number_that_was_typed_is_no_damage(worked_on: Session) -> None:
    edit_line(worked_on, "number_series_lines", "CONT 10000", last_no_used="CT000001")
    assert checks.check(worked_on) == ()
    assert new_company(worked_on, name="Acme").no == "CT000004"
    deletion.delete(worked_on, contact(worked_on, "CT000004").id)
    assert checks.check(worked_on) == ()
    history.undo(worked_on)
    assert checks.check(worked_on) == ()


def test_a_typed_last_number_counts_without_any_contact(worked_on: Session, raw: sqlite3.Connection) -> None:
    edit_line(worked_on, "number_series_lines", "CONT 10000", last_no_used="CT000900")
    raw.execute("UPDATE number_series_line SET last_no_used = 'CT000500' WHERE id = 1")
    assert "Series CONT stands at “CT000500”, though CT000900 was drawn from it." in told(worked_on)


def test_a_line_of_a_series_that_was_made_anew_is_no_damage(worked_on: Session) -> None:
    anew = {"number_series": "CONT", "starting_date": "2018-01-01", "starting_no": "CU000001"}
    setup_lists.add(worked_on, "number_series_lines", anew)
    edit_line(worked_on, "number_series_lines", "CONT 20000", starting_no="CT000002", ending_no="")
    assert series_line(worked_on).last_no_used == "CT000004"
    assert line(worked_on, "number_series_lines", "CONT 20000").values["last_no_used"] == ""
    assert checks.check(worked_on) == ()


def test_a_step_that_undid_itself_is_marked_rightly(worked_on: Session) -> None:
    key = new_batch(worked_on, Verb.EDIT, "to and fro")
    with worked_on.book.records.unit(key) as unit:
        before = unit.read.find(Contact, no=LUC)
        assert before is not None
        after = unit.replace(before, replace(before, phone="1"))
        unit.replace(after, replace(after, phone=before.phone))
    history.undo(worked_on)
    assert checks.check(worked_on) == ()
