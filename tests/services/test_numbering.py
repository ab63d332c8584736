"""Numbers of new contacts, drawn from the series with the contact or not at all (domain section 1)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.errors import Refused
from contacts_tui.services import contacts, history, marketing_setup, numbering
from contacts_tui.services.assignments import Assign
from contacts_tui.services.session import Session
from tests.services.reference import (
    as_user,
    edit_line,
    fill_setup,
    new_company,
    numbers,
    rows,
    series_line,
)

_LINE = "CONT 10000"


@pytest.fixture
def empty(session: Session) -> Session:
    """The set-up of 0.5 without its contacts."""
    fill_setup(session)
    return session


def test_ns_1_the_first_number_is_the_starting_one(empty: Session) -> None:
    assert new_company(empty, name="Acme").no == "CT000001"
    assert series_line(empty).last_no_used == "CT000001"


def test_ns_5_the_ending_number_closes_the_line_and_the_next_contact_is_refused(empty: Session) -> None:
    edit_line(empty, "number_series_lines", _LINE, ending_no="CT000003", last_no_used="CT000002")
    assert new_company(empty, name="First").no == "CT000003"
    assert not series_line(empty).open
    with pytest.raises(Refused):
        new_company(empty, name="Second")
    assert numbers(empty) == ["CT000003"]
    assert series_line(empty).last_no_used == "CT000003"


def test_ns_6_one_warning_when_the_warning_number_is_reached(empty: Session) -> None:
    edit_line(empty, "number_series_lines", _LINE, ending_no="CT000100", warning_no="CT000098", last_no_used="CT000097")
    made = contacts.create(empty, ContactType.COMPANY, {"name": "First"})
    assert made.contact.no == "CT000098"
    assert len(made.warnings) == 1
    assert "CT000100" in str(made.warnings[0])
    again = contacts.create(empty, ContactType.COMPANY, {"name": "Second"})
    assert (again.contact.no, again.warnings) == ("CT000099", ())
    other_run = contacts.create(as_user(empty, "jim"), ContactType.COMPANY, {"name": "Third"})
    assert len(other_run.warnings) == 1


def test_ns_6_the_warning_of_a_save_that_fails_comes_with_the_next_one(empty: Session) -> None:
    edit_line(empty, "number_series_lines", _LINE, ending_no="CT000100", warning_no="CT000001")
    with pytest.raises(Refused):
        new_company(empty, name="Acme", codes=[Assign("industry_groups", "NONE")])
    assert len(contacts.create(empty, ContactType.COMPANY, {"name": "Acme"}).warnings) == 1
    assert contacts.create(empty, ContactType.COMPANY, {"name": "Second"}).warnings == ()


def test_ns_9_a_typed_number_needs_manual_nos_and_leaves_the_series_alone(empty: Session) -> None:
    edit_line(empty, "number_series", "CONT", manual_nos="no")
    with pytest.raises(Refused) as refused:
        new_company(empty, number="ACME", name="Acme")
    assert (refused.value.field, refused.value.value) == ("number", "ACME")
    assert numbers(empty) == []
    edit_line(empty, "number_series", "CONT", manual_nos="yes")
    made = new_company(empty, number="acme", name="Acme")
    assert (made.no, made.number_series_id) == ("ACME", None)
    assert series_line(empty).last_no_used == ""


def test_ns_10_a_number_that_is_taken_is_passed_over(empty: Session) -> None:
    edit_line(empty, "number_series_lines", _LINE, last_no_used="CT000004")
    new_company(empty, number="CT000005", name="By hand")
    assert new_company(empty, name="By the series").no == "CT000006"


def test_ns_11_a_form_that_is_given_up_leaves_no_hole(empty: Session) -> None:
    assert numbering.preview(empty) == "CT000001"
    with pytest.raises(Refused):
        new_company(empty, name="Acme", phone="514-555-CALL")
    with pytest.raises(Refused):
        new_company(empty, name="Acme", codes=[Assign("industry_groups", "NONE")])
    assert series_line(empty).last_no_used == ""
    assert new_company(empty, name="Acme").no == "CT000001"


_WRITER = """
import sys
from pathlib import Path
from contacts_tui.domain.contact import ContactType
from contacts_tui.services import contacts
from contacts_tui.services.assignments import Assign
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
session = Session(Book.open(Path(sys.argv[1])), sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
for n in range(int(sys.argv[3])):
    print(contacts.create(session, ContactType.COMPANY, {"name": f"{sys.argv[2]} {n}"}).contact.no)
"""


def test_ns_12_two_processes_at_once_get_consecutive_numbers(empty: Session) -> None:
    each = 200
    writers = [_start(empty.book.path, user, each) for user in ("anna", "bert")]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    drawn = []
    for writer in writers:
        out, err = writer.communicate(timeout=120)
        assert (writer.returncode, err) == (0, "")
        drawn.append(out.split())
    assert [len(of_one) for of_one in drawn] == [each, each]
    assert sorted(drawn[0] + drawn[1]) == [f"CT{n:06}" for n in range(1, 2 * each + 1)]
    assert numbers(empty) == sorted(drawn[0] + drawn[1])


def _start(book: Path, user: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(book), user, str(count)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_ns_13_without_a_series_a_number_is_asked_for(empty: Session) -> None:
    marketing_setup.edit(empty, {"contact_nos": ""})
    with pytest.raises(Refused) as refused:
        new_company(empty, name="Acme")
    assert refused.value.field == "number"
    assert new_company(empty, number="A1", name="Acme").no == "A1"


def test_a_number_is_given_once_only(empty: Session) -> None:
    new_company(empty, number="A1", name="Acme")
    with pytest.raises(Refused) as refused:
        new_company(empty, number="a1", name="Other")
    assert (refused.value.field, refused.value.value) == ("number", "A1")


def test_a_number_comes_back_with_its_contact_and_is_not_given_again(empty: Session) -> None:
    made = new_company(empty, name="Acme")
    history.undo(empty)
    assert new_company(empty, name="Other").no == "CT000002"
    history.undo(empty)
    assert rows(empty, Contact) == []
    history.redo(empty)
    assert [c.no for c in rows(empty, Contact)] == ["CT000002"]
    assert made.no == "CT000001"
