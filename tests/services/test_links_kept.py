"""What becomes of links when contacts move, merge, are blocked, and steps are taken back."""

from __future__ import annotations

import pytest

from contacts_tui.domain.codes import ContactBusinessRelation
from contacts_tui.domain.contact import Contact
from contacts_tui.domain.errors import NotFound, Refused
from contacts_tui.domain.partners import Customer, Link, Relation, Vendor, from_contact
from contacts_tui.services import checks, contacts, history, links, marketing_setup, setup_lists
from contacts_tui.services.links import Master
from contacts_tui.services.session import Session
from tests.services.merged import everything, merged
from tests.services.partner_book import book, create_as, customer, link, linked, unlink, without_contact
from tests.services.reference import (
    CANNON,
    LAURIER,
    LUC,
    MARIE,
    card,
    change,
    contact,
    edit_line,
    give,
    line,
    rows,
    setup_line,
    values,
)

__all__ = ["book"]


def block(session: Session, salesperson: str) -> None:
    edit_line(session, "salespeople", salesperson, privacy_blocked="yes")


# Merging


def test_what_comes_over_in_a_merge_is_kept_equal_from_then_on(book: Session) -> None:
    create_as(book, CANNON)
    create_as(book, LAURIER, Link.VENDOR, no="V1")
    before = everything(book)
    kept = merged(book, LAURIER, CANNON, "phone").contact
    for partner in (customer(book, "C00010"), rows(book, Vendor)[0]):
        assert partner == from_contact(partner, kept)
        assert (partner.description, partner.phone) == ("Boulangerie Laurier inc.", "416-555-0200")
    assert linked(book, LAURIER) == [("CUST", "customer", "C00010"), ("VEND", "vendor", "V1")]
    history.undo(book)
    assert everything(book) == before
    assert checks.check(book) == ()


def test_two_links_of_one_kind_are_not_merged_whatever_their_codes(book: Session) -> None:
    create_as(book, LAURIER)
    setup_line(book, "business_relations", code="KUND")
    marketing_setup.edit(book, {"bus_rel_code_for_customers": "KUND"})
    create_as(book, CANNON)
    with pytest.raises(Refused, match="Both are linked to a customer"):
        merged(book, LAURIER, CANNON)


# Undo


def test_a_link_does_not_come_back_to_a_customer_that_another_has_by_now(book: Session) -> None:
    create_as(book, LAURIER)
    step = unlink(book, LAURIER)
    link(book, CANNON, Link.CUSTOMER, "C00010")
    with pytest.raises(Refused, match=r"This cannot be undone: Boulangerie Laurier .* and C00010 cannot be linked"):
        history.undo(book, step)
    assert linked(book, LAURIER) == []
    unlink(book, CANNON)
    history.undo(book, step)
    assert linked(book, LAURIER) == [("CUST", "customer", "C00010")]


def test_a_link_does_not_come_back_beside_another_of_its_kind(book: Session) -> None:
    create_as(book, LAURIER)
    step = unlink(book, LAURIER)
    setup_line(book, "business_relations", code="KUND")
    marketing_setup.edit(book, {"bus_rel_code_for_customers": "KUND"})
    create_as(book, LAURIER)
    with pytest.raises(Refused, match="cannot be linked"):
        history.undo(book, step)
    assert linked(book, LAURIER) == [("KUND", "customer", "C00011")]


@pytest.mark.parametrize("way", ["renumbered", "deleted"])
def test_a_link_does_not_come_back_to_a_customer_that_is_gone(book: Session, way: str) -> None:
    create_as(book, LAURIER)
    step = unlink(book, LAURIER)
    if way == "renumbered":
        edit_line(book, "customers", "C00010", no="C9")
    else:
        setup_lists.delete(book, "customers", line(book, "customers", "C00010").id)
    with pytest.raises(Refused, match=r"Boulangerie Laurier inc\. would be linked to C00010, which is gone by now"):
        history.undo(book, step)
    assert linked(book, LAURIER) == []
    history.undo(book)
    history.undo(book, step)
    assert linked(book, LAURIER) == [("CUST", "customer", "C00010")]


def test_a_customer_does_not_go_under_a_link_that_was_made_since(book: Session) -> None:
    marketing_setup.edit(book, {"contact_nos": ""})
    setup_line(book, "customers", no="1", name="Laurier")
    entered = history.batches(book, limit=1)[0].batch.id
    renumbered = edit_line(book, "customers", "1", no="2").batch
    link(book, LAURIER, Link.CUSTOMER, "2")
    for step in (renumbered, entered):
        with pytest.raises(Refused):
            history.undo(book, step)
    assert linked(book, LAURIER) == [("CUST", "customer", "2")]


def test_a_vendor_does_not_become_a_person_again_by_an_undo(book: Session) -> None:
    step = change(book, LUC, type="company").batch
    create_as(book, LUC, Link.VENDOR, no="V1")
    with pytest.raises(Refused, match="wrong type of contact: CT000003"):
        history.undo(book, step)
    assert contact(book, LUC).is_company
    assert checks.check(book) == ()


# People with a link of their own


