"""Whether undo and redo would find a step."""

from __future__ import annotations

import pytest

from contacts_tui.domain.errors import NotFound
from contacts_tui.services import history
from contacts_tui.services.offers import Offers, offers
from contacts_tui.services.session import Session
from tests.services.reference import LAURIER, as_user, change, new_company


def asked(session: Session) -> Offers:
    """What is offered; a step that is offered is there, and one that is not is not."""
    found = offers(session)
    for act, offered in ((history.undo, found.undo), (history.redo, found.redo)):
        if not offered:
            with pytest.raises(NotFound):
                act(session)
    return found


def test_a_book_in_which_one_did_nothing_offers_nothing(reference_book: Session) -> None:
    assert asked(as_user(reference_book, "nobody")) == Offers(undo=False, redo=False)


def test_what_one_did_can_be_undone_and_what_was_undone_brought_back(reference_book: Session) -> None:
    session = as_user(reference_book, "jim")
    change(session, LAURIER, phone="514-555-0199")
    assert asked(session) == Offers(undo=True, redo=False)
    history.undo(session)
    assert asked(session) == Offers(undo=False, redo=True)
    history.redo(session)
    assert asked(session) == Offers(undo=True, redo=False)


def test_something_new_ends_what_could_be_brought_back(reference_book: Session) -> None:
    session = as_user(reference_book, "jim")
    change(session, LAURIER, phone="514-555-0199")
    history.undo(session)
    new_company(session, name="Cannon")
    assert asked(session) == Offers(undo=True, redo=False)


def test_the_steps_of_others_are_not_offered(reference_book: Session) -> None:
    change(as_user(reference_book, "jim"), LAURIER, phone="514-555-0199")
    assert asked(as_user(reference_book, "ann")) == Offers()
