"""Who may take a step back and bring it back (domain section 15)."""

from __future__ import annotations

import pytest

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.errors import NotAllowed, Refused
from contacts_tui.domain.history import Verb
from contacts_tui.services import contacts, deletion, history, notes, setup_lists, user_setup
from contacts_tui.services.assignments import Assign
from contacts_tui.services.lookups import Lookups
from contacts_tui.services.new_codes import NewCode
from contacts_tui.services.permissions import ALL_RIGHTS, Right
from contacts_tui.services.session import Session
from contacts_tui.services.unit import batch as new_batch
from tests.services.incoming import company, imported
from tests.services.reference import CANNON, LUC, as_user, contact, new_company, new_person, numbers

REP = frozenset({Right.READ, Right.EDIT_CONTACTS})


def test_an_undo_needs_the_right_of_the_step(reference_book: Session) -> None:
    setup_lists.add(reference_book, "industry_groups", {"code": "PRESS"})
    rep = reference_book._replace(rights=ALL_RIGHTS - {Right.SETUP})
    with pytest.raises(NotAllowed):
        history.undo(rep)
    history.undo(reference_book)
    with pytest.raises(NotAllowed):
        history.redo(rep)
    reader = reference_book._replace(rights=frozenset({Right.READ}))
    with pytest.raises(NotAllowed):
        history.undo(reader)


def test_what_is_a_users_own_is_taken_back_without_the_right_to_the_set_up(reference_book: Session) -> None:
    rep = reference_book._replace(user="jim", rights=ALL_RIGHTS - {Right.SETUP})
    user_setup.set_language(rep, "fr")
    history.undo(rep)
    assert user_setup.get(rep) is None
    setup_lists.add(as_user(reference_book, "jim"), "user_setup", {"user": "anna"})
    anna = rep._replace(user="anna")
    with pytest.raises(NotAllowed):
        history.undo(anna, history.batches(anna, limit=1)[0].batch.id)


def test_a_deletion_comes_again_for_those_who_may_delete(reference_book: Session) -> None:
    deletion.delete(reference_book, contact(reference_book, LUC).id)
    history.undo(reference_book)
    rep = reference_book._replace(rights=ALL_RIGHTS - {Right.DELETE_CONTACTS})
    with pytest.raises(NotAllowed):
        history.redo(rep)
    assert LUC in numbers(reference_book)
    history.redo(reference_book)
    assert LUC not in numbers(reference_book)


def test_a_new_contact_of_another_is_taken_back_by_those_who_may_delete(reference_book: Session) -> None:
    made = new_company(reference_book, name="Acme")
    step = history.batches(reference_book, limit=1)[0].batch.id
    rep = reference_book._replace(user="jim", rights=REP)
    with pytest.raises(NotAllowed, match="delete contacts"):
        history.undo(rep, step)
    assert made.no in numbers(reference_book)
    taken_back = history.undo(reference_book, step)
    assert made.no not in numbers(reference_book)
    history.undo(rep, taken_back.batch.id)
    assert made.no in numbers(reference_book)


def test_ones_own_new_contact_is_taken_back_while_nobody_is_at_it(reference_book: Session) -> None:
    rep = reference_book._replace(user="jim", rights=REP)
    made = new_company(rep, name="Acme")
    step = history.batches(rep, limit=1)[0].batch.id
    history.undo(rep)
    assert made.no not in numbers(rep)
    history.redo(rep)
    history.undo(rep)
    history.redo(rep)
    assert made.no in numbers(rep)
    person = new_person(reference_book, name="Ann Roy", company=made.no)
    with pytest.raises(Refused, match="Ann Roy"):
        history.undo(rep, step)
    deletion.delete(reference_book, person.id)
    notes.add(reference_book, made.id, {"text": "Called"})
    with pytest.raises(Refused):
        history.undo(rep, step)
    assert made.no in numbers(rep)


def test_ones_own_contact_that_another_deleted_and_brought_back_is_not_deleted_again(reference_book: Session) -> None:
    rep = reference_book._replace(user="jim", rights=REP)
    made = new_company(rep, name="Acme")
    deletion.delete(reference_book, made.id)
    history.undo(rep, history.batches(rep, limit=1)[0].batch.id)
    with pytest.raises(NotAllowed, match="delete contacts"):
        history.redo(rep)
    assert made.no in numbers(rep)


@pytest.mark.parametrize("is_new", [True, False])
def test_a_step_that_also_made_a_code_is_taken_back_by_those_who_may_make_codes(
    reference_book: Session, is_new: bool
) -> None:
    press, give_it = NewCode("industry_groups", "PRESS"), Assign("industry_groups", "PRESS")
    if is_new:
        contacts.create(reference_book, ContactType.COMPANY, {"name": "Acme"}, codes=[give_it], new=[press])
    else:
        contacts.edit(reference_book, contact(reference_book, CANNON), {}, give=[give_it], new=[press])
    rep = reference_book._replace(rights=ALL_RIGHTS - {Right.SETUP})
    with pytest.raises(NotAllowed, match="set-up"):
        history.undo(rep)
    history.undo(reference_book)
    with pytest.raises(NotAllowed, match="set-up"):
        history.redo(rep)
    history.redo(reference_book)


def test_what_an_import_made_is_taken_back_with_the_right_to_import(session: Session) -> None:
    imported(session, company("CT000001", "Acme", territory="QC"))
    clerk = session._replace(rights=ALL_RIGHTS - {Right.SETUP})
    with pytest.raises(NotAllowed, match="import"):
        history.undo(session._replace(rights=ALL_RIGHTS - {Right.IMPORT}))
    history.undo(clerk)
    history.redo(clerk)
    assert numbers(session) == ["CT000001"]


def test_an_import_is_taken_back_by_those_who_may_delete(reference_book: Session) -> None:
    key = new_batch(reference_book, Verb.IMPORT, "folder")
    with reference_book.book.records.unit(key) as unit:
        contacts.enter(reference_book, unit, Lookups(unit.read), ContactType.COMPANY, {"name": "Acme"})
    with pytest.raises(NotAllowed, match="delete contacts"):
        history.undo(reference_book._replace(rights=ALL_RIGHTS - {Right.DELETE_CONTACTS}), key.id)
    history.undo(reference_book, key.id)
