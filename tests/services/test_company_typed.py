"""Finding the company by what the user types in Company (C-R4, D-16)."""

from __future__ import annotations

import pytest

from contacts_tui.domain.errors import Ambiguous, Refused
from contacts_tui.services.session import Session
from tests.services.reference import CANNON, LAURIER, LUC, MARIE, change, contact, new_company, values


@pytest.fixture
def book(reference_book: Session) -> Session:
    """With companies whose names begin with, contain, or are the numbers and names of others."""
    new_company(reference_book, number="CAN", name="Steen & Fils", post_code="J8X 1A1")
    new_company(reference_book, number="X1", name="Cannon", phone="819-555-0166")
    new_company(reference_book, number="X2", name="The Cannon Mill")
    new_company(reference_book, number="X3", name="Mill", city="Wakefield")
    new_company(reference_book, number="X4", name="MILL")
    return reference_book


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("can", "CAN"),  # an exact number, though names begin so
        ("CANNON", "X1"),  # an exact name, though another begins so
        ("cannon g", CANNON),  # begins so
        ("CT000001", LAURIER),
        ("the c", "X2"),
        ("wakef", "X3"),  # contained in the town,
        ("0166", "X1"),  # the phone,
        ("1a1", "CAN"),  # the post code,
        ("non mi", "X2"),  # the name,
        ("00004", CANNON),  # and the number
        ("  Montréal ", LAURIER),
    ],
)
def test_one_company_answers(book: Session, typed: str, number: str) -> None:
    change(book, LUC, company=typed)
    assert values(book, LUC)["company"] == number


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("mill", {"X3", "X4"}),  # both are called so, though a third one contains it
        ("x", {"X1", "X2", "X3", "X4"}),
        ("cann", {"X1", CANNON}),  # both begin so, though a third one contains it
        ("illi", None),
        ("555", {"X1", LAURIER, CANNON}),
    ],
)
def test_several_are_to_choose_from_and_none_is_an_error(book: Session, typed: str, numbers: set[str] | None) -> None:
    with pytest.raises(Ambiguous if numbers else Refused) as told:
        change(book, LUC, company=typed)
    assert told.value.field == "company"
    if isinstance(told.value, Ambiguous):
        assert {number for number, _name in told.value.choices} == numbers
    assert values(book, LUC)["company"] == ""


def test_people_are_not_searched_and_blank_is_no_company(book: Session) -> None:
    for typed in (MARIE, "Marie Tremblay", LUC):
        with pytest.raises(Refused, match="there is no company"):
            change(book, LUC, company=typed)
    change(book, MARIE, company=" ")
    assert values(book, MARIE)["company_name"] == ""


def test_c_r1_the_company_of_a_company_is_itself_and_no_other(book: Session) -> None:
    assert change(book, LAURIER, company=LAURIER).batch == 0
    assert values(book, LAURIER)["company"] == LAURIER
    assert contact(book, LAURIER).company_id is None
    with pytest.raises(Refused, match="cannot belong to another company"):
        change(book, LAURIER, company=CANNON)
