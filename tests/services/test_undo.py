"""Undo and redo: all or nothing, refused where something changed since (design: undo)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from contacts_tui.domain import codes
from contacts_tui.domain.code_lists import LISTS
from contacts_tui.domain.contact import Contact, ContactType
from contacts_tui.domain.errors import NotFound, Refused
from contacts_tui.domain.history import Verb
from contacts_tui.services import checks, contacts, deletion, history, list_rules, notes, setup_lists
from contacts_tui.services.assignments import Assign
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.session import Session
from contacts_tui.services.unit import batch as new_batch
from tests.services.reference import (
    CANNON,
    LAURIER,
    LUC,
    MARIE,
    as_user,
    change,
    contact,
    give,
    line,
    new_company,
    new_person,
    numbers,
    rows,
    values,
)


def phone(session: Session, number: str = LAURIER) -> object:
    return values(session, number)["phone"]


def test_undo_takes_steps_back_one_by_one_and_redo_brings_them_back(reference_book: Session) -> None:
    for digit in "123":
        change(reference_book, LAURIER, phone=f"514-555-019{digit}")
    seen = []
    for step in (history.undo, history.undo, history.redo, history.undo, history.undo):
        step(reference_book)
        seen.append(phone(reference_book))
    assert [str(p)[-1] for p in seen] == ["2", "1", "2", "1", "0"]
    for _ in range(3):
        history.redo(reference_book)
    assert phone(reference_book) == phone(reference_book, MARIE) == "514-555-0193"
    with pytest.raises(NotFound, match="nothing to bring back"):
        history.redo(reference_book)


def test_a_new_change_ends_the_redo(reference_book: Session) -> None:
    change(reference_book, LAURIER, phone="514-555-0191")
    history.undo(reference_book)
    change(reference_book, CANNON, phone="416-555-0201")
    with pytest.raises(NotFound):
        history.redo(reference_book)
    history.undo(reference_book)
    assert phone(reference_book, CANNON) == "416-555-0200"
    history.redo(reference_book)
    assert phone(reference_book, CANNON) == "416-555-0201"


def test_undo_is_of_ones_own_steps_from_whichever_program(reference_book: Session) -> None:
    jim = as_user(reference_book, "jim")
    change(reference_book, LAURIER, phone="514-555-0191")
    change(jim, CANNON, phone="416-555-0201")
    history.undo(as_user(reference_book, "marie"))
    assert (phone(reference_book), phone(reference_book, CANNON)) == ("514-555-0100", "416-555-0201")
    with pytest.raises(NotFound, match="nothing to undo"):
        history.undo(as_user(reference_book, "anna"))
    with pytest.raises(NotFound):
        history.redo(jim)


def test_any_step_may_be_taken_back_by_its_number(reference_book: Session) -> None:
    jim = as_user(reference_book, "jim")
    first = change(jim, CANNON, phone="416-555-0201").batch
    change(reference_book, LAURIER, phone="514-555-0191")
    done = history.undo(reference_book, first)
    assert (done.undone.id, done.batch.verb, done.batch.undoes, str(done.what)) == (first, Verb.UNDO, first, "Phone")
    assert phone(reference_book, CANNON) == "416-555-0200"
    with pytest.raises(Refused, match="undone already"):
        history.undo(reference_book, first)
    with pytest.raises(NotFound):
        history.undo(reference_book, 9999)


def test_taking_back_an_undo_or_a_redo_by_number(reference_book: Session) -> None:
    changed = change(reference_book, LAURIER, phone="514-555-0191").batch
    undone = history.undo(reference_book).batch.id
    back = history.undo(reference_book, undone)
    assert (back.batch.verb, back.undone.id, phone(reference_book)) == (Verb.REDO, changed, "514-555-0191")
    again = history.undo(reference_book, back.batch.id)
    assert (again.batch.verb, again.undone.id, phone(reference_book)) == (Verb.UNDO, changed, "514-555-0100")
    history.redo(reference_book)
    assert phone(reference_book) == "514-555-0191"
    assert checks.check(reference_book) == ()


def test_a_later_change_of_another_blocks_and_is_named(reference_book: Session) -> None:
    mine = change(reference_book, CANNON, phone="514-555-0191", fax="514-555-0192").batch
    theirs = change(as_user(reference_book, "jim"), CANNON, phone="514-555-0199").batch
    with pytest.raises(Refused) as refused:
        history.undo(reference_book)
    told = str(refused.value.message)
    assert "Cannon Group Ltd." in told
    assert "jim" in told
    assert str(theirs) in told
    assert values(reference_book, CANNON)["fax"] == "514-555-0192"
    assert not history.batch(reference_book, mine).batch.undone
    history.undo(reference_book, theirs)
    history.undo(reference_book, mine)
    assert values(reference_book, CANNON)["fax"] == ""


def test_a_later_change_of_one_who_followed_blocks_too(reference_book: Session) -> None:
    change(reference_book, LAURIER, phone="514-555-0191")
    change(as_user(reference_book, "jim"), MARIE, phone="514-555-0150")
    with pytest.raises(Refused, match="Marie Tremblay"):
        history.undo(reference_book)
    assert phone(reference_book) == "514-555-0191"


def test_a_later_change_of_another_field_does_not_block(reference_book: Session) -> None:
    change(reference_book, LAURIER, phone="514-555-0191")
    change(as_user(reference_book, "jim"), LAURIER, fax="514-555-0199")
    history.undo(reference_book)
    of_laurier = values(reference_book, LAURIER)
    assert (of_laurier["phone"], of_laurier["fax"]) == ("514-555-0100", "514-555-0199")


def test_a_new_contact_that_others_built_on_stays(reference_book: Session) -> None:
    made = new_company(reference_book, name="Acme")
    new_person(as_user(reference_book, "jim"), name="Anne Roy", company=made.no)
    with pytest.raises(Refused, match="jim"):
        history.undo(reference_book)
    notes.add(as_user(reference_book, "jim"), contact(reference_book, LUC).id, {"text": "Hello"})
    with pytest.raises(Refused):
        history.undo(reference_book)
    assert made.no in numbers(reference_book)


def test_a_code_that_is_taken_again_keeps_the_deleted_one_away(reference_book: Session) -> None:
    row_id = line(reference_book, "industry_groups", "RETAIL").id
    setup_lists.delete(reference_book, "industry_groups", row_id)
    setup_lists.add(as_user(reference_book, "jim"), "industry_groups", {"code": "RETAIL"})
    with pytest.raises(Refused):
        history.undo(reference_book)
    assert line(reference_book, "industry_groups", "RETAIL").id != row_id


def test_a_deleted_company_comes_back_as_it_was(reference_book: Session) -> None:
    give(reference_book, LAURIER, "industry_groups", "RETAIL")
    give(reference_book, MARIE, "job_responsibilities", "IT")
    notes.add(reference_book, contact(reference_book, MARIE).id, {"text": "Hello"})
    before = {c.id: (c.uid, c.no, c.name, c.company_id, c.phone) for c in rows(reference_book, Contact)}
    given = [(g.contact_id, g.industry_group_id) for g in rows(reference_book, codes.ContactIndustryGroup)]
    deletion.delete(reference_book, contact(reference_book, LAURIER).id)
    assert numbers(reference_book) == [LUC, CANNON]
    history.undo(reference_book)
    after = {c.id: (c.uid, c.no, c.name, c.company_id, c.phone) for c in rows(reference_book, Contact)}
    assert after == before
    assert [(g.contact_id, g.industry_group_id) for g in rows(reference_book, codes.ContactIndustryGroup)] == given
    assert checks.check(reference_book) == ()


def test_a_deleted_person_does_not_come_back_without_the_company(reference_book: Session) -> None:
    deletion.delete(reference_book, contact(reference_book, MARIE).id)
    deletion.delete(as_user(reference_book, "jim"), contact(reference_book, LAURIER).id)
    with pytest.raises(Refused):
        history.undo(reference_book)
    history.undo(as_user(reference_book, "jim"))
    history.undo(reference_book)
    assert values(reference_book, MARIE)["company"] == LAURIER


def test_one_undo_takes_back_an_import_of_many_units_with_its_lists(session: Session) -> None:
    key = new_batch(session, Verb.IMPORT, "folder")
    with session.book.records.unit(key) as unit:
        lookups = Lookups(unit.read)
        list_rules.enter(unit, lookups, "number_series", {"code": "CONT", "default_nos": "yes"})
        list_rules.enter(unit, lookups, "number_series_lines", {"number_series": "CONT", "starting_no": "CT1"})
        list_rules.enter(unit, lookups, "industry_groups", {"code": "RETAIL"})
        setup = list_rules.setup_row(unit)
        unit.replace(setup, replace(setup, contact_series_id=lookups.id_of("number_series", "CONT")))
    for start in range(0, 30, 10):
        with session.book.records.unit(key) as unit:
            for n in range(start, start + 10):
                lookups, given = Lookups(unit.read), [Assign("industry_groups", "RETAIL")] if n % 2 else []
                company, _ = contacts.enter(
                    session, unit, lookups, ContactType.COMPANY, {"name": f"Company {n}"}, codes=given
                )
                typed = {"company": company.no, "name": f"Person {n}"}
                contacts.enter(session, unit, lookups, ContactType.PERSON, typed)
    assert len(rows(session, Contact)) == 60
    undone = history.undo(session)
    assert undone.undone.id == key.id
    assert str(undone.what) == "60 contacts"
    assert rows(session, Contact) == []
    assert set(setup_lists.counts(session).values()) == {0}
    assert checks.check(session) == ()
    history.redo(session)
    assert len(rows(session, Contact)) == 60
    assert line(session, "industry_groups", "RETAIL").used == 15
    assert checks.check(session) == ()


def test_a_step_whose_lines_cancel_each_other_is_undone_all_the_same(reference_book: Session) -> None:
    key = new_batch(reference_book, Verb.EDIT, "to and fro")
    with reference_book.book.records.unit(key) as unit:
        before = unit.read.find(Contact, no=LAURIER)
        assert before is not None
        after = unit.replace(before, replace(before, phone="1"))
        unit.replace(after, replace(after, phone=before.phone))
    done = history.undo(reference_book)
    assert done.undone.id == key.id
    assert history.batch(reference_book, key.id).batch.undone
    assert phone(reference_book) == "514-555-0100"


def test_undo_and_redo_leave_every_list_as_it_was(reference_book: Session) -> None:
    before = {name: setup_lists.lines(reference_book, name) for name in LISTS}
    while True:
        try:
            history.undo(reference_book)
        except NotFound:
            break
    assert numbers(reference_book) == []
    assert set(setup_lists.counts(reference_book).values()) == {0}
    while True:
        try:
            history.redo(reference_book)
        except NotFound:
            break
    after = {name: setup_lists.lines(reference_book, name) for name in LISTS}
    assert {n: [(x.name, x.used) for x in found] for n, found in after.items()} == {
        n: [(x.name, x.used) for x in found] for n, found in before.items()
    }
    assert checks.check(reference_book) == ()
