"""The primary contact of a customer, vendor or bank account (C-R10, C-R31, SY-R5)."""

from __future__ import annotations

import pytest

from contacts_tui.domain.contact import Contact
from contacts_tui.domain.partners import Customer, Link, Partner, Vendor
from contacts_tui.services import checks, history
from contacts_tui.services.session import Session
from tests.services.merged import everything, merged
from tests.services.partner_book import book, create_as, customer
from tests.services.reference import (
    LAURIER,
    MARIE,
    change,
    contact,
    edit_line,
    line,
    new_person,
    rows,
    setup_line,
    values,
)

__all__ = ["book"]


@pytest.fixture
def primary(book: Session) -> Session:
    """With customer C00010 and vendor V1 of the bakery, whose primary contact is Marie Tremblay."""
    create_as(book, LAURIER)
    create_as(book, LAURIER, Link.VENDOR, no="V1")
    for name, no in (("customers", "C00010"), ("vendors", "V1")):
        edit_line(book, name, no, contact_name="Marie Tremblay")
    return book


def named(session: Session) -> list[tuple[str, int | None]]:
    """The contact name and the primary contact of each customer and vendor."""
    partners: list[Partner] = [*rows(session, Customer), *rows(session, Vendor)]
    return [(one.contact_name, one.primary_contact_id) for one in partners]


def test_a_new_name_of_the_primary_contact_is_the_contact_name(primary: Session) -> None:
    marie = contact(primary, MARIE).id
    change(primary, MARIE, surname="Roy")
    assert named(primary) == [("Marie Roy", marie)] * 2
    history.undo(primary)
    assert named(primary) == [("Marie Tremblay", marie)] * 2
    assert checks.check(primary) == ()


def test_who_goes_into_another_hands_on_being_the_primary_contact(primary: Session) -> None:
    keep = new_person(primary, name="M. Tremblay", company=LAURIER)
    before = everything(primary)
    merged(primary, keep.no, MARIE)
    assert named(primary) == [("M. Tremblay", keep.id)] * 2
    history.undo(primary)
    assert everything(primary) == before


def test_a_company_is_nobodys_primary_contact(primary: Session) -> None:
    marie = contact(primary, MARIE).id
    change(primary, MARIE, type="company")
    assert named(primary) == [("", None)] * 2
    history.undo(primary)
    assert named(primary) == [("Marie Tremblay", marie)] * 2


def test_another_name_does_not_make_another_primary_contact(primary: Session) -> None:
    people = len(rows(primary, Contact))
    edit_line(primary, "customers", "C00010", contact_name="Anne Roy")
    assert customer(primary, "C00010").primary_contact_id == contact(primary, MARIE).id
    assert len(rows(primary, Contact)) == people


def test_who_is_no_longer_named_is_followed_by_another(primary: Session) -> None:
    edit_line(primary, "customers", "C00010", contact_name="")
    assert customer(primary, "C00010").primary_contact_id is None
    edit_line(primary, "customers", "C00010", contact_name="Anne Roy")
    anne = next(one for one in rows(primary, Contact) if one.name == "Anne Roy")
    assert (customer(primary, "C00010").primary_contact_id, anne.company_id) == (anne.id, contact(primary, LAURIER).id)
    change(primary, MARIE, surname="Roy")
    assert named(primary) == [("Anne Roy", anne.id), ("Marie Roy", contact(primary, MARIE).id)]
    assert checks.check(primary) == ()


def test_a_person_is_named_in_the_same_step_as_what_fills_the_town(book: Session) -> None:
    setup_line(book, "post_codes", code="J8X 1A1", city="Gatineau", county="QC", country="CA")
    create_as(book, LAURIER)
    edited = edit_line(book, "customers", "C00010", post_code="J8X 1A1", contact_name="Anne Roy")
    assert edited.line == line(book, "customers", "C00010")
    assert (edited.line.values["city"], values(book, LAURIER)["city"]) == ("Gatineau", "Gatineau")
    anne = next(one for one in rows(book, Contact) if one.name == "Anne Roy")
    assert (customer(book, "C00010").primary_contact_id, anne.city) == (anne.id, "Gatineau")
    added = setup_line(book, "customers", no="9", name="Steen", contact_name="Bob Cole")
    assert added == line(book, "customers", "9")
