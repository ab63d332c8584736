"""Two people at one contact: nothing of either is lost, and what is said to be kept is kept (C-R20)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from contacts_tui.domain.errors import Conflict
from contacts_tui.services import address_ranges, addresses, cards, contacts, setup_lists
from contacts_tui.services.session import Session
from tests.services.reference import LAURIER, MARIE, contact


@pytest.fixture
def bob(reference_book: Session) -> Session:
    return reference_book._replace(user="bob")


def groups(session: Session) -> set[str]:
    return {given.code for given in cards.card_by_number(session, LAURIER).codes["industry_groups"]}


def test_a_code_that_another_gave_meanwhile_stays(reference_book: Session, bob: Session) -> None:
    seen = contact(reference_book, LAURIER)
    contacts.set_codes(bob, seen, "industry_groups", [], ["RETAIL"])
    contacts.set_codes(reference_book, seen, "industry_groups", [], ["MANUF"])
    assert groups(reference_book) == {"RETAIL", "MANUF"}


def test_a_code_that_both_give_or_both_take_is_no_refusal(reference_book: Session, bob: Session) -> None:
    seen = contact(reference_book, LAURIER)
    for session in (bob, reference_book):
        contacts.set_codes(session, seen, "industry_groups", [], ["RETAIL"])
    assert groups(reference_book) == {"RETAIL"}
    for session in (bob, reference_book):
        contacts.set_codes(session, seen, "industry_groups", ["RETAIL"], [])
    assert groups(reference_book) == set()


def test_a_day_that_another_changed_is_a_conflict(reference_book: Session, bob: Session) -> None:
    owner = contact(reference_book, MARIE).id
    addresses.add(reference_book, owner, {"code": "COTTAGE", "address": "12 rue du Lac"})
    seen = address_ranges.add(reference_book, owner, {"code": "COTTAGE", "starting_date": "2018-06-01"})
    address_ranges.edit(bob, seen.id, {"ending_date": "2018-08-31"}, seen)
    address_ranges.edit(reference_book, seen.id, {"starting_date": "2018-05-01"}, seen)
    with pytest.raises(Conflict):
        address_ranges.edit(reference_book, seen.id, {"ending_date": "2018-09-30"}, seen)
    (line,) = addresses.addresses(reference_book, owner)
    assert [str(span.starting_date) for span in line.ranges] == ["2018-05-01"]
    assert [str(span.ending_date) for span in line.ranges] == ["2018-08-31"]


def test_taking_the_companys_value_does_not_overwrite_an_unseen_one(reference_book: Session, bob: Session) -> None:
    seen = contact(reference_book, MARIE)
    contacts.edit(bob, seen, {"phone": "514-555-0150"})
    with pytest.raises(Conflict):
        contacts.take_company_value(reference_book, replace(seen, phone="514-555-0122"), "phone")
    assert contact(reference_book, MARIE).phone == "514-555-0150"


def test_what_another_typed_is_not_filled_over(reference_book: Session, bob: Session) -> None:
    setup_lists.add(
        reference_book, "post_codes", {"code": "10001", "city": "New York", "county": "NY", "country": "US"}
    )
    seen = contact(reference_book, LAURIER)
    contacts.edit(bob, seen, {"county": "Mine"})
    edited = contacts.edit(reference_book, seen, {"post_code": "10001"})
    assert edited.contact.county == "Mine"
    assert [str(field) for field in edited.taken_over] == ["County"]
    assert edited.contact.city == "New York"
