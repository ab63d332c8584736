"""Codes that are made by the step that gives them: one step to undo; and what comes along with another company."""

from __future__ import annotations

import pytest

from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.errors import NotAllowed, Refused
from contacts_tui.services import addresses, contacts, history, setup_lists
from contacts_tui.services.assignments import Assign
from contacts_tui.services.new_codes import NewCode
from contacts_tui.services.permissions import Right
from contacts_tui.services.session import Session
from tests.services.reference import CANNON, LAURIER, MARIE, card, change, contact, new_person, values

BAKERY = NewCode("industry_groups", "BAKERY", "Bakeries and mills")


def names(session: Session, name: str) -> list[str]:
    return [line.name for line in setup_lists.lines(session, name)]


def test_a_code_is_made_and_given_in_one_step(reference_book: Session) -> None:
    before, steps = names(reference_book, "industry_groups"), len(history.batches(reference_book))
    seen = contact(reference_book, LAURIER)
    contacts.set_codes(reference_book, seen, "industry_groups", (), ("BAKERY",), new=[BAKERY])
    given = card(reference_book, LAURIER).codes["industry_groups"]
    assert [(one.code, one.words) for one in given] == [("BAKERY", "Bakeries and mills")]
    assert len(history.batches(reference_book)) == steps + 1
    history.undo(reference_book)
    assert card(reference_book, LAURIER).codes["industry_groups"] == ()
    assert names(reference_book, "industry_groups") == before


def test_a_field_takes_a_code_that_is_made_with_it(reference_book: Session) -> None:
    before = names(reference_book, "territories")
    north = NewCode("territories", "NORTH", "The north shore")
    contacts.edit(reference_book, contact(reference_book, LAURIER), {"territory": "NORTH"}, new=[north])
    assert card(reference_book, LAURIER).words["territory"] == "The north shore"
    history.undo(reference_book)
    assert names(reference_book, "territories") == before
    history.redo(reference_book)
    assert values(reference_book, MARIE)["territory"] == "NORTH"


def test_a_new_contact_and_a_new_address_bring_their_codes(reference_book: Session) -> None:
    codes, new = [Assign("industry_groups", "BAKERY")], [BAKERY]
    made = contacts.create(reference_book, ContactType.COMPANY, {"name": "Moulin"}, codes=codes, new=new)
    assert [one.code for one in card(reference_book, made.contact.no).codes["industry_groups"]] == ["BAKERY"]
    history.undo(reference_book)
    assert "BAKERY" not in names(reference_book, "industry_groups")
    islands = NewCode("countries", "PM", "Saint-Pierre")
    typed = {"code": "SEA", "country": "PM"}
    addresses.add(reference_book, contact(reference_book, LAURIER).id, typed, new=[islands])
    assert "PM" in names(reference_book, "countries")
    history.undo(reference_book)
    assert "PM" not in names(reference_book, "countries")


def test_what_is_refused_makes_no_code(reference_book: Session) -> None:
    seen = contact(reference_book, MARIE)
    with pytest.raises(Refused):
        contacts.set_codes(reference_book, seen, "industry_groups", (), ("BAKERY",), new=[BAKERY])
    assert "BAKERY" not in names(reference_book, "industry_groups")


def test_a_code_that_someone_made_meanwhile_stays_as_it_is(reference_book: Session) -> None:
    setup_lists.add(reference_book, "industry_groups", {"code": "BAKERY", "description": "Theirs"})
    seen = contact(reference_book, LAURIER)
    contacts.set_codes(reference_book, seen, "industry_groups", (), ("BAKERY",), new=[BAKERY])
    assert [one.words for one in card(reference_book, LAURIER).codes["industry_groups"]] == ["Theirs"]


def test_making_a_code_needs_the_right_to_the_set_up(reference_book: Session) -> None:
    clerk = reference_book._replace(rights=frozenset((Right.READ, Right.EDIT_CONTACTS)))
    with pytest.raises(NotAllowed):
        contacts.set_codes(clerk, contact(clerk, LAURIER), "industry_groups", (), ("BAKERY",), new=[BAKERY])
    assert "BAKERY" not in names(reference_book, "industry_groups")


def test_fields_that_come_along_with_another_company_are_counted(reference_book: Session) -> None:
    change(reference_book, CANNON, address="1 Front Street", post_code="M5V 2T6")
    before = values(reference_book, MARIE)
    edited = change(reference_book, MARIE, company=CANNON)
    after = values(reference_book, MARIE)
    moved = {name for name in before if before[name] != after[name]} - {"company", "company_name", "modified"}
    place = {"address", "address2", "post_code", "city", "county"}
    assert moved & place
    assert edited.brought == len(moved - place) + 1
    assert change(reference_book, MARIE, phone="514-555-0111").brought == 0


def test_what_was_typed_does_not_count_as_having_come_along(reference_book: Session) -> None:
    anne = new_person(reference_book, name="Anne Roy")
    edited = change(reference_book, anne.no, company=LAURIER, phone="514-555-0111")
    again = change(reference_book, new_person(reference_book, name="Paul Roy").no, company=LAURIER)
    assert again.brought == edited.brought + 1
