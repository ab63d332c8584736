"""What a contact's type and company forbid (C-R1, C-R2)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from contacts_tui.domain.consistency import check_consistency, forbidden_fields
from contacts_tui.domain.contact import Contact, ContactType, entered
from contacts_tui.domain.errors import Refused
from tests.domain.reference import CANNON, LAURIER, LUC, MARIE


def refusal(contact: Contact, company: Contact | None = None) -> Refused:
    with pytest.raises(Refused) as caught:
        check_consistency(contact, company)
    return caught.value


@pytest.mark.parametrize(("contact", "company"), [(LAURIER, None), (MARIE, LAURIER), (LUC, None)])
def test_what_fits_is_accepted(contact: Contact, company: Contact | None) -> None:
    check_consistency(contact, company)


def test_a_contact_needs_a_name() -> None:
    assert refusal(replace(LAURIER, name="")).field == "name"


@pytest.mark.parametrize(
    "attr", ["first_name", "surname", "initials", "job_title", "birthday", "organizational_level_id"]
)
def test_a_company_has_no_field_of_a_person(attr: str) -> None:
    wrong = replace(LAURIER, **{attr: 7 if attr.endswith("_id") else "Anne"})  # type: ignore[arg-type]
    assert [field.attribute for field in forbidden_fields(wrong, LAURIER)] == [attr]
    refused = refusal(wrong)
    assert refused.field == attr.removesuffix("_id")
    assert "a company has none" in str(refused)


@pytest.mark.parametrize("attr", ["currency_id", "vat_number", "registration_number"])
def test_a_person_has_no_field_of_a_company(attr: str) -> None:
    refused = refusal(replace(LUC, **{attr: 7 if attr.endswith("_id") else "123"}))  # type: ignore[arg-type]
    assert refused.field == attr.removesuffix("_id")
    assert "a person has none" in str(refused)


def test_a_company_cannot_belong_to_a_company() -> None:
    assert refusal(replace(CANNON, company_id=LAURIER.id), LAURIER).field == "company"


def test_a_person_cannot_belong_to_a_person() -> None:
    refused = refusal(replace(LUC, company_id=MARIE.id), MARIE)
    assert (refused.field, refused.value) == ("company", "Marie Tremblay")


def test_only_a_person_without_a_company_is_independent() -> None:
    assert LUC.is_independent
    assert not MARIE.is_independent
    assert not LAURIER.is_independent
    assert replace(MARIE, type=ContactType.COMPANY).is_company


@pytest.mark.parametrize(
    ("typed", "name", "parts"),
    [
        (
            {"first_name": "Anne", "surname": "Roy", "name": "Anne Marie Roy"},
            "Anne Marie Roy",
            ("Anne", "Marie", "Roy"),
        ),
        ({"name": "Anne Marie Roy", "middle_name": ""}, "Anne Roy", ("Anne", "", "Roy")),
        ({"surname": "de la Rue", "first_name": "Jean"}, "Jean de la Rue", ("Jean", "", "de la Rue")),
    ],
)
def test_the_last_word_on_a_name_stands(typed: dict[str, str], name: str, parts: tuple[str, str, str]) -> None:
    person = entered(Contact(type=ContactType.PERSON), typed)
    assert (person.name, (person.first_name, person.middle_name, person.surname)) == (name, parts)
