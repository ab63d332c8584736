"""Notes of a contact (domain 2.10)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contacts_tui.domain.codes import CommentLine
from contacts_tui.domain.contact_parts import NOTE_LENGTH
from contacts_tui.domain.errors import Conflict, NotFound, Refused
from contacts_tui.domain.text import clean_block
from contacts_tui.services import history, notes
from contacts_tui.services.session import Session
from tests.services.reference import MARIE, Clock, as_user, contact, rows

LONG = "Réaménagement du 3e étage prévu au printemps : 42 postes assis-debout. La décision revient au comité."


def marie(session: Session) -> int:
    return contact(session, MARIE).id


def texts(session: Session) -> list[str]:
    return [note.text for note in notes.notes(session, marie(session))]


def test_notes_come_newest_first_and_are_of_today(reference_book: Session, clock: Clock) -> None:
    owner = marie(reference_book)
    notes.add(reference_book, owner, {"text": "One"})
    notes.add(reference_book, owner, {"text": "Two", "date": "2017-12-24"})
    clock.day = date(2018, 3, 2)
    notes.add(reference_book, owner, {"text": "Three"})
    notes.add(reference_book, owner, {"text": "Four"})
    assert [(n.text, n.date) for n in notes.notes(reference_book, owner)] == [
        ("Four", date(2018, 3, 2)),
        ("Three", date(2018, 3, 2)),
        ("One", date(2018, 3, 1)),
        ("Two", date(2017, 12, 24)),
    ]


def test_a_long_note_is_stored_in_lines_and_read_as_written(reference_book: Session) -> None:
    note = notes.add(reference_book, marie(reference_book), {"text": f"{LONG}\r\n\r\nEnd \t"})
    stored = rows(reference_book, CommentLine)
    assert [line.line_no for line in stored] == [10000 * n for n in range(1, len(stored) + 1)]
    assert all(len(line.text) <= 80 for line in stored)
    assert note.text == texts(reference_book)[0] == f"{LONG}\n\nEnd"


def test_an_edit_uses_the_lines_again_and_undoes_as_one(reference_book: Session) -> None:
    owner = marie(reference_book)
    first = notes.add(reference_book, owner, {"text": LONG})
    notes.add(reference_book, owner, {"text": "Another"})
    notes.edit(reference_book, owner, first.note_no, {"text": "Short"})
    assert texts(reference_book) == ["Another", "Short"]
    notes.edit(reference_book, owner, first.note_no, {"text": f"{LONG} {LONG}", "code": "visit"})
    assert texts(reference_book) == ["Another", f"{LONG} {LONG}"]
    assert {n.code for n in notes.notes(reference_book, owner)} == {"VISIT", ""}
    history.undo(reference_book)
    history.undo(reference_book)
    assert texts(reference_book) == ["Another", LONG]


def test_an_edit_of_the_day_keeps_the_text(reference_book: Session) -> None:
    owner = marie(reference_book)
    note = notes.add(reference_book, owner, {"text": LONG})
    moved = notes.edit(reference_book, owner, note.note_no, {"date": "2018-01-31"})
    assert (moved.text, moved.date) == (LONG, date(2018, 1, 31))
    assert {line.date for line in rows(reference_book, CommentLine)} == {date(2018, 1, 31)}


def test_a_deleted_note_comes_back(reference_book: Session) -> None:
    owner = marie(reference_book)
    note = notes.add(reference_book, owner, {"text": LONG})
    notes.delete(reference_book, owner, note.note_no)
    assert rows(reference_book, CommentLine) == []
    with pytest.raises(NotFound):
        notes.delete(reference_book, owner, note.note_no)
    history.undo(reference_book)
    assert texts(reference_book) == [LONG]


@pytest.mark.parametrize("text", ["", " \n\t ", "\x00", "\ud800", "x" * (NOTE_LENGTH + 1)])
def test_a_note_that_cannot_be_kept_is_refused(reference_book: Session, text: str) -> None:
    with pytest.raises(Refused) as refused:
        notes.add(reference_book, marie(reference_book), {"text": text})
    assert refused.value.field == "text"
    assert rows(reference_book, CommentLine) == []


def test_a_note_stamps_its_contact(reference_book: Session) -> None:
    before = contact(reference_book, MARIE).version
    notes.add(reference_book, marie(reference_book), {"text": "One"})
    assert contact(reference_book, MARIE).version > before
    with pytest.raises(NotFound):
        notes.add(reference_book, 999, {"text": "One"})


def test_two_at_one_note_meet_in_a_conflict(reference_book: Session) -> None:
    owner = marie(reference_book)
    seen = notes.add(reference_book, owner, {"text": "One"})
    notes.edit(as_user(reference_book, "jim"), owner, seen.note_no, {"text": "Two"})
    with pytest.raises(Conflict) as conflict:
        notes.edit(reference_book, owner, seen.note_no, {"text": "Three"}, seen)
    assert (conflict.value.theirs, conflict.value.mine, conflict.value.by) == ("Two", "Three", "jim")
    assert notes.edit(reference_book, owner, seen.note_no, {"code": "X"}, seen).text == "Two"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(alphabet=st.sampled_from("ab é日\n \t."), min_size=1, max_size=400).filter(lambda t: clean_block(t).strip())
)
def test_every_note_is_read_as_it_was_cleaned(reference_book: Session, text: str) -> None:
    owner = marie(reference_book)
    note = notes.add(reference_book, owner, {"text": text})
    assert texts(reference_book)[0] == note.text == clean_block(text)
    notes.edit(reference_book, owner, note.note_no, {"text": LONG})
    notes.edit(reference_book, owner, note.note_no, {"text": text})
    assert texts(reference_book)[0] == clean_block(text)
    notes.delete(reference_book, owner, note.note_no)
