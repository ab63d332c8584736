"""What people take from their company, through the services and the database (domain section 3)."""

from __future__ import annotations

import pytest

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.inheritance import Mark
from contacts_tui.services import contacts, history, marketing_setup
from contacts_tui.services.session import Session
from tests.services.reference import (
    CANNON,
    LAURIER,
    LUC,
    MARIE,
    card,
    change,
    contact,
    edit_line,
    new_person,
    rows,
    values,
)


def test_in_1_a_new_person_takes_everything_from_the_company(reference_book: Session) -> None:
    anne = new_person(reference_book, name="Anne Roy", company=LAURIER)
    taken = values(reference_book, anne.no)
    assert (
        taken.items()
        >= {
            "address": "1200 avenue Laurier Est",
            "post_code": "H2J 1G7",
            "city": "Montréal",
            "county": "QC",
            "phone": "514-555-0100",
            "fax": "514-555-0101",
            "email": "info@laurier.example",
            "language": "FRC",
            "salesperson": "PS",
            "territory": "QC",
            "country": "CA",
            "company_name": "Boulangerie Laurier inc.",
        }.items()
    )


def test_in_2_the_company_comes_before_the_default(reference_book: Session) -> None:
    of_laurier = new_person(reference_book, name="Anne Roy", company=LAURIER)
    independent = new_person(reference_book, name="Jean Roy")
    assert values(reference_book, of_laurier.no)["language"] == "FRC"
    assert values(reference_book, independent.no)["language"] == "ENC"


def test_in_3_with_the_switch_off_the_default_is_put_in(reference_book: Session) -> None:
    marketing_setup.edit(reference_book, {"inherit_language_code": "no"})
    anne = new_person(reference_book, name="Anne Roy", company=LAURIER)
    assert values(reference_book, anne.no)["language"] == "ENC"


def test_in_4_a_value_that_is_the_companys_follows(reference_book: Session) -> None:
    edited = change(reference_book, LAURIER, phone="514-555-0199")
    assert (edited.followed, edited.kept) == (1, 0)
    assert values(reference_book, MARIE)["phone"] == "514-555-0199"


def test_in_5_an_own_value_stays_while_others_follow(reference_book: Session) -> None:
    change(reference_book, MARIE, phone="514-555-0150")
    edited = change(reference_book, LAURIER, phone="514-555-0199")
    assert (edited.followed, edited.kept) == (0, 1)
    change(reference_book, LAURIER, fax="514-555-0198")
    of_marie = values(reference_book, MARIE)
    assert (of_marie["phone"], of_marie["fax"]) == ("514-555-0150", "514-555-0198")


def test_in_6_blank_at_both_follows(reference_book: Session) -> None:
    change(reference_book, LAURIER, mobile="514-555-0111")
    assert values(reference_book, MARIE)["mobile"] == "514-555-0111"


def test_in_7_a_value_that_was_cleared_stays_blank(reference_book: Session) -> None:
    change(reference_book, MARIE, fax="")
    change(reference_book, LAURIER, fax="514-555-0198")
    assert values(reference_book, MARIE)["fax"] == ""


def test_in_8_the_address_follows_as_one_block(reference_book: Session) -> None:
    change(reference_book, LAURIER, address="1300 avenue Laurier Est")
    assert (
        values(reference_book, MARIE).items()
        >= {
            "address": "1300 avenue Laurier Est",
            "post_code": "H2J 1G7",
            "city": "Montréal",
        }.items()
    )


def test_in_9_one_own_line_keeps_the_whole_address(reference_book: Session) -> None:
    change(reference_book, MARIE, address2="Bureau 12")
    edited = change(reference_book, LAURIER, address="1 rue Autre", post_code="G1A 1A1", city="Québec")
    assert (edited.followed, edited.kept) == (0, 1)
    assert (
        values(reference_book, MARIE).items()
        >= {
            "address": "1200 avenue Laurier Est",
            "address2": "Bureau 12",
            "post_code": "H2J 1G7",
            "city": "Montréal",
        }.items()
    )


def test_in_10_joining_fills_blanks_and_overwrites_codes(reference_book: Session) -> None:
    own = {"address": "5 rue du Fort", "post_code": "G1R 3Z5", "city": "Québec", "county": "QC"}
    change(reference_book, LUC, **own)
    change(reference_book, LUC, company=CANNON)
    assert (
        values(reference_book, LUC).items()
        >= {
            **own,
            "company": CANNON,
            "company_name": "Cannon Group Ltd.",
            "phone": "416-555-0200",
            "salesperson": "LM",
            "territory": "ON",
            "language": "ENC",
        }.items()
    )


def test_in_11_values_of_the_old_company_become_those_of_the_new(reference_book: Session) -> None:
    change(reference_book, MARIE, company=CANNON)
    assert (
        values(reference_book, MARIE).items()
        >= {
            "company": CANNON,
            "address": "",
            "post_code": "",
            "city": "Toronto",
            "county": "ON",
            "phone": "416-555-0200",
            "fax": "",
            "email": "",
        }.items()
    )


