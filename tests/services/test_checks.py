"""Looking after the book: findings, rebuilding, copies."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from contacts_tui.domain.errors import NotAllowed, Refused, Unavailable
from contacts_tui.services import addresses, checks, history
from contacts_tui.services.permissions import Right
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from tests.services.reference import LAURIER, LUC, MARIE, change, contact, give, numbers, setup_line, values


@pytest.fixture
def raw(reference_book: Session) -> Iterator[sqlite3.Connection]:
    """The file as a program sees it that keeps none of the rules."""
    connection = sqlite3.connect(reference_book.book.path, isolation_level=None)
    yield connection
    connection.close()


def told(session: Session) -> str:
    return "\n".join(str(finding) for finding in checks.check(session))


def test_all_is_well_with_a_book_that_was_worked_on(reference_book: Session) -> None:
    change(reference_book, LAURIER, phone="514-555-0199")
    give(reference_book, LAURIER, "industry_groups", "RETAIL")
    history.undo(reference_book)
    assert checks.check(reference_book) == ()


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE contact SET phone = '1' WHERE no = 'CT000001'", "history does not tell 1 row"),
        ("DELETE FROM search_entry WHERE contact_id = 2", "search does not know 1 contact as it is: CT000002"),
        ("UPDATE search_entry SET words = char(31, 31, 31)", "search does not know 4 contacts as they are"),
        ("UPDATE search_entry SET sort_name = 'x' WHERE contact_id = 3", "not know 1 contact as it is: CT000003"),
        ("INSERT INTO search_words(rowid, text) VALUES (-2, 'more')", "does not hold what it was given"),
        ("INSERT INTO search_parts(search_parts) VALUES ('delete-all')", "does not hold what it was given"),
        ("UPDATE search_spelling SET uses = 9 WHERE word = 'laurier'", "does not hold what it was given"),
        ("UPDATE search_state SET people = 9", "does not hold what it was given"),
        ("UPDATE contact SET company_id = 4 WHERE no = 'CT000001'", "CT000001 is a company that belongs to another"),
        ("UPDATE contact SET company_id = 3 WHERE no = 'CT000002'", "CT000002 belongs to CT000003, which is a person"),
        ("UPDATE contact SET vat_number = '1' WHERE no = 'CT000003'", "CT000003 has a field of the other type"),
        ("UPDATE contact SET no = '' WHERE no = 'CT000003'", "Luc Gagnon has no number"),
        ("UPDATE contact SET uid = '' WHERE no = 'CT000003'", "CT000003 has no UID"),
        ("UPDATE contact SET name = '' WHERE no = 'CT000003'", "CT000003 has no name"),
        ("INSERT INTO marketing_setup (version, inherit_salesperson_code, inherit_territory_code, "
         "inherit_country_region_code, inherit_language_code, inherit_address_details, "
         "inherit_communication_details, default_correspondence_type, company_name) "
         "VALUES (1, 1, 1, 1, 1, 1, 1, '', '')", "more than one marketing set-up"),
        ("INSERT INTO contact_industry_group (version, contact_id, industry_group_id) VALUES (1, 3, 1)",
         "given to the wrong type of contact: CT000003"),
        ("UPDATE contact SET minor = 1 WHERE no = 'CT000003'", "CT000003 is a minor without consent"),
        ("UPDATE contact SET company_id = 99 WHERE no = 'CT000002'", "The file: contact 2 -> contact"),
        ("DELETE FROM history_change WHERE record = 'contact' AND row_id = 3",
         "history does not tell 1 row as it is: contact 3"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found(reference_book: Session, raw: sqlite3.Connection, statement: str, finding: str) -> None:
    raw.execute(statement)
    assert finding in told(reference_book)


def test_a_link_too_many_and_a_vendor_who_is_a_person_are_found(
    reference_book: Session, raw: sqlite3.Connection
) -> None:
    setup_line(reference_book, "vendors", no="V1", name="Cannon")
    for contact_id, relation_id in ((1, 1), (4, 2), (3, 1)):
        assert "Linked twice" not in told(reference_book)
        raw.execute(
            "INSERT INTO contact_business_relation (version, contact_id, business_relation_id, link_to, no) "
            "VALUES (1, ?, ?, 'vendor', 'V1')",
            [contact_id, relation_id],
        )
        if contact_id == 4:
            assert "Linked twice on either side: CT000001 – V1, CT000004 – V1." in told(reference_book)
            raw.execute("DELETE FROM contact_business_relation WHERE contact_id = 4")
    assert "given to the wrong type of contact: CT000003" in told(reference_book)


def test_a_range_of_another_contacts_address_is_found(reference_book: Session, raw: sqlite3.Connection) -> None:
    address = addresses.add(reference_book, contact(reference_book, MARIE).id, {"code": "X"})
    raw.execute(
        "INSERT INTO alternative_address_range (version, contact_id, alternative_address_id, starting_date) "
        "VALUES (1, ?, ?, '2018-01-01')",
        [contact(reference_book, LUC).id, address.id],
    )
    assert "names an address of another contact" in told(reference_book)


def test_rebuilding_mends_what_is_derived_and_writes_no_history(
    reference_book: Session, raw: sqlite3.Connection
) -> None:
    raw.execute("DELETE FROM search_entry")
    steps = len(history.batches(reference_book, limit=1000))
    checks.rebuild(reference_book)
    assert checks.check(reference_book) == ()
    assert len(history.batches(reference_book, limit=1000)) == steps


def test_a_backup_is_a_whole_book_that_only_its_owner_may_read(reference_book: Session, tmp_path: Path) -> None:
    copy = tmp_path / "copies" / "book.db"
    with pytest.raises(Unavailable) as missing:
        checks.backup(reference_book, copy)
    assert missing.value.value == str(copy)
    copy.parent.mkdir()
    checks.backup(reference_book, copy)
    assert [path.name for path in copy.parent.iterdir()] == ["book.db"]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    change(reference_book, LAURIER, phone="514-555-0199")
    restored = reference_book._replace(book=Book.open(copy))
    assert numbers(restored) == numbers(reference_book)
    assert values(restored, LAURIER)["phone"] == "514-555-0100"
    assert checks.check(restored) == ()
    restored.book.close()


def test_a_backup_replaces_no_file(reference_book: Session, tmp_path: Path) -> None:
    there = tmp_path / "full.db"
    there.write_text("mine")
    with pytest.raises(Refused) as refused:
        checks.backup(reference_book, there)
    assert refused.value.value == str(there)
    assert there.read_text() == "mine"
    with pytest.raises(Refused):
        checks.backup(reference_book, reference_book.book.path)


def test_copies_are_made_by_those_who_may(reference_book: Session, tmp_path: Path) -> None:
    rep = reference_book._replace(rights=frozenset({Right.READ, Right.EDIT_CONTACTS}))
    with pytest.raises(NotAllowed):
        checks.backup(rep, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db").exists()
