"""An export of before does not bring an erased contact back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from contacts_tui.domain.codes import ContactJobResponsibility
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.erasing import ERASED
from contacts_tui.domain.partners import Customer, Link
from contacts_tui.services import deletion, erasing, links, marketing_setup, merging, setup_lists, to_erase
from contacts_tui.services.session import Session
from tests.services.incoming import company, counts, given, imported, line_of, person, told
from tests.services.reference import (
    CANNON,
    LAURIER,
    LUC,
    MARIE,
    change,
    contact,
    give,
    new_person,
    numbers,
    rows,
    setup_line,
)

ON = "erased on 2018-03-01, left out."


def erase(session: Session, number: str) -> None:
    assert erasing.erase(session, to_erase.find(session, number).id, "R-7").is_clean


def test_a_row_with_its_number_is_left_out_and_told(reference_book: Session) -> None:
    give(reference_book, MARIE, "job_responsibilities", "IT")
    erase(reference_book, MARIE)
    found = [
        person(MARIE, "Marie Tremblay", phone="514-555-0199", company=LAURIER),
        person(LUC, "Luc Gagnon", 3, phone="514-555-0300"),
        given("job_responsibilities", MARIE, "IT", 5),
    ]
    for dry_run in (True, False, False):
        result = imported(reference_book, *found, dry_run=dry_run)
        assert told(result)[0] == (2, "number", f"{MARIE}: {ON}")
        assert (5, "number", f"{MARIE}: {ON}") in told(result)
        assert (result.rejected, result.left_out) == (1, 1)
    assert contact(reference_book, MARIE).name == ERASED
    assert contact(reference_book, MARIE).phone == ""
    assert contact(reference_book, LUC).phone == "514-555-0300"
    assert rows(reference_book, ContactJobResponsibility) == []


@pytest.mark.parametrize("deleted", [False, True])
def test_nor_a_row_with_its_external_id_or_its_uid(reference_book: Session, deleted: bool) -> None:
    zoe = new_person(reference_book, name="Zoé Roy", external_id="X-12", company=CANNON)
    if deleted:
        deletion.delete(reference_book, zoe.id)
    erase(reference_book, zoe.no)
    before = numbers(reference_book)
    result = imported(reference_book, person("", "Zoé Roy", external_id="x-12", company=CANNON))
    assert told(result) == [(2, "number", f"X-12: {ON}")]
    result = imported(reference_book, replace(person("", "Zoé Roy", company=CANNON), uid=zoe.uid))
    assert counts(result) == (0, 0, 0, 1)
    assert str(result.problems[0].message).endswith(ON)
    result = imported(reference_book, person(zoe.no, "Zoé Roy", company=CANNON))
    assert told(result) == [(2, "number", f"{zoe.no}: {ON}")]
    assert numbers(reference_book) == before


def test_nor_who_went_into_it(reference_book: Session) -> None:
    zoe = new_person(reference_book, name="Zoé Roy", external_id="X-12", company=CANNON)
    merging.merge(reference_book, contact(reference_book, MARIE).id, zoe.id)
    erase(reference_book, MARIE)
    result = imported(reference_book, person(zoe.no, "Zoé Roy"), person("", "Zoé Roy", 3, external_id="X-12"))
    assert [message for _line, _field, message in told(result)] == [f"{zoe.no}: {ON}", f"X-12: {ON}"]


def test_nor_is_an_erased_company_made_for_its_people(reference_book: Session) -> None:
    laurier = contact(reference_book, LAURIER)
    deletion.delete(reference_book, laurier.id)
    erase(reference_book, LAURIER)
    paul = person("CT000077", "Paul Roy", company=LAURIER, company_name=laurier.name)
    result = imported(reference_book, paul, company(LAURIER, laurier.name, 3))
    assert counts(result) == (1, 0, 0, 1)
    assert contact(reference_book, "CT000077").company_id is None
    assert not any(row.name == laurier.name for row in rows(reference_book, Contact))


def test_nor_does_its_customer_tell_who_it_was(reference_book: Session) -> None:
    setup_line(reference_book, "number_series", code="CUST", default_nos="yes")
    setup_line(reference_book, "number_series_lines", number_series="CUST", starting_no="C00010")
    marketing_setup.edit(reference_book, {"bus_rel_code_for_customers": "CUST", "customer_nos": "CUST"})
    links.create_as(reference_book, contact(reference_book, LUC).id, Link.CUSTOMER)
    erase(reference_book, LUC)
    result = imported(reference_book, line_of("customers", no="C00010", name="Luc Gagnon"))
    assert told(result) == [(2, "number", f"{LUC}: {ON}")]
    assert rows(reference_book, Customer)[0].description == ERASED
    assert setup_lists.lines(reference_book, "customers")


def test_an_erased_row_that_is_used_again_stays_as_it_is(reference_book: Session) -> None:
    erase(reference_book, MARIE)
    change(reference_book, MARIE, name="Somebody new")
    imported(reference_book, person(MARIE, "Marie Tremblay"))
    assert contact(reference_book, MARIE).name == "Somebody new"
