"""A contact is erased for good: nothing in the files says who it was, and all that is left still fits together."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from contacts_tui.domain.affiliations import Affiliation
from contacts_tui.domain.codes import AlternativeAddress, CommentLine
from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.erasing import ERASED, Erasure
from contacts_tui.domain.errors import NotAllowed, NotFound, Refused
from contacts_tui.domain.listing import Listing
from contacts_tui.services import (
    addresses,
    affiliations,
    checks,
    contacts,
    deletion,
    drafts,
    erasing,
    history,
    notes,
    recents,
    search,
    setup_lists,
    to_erase,
)
from contacts_tui.services.assignments import Assign
from contacts_tui.services.permissions import Right
from contacts_tui.services.session import Session
from contacts_tui.store.book import Book
from tests.services.reference import CANNON, LAURIER, as_user, card, change, contact, give, new_person, rows

ZOE = "CT000005"
#: Words that stand for one person and for nothing else.
MARKERS = ("Quillfeather", "Zoéphine", "555-0666", "555-0777", "zq.quill", "Vexlane", "Harvestmoon", "Brackwater")


@pytest.fixture
def zoe(reference_book: Session, tmp_path: Path) -> Session:
    """A book that is full of one person, in every place where a person can be."""
    session = reference_book
    # Some builds of SQLite overwrite what is deleted anyway: here it is to stay where it was until it is wiped.
    session.book.records.database.execute_sql("PRAGMA secure_delete = OFF")
    new_person(session, name="Zoéphine Quillfeather", company=LAURIER, email="zq.quill@mail.example")
    of_zoe = contact(session, ZOE)
    change(session, ZOE, phone="514-555-0666", address="12 Vexlane", city="Brackwater")
    change(session, ZOE, name="Zoéphine Quillfeather-Roy", mobile="514-555-0777")
    history.undo(session)
    addresses.add(session, of_zoe.id, {"code": "VEXLANE", "address": "13 Vexlane"})
    gone = notes.add(session, of_zoe.id, {"text": "Quillfeather drinks Harvestmoon tea"})
    notes.edit(session, of_zoe.id, gone.note_no, {"text": "Harvestmoon again"})
    notes.add(session, of_zoe.id, {"text": "Zoéphine likes Brackwater"})
    notes.delete(session, of_zoe.id, gone.note_no)
    affiliations.add(session, of_zoe.id, {"company": CANNON, "role": "Harvestmoon adviser"})
    give(session, ZOE, "job_responsibilities", "IT")
    change(session, "CT000003", phone="514-555-0300")
    for user in ("marie", "jim"):
        drafts.save(as_user(session, user), f"card-{of_zoe.uid}", {"uid": of_zoe.uid, "text": "555-0777"})
        recents.opened(as_user(session, user), of_zoe.uid)
        recents.opened(as_user(session, user), contact(session, CANNON).uid)
    drafts.save(session, "new", {"name": "Zoéphine Quillfeather"})
    drafts.save(session, "other", {"text": "about something else"})
    session.book.records.backup(tmp_path / f"{session.book.path.name}.before-3")
    return session


def erase(session: Session) -> erasing.Erased:
    return erasing.erase(session, contact(session, ZOE).id, "R-12")


def traces(folder: Path) -> set[tuple[str, str]]:
    """Where in the files of a folder a marker stands, whatever its case."""
    found = set()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes().lower()
            text = data.decode("utf-8", "ignore").lower()
            found |= {(path.name, m) for m in MARKERS if m.lower().encode() in data or m.lower() in text}
            found |= {(path.name, m) for m in ("zoephine", "5145550666", "quillfeather") if m.encode() in data}
    return found


def test_the_markers_are_everywhere_before(zoe: Session, tmp_path: Path) -> None:
    names = {name for name, _marker in traces(tmp_path)}
    assert {"book.db.before-3"} < names
    assert sum(name.startswith("draft-") for name in names) == 3
    assert {marker for _name, marker in traces(tmp_path)} >= set(MARKERS)


def test_nothing_of_the_person_is_left_in_any_file(zoe: Session, tmp_path: Path) -> None:
    assert to_erase.preview(zoe, contact(zoe, ZOE).id).copies == ("book.db.before-3",)
    done = erase(zoe)
    assert (done.number, done.is_clean) == (ZOE, True)
    assert traces(tmp_path) == set()
    zoe.book.close()
    assert traces(tmp_path) == set()


def test_what_is_left_fits_together(zoe: Session) -> None:
    erase(zoe)
    left = contact(zoe, ZOE)
    assert (left.name, left.first_name, left.phone, left.email, left.address) == (ERASED, "", "", "", "")
    assert left.company_id == contact(zoe, LAURIER).id
    assert not [row for row in rows(zoe, AlternativeAddress) if row.contact_id == left.id]
    assert rows(zoe, CommentLine) == []
    assert rows(zoe, Affiliation) == []
    assert [(row.contact_id, row.request) for row in rows(zoe, Erasure)] == [(left.id, "R-12")]
    assert checks.check(zoe) == ()
    assert {person.name for person in card(zoe, LAURIER).people} == {"Marie Tremblay", ERASED}
    for typed in ("quillfeather", "zoephine", "555 0666", "brackwater"):
        assert search.answer(zoe, Listing(typed)).window.ids(0, 10) == []
    assert search.answer(zoe, Listing("erased laurier")).window.ids(0, 10) == [left.id]
    change(zoe, ZOE, name="Somebody new")
    assert checks.check(zoe) == ()


def test_it_cannot_be_undone_nor_can_what_was_before(zoe: Session) -> None:
    before = [step.batch.id for step in history.batches(zoe, contact(zoe, ZOE).id)]
    erase(zoe)
    newest = history.batches(zoe, limit=1)[0]
    assert str(newest.what) == "Erased"
    for step in (newest.batch.id, *before):
        if not history.batch(zoe, step).batch.undone:
            with pytest.raises(Refused, match="erased for good"):
                history.undo(zoe, step)
    history.undo(zoe)  # the newest step that is about somebody else
    assert contact(zoe, "CT000003").phone == ""
    assert checks.check(zoe) == ()


def test_who_undid_something_before_cannot_bring_it_back_after(zoe: Session) -> None:
    jim = as_user(zoe, "jim")
    change(jim, ZOE, phone="514-555-0999")
    history.undo(jim)
    erase(zoe)
    with pytest.raises(Refused, match="erased for good"):
        history.redo(jim)
    assert contact(zoe, ZOE).phone == ""
    assert checks.check(zoe) == ()


def test_the_files_of_this_folder_forget_the_person_alone(zoe: Session) -> None:
    uid = contact(zoe, ZOE).uid
    erase(zoe)
    for user in ("marie", "jim"):
        assert recents.uids(as_user(zoe, user)) == (contact(zoe, CANNON).uid,)
        assert uid not in recents.uids(as_user(zoe, user))
    assert [draft.form for draft in drafts.pending(zoe)] == ["other"]


def test_a_backup_that_is_put_back_is_cleaned_when_it_is_opened(zoe: Session, tmp_path: Path) -> None:
    elsewhere = tmp_path.parent / f"{tmp_path.name}-backup.db"
    checks.backup(zoe, elsewhere)
    erase(zoe)
    zoe.book.close()
    for ending in ("-wal", "-shm"):
        zoe.book.path.with_name(f"{zoe.book.path.name}{ending}").unlink(missing_ok=True)
    shutil.copyfile(elsewhere, zoe.book.path)
    assert traces(tmp_path)
    again = zoe._replace(book=Book.open(zoe.book.path))
    assert contact(again, ZOE).name == ERASED
    assert checks.check(again) == ()
    assert traces(tmp_path) == set()
    steps = len(history.batches(again))
    again.book.close()
    again = zoe._replace(book=Book.open(zoe.book.path))
    assert len(history.batches(again)) == steps
    again.book.close()


def test_who_was_deleted_is_erased_from_the_history(zoe: Session, tmp_path: Path) -> None:
    gone = contact(zoe, ZOE)
    step = deletion.delete(zoe, gone.id)
    elsewhere = tmp_path.parent / f"{tmp_path.name}-backup.db"
    checks.backup(zoe, elsewhere)
    assert to_erase.find(zoe, ZOE).id == gone.id
    assert erasing.erase(zoe, gone.id, "R-15").is_clean
    assert traces(tmp_path) == set()
    assert checks.check(zoe) == ()
    with pytest.raises(Refused, match="erased for good"):
        history.undo(zoe, step)
    zoe.book.close()
    shutil.copyfile(elsewhere, zoe.book.path)
    assert traces(tmp_path)
    again = zoe._replace(book=Book.open(zoe.book.path))
    assert checks.check(again) == ()
    assert traces(tmp_path) == set()
    with pytest.raises(NotFound):
        to_erase.find(again, "CT999999")
    again.book.close()


def test_a_number_and_a_uid_that_somebody_typed_go_too(reference_book: Session, tmp_path: Path) -> None:
    session = reference_book
    values = {"name": "Zoéphine Quillfeather", "number": "QUILLFEATHER"}
    made = contacts.create(session, ContactType.PERSON, values, uid="quillfeather@phone").contact
    typed = made.number_series_id is None
    erasing.erase(session, made.id, "R-13")
    assert setup_lists.lines(session, "number_series")
    left = next(row for row in rows(session, Contact) if row.id == made.id)
    assert left.no == (f"ERASED-{made.id}" if typed else made.no)
    assert "quillfeather" not in left.uid
    assert checks.check(session) == ()
    if typed:
        assert traces(tmp_path) == set()


def test_a_short_name_goes_from_what_the_own_steps_were_about(reference_book: Session) -> None:
    kim, other = new_person(reference_book, name="Kim"), new_person(reference_book, name="Kim Possible-Stone")
    change(reference_book, kim.no, phone="514-555-0123")
    change(reference_book, other.no, phone="514-555-0124")
    erasing.erase(reference_book, kim.id, "R-15")
    assert {step.batch.subject for step in history.batches(reference_book, kim.id)} == {ERASED}
    assert {step.batch.subject for step in history.batches(reference_book, other.id)} == {"Kim Possible-Stone"}


@pytest.mark.parametrize("number", ["CT000700", "CT0700", "ROY001", "5145550666", "CT-X"])
def test_a_number_stays_that_looks_as_if_it_came_from_a_series(reference_book: Session, number: str) -> None:
    made = contacts.create(reference_book, ContactType.PERSON, {"name": "Zoé Roy", "number": number}).contact
    assert made.number_series_id is None
    shown = to_erase.preview(reference_book, made.id).number
    assert erasing.erase(reference_book, made.id, "R-14").number == shown
    assert shown == (number if number.startswith("CT0") else f"ERASED-{made.id}")
    assert checks.check(reference_book) == ()


def test_a_company_may_be_erased_and_keeps_its_people(zoe: Session, tmp_path: Path) -> None:
    give(zoe, CANNON, "industry_groups", "RETAIL")
    contacts.edit(zoe, contact(zoe, CANNON), {}, give=[Assign("web_sources", "WEB", "Cannon Group")])
    ann = new_person(zoe, name="Ann Roy", company=CANNON)
    cannon = contact(zoe, CANNON)
    erasing.erase(zoe, contact(zoe, CANNON).id, "R-14")
    assert contact(zoe, CANNON).name == ERASED
    assert [person.name for person in card(zoe, CANNON).people] == ["Ann Roy"]
    assert not {ann.id, cannon.id} & set(search.answer(zoe, Listing("cannon")).window.ids(0, 10))
    assert checks.check(zoe) == ()
    assert b"Cannon Group" not in zoe.book.path.read_bytes()


def test_it_takes_a_request_and_the_right_to_administer(zoe: Session) -> None:
    with pytest.raises(Refused):
        erasing.erase(zoe, contact(zoe, ZOE).id, " ")
    rep = zoe._replace(rights=frozenset(Right) - {Right.ADMINISTER})
    with pytest.raises(NotAllowed):
        erase(rep)
    assert contact(zoe, ZOE).name == "Zoéphine Quillfeather"
