"""Post codes fill what was not typed, and a typed value stays as typed (C-R11, C-R12)."""

from __future__ import annotations

import pytest

from contacts_tui.services import addresses, contacts, setup_lists
from contacts_tui.services.session import Session
from tests.services.reference import CANNON, LAURIER, LUC, contact, new_company, new_person


@pytest.fixture
def book(reference_book: Session) -> Session:
    for code, city, county, country in (("H2J 1G7", "Montréal", "QC", "CA"), ("10001", "New York", "NY", "US")):
        setup_lists.add(
            reference_book, "post_codes", {"code": code, "city": city, "county": county, "country": country}
        )
    return reference_book


def place(session: Session, number: str) -> tuple[str, str, str]:
    found = contact(session, number)
    return found.post_code, found.city, found.county


def test_a_known_post_code_fills_the_rest(book: Session) -> None:
    made = new_company(book, name="K", post_code="h2j1g7")
    assert place(book, made.no) == ("H2J 1G7", "Montréal", "QC")


def test_a_known_town_fills_the_post_code(book: Session) -> None:
    made = new_company(book, name="K", city="montreal")
    assert place(book, made.no) == ("H2J 1G7", "Montréal", "QC")


def test_a_typed_county_stays(book: Session) -> None:
    made = new_company(book, name="K", post_code="H2J 1G7", county="Typed")
    assert place(book, made.no) == ("H2J 1G7", "Montréal", "Typed")
    contacts.edit(book, contact(book, CANNON), {"post_code": "10001", "county": "Mine"})
    assert place(book, CANNON) == ("10001", "New York", "Mine")


def test_post_code_and_town_together_fill_the_county(book: Session) -> None:
    contacts.edit(book, contact(book, LUC), {"county": "NB"})
    contacts.edit(book, contact(book, LUC), {"post_code": "H2J 1G7", "city": "Montréal"})
    assert place(book, LUC) == ("H2J 1G7", "Montréal", "QC")


def test_the_country_of_a_typed_post_code_is_the_persons_own(book: Session) -> None:
    company = new_company(book, name="US firm", country="US")
    person = new_person(book, name="A B", company=company.no, address="12 rue x", post_code="H2J 1G7")
    codes = {line.record.id: line.name for line in setup_lists.lines(book, "countries")}
    assert codes[person.country_id or 0] == "CA"


def test_another_country_clears_the_place_of_the_one_that_was_left(book: Session) -> None:
    for number, typed in ((LAURIER, {"country": "US"}), (CANNON, {"country": "US"})):
        contacts.edit(book, contact(book, number), typed)
    assert place(book, LAURIER) == ("", "", "")
    assert place(book, CANNON) == ("", "Toronto", "ON")  # its post code is of no list
    contacts.edit(book, contact(book, LAURIER), {"country": "CA", "post_code": "J8X 1A1"})
    contacts.edit(book, contact(book, LAURIER), {"country": "US", "post_code": "10001"})
    assert place(book, LAURIER) == ("10001", "New York", "NY")


def test_another_address_is_filled_alike(book: Session) -> None:
    owner = contact(book, LAURIER).id
    made = addresses.add(book, owner, {"code": "NYC", "post_code": "10001", "county": "Typed"})
    assert (made.city, made.county) == ("New York", "Typed")
