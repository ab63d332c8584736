"""What the set-up proposes for a new contact (domain section 4)."""

from __future__ import annotations

import pytest

from contacts_tui.services import marketing_setup, setup_lists
from contacts_tui.services.session import Session
from tests.services.reference import LAURIER, as_user, change, new_company, new_person, values


def test_df_1_a_blank_country_gets_the_default(reference_book: Session) -> None:
    blank = new_company(reference_book, name="One")
    typed = new_company(reference_book, name="Two", country="US")
    assert values(reference_book, blank.no)["country"] == "CA"
    assert values(reference_book, typed.no)["country"] == "US"


def test_df_2_the_users_own_salesperson_comes_before_the_default(reference_book: Session) -> None:
    setup_lists.add(reference_book, "user_setup", {"user": "psavard", "salesperson": "PS"})
    own = new_company(as_user(reference_book, "psavard"), name="One")
    other = new_company(as_user(reference_book, "jim"), name="Two")
    assert values(reference_book, own.no)["salesperson"] == "PS"
    assert values(reference_book, other.no)["salesperson"] == "LM"


def test_df_3_companies_and_people_get_their_own_salutation(reference_book: Session) -> None:
    marketing_setup.edit(
        reference_book, {"def_company_salutation_code": "COMPANY", "default_person_salutation_code": "UNISEX"}
    )
    company = new_company(reference_book, name="One")
    person = new_person(reference_book, name="Anne Roy")
    chosen = new_company(reference_book, name="Two", salutation="UNISEX")
    shown = [values(reference_book, c.no)["salutation"] for c in (company, person, chosen)]
    assert shown == ["COMPANY", "UNISEX", "UNISEX"]


def test_df_4_without_a_default_the_language_stays_blank(reference_book: Session) -> None:
    marketing_setup.edit(reference_book, {"default_language_code": ""})
    assert values(reference_book, new_company(reference_book, name="One").no)["language"] == ""


def test_df_5_a_cleared_field_stays_blank(reference_book: Session) -> None:
    change(reference_book, LAURIER, country="")
    change(reference_book, LAURIER, phone="514-555-0199")
    assert values(reference_book, LAURIER)["country"] == ""


@pytest.mark.parametrize("typed", ["email", "E-mail", "EMAIL"])
def test_the_default_correspondence_type_is_put_in(reference_book: Session, typed: str) -> None:
    marketing_setup.edit(reference_book, {"default_correspondence_type": typed})
    assert values(reference_book, new_company(reference_book, name="One").no)["correspondence_type"] == "email"
