"""What may become what: a company a person and a person a company, and what it does to the contact (2.6)."""

from __future__ import annotations

import pytest

from contacts_tui.domain.codes import ContactMailingGroup
from contacts_tui.domain.contact import ContactType
from contacts_tui.domain.errors import Refused
from contacts_tui.services import checks, contacts, history, marketing_setup, notes, setup_lists, type_changes
from contacts_tui.services.session import Session
from tests.services.reference import (
    CANNON,
    LAURIER,
    LUC,
    MARIE,
    card,
    change,
    contact,
    give,
    new_company,
    new_person,
    rows,
    values,
)


def refusal(session: Session, number: str, kind: str) -> str:
    """What is said where the type may not change; nothing is then stored."""
    before = contact(session, number)
    with pytest.raises(Refused) as of_preview:
        type_changes.preview(session, before.id)
    with pytest.raises(Refused) as refused:
        change(session, number, type=kind)
    assert contact(session, number) == before
    assert str(refused.value) == str(of_preview.value)
    return str(refused.value)


def test_co_10_a_company_with_a_vat_number_stays_one_until_it_is_cleared(reference_book: Session) -> None:
    change(reference_book, CANNON, vat_number="123")
    assert "VAT registration no. is filled" in refusal(reference_book, CANNON, "person")
    change(reference_book, CANNON, vat_number="")
    turned = change(reference_book, CANNON, type="person").contact
    assert (turned.type, turned.company_id) == (ContactType.PERSON, None)
    assert (turned.first_name, turned.middle_name, turned.surname) == ("Cannon", "Group", "Ltd.")
    assert turned.name == "Cannon Group Ltd."
    assert checks.check(reference_book) == ()


def test_the_field_may_be_cleared_in_the_same_step(reference_book: Session) -> None:
    change(reference_book, CANNON, vat_number="123")
    assert not change(reference_book, CANNON, type="person", vat_number="").contact.is_company


@pytest.mark.parametrize(("field", "value"), [("currency", "CAD"), ("registration_number", "R-1")])
def test_what_only_a_company_has_keeps_it_one(reference_book: Session, field: str, value: str) -> None:
    setup_lists.add(reference_book, "currencies", {"code": "CAD", "name": "Dollar"})
    change(reference_book, CANNON, **{field: value})
    assert "is filled" in refusal(reference_book, CANNON, "person")


def test_a_company_with_people_stays_one(reference_book: Session) -> None:
    assert "1 person belongs to it" in refusal(reference_book, LAURIER, "person")


@pytest.mark.parametrize(
    ("name", "code"), [("business_relations", "PROS"), ("industry_groups", "RETAIL"), ("web_sources", "WEB")]
)
def test_a_company_with_codes_of_companies_stays_one(reference_book: Session, name: str, code: str) -> None:
    give(reference_book, CANNON, name, code)
    assert "it has codes of the list" in refusal(reference_book, CANNON, "person")


def test_a_person_with_a_level_or_a_responsibility_stays_one(reference_book: Session) -> None:
    change(reference_book, LUC, organizational_level="CEO")
    assert "Organizational level is filled" in refusal(reference_book, LUC, "company")
    change(reference_book, LUC, organizational_level="")
    give(reference_book, LUC, "job_responsibilities", "IT")
    assert "Job responsibilities" in refusal(reference_book, LUC, "company")


def test_a_person_becomes_a_company_of_its_own(reference_book: Session) -> None:
    marketing_setup.edit(reference_book, {"def_company_salutation_code": "COMPANY"})
    change(reference_book, MARIE, job_title="Baker", initials="M.T.", birthday="1980-05-09")
    give(reference_book, MARIE, "mailing_groups", "MOVE")
    notes.add(reference_book, contact(reference_book, MARIE).id, {"text": "Kept"})
    shown = type_changes.preview(reference_book, contact(reference_book, MARIE).id)
    assert [field.name for field in shown.cleared] == ["first_name", "surname", "job_title", "birthday"]
    assert shown.leaves == contact(reference_book, LAURIER)

    turned = change(reference_book, MARIE, type="company").contact
    assert (turned.name, turned.first_name, turned.surname, turned.job_title) == ("Marie Tremblay", "", "", "")
    assert (turned.birthday, turned.initials, turned.company_id) == ("", "M.T.", None)
    assert turned.phone == contact(reference_book, LAURIER).phone
    found = values(reference_book, MARIE)
    assert (found["company"], found["company_name"], found["salutation"]) == (MARIE, "Marie Tremblay", "COMPANY")
    assert len(rows(reference_book, ContactMailingGroup)) == 1
    assert len(card(reference_book, MARIE).notes) == 1
    assert checks.check(reference_book) == ()


def test_initials_that_were_kept_may_be_cleared_and_not_typed(reference_book: Session) -> None:
    change(reference_book, LUC, initials="L.G.")
    change(
        reference_book,
        LUC,
        type="company",
    )
    with pytest.raises(Refused, match="Initials"):
        change(reference_book, LUC, initials="X")
    change(reference_book, LUC, fax="514-555-0199")
    assert change(reference_book, LUC, initials="").contact.initials == ""


def test_a_new_person_is_greeted_as_people_are(reference_book: Session) -> None:
    marketing_setup.edit(reference_book, {"default_person_salutation_code": "UNISEX"})
    change(reference_book, CANNON, type="person")
    assert values(reference_book, CANNON)["salutation"] == "UNISEX"


def test_undo_brings_the_type_back(reference_book: Session) -> None:
    before = contact(reference_book, LUC)
    change(reference_book, LUC, type="company")
    history.undo(reference_book)
    after = contact(reference_book, LUC)
    assert (after.type, after.first_name, after.surname) == (before.type, before.first_name, before.surname)
    history.redo(reference_book)
    assert contact(reference_book, LUC).is_company


def test_a_type_does_not_come_back_over_people_who_came_since(reference_book: Session) -> None:
    step = change(reference_book, LUC, type="company").batch
    new_person(reference_book, name="Anne Roy", company=LUC)
    with pytest.raises(Refused, match="This cannot be undone"):
        history.undo(reference_book, step)
    assert contact(reference_book, LUC).is_company


def test_a_person_does_not_come_back_to_what_is_no_company_any_more(reference_book: Session) -> None:
    new_company(reference_book, name="Short Lived Ltd.")
    number = "CT000005"
    new_person(reference_book, name="Anne Roy", company=number)
    left = change(reference_book, "CT000006", company="").batch
    change(reference_book, number, type="person")
    with pytest.raises(Refused, match="is a person"):
        history.undo(reference_book, left)


def test_codes_do_not_come_back_to_the_wrong_type(reference_book: Session) -> None:
    give(reference_book, LUC, "job_responsibilities", "IT")
    seen = contact(reference_book, LUC)
    taken = contacts.edit(reference_book, seen, {}, take=[("job_responsibilities", "IT")]).batch
    change(reference_book, LUC, type="company")
    with pytest.raises(Refused, match="wrong type of contact"):
        history.undo(reference_book, taken)
    assert checks.check(reference_book) == ()
