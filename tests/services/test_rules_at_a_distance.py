"""Rules that must hold whichever way a value comes: by default, by inheritance, by an older list."""

from __future__ import annotations

import pytest

from contacts_tui.domain.errors import Refused
from contacts_tui.services import cards, contacts, search, setup_lists, user_setup
from contacts_tui.services.session import Session
from tests.services.reference import CANNON, LAURIER, LUC, MARIE, contact, new_company, new_person


def block(session: Session, code: str) -> None:
    line = next(line for line in setup_lists.lines(session, "salespeople") if line.name == code)
    setup_lists.edit(session, "salespeople", line.record.id, {"privacy_blocked": "true"})


def rep(session: Session, number: str) -> str:
    return str(cards.card_by_number(session, number).values["salesperson"])


def test_a_blocked_salesperson_comes_neither_by_default_nor_from_the_company(reference_book: Session) -> None:
    block(reference_book, "LM")
    assert rep(reference_book, new_company(reference_book, name="New").no) == ""
    assert rep(reference_book, new_person(reference_book, name="A B", company=CANNON).no) == ""
    contacts.edit(reference_book, contact(reference_book, MARIE), {"company": CANNON})
    assert rep(reference_book, MARIE) == "PS"


def test_a_vat_number_is_not_checked_again_for_another_edit(reference_book: Session) -> None:
    contacts.edit(reference_book, contact(reference_book, LAURIER), {"vat_number": "ABC"})
    setup_lists.add(reference_book, "vat_formats", {"country": "CA", "format": "#########"})
    contacts.edit(reference_book, contact(reference_book, LAURIER), {"phone": "514-555-0122"})
    assert contact(reference_book, LAURIER).phone == "514-555-0122"


def test_a_vat_number_is_checked_again_for_another_country(reference_book: Session) -> None:
    contacts.edit(reference_book, contact(reference_book, LAURIER), {"vat_number": "123456789"})
    setup_lists.add(reference_book, "vat_formats", {"country": "US", "format": "##-#######"})
    setup_lists.add(reference_book, "vat_formats", {"country": "US", "format": "@@####"})
    with pytest.raises(Refused) as refused:
        contacts.edit(reference_book, contact(reference_book, LAURIER), {"vat_number": "a-1", "country": "US"})
    assert (refused.value.field, refused.value.value) == ("vat_number", "A-1")
    contacts.edit(reference_book, contact(reference_book, LAURIER), {"vat_number": "ABC"})
    with pytest.raises(Refused, match="none of the forms"):
        contacts.edit(reference_book, contact(reference_book, LAURIER), {"country": "US"})
    contacts.edit(reference_book, contact(reference_book, LAURIER), {"vat_number": "ab1234", "country": "US"})
    assert contact(reference_book, LAURIER).vat_number == "AB1234"


def test_a_code_typed_before_the_company_is_overwritten_on_edit_as_on_entry(reference_book: Session) -> None:
    contacts.edit(reference_book, contact(reference_book, LUC), {"salesperson": "NB", "company": LAURIER})
    assert rep(reference_book, LUC) == "PS"
    contacts.edit(reference_book, contact(reference_book, LUC), {"company": CANNON, "salesperson": "NB"})
    assert rep(reference_book, LUC) == "NB"


def test_the_user_is_known_whatever_the_case(reference_book: Session) -> None:
    setup_lists.add(reference_book, "user_setup", {"user": "MARIE", "salesperson": "NB"})
    assert rep(reference_book, new_company(reference_book, name="New").no) == "NB"
    user_setup.set_language(reference_book, "fr")
    assert [line.name for line in setup_lists.lines(reference_book, "user_setup")] == ["MARIE"]


def test_a_new_name_of_the_company_stamps_its_people(reference_book: Session) -> None:
    before = contact(reference_book, MARIE).version
    edited = contacts.edit(reference_book, contact(reference_book, LAURIER), {"name": "Laurier & Fils"})
    assert contact(reference_book, MARIE).version > before
    assert (edited.followed, edited.kept) == (0, 0)


def test_a_number_is_found_among_words_and_with_its_country_code(reference_book: Session) -> None:
    for typed in ("laurier 514-555-0100", "5550100 laurier", "0100 montreal", "+1 514 555 0100", "0015145550100"):
        assert [c["number"] for c in search.find(reference_book, typed).contacts] == [LAURIER, MARIE], typed