def test_in_12_an_own_value_moves_along(reference_book: Session) -> None:
    change(reference_book, MARIE, mobile="438-555-0001")
    change(reference_book, MARIE, company=CANNON)
    assert values(reference_book, MARIE)["mobile"] == "438-555-0001"


def test_in_13_a_code_follows_only_from_the_companys_old_one(reference_book: Session) -> None:
    same = new_person(reference_book, name="Anne Roy", company=LAURIER)
    third = new_person(reference_book, name="Jean Roy", company=LAURIER)
    change(reference_book, same.no, salesperson="LM")
    change(reference_book, third.no, salesperson="NB")
    edited = change(reference_book, LAURIER, salesperson="LM")
    reps = [values(reference_book, no)["salesperson"] for no in (MARIE, same.no, third.no)]
    assert reps == ["LM", "LM", "NB"]
    assert (edited.followed, edited.kept) == (1, 2)


def test_in_14_a_switch_touches_nobody_and_what_stayed_behind_stays(reference_book: Session) -> None:
    marketing_setup.edit(reference_book, {"inherit_address_details": "no"})
    change(reference_book, LAURIER, address="1 rue Une")
    assert values(reference_book, MARIE)["address"] == "1200 avenue Laurier Est"
    before = contact(reference_book, MARIE)
    marketing_setup.edit(reference_book, {"inherit_address_details": "yes"})
    assert contact(reference_book, MARIE) == before
    change(reference_book, LAURIER, address="2 rue Deux")
    assert values(reference_book, MARIE)["address"] == "1200 avenue Laurier Est"


def test_in_15_a_blank_code_of_the_company_wipes_nothing(reference_book: Session) -> None:
    change(reference_book, CANNON, salesperson="")
    change(reference_book, LUC, salesperson="PS")
    change(reference_book, LUC, company=CANNON)
    assert values(reference_book, LUC)["salesperson"] == "PS"


def test_co_8_a_companys_name_is_its_peoples_company_name(reference_book: Session) -> None:
    change(reference_book, LAURIER, name="Laurier & Fils")
    assert values(reference_book, MARIE)["company_name"] == "Laurier & Fils"
    assert values(reference_book, LAURIER)["company_name"] == "Laurier & Fils"
    assert values(reference_book, LUC)["company_name"] == ""


def test_a_persons_edit_changes_nobody_else(reference_book: Session) -> None:
    others = {c.no: c for c in rows(reference_book, Contact) if c.no != MARIE}
    edited = change(reference_book, MARIE, phone="514-555-0150", address="Elsewhere")
    assert (edited.followed, edited.kept) == (0, 0)
    assert {c.no: c for c in rows(reference_book, Contact) if c.no != MARIE} == others


def test_leaving_a_company_keeps_what_was_taken(reference_book: Session) -> None:
    change(reference_book, MARIE, company="")
    of_marie = values(reference_book, MARIE)
    assert (of_marie["company"], of_marie["company_name"], of_marie["phone"]) == ("", "", "514-555-0100")


def test_a_code_typed_after_the_company_stays_and_one_typed_before_is_overwritten(reference_book: Session) -> None:
    after = new_person(reference_book, name="Anne Roy", company=LAURIER, salesperson="NB")
    before = new_person(reference_book, name="Jean Roy", salesperson="NB", company=LAURIER)
    assert values(reference_book, after.no)["salesperson"] == "NB"
    assert values(reference_book, before.no)["salesperson"] == "PS"


@pytest.mark.parametrize("attr", ["phone", "address"])
def test_a_field_can_follow_the_company_again(reference_book: Session, attr: str) -> None:
    change(reference_book, MARIE, phone="514-555-0150", address="Elsewhere", city="Laval")
    assert card(reference_book, MARIE).marks[attr] is Mark.OWN
    contacts.take_company_value(reference_book, contact(reference_book, MARIE), attr)
    assert card(reference_book, MARIE).marks[attr] is Mark.FOLLOWS
    assert values(reference_book, MARIE)[attr] == values(reference_book, LAURIER)[attr]


def test_one_undo_takes_back_the_company_and_all_who_followed(reference_book: Session) -> None:
    before = {c.no: c.phone for c in rows(reference_book, Contact)}
    change(reference_book, LAURIER, phone="514-555-0199")
    history.undo(reference_book)
    assert {c.no: c.phone for c in rows(reference_book, Contact)} == before


def test_a_renamed_code_is_one_row_and_people_still_follow(reference_book: Session) -> None:
    edit_line(reference_book, "salespeople", "PS", code="PSA")
    change(reference_book, LAURIER, salesperson="NB")
    assert values(reference_book, MARIE)["salesperson"] == "NB"