def test_a_link_of_a_person_counts_beside_those_of_the_company(book: Session) -> None:
    create_as(book, LUC)
    change(book, LUC, company=CANNON)
    assert (linked(book, LUC), card(book, LUC).relation) == ([], Relation.CUSTOMER)
    give(book, CANNON, "business_relations", "PROS")
    assert (card(book, LUC).relation, card(book, CANNON).relation) == (Relation.MULTIPLE, Relation.OTHER)


def test_a_link_of_a_person_is_removed_before_that_of_the_company(book: Session) -> None:
    create_as(book, LUC)
    change(book, LUC, company=CANNON)
    create_as(book, CANNON)
    unlink(book, LUC)
    assert [row.no for row in rows(book, ContactBusinessRelation)] == ["C00011"]
    unlink(book, LUC)
    assert rows(book, ContactBusinessRelation) == []


def test_a_customer_that_becomes_a_company_shares_what_companies_have(book: Session) -> None:
    create_as(book, LUC)
    edit_line(book, "customers", "C00010", vat_number="123")
    assert values(book, LUC)["vat_number"] == ""
    turned = change(book, LUC, type="company").contact
    assert customer(book, "C00010") == from_contact(customer(book, "C00010"), turned)
    edit_line(book, "customers", "C00010", vat_number="456")
    assert values(book, LUC)["vat_number"] == "456"


# What may be linked


def test_br_r2_a_link_to_what_is_gone_does_not_count(book: Session) -> None:
    create_as(book, LAURIER)
    (made,) = rows(book, Customer)
    with book.book.records.database.atomic():  # as an import leaves it that brings links and no customers
        book.book.records.database.execute_sql("DELETE FROM customer")
    link_again = create_as(book, LAURIER)
    assert made.code != link_again.partner.code
    assert linked(book, LAURIER) == [("CUST", "customer", link_again.partner.code)]


def test_br_r6_a_blocked_company_is_not_linked_for_one_of_its_people(book: Session) -> None:
    change(book, LAURIER, privacy_blocked="yes")
    without_contact(book, "customers", no="10000", name="Laurier")
    with pytest.raises(Refused, match=r"Laurier inc.* is blocked for privacy"):
        create_as(book, MARIE)
    with pytest.raises(Refused, match=r"Laurier inc.* is blocked for privacy"):
        link(book, MARIE, Link.CUSTOMER, "10000")
    assert rows(book, ContactBusinessRelation) == []


def test_cc_r3_a_template_of_the_other_type_is_not_taken(book: Session) -> None:
    setup_line(book, "customer_templates", code="SHOPS", contact_type="company", territory="ON")
    with pytest.raises(NotFound, match="no customer template “shops”"):
        create_as(book, LUC, template="shops")
    assert create_as(book, LUC).partner.territory_id is None


def test_the_number_of_a_new_customer_is_cleaned_and_must_fit(book: Session) -> None:
    assert create_as(book, LAURIER, no=" a\x07b ").partner.code == "AB"
    with pytest.raises(Refused, match="at most 20 fit"):
        create_as(book, CANNON, no="X" * 21)
    with pytest.raises(Refused, match="is taken already"):
        create_as(book, CANNON, no="ab")


# What comes from the other side


def test_sy_r4_without_a_series_of_contacts_no_contact_is_made(book: Session) -> None:
    before = len(rows(book, Contact))
    marketing_setup.edit(book, {"contact_nos": ""})
    setup_line(book, "customers", no="30000", name="Café Rivard")
    assert len(rows(book, Contact)) == before
    with pytest.raises(Refused, match="names no “Contact"):
        links.make_contacts(book, Link.CUSTOMER)


def test_cc_r7_contacts_are_made_of_the_numbers_that_are_asked_for(book: Session) -> None:
    for no in ("1", "2", "3"):
        without_contact(book, "customers", no=no, name=f"Alone {no}")
    with pytest.raises(NotFound, match="there is no “9”"):
        links.make_contacts(book, Link.CUSTOMER, ["1", "9"])
    done = links.make_contacts(book, Link.CUSTOMER, ["1", " 3 ", "1"])
    assert len(done.made) == 2
    assert sorted(row.no for row in rows(book, ContactBusinessRelation)) == ["1", "3"]


def test_c_r19_a_blocked_salesperson_does_not_come_with_a_customer(book: Session) -> None:
    without_contact(book, "customers", no="20000", name="Cannon", salesperson="NB")
    without_contact(book, "customers", no="30000", name="Café Rivard", salesperson="NB")
    block(book, "NB")
    link(book, CANNON, Link.CUSTOMER, "20000", Master.PARTNER)
    assert (values(book, CANNON)["name"], values(book, CANNON)["salesperson"]) == ("Cannon", "LM")
    edit_line(book, "customers", "20000", city="Laval")
    assert (values(book, CANNON)["city"], values(book, CANNON)["salesperson"]) == ("Laval", "LM")
    links.make_contacts(book, Link.CUSTOMER)
    assert values(book, "CT000005")["salesperson"] == ""


def test_c_r19_a_blocked_salesperson_is_not_taken_from_the_company(book: Session) -> None:
    change(book, MARIE, salesperson="NB")
    block(book, "PS")
    with pytest.raises(Refused, match="PS is blocked for privacy"):
        contacts.take_company_value(book, contact(book, MARIE), "salesperson_id")
    assert values(book, MARIE)["salesperson"] == "NB"
